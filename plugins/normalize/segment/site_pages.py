"""Pages on which a site speaks of itself: about, contact, privacy, terms, help. They are no articles."""

import re
from itertools import pairwise
from typing import NamedTuple

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.model import LETTER, Page, Piece

PARAGRAPH, NAME_WORDS, LEAST_SIGNS = 12, 6, 2
_SITE = r"(?:site|web ?site|blog|column|page|newsletter|magazine|podcast)"


class Kind(NamedTuple):
    """How pages of one kind are called, and what in small letters their text says."""

    called: re.Pattern[str]
    says: re.Pattern[str]


KINDS = (
    Kind(
        re.compile(
            rf"about(?: (?:me|us|the author|(?:this|the|my|our) {_SITE}))?|who (?:we are|i am)|our (?:story|mission)",
            re.I,
        ),
        re.compile(
            r"(?:i|we) (?:started|created|founded|launched|run) (?:this|the|my|our|writing)|"
            rf"welcome to (?:my|our|the|this)|(?:this|my|our) (?:little )?{_SITE}\b|(?:our|my) (?:mission|readers)|"
            r"work with (?:me|us)|(?:hi|hello),? (?:there, )?i['’]?(?: a)?m\b|(?:contact|e-?mail|write to) (?:me|us)\b|"
            r"\S@\S|i live in\b"
        ),
    ),
    Kind(
        re.compile(r"(?:our )?(?:privacy|cookies?|privacy (?:and|&) cookies?)(?: policy| notice| statement)?", re.I),
        re.compile(
            r"personal (?:information|data)|cookies?\b|third[- ]part(?:y|ies)|(?:this|our) (?:privacy )?policy|"
            r"we (?:collect|store|share|use)\b|your (?:privacy|information|data)|ip (?:address|number)"
        ),
    ),
    Kind(
        re.compile(
            r"terms(?: (?:of (?:use|service)|(?:and|&) conditions))?|disclaimer|legal notice|copyright(?: notice)?",
            re.I,
        ),
        re.compile(
            r"these terms|you agree|liab(?:le|ility)|warrant(?:y|ies)|all rights reserved|not (?:a )?substitute for|"
            r"informational purposes|without (?:prior )?(?:written )?permission|this (?:web ?site|site|blog)"
        ),
    ),
    Kind(
        re.compile(
            r"contact(?: (?:me|us))?|get in touch|advertise(?: with us)?|write for us|submissions?(?: guidelines)?",
            re.I,
        ),
        re.compile(
            r"\S@\S|(?:fill in|use) (?:the|this) form|we (?:will|['’]ll) (?:reply|answer|get back)|guest posts?|"
            r"word count|media kit|page views|send (?:us|me) (?:a|an|your)\b|phone|p\.?o\.? box|submissions?\b"
        ),
    ),
    Kind(
        re.compile(
            r"help|support|faqs?|frequently asked questions|how (?:it|this site) works|comment(?:s|ing)? policy|"
            r"house rules",
            re.I,
        ),
        re.compile(
            r"(?:your|an) (?:account|password|order|subscription|profile|e-?mail address)|log ?in\b|sign (?:in|up)\b|"
            r"refund|(?:this|our|the) (?:web ?site|site|blog)\b|moderat(?:e|ed|ion|or)|unsubscribe|click"
        ),
    ),
)


def why_no_article(page: Page) -> str:
    """Why a page is one on which the site speaks of itself; empty where it is none.

    Its name has to stand straight above the first paragraph, or above that one's question, and its text has to say two
    things or more of that kind. Leaves alone every page with a letter, and an article below a menu that ends in such a
    name.
    """
    name = _name_above_text(page.pieces)
    kinds = [kind for kind in KINDS if kind.called.fullmatch(name.strip(" :.!"))]
    if not kinds or any((mark := find_marker(piece.text)) and mark.side == LETTER for piece in page.pieces):
        return ""
    text = "\n".join(piece.text for piece in page.pieces if piece.words >= PARAGRAPH).lower()
    if any(len(set(kind.says.findall(text))) >= LEAST_SIGNS for kind in kinds):
        return f"the site speaks of itself here (“{name}”): no article"
    return ""


def _name_above_text(pieces: list[Piece]) -> str:
    """The short line straight above a page's first paragraph, or above the question over it."""
    over = ""
    for above, piece in pairwise(pieces):
        if piece.words >= PARAGRAPH:
            return over if above.text.endswith("?") else above.text if above.words <= NAME_WORDS else ""
        over = above.text
    return ""
