"""What a page prints around its comments: headings above them, buttons and badges among them, the end below them."""

import re

from plugins.normalize.segment.comment_engines import AGE

ASKED_LINE = r"posted by \S.{0,40}? (?:to|in) \S.{2,40}? \(\d+ (?:answers?|comments?|replies)\b.{0,100}"
HEADING = re.compile(
    r"(?:(?:\d+|no|one|two|three)\s+)?(?:comments?|responses?|replies|thoughts?|kommentare?|commentaires?|"
    r"comentarios?|réponses?)"
    r"(?:\s+\d+\s+comments?|\s*[(:\[]?\s*\d*\s?[)\]]?:?|\s+(?:to|on|for|so far|zu|auf|sur|à|en|su)\b.{0,200})|"
    r"\d+\s+(?:comments?|responses?|replies|thoughts?|kommentare?|commentaires?|comentarios?|antworten|commenti|"
    r"reacties)\b.{0,160}|(?:reader(?:s['’]?)?\s+|user\s+)?comments?\b\s*(?:[(\[]\d+[)\]])?\s*:?|"
    rf"{ASKED_LINE}|"
    r"(?:\d+|une?|ein|een|un|en) (?:gedanken? zu|réflexions? (?:au sujet de|sur)|pensamientos? sobre|pensieri? su|"
    r"gedachten? over|reacties? op|tank(?:ar)? om|kommentarer? till|comentarios? en)\b.{1,200}|"
    r"this (?:post|entry|article|page) has (?:\d+|one) (?:comments?|responses?|replies)|"
    r"join the (?:conversation|discussion)|disqus comments|reader interactions|\{ \d+ comments.{0,60}|"
    r"discussion about this post|"
    r"(?:comments|conversation) (?:powered by .{2,20}|from .{2,20})|(?:reader )?(?:reactions|feedback|discussion)"
    r"(?:\s*\(\d+\))?:?|what (?:others|readers|people) (?:say|are saying):?",
    re.I,
)
_BUTTON = (
    r"(?:reply(?:\s?delete| to this)?|delete(?: comment)?|likes?|unlike|share|report(?: abuse| comment)?|permalink|"
    r"edit(?:ed)?|flag|quote|link|"
    r"click to rate|rating|"
    r"mark as spam|rate (?:up|down)|see (?:more|translation)|show (?:more|less)(?: replies)?|read more|"
    r"thumbs? (?:up|down)|vote (?:up|down)|helpful|"
    r"(?:répondre|antworten|responder|rispondi|beantwoorden)(?:supprimer|löschen|eliminar|excluir|elimina|"
    r"verwijderen)?|"
    r"supprimer|löschen|eliminar|excluir|elimina|verwijderen|respuestas|respostas|risposte|réponses|"
    r"good comment|thread|svara|log in to reply|sign in to reply|"
    r"parent|recommend|upvote|downvote|save|collapse|follow|hide)"
)
_SEPARATORS = r"[\s•·|,()\[\]△▽∧∨▲▼↑↓›»«⤤👍👎♥❤+-]"
INSIDE = re.compile(
    rf"(?:{_SEPARATORS}++|(?<!\w)[v^](?!\w)|(?>{_BUTTON})|\d++(?:\s*+(?>likes?|votes?\b(?!\s+(?:up|down))|replies|"
    rf"reply|people like this))?)++|"
    r"this (?:comment|post) (?:has been|was) (?:removed|deleted)\b.{0,40}|re:\s[^.!?]{1,80}|"
    r"sort(?:ed)? by:? (?:newest|oldest|best|most \w+|top|date|time)(?: first)?|"
    r"liked by \d+ (?:people|person)|"
    r"reply (?:to (?:this|.{1,40})|\| thread.{0,20})|flag as inappropriate|"
    r"\d+ repl(?:y|ies)(?: by .{1,60}|\s*[·•].{0,40})|(?:view|show|hide) (?:all )?(?:\d+ )?(?:more )?repl(?:y|ies)|"
    r"replies|"
    r"expand full comment|(?:.{1,50} |\W*)profile image|.{1,50}['’]s avatar|avatar(?: (?:for|of) .{1,40})?|"
    r".{1,40} avatar|quote [a-z]\S*(?: \S+){0,2}|loading\.*|"
    r"your comment is awaiting moderation\.?|this comment has been edited.{0,20}|"
    r"was this (?:comment|answer) helpful\?.{0,20}",
    re.I,
)
"""Buttons and pictures' names between comments."""
FRAMES = {
    "reply delete": "replydelete",
    **dict.fromkeys(("respuestas", "respostas", "risposte", "réponses"), "replies"),
    **dict.fromkeys(("responder", "répondre", "rispondi", "beantwoorden"), "reply"),
    **dict.fromkeys(("eliminar", "excluir", "elimina", "supprimer", "verwijderen"), "delete"),
    **dict.fromkeys(
        ("respondereliminar", "responderexcluir", "rispondielimina", "répondresupprimer", "beantwoordenverwijderen"),
        "replydelete",
    ),
}
"""What Blogger's frames around replies are called elsewhere, in English."""

