"""The marks by which pages tell a letter from its answer: `Q:`, `Dear X`, `X SAYS:`, `Gentle reader` and their kin."""

import re
from functools import lru_cache
from typing import NamedTuple

from plugins.normalize.extract.mark_words import (
    ANSWERS,
    ARTICLES,
    ASKS,
    DEAR,
    DEAR_NAMES,
    NO_ADDRESSEE,
    OF,
    QUESTIONS,
    READERS,
    REPLIES,
    SOMEBODY,
    THE,
    both,
)
from plugins.normalize.model import ANSWER, LETTER

_TITLES = (
    r"(?:(?i:Dr|Mrs?|Ms|Mx|Prof|Rev|Fr|St)\.\s*|[A-Z]\.\s?|"
    r"(?:Frau|Herrn?|[Dd]oña|[Dd]on|[Ss]eñor(?:a|ita)?|[Ss]ignor(?:a|ina)?|[Mm]evrouw|[Mm]eneer|[Mm]adame|[Pp]adre)\s)"
)
_ADDRESSEE = rf"(?P<name>{_TITLES}{{0,3}}[A-ZÀ-ÞŁ\"“‘'#][^,:;.!?\n]{{0,50}}?(?:(?<=\b[A-Z])\.)?)"
_NAMED = (
    r"(?P<name>(?:(?:signora?|dottor(?:essa)?|señora?|doctora?|madame|mevrouw|meneer|pan|pani)\s)?"
    r"[A-ZÀ-ÞŁ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,3})"
)
_PLACE = r"(?:,?\s+from\s+[A-Z][\w.’'-]*(?:,?\s[A-Z][\w.’'-]*){0,3})"
_COLON = r"(?=[^:]*:)"
"""A look ahead for the colon without which no name has to be read."""

