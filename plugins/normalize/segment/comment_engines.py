"""The comment systems that are known, as data: how each attributes a comment, and the buttons that stand around it."""

import re
from dataclasses import dataclass

NAME = r"(?P<name>[^\s|•·:,][^|•·:]{0,58}?)"
RELATIVE = (
    r"(?:(?:about|over|almost)\s+)?(?:\d+|an?|one|two)\s*(?:years?|months?|weeks?|days?|hours?|minutes?|mins?|"
    r"yrs?|mos?|[ymwdh])(?:\s+ago)?"
)
AGO = r"(?:(?:about|over|almost)\s+)?(?:\d+|an?|one|two)\s+(?:years?|months?|weeks?|days?|hours?|minutes?)\s+ago"
ONE_DATE = r"(?P<date>[^|]{0,20}\b\d[^|]{4,60}?)"
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)"
BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class Engine:
    """How one comment system writes its attribution.

    `line` matches the whole attribution line. `least` is how many such lines prove the engine by themselves; with a
    heading such as `3 Comments` above one is enough. `dated` says that a line without a date is none of this engine's;
    `next_date` that the date stands alone on the next line.
    """

    name: str
    line: re.Pattern[str]
    where: str
    least: int = 2
    dated: bool = False
    next_date: bool = False


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


ENGINES: tuple[Engine, ...] = (
    Engine("hubspot", _line(rf"Posted @ {ONE_DATE} by (?P<name>.{{1,80}})"), AFTER, 1, dated=True),
    Engine("typepad", _line(rf"Posted by:?\s+{NAME}\s*\|\s*{ONE_DATE}"), AFTER, 1, dated=True),
    Engine("early-wordpress", _line(rf"(?:#\s*)?Comment by {NAME}\s*[|—–-]+\s*{ONE_DATE}#?"), AFTER, 1, dated=True),
    Engine(
        "blogger",
        _line(
            rf"(?:\d+[.)]?\s+)?{NAME} (?:said|wrote|escribió|hat gesagt|a dit|ha detto)\s?(?:\.\.\.|"
            rf"…|:)"
        ),
        BEFORE,
        1,
    ),
    Engine("wordpress-on", _line(rf"(?:on\s+)?{ONE_DATE}\s*,?\s*{NAME} (?:said|says|wrote):?"), BEFORE, 1, dated=True),
    Engine(
        "wordpress-date",
        _line(
            rf"(?:\d+[.)]\s+)?{NAME}\s+(?:on|[|•·—–-])\s+{ONE_DATE}(?:\s+(?:said|says|"
            rf"wrote):?|\s*#|\s*reply)*"
        ),
        BEFORE,
        2,
        dated=True,
    ),
    Engine(
        "wordpress-anchor",
        _line(rf"{NAME}\s+(?P<date>{MONTH}[a-z]*\.? \d.{{6,40}}?)\s*(?:#|reply)"),
        BEFORE,
        1,
        dated=True,
    ),
    Engine("livejournal", _line(r"From:\s*(?P<name>\S.{0,40})"), BEFORE, 1, next_date=True),
    Engine("wordpress", _line(rf"(?:\d+[.)]?\s+)?{NAME}\s+(?:says|dit|sagt|dice)\s?:?"), BEFORE, 1, next_date=True),
    Engine(
        "hubpages",
        _line(rf"{NAME}\s+{AGO}(?P<rest>(?:\s+from\s+.{{1,60}}?)?(?:\s+(?P<owner>(?:Hub )?Author))?)"),
        BEFORE,
        1,
    ),
    Engine("disqus", _line(rf"(?:Avatar\s+)?{NAME}\s*[•·]\s*{RELATIVE}(?:\s*[•·].*)?"), BEFORE, 1),
    Engine(
        "disqus-reply", _line(rf"{NAME}\s+(?:➤|→|>|↪|\u21aa)\s*(?P<to>[^•·]{{1,50}}?)\s*[•·]\s*{RELATIVE}"), BEFORE, 1
    ),
    Engine("two-lines", _line(r"(?P<name>[^\s.!?:,][^.!?:,|]{0,40})"), BEFORE, 2, next_date=True),
)
"""Every engine, most telling first."""
HEADING = re.compile(
    r"(?:(?:\d+|no|one|two|three)\s+)?(?:comments?|responses?|replies|thoughts?|kommentare?|commentaires?|"
    r"comentarios?|réponses?)"
    r"(?:\s+\d+\s+comments?|\s*[(:]?\s*\d*\)?:?|\s+(?:to|on|for|so far|zu|sur|en)\b.{0,200})|"
    r"\d+\s+(?:comments?|responses?|replies|thoughts?)\b.{0,160}|(?:reader\s+)?comments?\b\s*:?|join the "
    r"(?:conversation|discussion)",
    re.I,
)
INSIDE = re.compile(
    r"reply(?: to this)?|reply\s*[•·|]?\s*(?:share|like|report|delete)?.{0,12}|delete(?: comment)?|like|share\s*›?|"
    r"report(?: abuse)?|permalink|"
    r"edit|see more|show more|flag(?: as inappropriate)?|[△▽^v∧∨\s\d•·|↑↓]*(?:reply|share)\s*[•·|"
    r"›\s]*(?:share)?[\s›»]*|\d+\s*(?:likes?|votes?)?|"
    r"reply \| thread.{0,20}|expand full comment|collapse|"
    r"répondre|antworten|responder|.{1,50} profile image|avatar|loading\.*|your comment is awaiting moderation\.?",
    re.I,
)
