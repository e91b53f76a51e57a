"""The comment systems that are known, as data: how each attributes a comment, and the buttons that stand around it."""

import re
from dataclasses import dataclass

NAME = r"(?P<name>[^\s|•·:,][^|•·:]{0,58}?)"
AGE = (
    r"(?:(?:about|over|almost|last)\s+)?(?:\d+|an?|one|two)?\s*(?:years?|months?|weeks?|days?|hours?|minutes?|mins?|"
    r"yrs?|mos?|wks?|[ymwdh])(?:\s+ago)?"
)
AGO = (
    r"(?:(?:about|over|almost)\s+)?(?:\d+|an?|one|two)\s*"
    r"(?:decades?|years?|months?|weeks?|days?|hours?|minutes?|[ymwdh])\s+ago"
)
ONE_DATE = r"(?P<date>[^|]{0,20}\b\d[^|]{4,60}?)"
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
SAID = r"(?:says|said|wrote|writes|replied|commented|dit|sagt|schreibt|dice|ha detto|zegt|skriver)"
BEFORE, AFTER = "before", "after"
SURE, DATED, WEAK = "sure", "dated", "weak"


@dataclass(frozen=True)
class Engine:
    """How one comment system writes its attribution.

    `line` matches the whole attribution line. `proof` says what makes such lines comments: a `sure` one does by itself,
    of `dated` ones two do, or one below a heading such as `3 Comments`; `weak` ones need the heading, or buttons such
    as `Reply` by them. `dated` says that a line without a date is none of this engine's; `next_date` that the moment
    stands alone on the next line, and must where `line` has no `says`, `moment_above` that it stands alone on the line
    above; `subject` that the line above is the comment's subject, and the one above that its day.
    """

    name: str
    line: re.Pattern[str]
    where: str
    proof: str = SURE
    dated: bool = False
    next_date: bool = False
    subject: bool = False
    moment_above: bool = False


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_NUMBER = r"(?:(?:#?\s?\d+[.):]?|\(\d+\)|[•*·◦▪□■○])\s+)?"
_LIKES = r"(?:\s*[•·|]\s*(?:\d+ likes?|edited|reply|share|like|link|flag|\d+))*"

