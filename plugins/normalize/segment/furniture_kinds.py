"""What stands on captured pages and is not the article: kinds of lines, as data.

Each kind is a pattern over a whole line (case does not count). They speak of what a line does, never of a site.
"""

SIGNS: dict[str, tuple[str, ...]] = {}
"""Of patterns that begin with anything: what in small letters stands in whatever they match, one or another."""


def _with(signs: str | tuple[str, ...], pattern: str) -> str:
    """A pattern that matches only lines in which one of these signs stands: a look for them spares going through it."""
    SIGNS[pattern] = tuple(signs.split("|")) if isinstance(signs, str) else signs
    return pattern


KINDS: dict[str, tuple[str, ...]] = {
    "skip link": (
        r"(?:jump|skip)\b.{0,20}\bto\b.{0,24}", r"skip past .{3,40}|after newsletter promotion",
        r"aller au contenu.{0,20}", r"zum inhalt.{0,20}"),
    "share row": (
        r"\d+\s*(?:flares?|shares?|tweets?|pins?|likes?|retweets?)\W*",
        r"(?:(?:larger|smaller|bigger|default|normal|increase|decrease|reset|(?:text|font)(?: size)?|print|e-?mail)\b"
        r"\s*:?\s*){2,9}",
        r"(?:(?:e-?mail|print|share|save|permalink|comments?(?: ?\(\d+\))?)\s*(?:[|•·/]\s*|$)){2,8}",
        r"(?:(?:deel|delen|partager|teilen|compartir|condividi|udostępnij) (?:op|sur|auf|en|su|na) \w{2,12}\s*){1,6}",
        r"(?:(?:share|tweet|pinterest|pin(?: it)?|like|e-?mail|print|save|facebook|twittern|twitter|x|linkedin|"
        r"whatsapp|reddit|google\+?|tumblr|"
        r"stumbleupon|digg|del\.icio\.us|technorati|newsvine|share and enjoy|"
        r"instagram|youtube|telegram|copy link|more|this|on|via|to|it|a friend|article|post|page|"
        r"share by|"
        r"follow(?: us)?|\+1|partager|teilen|merken|compartir|imprimer|drucken|senden|buffer|flipboard|threads|bluesky|"
        r"mastodon|delicious|blogthis!?|versenden|imprimir|enviar|envoyer|stampa|invia|compartir|udostępnij|condividi|sdílet|compartilhar)"
        r"[\s,|•·:/&!]*)++\d*",
        r"(?:share|tweet|pin|email|print|like|follow)\s+(?:this|us|me|on|by|with)\b.{0,60}",
        r"(?:click|tap) to (?:share|tweet|e-?mail|print|expand|enlarge)\b.{0,80}",
        r"\d[\d.,k]*\s*(?:shares?|likes?|tweets?|views?|claps?|reads?|pins?)",
        r"follow (?!the |your |these |this |along|up|through)(?-i:[A-Z@]).{0,40}",
        r"(?:follow|like|find|join|connect with)\s+(?:me|us)\s+on\b.{0,200}",
        r"-?\d{1,3}\s?°\s?[CF]?(?:\W.{0,40})?", _with("(", r"(?:[\w’' &-]{2,30} ?\(\d{1,4}\)[,\s]*){5,400}"),
        r"(?:(?:pdf|article) download\s*|download (?:article|pdf|this article|the pdf)\s*)+",
        r"(?:article pdf|print (?:this )?article|share this article on \w+|\s)+",
        r"(?:like |# ?|j['’]aime |gefällt mir |me gusta |mi piace )?"
        r"(?:loading|chargement|wird geladen|lädt|cargando|caricamento)\W*",
        r"if you (?:enjoyed|liked) this (?:story|article|post)\b.{0,80}\b(?:button|clap|heart|share|follow)\b.{0,60}",
        r"a ?a|delen:?|(?:teilen mit|partager|compartir|condividi) ?:", r"useful \{\d+\}.{0,60}",
        _with("tag ",
        r"(?:[^.!?]{3,60}[.!?] )?tag (?:them|some(?:one|body)|a friend)\b.{0,30}\b(?:below|in the comments)\W*"),
        r"click to follow\b.{0,60}",  r"(?:\d[\d.,]*[kK]?\s*)?shares",
        r"recommend(?:ed)?\s*\d+",
        r"(?:partager|teilen|compartir|comparte|condividi|twittear|tuitear)(?:\s(?:sur|auf|en|su|con)\s\w+)?",
        r"enviar por (?:correo|e-?mail|whatsapp)\b.{0,30}|par e-?mail|per e-?mail",
        r"printable (?:version|page)|printer[- ]friendly(?: (?:version|page))?", r"share or comment on\b.{0,40}",
        r"send this (?:article|page|story|post)\b.{0,60}", r"linking up with\b.{0,160}",
        r"pin (?:it|this)\b.{0,20}\bfor later\W*",
        r"(?:like|follow) (?-i:[A-Z])[\w’' ]{1,30} on (?:facebook|twitter|instagram|pinterest|google).{0,120}",
        r"(?:print|pin|save|rate|jump to|share|e-?mail)(?: this| the| my)? recipe\b.{0,20}",
        r"did you (?:make|try) this (?:recipe|craft|project|one)\?.{0,100}",
        r"sharing is caring.{0,20}", r"copié|copier le lien|link kopieren|copiar enlace|copia link",
        r"(?:gift|send|e-?mail|save) this (?:page|article|story|post)\b.{0,30}",
        r"(?:kindly|please) share\b.{0,40}[:!]", r"A[+-]",
        r"teilen sie diesen .{1,30}|partagez (?:cet|cette|sur).{1,30}|comparte est.{1,30}",
        _with("pin it|share it",
        r".{0,40}\b(?:pin|share) it\b(?: for later)?\W*"),
        r"thanks for (?:sharing|your feedback|subscribing|signing up)\b.{0,40}",
        r"(?:was|is) this(?: page| article| post| answer| information)? (?:helpful|useful)\??.{0,20}",
    ),
    "vote on the page": (
        r"did (?:this|we) answer your question\?.{0,20}",
        r"did you find this (?:page|article|post) (?:helpful|useful)\?.{0,20}",
    ),
    "subscription box": (
        r"you(?: have|['’]ve)\b.{0,20}\b(?:free )?(?:articles?|stories)\b.{0,20}"
        r"\b(?:left|remaining|this month)\b.{0,120}",
        r"(?:could not subscribe|thank you for subscribing|please enter a valid e-?mail)\b.{0,120}",
        _with("subscribe|sign up|signup",
        r".{0,30}\b(?:subscribe|sign up|signup)\b.{0,20}\b(?:by e-?mail|rss|newsletter|updates?|feed|mailing list|"
        r"now|here|free)\b.{0,80}"),
        r"(?:subscribe|newsletter|sign up|rss feed|rss|feeds?|join (?:our|my|the) (?:newsletter|mailing list|"
        r"list).{0,60})[\s:!.]*",
        r"(?:enter |type )?your (?:e-?mail|name|first name|email address).{0,60}",
        r"enter your\b.{0,40}\be-?mail\b.{0,120}",
        r"(?:sign up (?:for|to)|subscribe to) (?:(?:the|our|my) )?(?-i:[A-Z])[^.!?]{2,60}",
        r"by (?:signing up|subscribing|clicking|continuing|joining)\b.{0,60}\byou (?:agree|accept|consent)\b.{0,200}",
        r"we (?:won['’]t|will never|never|don['’]t|hate)\b.{0,20}\bspam\b.{0,80}",
        r"yes,? (?:please )?(?:send|give|sign|i want)\b.{0,60}!", r"subscribe (?:now|today)\b.{0,60}",
        r"already a (?:subscriber|member)\?.{0,40}", r"(?:keep|start|continue)\b.{0,20}\bwith a free trial\b.{0,40}",
        _with("your inbox|newsletter|by email|by e-mail",
        r"(?:[^.!?]{3,60}[?!] )?(?:get|receive|want)\b.{0,60}\b(?:in your inbox|newsletter|by e-?mail|"
        r"to your inbox)\b.{0,80}"),
        r"(?:follow|like|visit|join) our (?:facebook|instagram|twitter)\b.{0,60}", r"no spam\b.{0,60}",
        r"subscribe to (?:the|our|my) newsletter\W*", r"please subscribe\b.{0,80}",
        r"thanks for reading\b.{0,60}\bsubscribe\b.{0,120}",
        r"ready for more\?", r"to subscribe\b.{0,80}\b(?:e-?mail|send|click|visit|write)\b.{0,80}",
        r"newsletter sign[- ]?up|you are already subscribed\b.{0,60}|an error (?:has )?occurred\b.{0,60}",
        _with("reader-supported", r".{2,60} is a reader-supported publication\b.{0,250}"),
        _with("newsletter",
        r".{0,200}\bnewsletter\b.{0,200}\b(?:you can|to|please|here to) subscribe\b.{0,60}"),
        r"thank you for supporting our\b.{0,300}",
        _with("subscribers", r".{0,160}\b(?:exclusive(?:ly)?|only) (?:for|to) (?:our )?subscribers\b.{0,200}"),
        r"(?:get|want) more (?:stories|articles|advice) like this.{0,40}", r"sign me up\W*",
        r"like what you(?:'ve|’ve)? read\b.{0,80}|buy me a coffee.{0,40}",
        r"(?:give|donate|subscribe|join|register|book|apply|enroll?|shop|buy|order) (?:now|today|us|here)!?",
        _with("your gift|your donation|your support|your contribution",
        r".{0,260}\byour (?:gift|donation|support|contribution)s?\b.{0,30}\b(?:helps?|provides?|makes?|allows?|"
        r"supports?|keeps?)\b.{0,160}"), r"(?:join|over) [\d,.]+k? (?:other )?(?:subscribers|readers).{0,60}",
        r"(?:s’|s')abonner.{0,40}", r"newsletter abonnieren.{0,30}", r"we (?:respect|value) your privacy.{0,60}",
    ),
    "box for sending letters": (
        r"(?:need|want) (?:more |some )?help\b[^.!?]{0,40}\? (?:schedule|book|contact|call)\b[^.!?]{0,80}[.!]?",
        r"(?:note to )?editors\s*:\s.{3,300}",
        _with("money order", r".{0,260}\bcheck or money order\b.{0,300}"),
        r"(?:readers may|you (?:can|may)) (?:also )?(?:send|contact|reach|write|submit|e-?mail)\b.{0,200}"
        r"(?:\S@\S|\bpostal mail\b|\bbox \d).{0,260}",
        r"(?:questions|letters|problems|comments)\b.{0,60}\bmay be (?:sent|addressed|mailed|e-?mailed|directed)\b"
        r".{0,200}",
        r"(?:reach|contact|call|e-?mail|write) .{2,60} at "
        r"(?:\S{1,40}@\S{2,40}|\+?[\d(][\d\s().-]{6,20})(?:\W.{0,120})?",
        r"if you have (?:an? )?(?:question|problem)s? for\b.{0,60}\b(?:drop|put|leave|post) (?:it|them)\b.{0,120}",
        r"join .{2,40} (?:live|online|here)\b[^.!?]{0,30}\b(?:every|on|each)\b.{0,160}",
        r"(?:have you )?got an? \w+ (?:question|problem|dilemma)\b.{0,200}",
        _with("column", r".{2,60} is .{0,40}\bcolumn\b[^.!?]{0,60}\. (?:do you )?(?:have|got) an? .{0,160}"),
        r"(?:do you )?(?:got|have) a (?:question|problem|dilemma|letter)\b.{0,200}",
        r"(?:please )?(?:submit|send|e-?mail|mail|write|post)\b"
        r"(?! (?:him|her|them|it|yourself|down|(?:a|the) letter|an? e-?mail)\b)"
        r"(?: (?:in|us|me|your|a|to|for))*[^.!?]{0,60}\b(?:questions?|problems?|letters?|dilemmas?|queries)\b.{0,40}"
        r"(?:\bhere\b|\bform\b|\bbox\b|@|\bat\b|\bto\b|\bbelow\b).{0,300}",
        r"(?:write|send|e-?mail)\s+(?:in\s+)?to\b.{0,160}(?:@|\bhere\b|\bbox \d|\bpo box\b|(?-i:[A-Z]{1,2}\d{1,2}\w? "
        r"?\d[A-Z]{2})).{0,120}", r"write to .{0,160}, (?-i:[A-Z][a-z]+ [A-Z]{1,2}\d{1,2}[A-Z]?)\.?",
        r"(?:do you )?(?:got|have) an? (?:story|tale|tip|experience)\b.{0,80}"
        r"(?:\S@\S|\be-?mail\b|\bwrite to\b|\bsend\b).{0,80}",
        r"(?:to )?(?:submit|ask) (?:a|your) (?:question|problem|dilemma)\b.{0,120}",
        r"(?:you can )?(?:also )?(?:send|leave) (?:me |us |her |him |them )?a (?:private )?(?:message|voicemail|"
        r"text)\b.{0,120}",
        r"(?:every|all|each) (?:letters?|e-?mails?|messages?|problems?|questions?)\b.{0,40}\b(?:answered|"
        r"confidential|private|edited|replied)\b.{0,120}",
        r"read .{0,40}['’]s? .{0,40}\b(?:answers|replies|letters|columns|problems)\b.{0,100}",
        _with(" column ",
        r".{2,60}['’]s? column (?:appears|runs|is published)\b.{0,200}"),
        r"(?:questions|letters) (?:may be|are|will be) edited\b.{0,160}",
        r"(?:click here|use this form) to (?:ask|submit|send)\b.{0,120}", r"do you have a question\b.{0,200}",
        r"if you have (?:an? |any )?(?:question|problem|dilemma|letter)s?\b.{0,120}\b(?:write|e-?mail|mail|send|"
        r"contact|text)\b.{0,160}(?:\S@\S|\bpo box\b|\bc/o\b|\bthis (?:newspaper|paper)\b|\d{3}[ -]\d{3}).{0,160}",
        r"need (?:advice|help)\?.{0,120}", r"ask (?:me|us) (?:a question|anything)[.!?]*",
        r"you (?:can|may) (?:also |always )?(?:send|e-?mail|submit)\b.{0,60}\bquestions?\b.{0,120}\b(?:to|at)",
        _with("in care of",
        r".{0,160}\b(?:send|write|mail|address)\b.{0,80}\bin care of\b.{0,160}"),
        _with("takes your ", r".{0,80}\btakes your (?:questions? and (?:comments|calls)|calls)\b.{0,160}"),
        r"if you(?:['’]d| would) like to (?:ask|send|submit|write)\b.{0,80}\b(?:questions?|letters?|problems?)\b"
        r".{0,120}",
        r"fill (?:out|in) (?:the |our |this )?(?:online |contact )?form\W*",
        _with("scriver|scrivete|mandate|manda ",
        r".{0,260}\b(?:per scriver(?:le|gli|ci)|scrivete a|manda(?:te)? una (?:e-?)?mail)\b.{0,150}"),
        r"contact (?:the )?author",
        r"(?:haben (?:auch )?sie|hast (?:auch )?du) (?:eine frage|fragen)\b[^.!?]{0,40}\?.{0,250}",
        r"vous (?:souhaitez|voulez) poser une question\b.{0,250}|¿tienes una (?:pregunta|duda)\b.{0,250}",
        _with("find more", r".{0,40}\bfind more\b.{0,40}\b(?:at|on|in) (?:our|the|my)\b.{0,60}"),
    ),
    "privacy notice": (
        r"privacy notice\s*:.{1,400}",
        _with("privacy ",
        r".{0,60}\bprivacy (?:notice|policy|statement)\b.{0,40}"),
        _with("changed|altered|withheld|disguised",
        r".{0,200}\b(?:names?|details|identit(?:y|ies))\b.{0,100}\b(?:have been|has been|were|was|are) (?:changed|"
        r"altered|withheld|disguised)\b.{0,200}"),
    ),
    "cookie notice": (
        _with("cookie",
        r".{0,80}\b(?:uses?|using|accept(?:ing)?|reject|manage)\b.{0,40}\bcookies?\b.{0,300}"),
        r"(?:accept|reject|allow|deny)(?: all)?(?: cookies?)?|cookie (?:settings|policy|preferences|notice)|got it!?|"
        r"ok, i agree",
    ),
    "advertisement": (
        r"(?-i:RELATED|WATCH|READ MORE|READ NEXT|MORE)\s*:\s.{1,140}",
        r"(?:how .{3,40}\? )?take (?:our|this) (?:free )?.{3,60} (?:test|quiz|survey|poll|assessment)\W*",
        _with(" take our| take this",
        r".{3,80}[.?!] take (?:our|this) (?:free |short )?(?:.{3,40} )?(?:test|quiz|assessment)\b.{0,60}"),
        r"by allowing ads\b.{0,60}\byou support\b.{0,160}",
        r"(?:hide|skip|close) ads?", r"(?:in (?:association|partnership) with|sponsored by|presented by)\s*:?",
        r"continua (?:após|depois d[ae]) (?:a )?publicidade|continúa después de la publicidad",
        r"donate to (?-i:[A-Z]).{2,60}", r"to (?:place|book) an ad(?:vert\w*)?\b.{0,120}", r"take the next step\W*",
        r"(?-i:QUIZ|Quiz|POLL|Poll)\s*:\s.{1,120}",
        _with("click ",
        r".{0,140}\bclick (?:here )?to (?:book|schedule|buy|order|download|get|sign up|subscribe|join)\b.{0,120}"),
        r"this (?:post|article|story|content) (?:was|is) (?:sponsored|brought to you|imported)\b.{0,160}",
        r"(?:\W*\b(?:advertisements?|advert|ads?|sponsored(?: content| links?| by.{0,40})?|publicité|anzeige|werbung|"
        r"publicidad|promoted|contenu (?:sponsorisé|en partenariat avec .{2,40})|contenido patrocinado|"
        r"bezahlte partnerschaft|"
        r"story continues below|scroll (?:down )?to continue.{0,40}|continue reading below.{0,40}|"
        r"(?:the )?article contin\w+ (?:after|below).{0,40})\b\W*)++",
        _with("!",
        r".{0,80}\b(?:take|try|start|get|download|claim|grab|order|buy)\b.{0,30}\b(?:quiz|free|now|today|copy|ebook|"
        r"e-book|guide|trial|course|webinar)\b.{0,60}!.{0,40}"),
        r"find an? (?:therapist|counsell?or|psychologist|coach|support group) "
        r"(?:near (?:me|you)|to (?:strengthen|support|heal|overcome|help))\b[^.]{0,50}",
        r"ready to (?:get started|begin|talk|book|take the next step)\??",
        r"(?:book|schedule|request|claim) (?:a|an|your) (?:free )?.{0,30}\b(?:consultation|session|appointment|call)\b"
        r".{0,60}\b(?:today|now|our (?:therapists?|counsell?ors?|team|experts?|coaches)|here)\b.{0,40}",
        r"disclosure\s*:.{0,400}", r"we are .{0,60}\breceives? compensation from\b.{0,300}",
        _with("check out our",
        r"(?:.{3,60}[?!.] )?check out our (?:[\w’' -]{3,60} )?(?:guide|article|post|page|course|book)s?\b.{0,30}!"),
        r"click to tweet\b.{0,300}",
        r"as an amazon associate\b.{0,120}", r"(?:this (?:post|article|page) )?(?:may )?contains? affiliate "
        r"links?\b.{0,200}",
        r"(?:download|get|claim) (?:our|my|your|the|this) (?:free )?(?:e-?book|guide|checklist|worksheet|"
        r"app)\b.{0,60}", r"remove ads?|report (?:this )?ad|why this ad\??|ad feedback",
    ),
    "contact box": (
        _with(("|",), r"[^|.?!]{2,60}\|[^.?!]{0,80}\b\d{3}[ -]\d{4}\b[^?!]{0,80}"),
        r"follow .{1,40} on (?:facebook|twitter|instagram|pinterest|youtube|tiktok|linkedin|bluesky|threads)\b.{0,80}",
        r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}|\[?e-?mail\s?protected\]?",
        r"(?:find|listen to|hear) (?:the|our|my) podcast\b.{0,120}",
        r"(?:[^.!?]{3,30} \d{1,2}:\d\d\s?[ap]\.?m\.?\s*[|•·,;]?\s*){2,5}",
        r"(?:to (?:make|book|schedule|arrange) an appointment|for (?:an appointment|more information|appointments))\b"
        r".{0,160}\d{3}.{0,100}",
        r"(?:contact|call) us (?:today|now)\b.{0,80}",
        r"(?:tel|phone|telephone|fax)\.?\s*\+?[\d(][\d\s().–-]{5,24}",
        r"(?:tel|phone|telephone|fax|call(?: us)?|e-?mail|(?:office |opening )?hours)\s*:\s*\S?.{0,30}[\d@].{0,80}",
        _with("our ",
        r".{0,120}\bour (?:\w+ )?(?:counsell?ors?|therapists?|office|team|staff|clinic|center)\b.{0,60}"
        r"\b(?:call|phone|contact|e-?mail)\b.{0,40}(?:\d{3}|@).{0,40}"),
        r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\W+(?:(?:to|through|and|until)\W+)?){1,5}"
        r"(?:from\W+)?\d{1,2}(?:[:.]\d\d)?\W{0,2}(?:[ap]\.?m\.?|noon)?\W+(?:(?:to|until|and|or)\W+)?\d{1,2}.{0,20}",
    ),
    "media player": (
        r"\[/?(?:caption|ad|gallery|embed|video|audio|adrotate|youtube|contact-form|vc_|et_pb)(?![a-z])[^\]]{0,200}\].{0,300}",
        r"\d+ seconds? of \d+.{0,60}", r"press shift question mark\b.{0,120}",
        r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*/\s*\d{1,2}:\d{2})?",
        r"(?:video|audio|media)(?: player)? is loading\W*|(?:play|pause|mute|unmute) (?:video|audio)",
        r"(?:current time|remaining time|duration|stream type|playback rate|progress)\W*(?:live|[\d.:%x]+)\W*",
        r"(?:this is a|(?:beginning|end) of(?: the)?) (?:modal|dialog) window\b.{0,120}",
        r"(?:play\s+)?sounds?\s+(?:on|off)|/",
        r"volume \d+%?", r"\d{1,2}:\d{2}(?::\d{2})?\s*[ap]\.?m\.?",
        r"(?:play|pause|mute|unmute|fullscreen|captions|settings|next up|up next|live|loaded: .{0,20}|"
        r"watch (?:now|video|the video)|video player|listen(?: to (?:this|the) (?:article|story|"
        r"episode))?)[\s.:]*(?:\d.{0,12})?",
        r"your browser does not support\b.{0,80}", r"this video is\b.{0,60}",
    ),
    "photo credit": (
        r"(?:placeholder|featured|default|cover|header|hero|no) (?:image|photo|picture|thumbnail)\W*",
        r"(?:(?-i:ILLUSTRATIONS?|PHOTOS?|PHOTOGRAPHY|PHOTOGRAPHS?|PICTURES?|FOTOS?))\s(?-i:[A-Z0-9 .,:/&'’-]{6,150})",
        r"(?-i:[a-z]{6,30}[-_](?:[A-Z]{2,4}|\d{1,4}(?:x\d{2,4})?))",
        _with("©", r".{16,160}\s©\s?[\w.&'’ :/-]{3,60}"),
        _with(("|",), r".{3,160}\s?\|\s?(?:source|credit|photo)s?"),
        r"(?:photo|image|picture) credits?\s+(?-i:[A-Z])[^.]{2,100}",
        r"(?:photo|image|picture|illustration|foto|bild|beeld|fot\.?|crédit photo|photograph|credit|source|"
        r"quelle|fuente|fonte|bron|źródło|pic)s?\s*"
        r"(?:credit|by|courtesy(?: of)?|source|via|from|copyright)?\s*[:©/].{1,80}",
        r"credit\s?\.{2,3}.{2,60}", r"image (?:caption|copyright|source)\s.{1,160}",
        _with("image|photo|picture", r"(?-i:[A-Z][\w.’' -]{2,40}[a-z][A-Z]\w{2,20} (?:Images|Photos?|Pictures))"),
        r"[0-9a-f]{32,64}",
        _with("photo|image|picture",
        r".{8,170}\s[–-] (?:photo|image|picture)s? (?:by|courtesy of) (?-i:[A-Z]).{2,40}"),
        r"\S{1,80}\.(?:jpe?g|png|gif|webp)(?:(?-i:[A-Z]).{3,160})?",
        r"(?:img|dsc[nf]?|pict?|p)[_-]?\d{4,8}(?:[_-]\d{1,4})?", r"via giphy",
        r"(?-i:[a-z0-9]{2,20}(?:-[a-z0-9]{1,20}){3,10})",
        r"(?-i:[A-Z])[\w.’'-]+ (?-i:[A-Z])[\w.’'-]+/(?-i:[A-Z])[\w.’' -]{2,30}",
        _with("photo|illustration|picture|image",
        r".{3,160}[\s.](?:(?-i:P)hotograph|(?-i:P)hoto|(?-i:I)llustration|(?-i:P)icture|(?-i:I)mage)s? "
        r"(?:courtesy of|by|via|from) (?-i:[A-Z]).{1,60}"),
        r"(?:verified|fact-?checked|vetted) by .{2,40}",
        r"(?:photo|image|picture|illustration|photograph|photography)s?\s+(?:by|courtesy of|via|from)\s.{1,60}",
        r"(?:credit|copyright|©|\(c\))[\s:].{1,60}",
        _with("/",
        r"[^()]{8,200}\(\s?[\w.-]+(?: [\w.-]+){0,2}(?: / (?-i:[A-ZÀ-Þ])[\w.-]+(?: [\w.-]+){0,2}){1,3}\s?\)"),
        _with("credit|crédit", r".{3,160}\s(?-i:C)r[eé]dits?(?: photo)?\s?: ?[^\W\d][^.!?]{1,60}"),
        r"(?-i:(?:[A-Za-z][\w-]{2,40}\.){1,3}(?:com|net|org))", r"(?:fot|foto|photo|bild|ph)\.\s(?-i:[A-ZÀ-Þ]).{1,60}",
        _with("photo|foto|bild", r".{8,160}[.)]\s(?-i:Photo|Foto|Bild)s?\s(?-i:[A-ZÀ-Þ])[\w.’' /-]{1,40}"),
        _with("getty|shutterstock|istock|alamy|unsplash|pexels|pixabay|reuters|"
        "flickr|corbis|depositphotos|dreamstime|adobe stock|thinkstock|press association|rex features|associated press",
        r"(?:.{0,30}\b)?(?:getty(?: images)?|shutterstock|istock(?:photo)?|alamy|unsplash|pexels|pixabay|reuters|"
        r"flickr|corbis|depositphotos|"
        r"dreamstime|adobe stock|thinkstock|press association|rex features|associated press)(?:\b.{0,40})?"),
        _with("photo|illustration|picture|image",
        r".{3,160}[\s.](?:(?-i:P)hotograph|(?-i:P)hoto|(?-i:I)llustration|(?-i:P)icture|(?-i:I)mage)"
        r"(?: credit)?\s?[:/]\s?(?:(?:the )?author\W*|(?-i:[A-Z©]).{1,60})"),
        r"(?!by\b)(?-i:[A-Z])[\w&’' ]{2,30} / (?-i:[A-Z])[\w.’'-]+ (?-i:[A-Z])[\w.’'-]+", r"file photo.{0,40}",
        _with("(|[",
        r"[^.!?]{3,160}[(\[]\s*(?:getty|shutterstock|istock|alamy|unsplash|pexels|pixabay|reuters|flickr|corbis|rex|"
        r"photos?|fotos?|bild|beeld|images?|pictures?|pics?|credit|source|via|courtesy)\b[^()\[\]]{0,60}[)\]]\W*"),
        r"(?:a |an )?(?:drawing|photo|photograph|picture|illustration|image|portrait|cartoon|"
        r"headshot|logo|icon) of\b[^.!?]{1,160}",
    ),
    "navigation": (
        r"\W{0,3}(?:prev(?:ious)?|older|newer|back)\s*\|\s*(?:home|index|main)\s*\|\s*(?:next|newer|older|forward)\W{0,3}",
        r"[≡☰]\s*\w{0,12}",
        r"(?:leer|read|lire|lesen|leggi) .{0,12}\b(?:español|english|inglés|français|deutsch|spanish|french)",
        r"(?:normal|smaller|larger?|very large|increase|decrease|reset|default)\s+(?:text|font)(?: size)?|"
        r"(?:text|font) size\b.{0,20}",
        r"(?:\[ ?[^\[\].?!]{2,40} ?\]\s*(?:[|•·]\s*)?){2,12}",
        r"toggle|up", r"(?:previous|next)(?-i:[A-Z]).{3,120}", r"by category\s*:.{0,60}",
        r"https?://\S{0,120}(?:trackback|mt-tb|/tb/)\S{0,80}", r"trackback url for this entry\W*",
        r"[«‹←<]?\s?(?:(?:home|about(?: (?:us|me))?|contact(?: (?:us|me))?|blog|shop|store|search|menu|archives?|"
        r"log ?in|sign in|sign up|register|log ?out|"
        r"news|sitemap|privacy|terms(?: of (?:use|service))?|help|faqs?|books?|podcast|newsletter|toggle navigation|"
        r"main menu|close|"
        r"my account|cart|back to top|top|start here|resources|services|press|events|advertise|careers|subscribe|"
        r"rss(?: feed)?|current articles|feed|"
        r"skip|next|previous|prev|older|newer|posts?|page|more|impressum|datenschutz|agb|kontakt|mentions légales|"
        r"aviso legal|accueil|startseite|inicio|advice|columns?|all|topics?|"
        r"categories)[\s|•·»›>/,&:–-]*)++\d*",
        r"(?:«|‹|←|<|<<|previous|older|newer|next|prev)\s*.{0,6}(?:posts?|entr(?:y|ies)|articles?|page|stor(?:y|ies)|"
        r"home|chapter)\b.{0,120}",
        r"(?:previous|next|older|newer)(?: (?:post|article|entry|story))?\s*:\s.{1,120}",
        r"(?:«(?![^»|]*»$)|‹|←|<<)\s.{1,120}",
        _with("»|›|→|>>",
        r"[^«]{1,120}\s(?:»|›|→|>>)"),
        r"(?:return|back|go back) to (?:the |our )?(?:top|home|start|.{0,24}\b(?:page|index|list|library|archives?|"
        r"blog|results|menu|home|articles|posts|search))\W*",
        r"table of contents\s*\[?\w{0,6}\]?",
        r"users browsing this (?:forum|topic|thread)\b.{0,120}|who is online|posting rules",
        r"you (?:may|can(?:not)?) (?:not )?post (?:new )?(?:threads|replies|attachments|topics)\b.{0,80}",
        r"all times are (?:gmt|utc)\b.{0,80}", r"author info", r"about this article",
        r"(?:you are here|sie sind hier|vous êtes ici|estás aquí|usted está aquí|tu sei qui|je bent hier)\b.{0,160}",
        r"search(?: for| this (?:site|blog|website)| the (?:site|archives?))\W*",
        r"(?:(?:slide|photo|image|page|picture)\s)?\d{1,3}\s(?:of|/)\s\d{1,3}\W*",
        _with(" > ",
        r"[A-Z][^<>.!?]{1,40}(?: > [^<>.!?]{1,60}){2,6}"), r"home\s*[»›>/·•|→]\s*.{1,160}",
        r"(?:(?:home|news|local|world|sports?|opinion|comment|lifestyle|life|style|culture|arts|books|politics|"
        r"business|"
        r"money|tech|science|health|travel|food|weather|entertainment|tv|video|photos?|jobs|more)[\s|•·/&,-]+){3,}"
        r"(?:home|news|sports?|opinion|comment|lifestyle|life|style|culture|arts|travel|food|weather|"
        r"entertainment|video|"
        r"jobs|more|health|money)",
        r"[\d\s]*(?:\d+\s+){2,}\d+(?:\s*(?:next|…|\.\.\.|last|»).{0,10})?",
        r"(?:(?:>>|[»›])\s*[A-Z][\w &’'-]{1,30}){1,5}|(?:[>/]\s*[A-Z][\w &’'-]{1,30}){2,5}",
        r"(?:font|text) size\b.{0,20}", r"(?:https?://)?www\.\S+", r"(?:to )?unsubscribe\b.{0,80}",
        r"page \d+ of \d+.{0,20}",
        _with(("|", "›", "»"),
        r"(?!.*\b(?:by|posted|published|updated|(?:19|20)\d\d)\b)(?-i:[A-Z0-9])[\w&’'@.+-]*(?: [\w&’'@.+-]+){0,2}"
        r"(?:\s+[|›»]\s+[\w©][\w&’'.+-]*(?: [\w©&’'.+-]+){0,4}){2,14}"),
        r"view (?:all|full|more|comments|profile|original|desktop|"
        r"mobile|web)\b.{0,60}", r"table of contents|contents|toc|in this article:?|article summary|sommaire|"
        r"inhaltsverzeichnis|inhoudsopgave|sumário|spis treści",
        r"(?:all )?posts (?:by|in|tagged)\b.{1,60}", r"show (?:more|less)|expand|collapse|see (?:more|all)\b.{0,30}|"
        r"load more\b.{0,20}",
    ),
    "teaser link": (
        r"(?:also read|video|podcast|gallery)\s*:\s.{1,120}", r"read more\s*:\s.{1,200}",
        r"(?:voir|lire|découvrez|lisez) (?:aussi )?(?:l['’]article|notre article|notre dossier)\s*:\s.{1,140}",
        r"(?:voir aussi|(?:[aà] )?lire aussi|lesen sie auch|mehr dazu|(?:ver|lee) también|te puede interesar|"
        r"(?:prze)?czytaj (?:też|także|również)|zobacz (?:też|także)|čtěte také|läs också|les også|læs også|"
        r"(?:leia|veja|ler) também|"
        r"leggi anche|lees ook)\s*:\s.{1,140}",
        r"(?:\[?\s*(?:continue reading|read (?:more|the rest|on|full|the full).{0,40}|keep reading|more|learn more|"
        r"full story|lire la suite|weiterlesen|leer más|mehr lesen)"
        r"\s*\]?[\s.…»›→>]*)", r"click here (?:to|for)\b.{0,100}",
        r"leggi (?:anche|le altre|tutte le)\b.{0,100}",
        r"(?:also |see also|read(?: (?:also|this|too|next))?|related(?: "
        r"story| article| reading)?)\s*:\s.{1,140}",
        r"(?:more|read next|up next|next up|you (?:may|might)(?: also)? (?:like|enjoy)|"
        r"trending|watch|related)\s*:\s.{1,120}|read next|"
        r"up next|keep reading",
        r"(?:don['’]t miss|must[- ]read|editor['’]s pick|more from|recommended(?: for you)?)\b.{0,80}",
    ),
    "visit counter": (
        r"\(?visited \d.{0,60}", r"you are (?:the )?(?:visitor|guest|reader)\b.{0,12}\d.{0,30}",
        r"(?:views?|visits?|hits?|reads?|page views?|post views?)\s*:?\s*[\d.,]+k?",
        r"[\d.,]+k? (?:times )?(?:viewed|visited)|word count\W*\d[\d.,]*",
        r"\d+ min(?:ute)?s?(?:[ "
        r"-]read)?|reading time\b.{0,30}|temps de lecture\b.{0,30}",
        r"(?:\|\s*)?(?:tempo de leitura|tempo di lettura|tiempo de lectura|lese(?:zeit|dauer)|leestijd|czas czytania)"
        r"\s*:?\s?(?:ca\. |etwa )?\d{1,3} (?:minutos?|minuti|minuten|min)\b.{0,20}",
        r"\d{1,3} min (?:czytania|lectura|lesezeit|leestijd)",
         r"author has [\d.,]+k? answers\b.{0,80}",
        r"[\d.,]+k? views\W.{0,100}", r"reactions\s*:.{0,80}",
        r"view \d+ (?:other )?(?:answers|upvoters|replies)\b.{0,60}",
        r"answered (?:(?-i:[A-Z])[a-z]{2,8}\.? \d.{0,20}|\d.{0,30})(?:\s·.{0,120})?",
        r"(?:rate this|rating|average rating|no votes yet|votes?(?! with\b))\b.{0,60}",
        r"\d+ (?:people|readers) (?:found|"
        r"like).{0,60}",
    ),
    "comment form": (
        r"comments?\s*\(\d{1,5}\)", r"(?:article|reader|post|user) comments\W*",
        r"(?:comment(?:ing)? |community |posting )?guidelines\s*:.{1,400}",
        r"\{.{0,40}\bcomments?\b.{0,60}\}", r"(?:apa|mla) reference|cite this (?:article|page)\W*",
        _with("comment",
        r"(?:[^?!.]{0,50}[?!.] )?(?:please )?(?:tell us|let us know|share (?:your|with us)|sound off|weigh in)\b.{0,60}"
        r"\bcomments?\b.{0,30}"),
        r"(?:\d{1,5}\s)?comments?", r"\d{1,4} answers\b.{0,40}|1 answer",
        r"your answer|post as a guest|sign up or log in", r"other answers ?\(\d{1,4}\)",
        r"best answer\W{0,3}chosen by\b.{0,30}", r"\d{1,3}% \d+ votes?", r"\d+ \d+ rate",
        r"this (?:entry|post) was (?:posted|published|written) (?:in|on|by|under)\b.{0,160}",
        r"(?:dieser (?:beitrag|eintrag) wurde|cette entrée a été publiée|esta entrada (?:fue|ha sido) publicada|"
        r"este (?:artigo|post) foi publicado|quest['’o]+ ?articolo è stato pubblicato|dit bericht (?:werd|is) "
        r"geplaatst)\b.{0,200}",
        r"\(?(?:post|leave|add|write|submit)(?: a| your)?(?: new)? (?:comment|reply|response)\b.{0,60}",
        r"(?:the )?comments?(?: "
        r"(?:to|on|for) this (?:entry|post|article))?(?: are| have been)?(?: now)? (?:closed|off|disabled|turned "
        r"off)\b.{0,40}",
        r"comments off\b.{0,60}", r"comments are closed on this\b.{0,120}",
        r"comments (?:for|on|to) [\w ]{3,30} (?:are|have been)(?: now)? closed\W*",
        r"discussion about this post",
        r"did this (?:article|page|post) help(?: you)?\??",
        r"(?:how we|show) (?:reviewed|sources?).{0,40}", r"\d{1,3} sources?",
        _with(" uses only ",
        r".{2,40} uses only (?:high-quality|peer-reviewed|reputable) .{0,200}"),
        r"(?:kommentare|commentaires|comentarios|komentarze|komentáře|reacties) ?\(?\d+\)?",
        r"current version|written by:?", r"q\s?&\s?a",
        r"(?:privacy|terms|collection notice|link|leave a comment|add to memories|tell a friend|next entry|"
        r"previous entry)"
        r"(?:\s*[|∙·•]\s*(?:privacy|terms|collection notice|link|leave a comment|add to memories|"
        r"tell a friend)){1,5}",
        r"start writing.{0,20}|get the app", _with(" is the home for ",
        r".{2,30} is the home for .{2,40}"), r"sorry, your browser .{0,80}",
        r"download article",
        r"a version of this (?:article|story|essay|column) (?:appears|appeared|was)\b.{0,300}",
        r"continue reading the main story",
        r"(?:this|an earlier version of this) (?:essay|article|piece|column|story) (?:first|"
        r"originally) appeared\b.{0,80}", r"by:?", r"(?:article )?sources?:?(?: https?:\S+)?", r"e-?mail address:?",
        r"(?:medically |clinically )?(?:reviewed|fact[- ]checked) by\s*:.{2,60}|date reviewed\s*:.{2,30}",
        r"listed below are links to (?:web)?(?:logs|sites)\b.{0,160}",
        r"\(?\d+ comments?\)?\W+(?:post|leave|add|read)\b.{3,40}",
        _with("permalink|trackback",
        r"(?!posted by)(?:.{0,60}\W)?(?:permalink|trackbacks?(?: ?\(\d+\))?)(?:\W.{0,60})?"),
        r"\d{0,5}\s?view comments", r"what are your concerns\?|hard to understand|inaccurate",
        r"thanks to all authors\b.{0,120}", _with("clap to show",
        r".{0,80}\bclap to show\b.{0,100}"), r"submit|community q\s?&\s?a",
        r"please be respectful\b.{0,160}", r"share your thoughts\b.{0,80}",
        r"add disqus to your site\b.{0,40}", r"(?:no|one|\d+) (?:comments?|responses?|replies)(?: yet)?\s*[:.]?",
        r"(?:keine kommentare|kommentar veröffentlichen|aucun commentaire|enregistrer un commentaire|"
        r"no hay comentarios|publicar un comentario|nenhum comentário|postar um comentário|nessun commento|"
        r"posta un commento|geen (?:reacties|opmerkingen)|een reactie posten|brak komentarzy|prześlij komentarz)\s*:?",
        r"(?:website|e-?mail|name|url|comment|your comment|message|"
        r"captcha)\s*(?:\(.{1,30}\)|\*)?(?:\s*:)?(?<![a-z])",
        r"(?:website|e-?mail|mail|name|url|comment|nom|site web|adresse e-?mail|correo|nombre)\s*(?:\((?:required|"
        r"optional|will not be published|obligatoire|erforderlich).{0,40}\)|\*|:)\s*\*?",
        r"allowed tags\b.{0,200}", r"you (?:can|may) use these (?:html|tags)\b.{0,300}", r".{0,20}e-?mail (?:address "
        r")?(?:will|is) (?:not|never) (?:be )?(?:published|shared|displayed)\b.{0,120}",
        r"required fields are\b.{0,40}", r"(?:sign|log|logged)[ -]?in\b.{0,30}\b(?:to|or|as)\b.{0,100}",
        r"\d+ of \d+ char.{0,40}", r"\d+ characters? (?:left|remaining)",
        r"bitte (?:melden|loggen) sie sich\b.{0,80}", r"artikel (?:anhören|merken|drucken|teilen)",
        r"notify me (?:of|by|when)\b.{0,80}", r"save my name\b.{0,120}", r"this site uses akismet\b.{0,160}",
        r"(?:fill in your details|please log in using|you are commenting using)\b.{0,160}",
        r"laisser un commentaire.{0,40}", r"votre adresse e-?mail ne sera pas publiée.{0,160}", r"les champs "
        r"obligatoires\b.{0,80}", r"annuler la réponse.{0,20}|cancel reply",
        r"schreibe? einen kommentar.{0,60}|kommentar (?:schreiben|hinterlassen)|deine e-?mail-?adresse wird "
        r"nicht\b.{0,160}|erforderliche felder\b.{0,60}",
        r"(?:deja|escribe) (?:un comentario|una respuesta|tu comentario).{0,40}|(?:dodaj|zostaw|"
        r"napisz) komentarz.{0,40}|lascia un commento.{0,40}|"
        r"(?:deixe|escreva) um comentário.{0,40}|napsat komentář.{0,40}|přidat komentář.{0,40}|"
        r"geef een reactie.{0,40}|reageer.{0,20}|"
        r"twój adres e-?mail nie zostanie.{0,120}|tu dirección de correo electrónico no será\b.{0,160}|los campos "
        r"obligatorios\b.{0,60}",
        r"(?:your email address|all comments are)\b.{0,60}\b(?:published|moderated|reviewed)\b.{0,120}",
        r"subscribe to (?:comments|this).{0,60}", r"discuss this!?|join the (?:conversation|discussion)\W*",
        r"be the first to (?:comment|reply|review)\b.{0,40}", r"(?:sort by|newest|oldest|best|top)(?: first| "
        r"comments| rated)?", r"this comment (?:has been|was) (?:removed|deleted)\b.{0,60}",
        r"trackbacks?\b.{0,100}|pingbacks?\b.{0,160}", r"links to this post|create a link|post a comment on\b.{0,80}",
    ),
    "poll": (
        r"\d{1,3} ?% of (?:readers|people|users)\b.{0,30}\b(?:found|like|said|voted)\b.{0,40}",
        r"see results(?: without voting)?", r"(?:vote|cast your vote|poll)[\s:!.]*", r"view (?:poll )?results",
        _with("vote in ",
        r".{0,80}\bvote in (?:our|the|this) poll\b.{0,40}"),
    r"total votes\b.{0,20}"),
    "filing line": (
        r"(?:filed under|posted (?:in|under)|categor(?:y|ies)|catégories?|kategorien?|categorías?|tags?|tagged(?: "
        r"(?:with|as))?|labels?|topics?|étiquettes?|schlagw\w+|etiquetas?|keywords?|section)\s*:.{0,200}",
        r"current (?:mood|music|location)\s*:.{0,80}", r"(?:#[\w-]+\s*){1,12}", r"co-authored by .{2,40}",
        r"(?-i:in [A-Z][\w&'’]*(?: (?:[A-Z][\w&'’]*|the|and|of|&)){0,4})(?:\s\|.{0,80})?",
        r"#[^#.!?]{1,30}(?: #[^#.!?]{1,30}){1,11}", r".{1,40} (?:reblogged this from .{1,40}|liked this)",
        r"ce contenu a été publié\b.{0,200}|(?:questo articolo è stato|este artículo fue) publi\w+ en?\b.{0,200}",
        r"filed in .{2,60}", r"(?:published|posted|filed) (?:in|under) .{2,60}\s\d{1,3} min(?:ute)?s?(?: read)?",
        r"\d+ notes|posted \d+ (?:years?|months?|weeks?|days?) ago",
        r"(?:filed under|posted in|tagged(?: with| as)?)\s(?!.*[.!?]$).{1,120}",
    ),
    "book notice": (
        _with(" published by ",
        r".{3,120}\b(?:is|was) published by .{2,80}[£$€]\s?\d.{0,40}"),
        _with("is available ",
        r".{3,100}\bis available (?:now|from|at|in|on)\b.{0,80}"
        r"(?:[£$€]\s?\d|\bbookshops?\b|\bamazon\b|\bbookstores?\b).{0,40}"),
    ),
    "issue of a paper": (
        r"this (?:article|essay|story|column|piece) (?:also )?(?:appears|appeared|ran) in (?:the|our) .{2,60}"
        r"\bissue\b.{0,60}",
        r"(?-i:[A-Z][A-Z&' -]{3,40}) (?:january|february|march|april|may|june|july|august|september|october|"
        r"november|december|spring|summer|autumn|fall|winter),? (?:19|20)\d\d",
        _with("19|20",
        r"(?=.{0,60}\b(?:19|20)\d\d\b).{0,40}\b(?:no\.?|nr\.?|issue|vol(?:ume|\.)?)\s?#?\d{1,4}\b.{0,40}"),
    ),
    "copyright line": (
        r"(?:a )?registered charity\b.{0,60}\b(?:no|number|nr)\b.{1,60}",
        r"(?:photograph|photo|illustration)s? of .{3,120}\bby (?-i:[A-Z]).{2,40}",
        r"(?:re)?printed from .{3,100}\bpermission\b.{0,100}",
        r"©\s[A-Z].{2,120}",
        r"(?:©|\(c\)|copyright|all rights reserved)\b.{0,400}\b(?:may not be|without)\b.{0,400}",
        _with("©|(c)|copyright",
        r".{0,60}(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:by\s+)?\d{4}.{0,160}"), _with("all rights reserved",
        r".{0,60}\ball "
    r"rights reserved\b.{0,80}"), r"(?:proudly )?powered by\b.{1,60}",
        r"this (?:page|site) (?:is )?hosted by\b.{0,80}", r"(?:joomla|wordpress|drupal) \w+ by\b.{1,40}",
        r"this article was (?:co-?authored|written|reviewed) by (?:our|a) (?:trained |expert )?team\b.{0,200}",
        r"(?:re)?printed (?:with|by) permission\b.{0,80}",
        r"this (?:article|post|story|column|essay) (?:was |has been )?(?:originally |first )"
        r"(?:published|appeared|posted) (?:at|on|in)\b.{1,160}", r"you (?:may|are free to) (?:re)?print this\b.{0,200}",
        r"(?:distributed|syndicated) by\b.{1,80}", r"theme (?:by|"
        r":)\b.{1,40}"),
    "age of the page": (
        r"(?:difficulty|reading time|read time|time to read)\s*:\s[\w ]{1,24}",
        r"last (?:reviewed|updated)\s*:\s.{3,120}",
        r"(?:next|last) review(?:ed)?(?: due| date| on)?\s*:.{1,40}",
        r"this (?:article |story |post |page )?was (?:first |originally )?(?:published|posted)\b.{1,30}\bago\.?",
        r"(?:last |first |medically |peer )?reviewed and (?:updated|approved|edited)\b.{1,60}",
        r"continued(?: from .{1,40}| below| on page \d{1,3})?\W*", r"(?:part|method|section) \d{1,2} of \d{1,2}:?",
        r"your (?:data|privacy|information|e-?mail(?: address)?) is safe\b.{0,40}",
        r"(?:blog|site|website) (?:at|by|on|powered by) [\w.]{3,30}\.(?:com|org|net)\W*",
        r"this (?:post|page|entry|article) (?:has been|was) (?:viewed|read|visited)\b.{0,60}",
        r"page last (?:updated|modified|reviewed)\b.{0,40}",
        r"this (?:article|story|post|page|column) (?:was|is) .{0,30}\b(?:more than|over) (?:an?|\d{1,2}) years? "
        r"(?:ago|old)\b.{0,100}", r"last (?:modified|updated|changed|edited) by\b.{0,60}",
        r"(?:(?:originally |last )?(?:published|posted|updated|modified|created)(?: on)?\s*:?\s*)?(?:about |over )?"
        r"(?:an?|\d{1,2}) (?:minute|hour|day|week|month|year)s? ago",
    ),
    "date that is lost": (
        r",? ?(?:modifié|mis à jour|publié|aktualisiert|actualizado|aggiornato)(?: (?:le|à|am|um|el|il))?\s*:?",
        r"(?:originally |first |last )?(?:published|posted|updated|modified|"
    r"created)(?: on)?\s*:?",),
    "disclaimer": (
        r"(?:the )?(?:comments?|views?|opinions?) (?:and (?:views?|opinions?|comments?) )?expressed\b.{0,80}"
        r"\b(?:not|their own|those of|solely)\b.{0,300}",
        r"(?:disclaimer|haftungsausschluss)\W*", _with("responsibility|liability",
        r".{0,200}\b(?:disclaims? (?:all|any)|accepts? no) (?:responsibility|liability)\b.{0,200}"),
        r"(?:legal |medical )?disclaimer\s*:.{1,400}",
        r"this content is (?:created|imported|provided)\b.{0,300}",
        r"(?:we|those|the (?:people|writers|columnists?|volunteers)) who (?:answer|write|reply|give advice)\b.{0,60}"
        r"\b(?:are|is) not\b[^.!?]{0,40}\b(?:doctors?|lawyers?|therapists?|counsell?ors?|professionals?)\b.{0,200}",
        r"(?:note|please note|important)\s*:.{0,160}\b"
        r"(?:educational|informational?|entertainment) purposes only\b.{0,300}",
        r"(?:the|this|these|our|all|any)\b.{0,60}\b(?:answers?|information|column|advice|content|articles?|site|page|"
        r"material|blog)\b.{0,60}\bsubstitute for\b.{0,200}",
        r".{2,60} may be compensated\b.{0,300}",
        r"(?:disclaimer|the (?:information|content|advice) (?:on|in|provided|contained)\b).{0,80}\b(?:not|"
    r"substitute|purposes only|intended)\b.{0,500}",),
}  # fmt: skip