_PATTERNS: tuple[tuple[str, str, str], ...] = (
    (LETTER, "q", rf"(?:Q|{both(QUESTIONS)})\s*(?:#?\d{{1,3}}|[A-Za-z]+'s)?\s*[:.]\s*(?=\S)(?!\w\.)"),
    (LETTER, "q", rf"(?:Q|{both(QUESTIONS)}|(?i:{ARTICLES}(?:{QUESTIONS}))|[Rr]eader [Qq]uestion|"
        r"The [Ll]etter|Q\.)\s*\d{0,3}\s*[:.]?$"),
    (LETTER, "q", r"(?:[Rr]eader(?:['’]s)? (?:question|letter|Question|Letter)|[Tt]he question|Reader asks|"
        r"A(?:nother)? reader(?: (?:who|in|from)\b[^:.!?]{2,40}?)? (?:asks|writes|wonders)|"
        r"[Dd]ilemma|The [Pp]roblem)\s*:\s*(?=\S)"),
    (LETTER, "asks", r"(?:Q|Question) \((?:from|by) (?P<name>[^():.!?]{2,40})\)\s*:\s*"),
    (LETTER, "q", rf"(?i:{ARTICLES}(?:{QUESTIONS}))\s*:\s*(?=\S)"),
    (LETTER, "q", r"(?:Q|Question)\s+(?:from|by)\s+[^:.!?]{2,40}:\s*(?=\S)"),
    (LETTER, "asks", r"Question (?:from|by) (?P<name>[A-Z][^:.!?]{1,40}?)\s*:?$"),
    (ANSWER, "named", rf"(?:Answer|Reply|Response) (?:from|by) (?P<name>{_TITLES}?[A-Z][^:.!?]{{1,40}}?)\s*(?::\s*|$)"),
    (ANSWER, "named", rf"{both(ANSWERS)}\s+{OF}\s?(?P<name>{THE}?\s?\w[^:.!?]{{1,40}}?)\s*:$"),
    (ANSWER, "named", rf"{both(ANSWERS)}\s+{OF}\s?(?P<name>[A-ZÀ-Þ][^:.!?]{{1,40}}?)$"),
    (LETTER, "asks", rf"{both(QUESTIONS)}\s+{OF}\s?(?P<name>[A-ZÀ-Þ][^:.!?]{{1,40}}?)\s*:?$"),
    (ANSWER, "named", rf"(?:Risponde|Responde|Répond)\s+(?P<name>(?:{THE}\s)?[^:.!?]{{3,40}}?):?$"),
    (ANSWER, "named", r"(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+)?)['’]s (?:[Rr]eply|[Aa]nswer|[Rr]esponse|"
        r"[Aa]dvice)\s*:\s*(?=\S)"),
    (LETTER, "q", r"(?:Letter|LETTER|Lettre|Lettera|Carta)\s*(?:[Nn]o\.?\s*|#)?\d{1,2}\s*[:.]?$"),
    (LETTER, "q", r"(?:[Qq]uestion|[Ll]etter|[Dd]ilemma) (?:submitted|sent(?: in)?|asked) by "
        r"(?:an? (?:\w+ )?|one of our )readers?\s*:?$"),
    (ANSWER, "a", r"(?:Our|My) (?:take|verdict|thoughts)\s*:?$"),
    (LETTER, "q", r"(?:Reader|Listener|Viewer|Caller)(?: #?\d{1,2})?:\s+(?=\S)"),
    (LETTER, "q", r"(?:Problème|Problema|Problem|Probleem|Dilemma|Dilema)\s*:\s*(?=[«“\"])"),
    (LETTER, "q", r"(?:(?:THE|YOUR|(?:A |OUR )?READER['’]?S?) (?:LETTER|QUESTION|PROBLEM|DILEMMA)|LETTER)\s*:?$"),
    (ANSWER, "a", r"(?:Expert|Doctor|Professional|Counsell?or)(?:['’]s)? (?:[Aa]nswer|[Rr]eply|[Rr]esponse|"
        r"[Aa]dvice)\s*:?$"),
    (ANSWER, "a", r"(?:(?:OUR|MY|THE) )?(?:REPLY|ANSWER|RESPONSE|ADVICE)\s*:?$"),
    (ANSWER, "expert", r"(?:Our|The) (?:expert|columnist|counsell?or|therapist|advis[eo]r|agony aunt|psychologist) "
        r"(?:says|replies|answers|responds)\s*:\s*"),
    (LETTER, "asks", rf"{_COLON}(?P<name>[A-Z][\w’'-]*(?:\s+(?!from\b)[\w’'-]+){{0,3}}){_PLACE}?,?"
        rf"(?:\s?\(\d\d(?:, [^()]{{2,30}})?\)|,?\s\d\d,)?\s+(?:{ASKS})\s*(?::\s*(?=\S)|:$)"),
    (LETTER, "asks", rf"{_COLON}(?P<name>[A-Z][\w’'-]*),?\s\(?\d\d[,)]\s(?:writes|asks)"
        r"(?: (?:to )?(?:us|me|our [\w’' -]{3,30}|[A-Z][\w’'. -]{2,30}))?:\s*"),
    (LETTER, "asks", rf"{_COLON}(?P<name>[A-Z][\w’'-]*(?:\s+(?!from\b)[\w’'-]+){{0,3}}){_PLACE},?\s+"
        r"(?:writes|WRITES)\s*:\s*"),
    (LETTER, "asks", r"(?:La question (?:de |d['’])|Die Frage von |La pregunta de )"
        r"(?P<name>[A-ZÀ-Þ][^:.!?]{1,40}?)\s*:\s*"),
    (ANSWER, "named", r"(?:La réponse (?:de |d['’])|Die Antwort von |La respuesta de )"
        r"(?P<name>[A-ZÀ-Þ][^:.!?]{1,40}?)\s*:\s*"),
    (LETTER, "asks", r"(?:Reader|Listener|Viewer)\s+(?P<name>(?:[A-Z]\.\s?){1,3})\s*(?:writes|asks|wonders)\s*:\s*"),
    (LETTER, "writes", rf"{_COLON}(?P<name>[A-Z][\w’'-]*(?:\s+[\w’'-]+){{0,4}})\s+writes\s*:\s*"),
    (LETTER, "q", r"(?:[Aa]nonymous|[\w-]{3,30}) (?:asked|ASKED)(?: a question)?\s*:$|Anonymous asked:?\s+(?=\S)"),
    (ANSWER, "a", rf"(?:A|{both(ANSWERS)})\s*(?:#?\d{{1,3}})?\s*[:.]\s+(?=\S)(?!\w\.)"),
    (ANSWER, "a", rf"(?i:{ARTICLES}(?:{ANSWERS}))\s*:\s*(?=\S)"),
    (ANSWER, "a", r"A:(?=[A-ZÀ-Þ“‘\"][\w’']*\s)"),
    (ANSWER, "a", rf"(?:A|{both(ANSWERS)}|(?i:(?:{ARTICLES}|Our\s|My\s)(?:{ANSWERS}))|response|reply)"
        r"\s*\d{0,3}\s*[:.]?$"),
    (ANSWER, "a", r"(?:[Mm]y|[Oo]ur|[Tt]he) (?:answer|response|reply|advice)\s*:\s*(?=\S)"),
    (ANSWER, "reader", r"(?:[Gg]entle|GENTLE|[Kk]ind|KIND|[Dd]earest|[Gg]ood|[Ee]steemed|[Gg]racious)\s+(?:[Rr]eader|"
        r"READER)s?\s*[:.,—–-]+\s*"),
    (ANSWER, "reader", r"(?!(?:A|An|The|Our|One|Another|Anonymous)\b)[A-Z][a-z]{2,14} Readers?\s?:\s+(?=\S)|"
        r"(?!(?:A|AN|THE|OUR|ONE|ANOTHER|ANONYMOUS)\b)[A-Z]{3,15} READERS?\s?:\s+(?=\S)"),
    (ANSWER, "reader", rf"(?:¡\w{{1,12}}!,?\s)?(?i:{READERS})\s*(?:[:,.!]\s*(?=\S|$)|$)"),
    (ANSWER, "says", r"(?P<name>(?:(?:Dr|DR|Mrs|Ms|Mr|Miss|MISS|Aunt|AUNT|Dear|"
        r"DEAR)\.?\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,2})\s+(?:SAYS|REPLIES|ANSWERS|WRITES|RESPONDS|says|"
        rf"{REPLIES})\s*(?:(?::|\.\.\.|…)\s*|$)"),
    (LETTER, "dear", rf"{DEAR_NAMES}\s+{NO_ADDRESSEE}{_NAMED}\s*(?:[,:!]\s*(?=\S|$)|$)"),
    (LETTER, "dear", rf"(?:{DEAR}|{DEAR_NAMES},?)\s+{SOMEBODY}\s*(?:[,:!]\s*(?=\S|$)|$)"),
    (LETTER, "dear", rf"{DEAR}\s+{NO_ADDRESSEE}{_ADDRESSEE}\s*(?:[,:!][”’\"]?\s*|\s*[—–]\s*|--\s*|-\s+|$)(?=\S|$)"),
    (LETTER, "dear", rf"{DEAR}\s+(?P<name>[A-Z]\.)\s+(?=[A-Z][a-z])"),
    (ANSWER, "reader", r"(?:Hi|Hello|Hey)(?: there,?)? [\w’' -]{2,30}(?:, [A-Z][\w’' -]{1,20})?,$"),
    (ANSWER, "reader", r"(?:Hi|Hello|Hey)(?: there,) [A-Z][\w’' -]{1,30},$"),
)  # fmt: skip
PATTERNS = tuple((side, kind, re.compile(pattern)) for side, kind, pattern in _PATTERNS)
ANY = re.compile("|".join(f"(?:{pattern.replace('?P<name>', '?:')})" for _, _, pattern in _PATTERNS))
"""All of them in one: most lines begin with no mark, and one pass tells that."""
ANSWER_HEADING = re.compile(
    r"(?:(?:the|our|my)\s+(?:answer|response|reply|advice)(?:\s+(?:of|from|by)\s+(?P<by>.{2,40}))?|"
    r"(?P<of>.{2,40}?)['’]s?\s+(?:answer|response|reply|advice)|"
    r"la réponse (?:de |d['’])(?P<de>.{2,40})|die antwort von (?P<von>.{2,40})|la respuesta de (?P<es>.{2,40})|"
    r"(?P<replies>.{2,40}?)\s+(?:replies|responds|answers))\s*:?",
    re.I,
)
LONGEST = 120
"""Characters of a line within which its mark stands."""

