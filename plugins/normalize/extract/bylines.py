"""Bylines as lines state them: what announces a name, where the name ends, several names, and what may stand behind."""

import re
from typing import NamedTuple

from plugins.normalize.extract.dates import WEEKDAY, find_date
from plugins.normalize.extract.names import CREDENTIALS, PERSON, is_full_name, is_person

_RANK = r"(?:(?:guest|staff|contributing|senior|assistant|associate|features?|lifestyle)\s+)?"
ROLE = (
    r"(?:contributors?|bloggers?|writers?|columnists?|editors?|authors?|reporters?|correspondents?|journalists?|"
    r"counsell?ors?|(?:psycho)?therapists?|psychologists?|psychiatrists?|coach|agony aunts?|mediators?|sexologists?|"
    r"social worker|matchmaker|specialist)"
)
_WORK = r"(?:post|story|article|column|essay|report|interview|commentary|advice|answers?|words|text)"
_NAME_COMES = rf"(?=\s*[:–—-]|\s+(?-i:{PERSON}))"
BY = re.compile(
    rf"(?:(?:this is )?(?:an? )?(?:(?:(?:guest|blog) )?{_WORK}|(?:web )?posted|submitted|written|published|answered|"
    rf"interviewed|created|contributed|publicado|publié|rédigé|veröffentlicht|geschrieben|escrito|écrit|geschreven|napisane)?\s*"
    rf"\b(?:by|par|von|por|door|przez|av|(?-i:di|da|Di|Da))\b|as told to\b|advice from\b|"
    rf"(?:with|hosted by)(?=\s+(?-i:Dr|Prof|Rev|Mrs?|Ms|Miss|Auntie|Aunt|Uncle|Father|Rabbi|Pastor|"
    r"Sister|Mother|Brother)\b)|"
    rf"(?:guest |expert )?(?:authors?|writer|columnist|contributor|blogger){_NAME_COMES}|via(?=\s(?-i:[A-Z]))|"
    r"byline(?=\s?:)|"
    rf"(?:le billet|la chronique|la columna|la rubrica|die kolumne|de column) (?:de|di|von|van)(?=\s(?-i:{PERSON}))|"
    rf"(?:words|te(?:ks|x)te?|testo|story|article|report)(?=\s*:))\s*[:–—-]?\s*"
    rf"(?:{_RANK}{ROLE}\s+(?=(?-i:[A-Z])))?",
    re.I,
)
BY_LABEL = re.compile(
    r"(?:words|te(?:ks|x)te?|testo|story|article|report)\s*:|"
    r"(?:(?:guest |expert )?(?:authors?|writer|columnist|contributor|blogger)|via|(?-i:D[ia]))\s+$",
    re.I,
)
"""What begins other lines, too: only a full name makes it a byline."""

ROLE_ONLY = re.compile(
    r"(?:the team|the editors?|staff|guest|visitor|editorial|editors?|admin(?:istrator)?|webmaster|anonymous|"
    r"contributing)"
    r"(?:\s(?:writer|team|staff|author|editor|blogger|post))?\b",
    re.I,
)
JOINT = re.compile(r"(?P<and>,?\s(?:and|&|und|et|y)\s)(?=[A-ZÀ-Þ])|,\s(?=[A-ZÀ-Þ])")
HALF = re.compile(r"[A-ZÀ-Þ][\w’'-]+\s(?:and|&|und|et|y)\s(?=[A-ZÀ-Þ])")
"""A first name whose surname stands behind the second one: `Jane and Tom Harlow`."""

PAIR = re.compile(r"(?P<one>[A-ZÀ-Þ][\w’'-]+)\s(?:and|&|und|et|y)\s(?P<other>[A-ZÀ-Þ][\w’'-]+)(?=\s*$)")
"""Two first names to the end of the line."""
JUNIOR = re.compile(r"\b[JS]r$")
INITIAL = re.compile(r"\s[A-Z](?=\s*[|/•·])")
"""The initial of a surname without its stop, before a bar."""
NAME, WORD = re.compile(PERSON), re.compile(r"\S+")
LABEL_WORD = re.compile(
    r"(?:(?:originally |first |last |date )?(?:published|posted|updated|modified|reviewed|written|categor(?:y|ies))|"
    rf"date|on|at|in|no comments?|leave a|add a|\d+ (?:comments?|min)|view all|{WEEKDAY})\b",
    re.I,
)
_PAPER = (
    r"(?:[A-Z][\w.&’'-]*\s){0,4}(?:Syndicate|Services?|News(?:papers?)?|Times|Press|Herald|Tribune|Gazette|Journal|"
    r"Chronicle|Courier|Ledger|Media|Magazine|Post|Staff|Digest|Examiner|Observer|Weekly|Features|Network)\b"
)
_DEGREE = r"(?:Ph\.?D|Psy\.?D|M\.?D|L?MFT|LCSW|LPCC?|LMHC|MSW|AFC|CST|M\.?A|M\.?S|MBA|M\.?Ed|Ed\.?D|R\.?N|Esq)\b\.?"
NO_NAME = re.compile(rf"{_DEGREE}|(?:The|Dear|Ask)\b")
_OUTLET = (
    r"(?:[Ss]pecial\s(?:[Tt]o|[Ff]or)\s|SPECIAL TO\s|(?:[Ff]or|FOR|[Oo]f|[Ff]rom)\s(?:[Tt]he\s|THE\s)?)"
    r"[\w.][\w.’'& -]{2,40}"
)
BEHIND_NAME = re.compile(rf"(?:{_OUTLET}|{_PAPER}|@|\S+@\S|(?i:{_RANK}{ROLE})\b)")
"""What stands straight behind a name and is none of its words."""

