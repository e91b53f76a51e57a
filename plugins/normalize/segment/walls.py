"""Pages that stand where an article should: errors, consent, log-in and subscription walls, names for sale."""

import re
from typing import NamedTuple

from plugins.normalize.extract.markers import find_marker
from plugins.normalize.model import LETTER, Page

SHORT, LONGEST, LEAST_SIGNS, SHARE = 6, 260, 2, 0.6


class Wall(NamedTuple):
    """What such a page is, and what in small letters it says."""

    reason: str
    says: re.Pattern[str]


def _says(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases))


WALLS = (
    Wall(
        "the page was not found",
        _says(
            r"(?:can['’]t|cannot|could(?: no|n['’])t) be found",
            r"not found",
            r"nothing (?:was |could be )?found",
            r"page (?:that )?you(?: are|['’]re| were)? (?:looking for|requested)",
            r"page (?:does not|no longer) exists?",
            r"been (?:re)?moved(?:,| or)",
            r"been deleted",
            r"name changed",
            r"temporarily unavailable",
            r"\b404\b",
            r"check the (?:address|url|spelling)",
            r"typing errors?",
            r"try (?:a search|searching|one of the links)",
            r"(?:go )?back to (?:our|the) home",
            r"(?:broken|dead) link",
        ),
    ),
    Wall(
        "a wall of consent to cookies",
        _says(
            r"our (?:\d+ )?partners",
            r"access information on a device",
            r"unique identifiers",
            r"personal data",
            r"legitimate interest",
            r"(?:manage|accept|reject) (?:all|cookies|options|choices|preferences|consent)\b",
            r"cookie policy",
            r"personali[sz]ed (?:ads|advertising|content)",
            r"browsing data",
            r"we (?:use|value) (?:cookies|your privacy)",
            r"device characteristics",
            r"privacy policy",
        ),
    ),
    Wall(
        "the site gave no access",
        _says(
            r"european economic area",
            r"general data protection",
            r"access (?:cannot be granted|denied|to this (?:page|site))",
            r"unable to (?:access|give you access)",
            r"(?:have been|been|request (?:was|is)) blocked",
            r"security (?:service|check|solution|verification)",
            r"\bray id\b",
            r"(?:you are|you['’]re) (?:a )?(?:human|not a robot)",
            r"checking your browser",
            r"(?:enable|disabled?|turn on|requires?) (?:javascript|cookies)",
            r"(?:javascript|cookies) (?:is|are|must be) (?:disabled|required|enabled|turned off)",
            r"out of date browser",
            r"(?:upgrade|use) (?:your|an alternative) browser",
            r"legal reasons",
            r"suitable for adults",
            r"wish to continue",
            r"(?:over|under) (?:the age of )?18\b",
            r"invited readers",
        ),
    ),
    Wall(
        "a page to log in",
        _says(
            r"not logged in",
            r"(?:must|need to|have to) (?:be logged|log|sign) in",
            r"log ?in or register",
            r"permission to (?:access|view)",
            r"sufficient privileges",
            r"administrat(?:or|ive) (?:may have|features)",
            r"awaiting activation",
            r"forgot(?:ten)? (?:your |my )?password",
            r"user ?name (?:or|and) password",
            r"create (?:an|your) account",
            r"fill in the form",
        ),
    ),
    Wall(
        "a page for subscribers",
        _says(
            r"free articles?\b",
            r"subscribe (?:today|now|to (?:continue|read))",
            r"already a (?:subscriber|member)",
            r"(?:full|unlimited) access",
            r"cancel (?:at )?any ?time",
            r"subscription (?:renews|will|in order)",
            r"confirm your (?:subscription|e-?mail)",
            r"unsubscribe",
            r"spam folder",
            r"thank you for subscribing",
            r"(?:to|for) (?:our )?(?:subscribers|members) only",
            r"sign up to (?:read|continue)",
        ),
    ),
    Wall(
        "the site is not there any more",
        _says(
            r"domain\b.{0,60}\b(?:sale|available|expired|purchase)",
            r"buy(?:er)? protection",
            r"buy (?:this|the) domain",
            r"(?:this|the) (?:site|blog|page) (?:is|has been) (?:closed|suspended|no longer|under)",
            r"account (?:has been )?suspended",
            r"close this (?:site|blog)",
            r"(?:site|blog|page|articles?)\b.{0,60} (?:have|has) moved to",
            r"update your bookmarks",
            r"under (?:construction|maintenance)",
            r"scheduled maintenance",
        ),
    ),
)


def why_walled(page: Page) -> str:
    """Why a short page is such a one; empty where it is none.

    It has to say two things or more of one kind, in most of its text: a notice below an article is not most of it.
    Leaves alone every page with a letter.
    """
    pieces = page.body()
    prose = sum(piece.words for piece in pieces if piece.words > SHORT)
    if prose > LONGEST or any((mark := find_marker(piece.text)) and mark.side == LETTER for piece in pieces):
        return ""
    whole = "\n".join(piece.text for piece in pieces).lower()
    for wall in WALLS:
        if len(set(wall.says.findall(whole))) < LEAST_SIGNS:
            continue
        said = [(piece, set(wall.says.findall(piece.text.lower()))) for piece in pieces]
        words = sum(piece.words for piece, signs in said if signs and piece.words > SHORT)
        if len(set().union(*(signs for _, signs in said))) >= LEAST_SIGNS and words >= SHARE * prose:
            return f"{wall.reason}: no article"
    return ""