ROW = re.compile(
    r"(?=.{0,80}(?:(?<!\d )like\b|reply|antworten|gefällt mir|j[’']aime|répondre))"
    rf"(?:[\s•·|,]++|(?>{_BUTTON}|gefällt mir|j[’']aime|just now)\b|"
    r"(?>(?:on )?(?:[a-z]+ \d{1,2}, \d{4}(?:,? (?:at )?\d{1,2}:\d\d ?[ap]m)?|"
    r"\d{1,2} [a-z]+ \d{4}(?:,? (?:at )?\d{1,2}:\d\d)?))\b|"
    rf"(?>{AGE})\b|\d++\b)++",
    re.I,
)
"""A row of buttons, with the comment's age or moment among them."""
ROW_AGE = re.compile(rf"(?:^|[\s•·|,])(?P<age>{AGE}|just now)(?=$|[\s•·|,])|\b(?:19|20)\d\d\b", re.I)
BESIDE = re.compile(
    r"liked by .{1,80}|(?:paid|founding )?(?:subscriber|member)|(?P<owner>(?:hub )?author|post author|writer|op)|"
    r"mod(?:erator)?|edited|top (?:fan|commenter|contributor|rated)|verified|guest|registered user|level \d+.{0,20}|"
    r"[•·|#*★☆-]+|joined:? .{4,30}|posts:? \d+|permalink|link|new|pinned|pinned by .{1,40}|unregistered|\d+ posts|"
    r"this (?:user|member) .{4,40}|♥ .{1,30}",
    re.I,
)
"""Lines that may stand between a comment's attribution and its words."""
ADDRESSEE = re.compile(
    r"[↳➤→>↪\s]*(?:in (?:reply|response) to|(?:replying|replied|reply|antwort|en réponse|respuesta) (?:to|auf|à|a)|"
    r"@(?=\S+$))\s*:?\s*"
    r"(?P<to>[^:]{1,50}?)(?:['’]s (?:comment|post))?\s*:?",
    re.I,
)
BADGE = re.compile(
    r"\s*(?:\((?:not verified|guest|anonymous|unverified|visitor|subscriber|mod(?:erator)?)\)|"
    r"(?P<owner>\((?:the )?(?:post )?author\)|(?<= )hub author|(?<= )post author|(?<= )author)|"
    r"(?<= )(?:said|says|wrote|commented|replied|posted|"
    r"mod|moderator|op|staff|\d+\s?p(?:ts?)?|level \d+ commenter|top commenter|subscriber|"
    r"verified|pro|"
    r"\d+ posts?))$",
    re.I,
)
END = re.compile(
    r"\(?(?:post|leave|add|write|submit|make)(?: (?:a|your|new|another))*\s(?:new )?(?:comment|reply|response|"
    r"thought)s?\b.{0,80}|"
    r"speak your mind.{0,30}|add your (?:comment|voice|thoughts).{0,40}|"
    r"(?:trackbacks?|pingbacks?)\b.{0,60}|comments (?:are|have been) (?:now )?closed.{0,60}|"
    r"(?:the )?comments (?:to|on|for|from) this .{2,40} (?:are|is) closed.{0,20}|"
    r"load (?:more|\d+ more|all).{0,30}|\d+ more comments?\W*|view more comments?|more comments|(?:older|newer|"
    r"previous|next) comments?\W*|"
    r"(?:facebook|intensedebate|disqus|livefyre)(?: (?:social|comments))*(?: plugin)?|"
    r"(?:links to this post|create a link|subscribe to:.{0,60})|(?:schreibe?|hinterlasse?) .{0,20}(?:kommentar|"
    r"antwort).{0,40}|"
    r"laisse[rz] un commentaire.{0,40}|(?:publicar un|postar um|enregistrer un|posta un) comm?ent[aá]?(?:rio|ire|o)\b"
    r".{0,30}|"
    r"click here to (?:add|post|write|leave|read)\b.{0,30} comments?\b.{0,20}|"
    r"(?:añadir|adicionar) coment[aá]rio|ajouter un commentaire|aggiungi commento|kommentar hinzufügen|"
    r"(?:opmerking|reactie) toevoegen|(?:cargar más|carregar mais|charger la suite|carica altro)\W*|"
    r"kommentar veröffentlichen|deja (?:un comentario|una respuesta).{0,40}|lascia un commento.{0,40}|"
    r"(?:feed )?you can follow (?:this conversation|any responses|the comments)\b.{0,120}|"
    r"we were unable to load disqus.{0,120}|previewing your comment|verify your comment|"
    r"(?:primary|secondary) sidebar|rss feed for comments.{0,40}|see all responses|"
    r"leave a message\W*|have your say.{0,30}|(?:sign in|log ?in|you must be logged in)\b.{0,60}|"
    r"name \(required\).{0,40}|"
    r"the comments below (?:have|are)\b.{0,60}|we are no longer accepting comments\b.{0,40}|wpdiscuz|"
    r"notify me of .{4,80}|the views expressed\b.{0,160}|comments continue after advertisement|"
    r"also on\b.{2,60}|(?:more|also|recommended) (?:from|on|for)\b.{2,60}|.{0,3}subscribe\b.{0,40}",
    re.I,
)
"""Lines with which the comments are over."""