_WORDS = r"(?:[\w.’'&/-]+\s){0,6}"
ROLE_BEHIND = re.compile(
    rf"\s*[,|/–—-]?\s*(?:(?:our|the|an?)\s(?:[\w’'-]+\s?){{1,6}}|"
    rf"(?i:{_WORDS}{ROLE}(?:(?:,|,?\sand|\s&|/)\s[\w’' -]{{3,40}}|\s(?:for|since|at|with|in|of)\s.{{2,40}})?))\.?"
)
AFFILIATION = re.compile(
    r"\s*[,|/–—-]\s*(?:(?:[Ss]pecial\sto\s)?(?:[A-Z&@][\w.’'&-]*|of|the|for|and|at|in)\s*){1,7}(?:(?<=\s)(?:staff|team|blog|magazine))?"
)
PAPER_BEHIND = re.compile(rf"\s+(?:{_PAPER}|{_OUTLET})")
ADDRESS_BEHIND = re.compile(
    r"[\s,|/–—-]*\(?(?:@\w{2,30}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3})\)?(?:\s\|\s[A-Z][\w ]{2,30})?"
)
SITE_BEHIND = re.compile(
    r"\s+et publié\b.{0,40}|,?\s+[\w.]{2,30}\s+(?:Contributor|Guide|Expert|Writer|Author|Community|Member)"
)
_BEHIND = (ROLE_BEHIND, AFFILIATION, PAPER_BEHIND, ADDRESS_BEHIND, SITE_BEHIND)
LONGEST_BEHIND = 90
NAMED_ROLE = re.compile(
    rf"(?P<name>{PERSON})(?:(?<=[a-z])\s(?:The|Your)\s(?:[A-Z][\w’'-]+\s?){{1,4}}|(?:\s*[,|/–—]\s*|\s-\s){_WORDS}(?i:{ROLE})\b(?:(?:,|\s(?:and|&|for|since|at|with|in|of))\s.{{0,30}})?|(?:,?\s{_DEGREE}){{1,5}})"
)
"""A name with a role or with degrees, and nothing else on the line."""


PLACE = re.compile(
    r"(?:New|Los|San|Santa|Las|St\.?|Fort|Port|Cape|Salt|Hong|Tel|Buenos|Rio|Palm|Long|Grand|El)\s.*|"
    r".*\s(?:City|Beach|Springs|Falls|Heights|County|Island)"
)
"""What has the shape of a name and is a town's."""


class Named(NamedTuple):
    """The name or names that a line states, and where they end; `name` is empty where none stands there."""

    name: str
    end: int


def read_names(text: str, at: int) -> Named:
    """The names that begin at `at`: one, or several where an `and` stands before the last.

    >>> read_names("Ida Frost, Bo Lind and Ann Weaver, Staff Writers", 0)
    Named(name='Ida Frost, Bo Lind and Ann Weaver', end=33)
    """
    if half := HALF.match(text, at):
        second = read_name(text, half.end())
        if second.name and " " in second.name and is_person(text[at : at + len(half[0].split()[0])]):
            return Named(text[at : second.end], second.end)
    first = read_name(text, at)
    pair = PAIR.match(text, at)
    if pair and is_person(pair["one"]) and is_person(pair["other"]):
        return Named(pair[0], pair.end())
    end, tried = first.end, first.end
    while first.name and (joint := JOINT.match(text, tried)):
        other = read_name(text, joint.end())
        if not is_full_name(other.name):
            break
        tried = other.end
        if joint["and"]:
            end = other.end
            break
    return Named(text[at:end] if first.name else "", end)


def read_name(text: str, at: int) -> Named:
    """The one name that begins at `at`, without the words of a label, a date, a degree or a paper behind it.

    >>> read_name("IDA FROST Staff Writer", 0)
    Named(name='IDA FROST', end=9)
    """
    found = NAME.match(text, at)
    end, loud = at, False
    for count, word in enumerate(WORD.finditer(found[0] if found else "")):
        if count and at + word.start() > end + 1:
            break
        if _ends_name(text, at + word.start(), count) or (loud and not word[0].isupper()):
            break
        loud = loud or (word[0].isupper() and sum(map(str.isalpha, word[0])) > 2)
        end = at + word.end()
    if JUNIOR.search(text, max(at, end - 3), end) and text[end : end + 1] == ".":
        end += 1
    if end > at and (initial := INITIAL.match(text, end)):
        return Named(text[at : initial.end()], initial.end()) if is_person(text[at:end]) else Named("", end)
    name = text[at:end]
    return Named(name if is_person(name.removesuffix(".")) else "", end)


def _ends_name(text: str, place: int, count: int) -> bool:
    """Whether the word at `place`, behind `count` words of a name, is none of the name's."""
    if LABEL_WORD.match(text, place):
        return True
    day = find_date(text, place)
    if day and day.start == place:
        return True
    return count > 0 and bool(NO_NAME.match(text, place) or (count > 1 and BEHIND_NAME.match(text, place)))


def ends_behind_name(text: str, at: int) -> bool:
    """Whether what stands behind a name, from `at` to the line's end, is degrees, a role, a paper or an address."""
    while found := CREDENTIALS.match(text, at):
        at = found.end()
    return len(text) - at <= LONGEST_BEHIND and any(behind.fullmatch(text, at) for behind in _BEHIND)