READER = re.compile(
    r"(?:an? |the |our |one |another )?(?:\w+ )?(?:reader|viewer|listener|fan|subscriber|anonymous)s?", re.I
)
"""Whom a mark names without a name."""
NOBODY = re.compile(r"(?:he|she|it|they|we|you|who|i|one|somebody|someone|everyone|everybody|and|but)\b", re.I)


CALLED = re.compile(SOMEBODY)


class Marker(NamedTuple):
    """A mark at the start of a line: whose side begins, of what kind, where its text ends, and whom it names."""

    side: str
    kind: str
    end: int
    name: str


def find_marker(text: str) -> Marker | None:
    """The mark with which a line begins; None where it begins with none."""
    if not text or not (text[0].isupper() or text[0] in "gkt¡"):
        return None
    return _marker_of(text[:LONGEST])


@lru_cache(maxsize=1024)
def _marker_of(head: str) -> Marker | None:
    """The mark at the start of a line, of which several rules ask."""
    for side, kind, pattern in PATTERNS if ANY.match(head) else ():
        found = pattern.match(head)
        if found:
            name = (found.groupdict().get("name") or "").strip(" \"“”‘’'")
            if kind == "dear" and (len(name.split()) > 6 or _is_exclamation(name) or _is_sentence(found[0], name)):
                continue
            if kind in ("asks", "writes", "says") and NOBODY.fullmatch(name.split(" ")[0]):
                continue
            return Marker(side, kind, found.end(), name)
    return None


def _is_sentence(mark: str, name: str) -> bool:
    """`Dear Ann has moved!` says something: behind a cry only a name stands, or two words."""
    return mark.rstrip().endswith("!") and any(word[0].islower() for word in name.split()[2:])


def innermost(text: str) -> Marker | None:
    """The salutation behind the mark with which a line begins (`Answer: Dear Ann,`), or that mark itself."""
    marker = find_marker(text)
    inner = find_marker(text[marker.end :].lstrip()) if marker and marker.kind in "qa" else None
    return inner if inner and inner.kind == "dear" else marker


def _is_exclamation(name: str) -> bool:
    """`Dear God,` and the like are cries; they open no letter."""
    cries = name.casefold() in {"god", "lord", "me", "oh dear", "heavens"}
    return cries or (name.islower() and CALLED.fullmatch(name) is None)


def answer_heading(text: str) -> str | None:
    """Whose answer a heading announces (`La réponse de X`): the name, empty for `Our answer`, else None."""
    found = ANSWER_HEADING.fullmatch(text)
    if not found:
        return None
    return next((name.strip() for name in found.groups() if name), "")
