"""Every rule that can decide on a piece of a capture, by its name in the report: what it does, in a sentence."""

from plugins.normalize.segment.comment_engines import AFTER, ENGINES

NO_RULE = "No rule thought otherwise, so this is the article's text."
HELD = "The capture was held back as a whole, so no rule decided on its single lines."

RULES: dict[str, str] = {
    "underline": "A line of signs straight under a short line makes that line a heading.",
    "rule": "A line of dashes, stars or the like only divides parts, and is left out.",
    "list-marks": "Numbers on lines of their own, in a row, are those of the texts below them.",
    "contents-boxes": "Lines in a row that each stand again below as a heading are a box of contents.",
    "link-boxes": "Short lines below “Most read”, “Related articles” and the like lead elsewhere, up to the next text.",
    "pictures-lines": "A picture's caption or description on a line of its own is left out.",
    "menus": "Many very short lines in a row are a menu; the last above the text stay for the title and the byline.",
    "main-text": "On a page that is mostly short lines, what stands apart from its densest text is left out.",
    "foot-of-article": "A line left over of a box below the article, or a notice about its author, is left out.",
    "furniture-lines": "A line that is a known kind of furniture from its first to its last character is left out.",
    "bracketed": "A page builder’s code, a note's number or a way elsewhere, in brackets or last, is cut off.",
    "between-furniture": "A short line between two lines of one box belongs to the box.",
    "tail": "Late on a page, all that follows a related box, a comment form or the like is below the article.",
    "whole-page-again": "The capture holds its whole text twice; the second copy is left out.",
    "doubled-paragraphs": "Of a paragraph that the page prints twice, the second copy is left out.",
    "repeated-lines": "A short line that stands on the page more than once is a caption or keyword line.",
    "several-articles": "The capture holds several articles, each a post; this stands around them.",
    "markup": "The page's markup puts this outside the article.",
    "comments-markup": "The page's markup says that this is a comment.",
    "comments-heading": "The heading above the comments goes with them.",
    "below-comments": "What a page prints below the last comment is none of the article.",
    "forum-posts": "Lines that forums set around their posts say who opened the thread, and who replied when.",
    "community-lines": "What Reddit and sites of questions print around a post says who wrote it, where and when.",
    "comments-rows": "A name above and a row of buttons with an age below state who wrote the comment between them.",
    "answer-pages": "Facts that sites of questions print below a name make a comment of what is answered.",
    "unnamed-comments": "Paragraphs below a heading for comments are comments, though nobody's name was kept.",
    "comments-numbered": "A numbered list below the text holds comments, some of them without a name.",
    "meta-lines": "A line at the top or the very end that only states when and by whom goes into the header.",
    "labeled-names": "A name beside a label such as “Asked by” or “Answered by” is the asker's or the author's.",
    "printed-names": "A full name alone beside a date or label, printed twice, or below the title is the byline.",
    "glued-byline": "“By NAME” at a title's end, or “Text: NAME” at that of the first paragraph, is the byline.",
    "run-in-byline": "“By NAME:” before the first words is the byline.",
    "lost-dates": "A label such as “Published:” whose date did not survive is left out; no date is made up.",
    "find-title": "Of the short lines above the text, the likeliest is the title; what stands above it is the site's.",
    "find-deck": "A sentence or two between the title and the byline is the summary.",
    "head-lines": "A line between title and byline, or a few words alone below them, belongs to the page's head.",
    "glued-alt": "A picture's description glued to the question's mark is cut off.",
    "glued-captions": "A picture's description glued to a sentence's first word is cut off.",
    "glued-titles": "The title, a file's name, or words behind a step, glued to a line, are a picture's and cut off.",
    "export": "The export states this by itself, or only its blog's own system reads it.",
    "find-letters": "Marks such as “Q:”, “A:” and “Dear …” tell letters from answers, and are left out.",
    "captions-in-letters": "A line without a full stop amid a letter's sentences is a picture's caption.",
    "sign-offs": "A name that ends a letter is its asker, at the end of an answer its author; closing words go too.",
    "headings": "A bare line, a run-in lead, a step or a number above running text is a heading; its sign is left out.",
} | {
    f"comments-{engine.name}": f"Lines in the manner of “{engine.name}” state who wrote the comment "
    f"{'above' if engine.where == AFTER else 'below'} them, and when."
    for engine in ENGINES
}
"""Rule and sentence."""


def sentence_of(rule: str, became: str) -> str:
    """What a rule does, in a sentence; for a part on which none decided, why that is so."""
    return RULES[rule] if rule else HELD if became == "held" else NO_RULE