ENGINES: tuple[Engine, ...] = (
    Engine("hubspot", _line(rf"Posted @ {ONE_DATE} by (?P<name>.{{1,80}})"), AFTER, dated=True),
    Engine("typepad", _line(rf"Posted by:\s*{NAME}\s*(?:\||\bat\b|\bon\b)\s*{ONE_DATE}"), AFTER, dated=True),
    Engine("typepad-bar", _line(rf"(?:Posted )?by:?\s+{NAME}\s*\|\s*{ONE_DATE}"), AFTER, DATED, dated=True),
    Engine(
        "early-wordpress",
        _line(rf"(?:#\s*)?(?:Comment|(?P<ping>Pingback|Trackback)) by {NAME}\s*[|—–-]+\s*{ONE_DATE}#?"),
        AFTER,
        dated=True,
    ),
    Engine(
        "squarespace",
        _line(r"(?P<date>[^|]{6,40}?)\s*\|\s*(?:Un)?registered Commenter\s+(?P<name>.{1,60})"),
        AFTER,
        dated=True,
    ),
    Engine(
        "haloscan",
        _line(rf"{NAME}(?:\s*\|\s*(?:e-?mail|homepage|url|website))+\s*\|\s*{ONE_DATE}(?:\s*\|\s*#?)?"),
        AFTER,
        dated=True,
    ),
    Engine(
        "said-this",
        _line(rf"{NAME} said this (?:on|at) {ONE_DATE}(?:\s*[|•·]\s*(?:reply|permalink|edit).{{0,20}})?\.?"),
        AFTER,
        dated=True,
    ),
    Engine(
        "name-twice",
        _line(
            rf"{_NUMBER}(?P<name>[^\s|•·:,][^|•·:]{{1,58}}?)\s?(?P=name)\s?"
            r"(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:,? .{3,20})?)"
        ),
        BEFORE,
    ),
    Engine("drupal", _line(rf"(?:Permalink\s+)?Submitted by {NAME} on {ONE_DATE}\.?"), BEFORE, DATED, dated=True),
    Engine("movable-type", _line(rf"Posted by:? {NAME} (?:on|at) {ONE_DATE}\.?"), AFTER, DATED, dated=True),
    Engine(
        "blogger",
        _line(rf"{_NUMBER}{NAME} (?:said|wrote|escribió|dijo|hat gesagt|a dit|ha detto|disse|zei)\s?(?:\.\.\.|…)"),
        BEFORE,
    ),
    Engine(
        "early-blogger",
        _line(
            rf"At\s+(?P<date>(?:[^|:]{{0,30}}\d{{4}},?\s+(?:at\s+)?)?\d{{1,2}}[:.]\d\d\s?(?:[ap]m)?"
            rf"(?:,\s+[^|:]{{6,40}}?\d{{4}})?)\s?,?\s+{NAME}\s+"
            r"(?:said|wrote|a dit|hat gesagt|dijo|ha detto|disse|zei)\s?(?:\.\.\.|…)"
        ),
        BEFORE,
    ),
    Engine(
        "reddit",
        _line(
            rf"u/(?P<name>[\w-]{{2,30}})(?:\s+op)?\s*[•·]?\s*(?:(?P<date>{MONTH} \d[^|•·]{{3,20}}?)|{AGO}|"
            r"\d+\s?(?:mo|yr|hr|min|[hdmwy])\.?(?: ago)?)(?:\s*[•·]?\s*edited\b.{0,40})?"
        ),
        BEFORE,
    ),
    Engine(
        "old-reddit",
        _line(
            r"\[[–+-]\]\s*(?P<name>[\w-]{2,30})(?P<owner>\[S\])?\s+"
            r"(?:-?[\d.]+k? points?|\[score hidden\]).{0,80}"
        ),
        BEFORE,
    ),
    Engine("number-below-moment", _line(r"\d{1,4}\.?\s?(?P<name>[^\W\d][^.!?:]{0,40})"), BEFORE, moment_above=True),
    Engine("by-below-subject", _line(rf"by:\s*{NAME}"), BEFORE, subject=True),
    Engine(
        "hubpages",
        _line(rf"{NAME}(?: \((?P<owner>author)\))? from (?P<place>.{{1,60}}?) on {ONE_DATE}:"),
        BEFORE,
        dated=True,
    ),
    Engine(
        "name-on-date",
        _line(rf"(?![^:]{{1,60}} from ){NAME}(?: \((?P<owner>author)\))? on {ONE_DATE}:"),
        BEFORE,
        DATED,
        dated=True,
    ),
    Engine("wordpress-on", _line(rf"(?:(?:on|at)\s+)?{ONE_DATE}\s*,?\s*{NAME} {SAID}\s?:?"), BEFORE, DATED, dated=True),
    Engine(
        "wordpress-date",
        _line(
            rf"{_NUMBER}(?:(?:posted |comment )?by |from |par |von )?{NAME}\s*"
            rf"(?:,|\s+(?:on|at|am|le|el|il|op|em|den|dne|på)|\s[|"
            rf"•·»—–-])\s+{ONE_DATE}(?:\s+{SAID}:?|"
            rf"\s*[|•·]?\s*(?:#|reply|permalink|permanent link|profile|link|edit))*"
        ),
        BEFORE,
        DATED,
        dated=True,
    ),
    Engine(
        "wordpress-anchor",
        _line(rf"{_NUMBER}{NAME}\s+(?P<date>{MONTH} \d.{{6,40}}?)\s*(?:#|reply)"),
        BEFORE,
        dated=True,
    ),
    Engine(
        "name-and-date",
        _line(
            rf"{_NUMBER}{NAME}(?::?\s+(?=\S)|(?<=\D)(?=\d))(?P<date>\(?(?:\d{{1,2}}\.? (?:de )?[a-zà-ÿ]{{3,10}}|"
            rf"(?<=[\s(]){MONTH} \d|"
            rf"(?<=\s)\d{{1,4}}[./-]\d|(?<=[\s(])(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ).{{4,40}}?\)?)"
            r"(?:\s*(?:#|reply|permalink))*"
        ),
        BEFORE,
        DATED,
        dated=True,
    ),
    Engine(
        "name-glued-to-date",
        _line(
            rf"{_NUMBER}"
            r"(?P<name>[^\s|•·:][^|•·:]{0,58}?)(?<=\S)(?P<date>(?-i:January|February|March|April|May|June|July|August|"
            r"September|October|November|December) \d{1,2}, \d{4} at \d{1,2}:\d\d\s?[ap]m)"
        ),
        BEFORE,
        DATED,
        dated=True,
    ),
    Engine(
        "date-and-name",
        _line(rf"(?:on\s+)?(?P<date>[^|]{{6,40}}?\d(?::\d\d)?\s?[ap]m)\s*(?:\d{{1,3}}\s+|,\s*|\s-\s*){NAME}"),
        BEFORE,
        DATED,
        dated=True,
    ),
    Engine(
        "bars",
        _line(rf"{NAME}\s*\|\s*(?P<date>[^|]{{6,40}}\|\s*\d{{1,2}}[:.]\d\d\s?(?:[ap]m)?)(?:\s*\|.{{0,30}})?"),
        BEFORE,
        DATED,
        dated=True,
    ),
    Engine("livejournal", _line(r"From:\s*(?P<name>\S.{0,40})"), BEFORE, next_date=True),
    Engine("wordpress", _line(rf"{_NUMBER}{NAME}\s+{SAID}\s?:?"), BEFORE, WEAK, next_date=True),
    Engine(
        "name-and-age",
        _line(
            rf"{_NUMBER}{NAME},?\s+(?:[-–|]\s+)?{AGO}(?P<rest>(?:\s+from\s+(?P<place>.{{1,60}}?))?"
            rf"(?:\s+(?:level \d+ commenter|(?P<owner>(?:hub )?author)))?{_LIKES})"
        ),
        BEFORE,
        WEAK,
    ),
    Engine("disqus", _line(rf"(?:Avatar\s+)?{NAME}\s*[•·]\s*{AGE}(?:\s*[•·].*)?"), BEFORE),
    Engine(
        "disqus-reply",
        _line(rf"(?:Avatar\s+)?{NAME}\s+(?:➤|→|>|↪|▶|►|»)\s*(?P<to>[^•·]{{1,50}}?)\s*[•·]\s*{AGE}(?:\s*[•·].*)?"),
        BEFORE,
    ),
    Engine("livefyre", _line(r"(?P<name>[^\s|:][^|:]{0,40}?)\s+\d+\s?pts?\b.{0,20}"), BEFORE, DATED),
    Engine("name-and-day", _line(rf"{NAME}\s*[•·,-]?\s+(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})"), BEFORE, WEAK),
    Engine(
        "two-lines", _line(r"(?:#?\d{1,4}[.):]?\s+)?(?P<name>[^\s.!?:,][^!?:,|]{0,40}):?"), BEFORE, WEAK, next_date=True
    ),
)
"""Every engine, most telling first."""

