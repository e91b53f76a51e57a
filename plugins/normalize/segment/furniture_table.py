"""The kinds of furniture as patterns, and as one question that most lines answer in one pass."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable

from plugins.normalize.segment.furniture_kinds import KINDS, SIGNS

TAIL_OPENERS = re.compile(
    r"(?:(?:related|recent|popular|similar|more|latest|featured|other|previous|trending|further)\s+(?:posts?|"
    r"articles?|stor(?:y|ies)|reading|columns?|questions?|letters?|from\b.{0,40}|content|entries|topics|links|on "
    r"this\b.{0,40}))\b.{0,30}|"
    r"possibly related posts\b.{0,40}|"
    r"read next|up next|keep reading|more stories|more (?:on|in)\b.{2,40}|das könnte sie auch interessieren|"
    r"mehr zum thema|"
    r"lesen sie auch|auch interessant|(?:[aà] )?lire aussi ?|lee también|"
    r"vous aimerez aussi|"
    r"te puede interesar|you (?:may|might)(?: also)? (?:like|enjoy|be interested in|"
    r"want to read)\b.{0,40}|what(?:'|’)s (?:next|hot|"
    r"trending)\??|"
    r"(?:about the author|author bio|articles similaires|ähnliche (?:beiträge|artikel)|artículos relacionados|share "
    r"this:?|blogroll|archives?|tag cloud|"
    r"(?:post|leave)(?: a| your)? (?:comment|reply)|laisser un commentaire|schreibe? einen kommentar|deja un "
    r"comentario|filed under.{0,120}|categories|"
    r"(?:article )?contributed by|more .{3,60}\b(?:advice|articles|stories|tips) from .{2,40}|"
    r"written by|published by|about (?:me|the (?:writer|blogger|columnist|expert|therapist))|"
    r"explore more|related|tags|topics|more about\b.{2,40}|"
    r"(?:recent|latest|popular|new) (?:on|from|in) .{2,40}|more answers below|"
    r"(?:también )?te puede interesar|"
    r"(?:show |view |all |latest |recent |reader |top )?comments(?: ?\(\d+\))?|discussion policy|explore further|"
    r"more must[- ]reads\b.{0,40}|must[- ]reads?|[\w’' ]{2,24} recommends|dir könnte auch gefallen|"
    r"das könnte dich.{0,40}|"
    r"weitere (?:artikel|beiträge|infos?|informationen|themen|links|meldungen|nachrichten)\b.{0,40}|"
    r"mehr (?:zu|aus|von|über)\b.{0,40}|neueste (?:artikel|beiträge|kommentare)|(?:die )?meistgelesene\w*.{0,30}|"
    r"(?:pflichtfelder|kommentare|impressum)|über (?:den autor|die autorin|mich)|"
    r"report this|sign in or sign up\b.{0,80}|recommended(?: for you| reading)?|readers also (?:liked|read)|see also|"
    r"most (?:read|popular|viewed|commented))\s*:?",
    re.I,
)
"""Lines after which, late on a page, nothing of the article follows."""

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)) for kind, patterns in KINDS.items()
)
"""Each kind's name and the pattern that a whole line of it matches."""

LONG_KINDS = {
    "box for sending letters",
    "privacy notice",
    "cookie notice",
    "advertisement",
    "comment form",
    "disclaimer",
    "subscription box",
    "copyright line",
}
LONG_PATTERNS = tuple((kind, pattern) for kind, pattern in PATTERNS if kind in LONG_KINDS)
"""The kinds that run to more than LINE characters: notices, boxes and forms."""


_CASED = "(?-i:"


def _in_small_letters(pattern: str) -> str:
    """A pattern for lines in small letters; classes such as `\\S` stay as they are."""
    return re.sub(r"(?<!\\)[A-Z]", lambda letter: letter[0].lower(), pattern)


class AnyOf:
    """Some kinds of furniture as one question: whether a line of more than so many characters is any of them.

    Most lines are none, and one pass over a line in small letters tells that several times faster than a pass for each
    kind to which case means nothing. Patterns with signs are gone through only for lines that hold one.
    """

    def __init__(self, kinds: Iterable[str], more_than: int = 0) -> None:
        every = [pattern for kind in kinds for pattern in KINDS[kind]]
        patterns = [pattern for pattern in every if _longest(pattern) > more_than]
        plain = [pattern for pattern in patterns if pattern not in SIGNS]
        self._by_case = re.compile(_either(one for one in plain if _CASED in one), re.I)
        self._small = re.compile(_either(_in_small_letters(one) for one in plain if _CASED not in one))
        self._signed: defaultdict[str, list[tuple[bool, re.Pattern[str]]]] = defaultdict(list)
        for one in patterns:
            cased = _CASED in one
            pattern = re.compile(one, re.I) if cased else re.compile(_in_small_letters(one))
            for sign in SIGNS.get(one, ()):
                self._signed[sign].append((cased, pattern))

    def matches(self, line: str) -> bool:
        """Whether one of the kinds' patterns matches a whole line."""
        small = line.lower()
        if self._small.fullmatch(small) or self._by_case.fullmatch(line):
            return True
        signs = [sign for sign in self._signed if sign in small]
        return any(
            pattern.fullmatch(line if cased else small) for sign in signs for cased, pattern in self._signed[sign]
        )


def _longest(pattern: str) -> float:
    """The most characters that a pattern can match, or more; without a limit where its repeats have none, or groups."""
    if re.search(r"[*+]|\)\{|,\}|\(\?P=|\\\d", pattern):
        return math.inf
    return len(pattern) + sum(int(most) for most in re.findall(r"\{(?:\d+,)?(\d+)\}", pattern))


def _either(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)"


LABEL_KINDS = {"share row", "visit counter", "navigation", "teaser link", "media player", "photo credit", "poll"}
"""The kinds that are labels and buttons: none of them is a whole sentence."""

LINE = 200
LONG_LINE = 420
"""No line longer than this is furniture by its pattern alone."""

ANY, ANY_LONG = AnyOf(KINDS), AnyOf((kind for kind in KINDS if kind in LONG_KINDS), LINE)