_SAID_SIGNS = ("sa", "wr", "replied", "commented", "dit", "schreibt", "dice", "ha detto", "zegt", "skriver")
SIGNS: dict[str, tuple[str, ...]] = {
    "blogger": ("...", "…"),
    "early-blogger": ("...", "…"),
    "squarespace": ("|",),
    "typepad-bar": ("|",),
    "bars": ("|",),
    "haloscan": ("|",),
    "hubpages": (" from ",),
    "name-on-date": (" on ",),
    "wordpress-on": _SAID_SIGNS,
    "wordpress": _SAID_SIGNS,
    "wordpress-anchor": ("#", "reply"),
    "name-and-age": ("ago",),
    "disqus": ("•", "·"),
    "disqus-reply": ("•", "·"),
    "livefyre": ("pt",),
    "name-and-day": ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
}
"""What in small letters stands in every line of an engine, one or another: it is seen faster than the line is read."""

FAMILIES: tuple[tuple[Engine, ...], ...] = (
    tuple(engine for engine in ENGINES if engine.name.startswith("disqus")),
    *(
        (engine,)
        for engine in ENGINES
        if engine.proof == SURE and engine.name != "hubpages" and not engine.name.startswith("disqus")
    ),
    tuple(engine for engine in ENGINES if engine.name in ("hubpages", "name-on-date")),
    *((engine,) for engine in ENGINES if engine.proof == DATED and engine.name != "name-on-date"),
    *((engine,) for engine in ENGINES if engine.proof == WEAK),
)
"""The engines whose lines stand together on one page, in the order in which they are looked for."""

CLEAR = tuple(engine for engine in ENGINES if engine.proof == SURE and engine.dated)


def is_attribution(line: str) -> bool:
    """Whether a line by itself says in some system's words who wrote a comment, and when.

    >>> is_attribution("Posted @ Friday, March 08, 2013 5:25 AM by Ann"), is_attribution("I posted it on Friday")
    (True, False)
    """
    return any(engine.line.fullmatch(line) for engine in CLEAR)
