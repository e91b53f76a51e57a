"""The kind of an article, after its letters and headings are known."""

import re

from plugins.normalize.extract.bare_lines import STEP
from plugins.normalize.extract.headings import GLUED_NOTE
from plugins.normalize.extract.languages import language_of
from plugins.normalize.extract.letter_parts import letters_of
from plugins.normalize.extract.markers import answer_heading, find_marker
from plugins.normalize.extract.run_ins import SIGN_NOTE
from plugins.normalize.extract.voices import FIRST, FIRST_PLURAL, OWN_LIFE, SECOND, count
from plugins.normalize.model import ANSWER, HEADING, ITEM, Page, Piece

HOW_TO = re.compile(
    r"^(?:how (?:to|do (?:i|you)|can (?:i|you))|what to do|ways? to|\d+ .{0,40}\b(?:ways|tips|steps|signs|things|"
    r"reasons|rules|ideas|habits|secrets|mistakes)\b|"
    r".{0,60}\b(?:ways|tips|steps|guide|gu[ií]a|leitfaden)\b.{0,40}"
    r"\b(?:to|for|on|para|pour|für)\b|.{0,80}\b(?:in \d+ .{0,20}steps|in one "
    r"week|step by step)\b|.{0,80}\bhow to\b|comment |"
    r"wie (?:\w+ )?(?:man|du|sie|sich|ich|wir|kann|können)\b|cómo |"
    r".{0,80}\b(?:was (?:sie|du|man)? ?tun|was hilft|que faire|qué hacer)\b)",
    re.I,
)
ADVICE = re.compile(r".{0,60}\badvice\b.{0,40}\b(?:to|for|on)\b", re.I)
"""A title that a writer's own story has, too."""
LISTED = re.compile(r"(?:top )?(?:[3-9]|[1-9]\d|three|four|five|six|seven|eight|nine|ten|twelve)\s+\S", re.I)
_COUNTED = (
    r"ways|tips|steps|signs|things|reasons|rules|ideas|habits|secrets|mistakes|types|questions|points|lessons|hints|"
    r"tricks|facts|truths|words|phrases|conseils|astuces|façons|signes|étapes|raisons|consigli|modi|segni|motivi|regole|"
    r"consejos|formas|maneras|señales|pasos|razones|tipps|gründe|anzeichen|wege|regeln|schritte|ideen|dicas|sinais|"
    r"passos|maneiras|manieren|redenen|tekenen|sposobów|porad|oznak"
)
COUNTS = re.compile(
    r"(?<!\bin )\b(?:[5-9]|[1-9]\d|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:[\w-]+\s){0,3}"
    rf"(?:{_COUNTED})\b",
    re.I,
)
"""A title that counts what follows; three or four steps, or a way in twelve of them, are a guide's as well."""
NAMES_A_LIST = re.compile(
    r"(?!.*\bhow (?:to|do)\b).*\b(?:tips|ideas|signs|ways|reasons|things|habits|mistakes|hints|tricks|rules)\b", re.I
)
"""A title that counts nothing, and names a list."""

IN_STEPS = re.compile(
    r"how to .{0,80}\bin (?:\d+|three|four|five|six|seven|eight|nine|ten|twelve) (?:[\w-]+ )?steps\b", re.I
)
OTHERS = {
    "nl": (re.compile(r"\b(?:ik|mijn|mij)\b"), re.compile(r"\b(?:je|jij|jou|jouw|jullie|u|uw)\b")),
    "pl": (
        re.compile(r"\b(?:ja|mnie|mi|mój|moja|moje)\b"),
        re.compile(r"\b(?:ty|ci|cię|ciebie|twój|twoja|twoje)\b"),
    ),
    "it": (re.compile(r"\b(?:io|mi|mio|mia|me)\b"), re.compile(r"\b(?:tu|ti|te|tuo|tua|tuoi|vostro|voi)\b")),
    "pt": (re.compile(r"\b(?:eu|me|meu|minha)\b"), re.compile(r"\b(?:você|vocês|seu|sua|te|teu|tua)\b")),
}
"""`I` and `you` in languages in which the voices' words mean other things."""

ALMOST_NONE, OFTEN, LONG_WORDS = 1, 12, 120
_VERBS = (
    r"(?:don['’]t|do|never|always|start|begin|say|take|try|give|ask|tell|keep|make|leave|put|let|write|talk|listen|look|"
    r"find|choose|pick|set|stop|be|remember|avoid|call|ring|get|go|buy|learn|think|show|use|agree|admit|apologi[sz]e|"
    r"accept|share|plan|spend|wait|read|offer|thank|name|notice|count|turn|sit|bring|decide|expect|focus|practi[sc]e|"
    r"clear|wear|invite|walk|answer|remind|respect|treat|trust|work|help|pay|send|open|close|hold|know|enjoy|forget|save|"
    r"check|follow|eat|sleep|breathe|limit|seek|sing|serve)"
)
COMMAND = re.compile(
    rf"(?:^|[.!?]\s)(?:(?:(?:if|when|once|before|after|instead)\b[^,.!?]{{0,100}},|first(?:ly)?,?|second(?:ly)?,?|third(?:ly)?,?|"
    rf"then,?|next,|finally,|and|but|so|please)\s)?{_VERBS}\b"
)
SENTENCE = re.compile(r"[.!?](?=\s|$)")
MOST_COUNTED = 101
LEAST_LISTED = 5
LEAST_COMMANDS, COMMANDS_SHARE, LEAST_OWN, OWN_SHARE = 4, 0.25, 8, 1.5
WORDS_FOR_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
NUMBER = re.compile(r"\d{1,2}(?:[.)]+|\s[–—-])\s|#\d")


def kind_of(page: Page) -> str:
    """One of the contract's kinds."""
    if page.kind:
        return page.kind
    letters = letters_of(page)
    if letters:
        return "question-answer-multi" if letters > 1 else "question-answer"
    body = page.body()
    found = [piece for piece in body if piece.shape == HEADING]
    if any(answer_heading(piece.text) for piece in found) or _asked_by_title(page):
        page.flag("no-letter")
        return "question-answer"
    if IN_STEPS.match(page.title):
        return "guide"
    if COUNTS.search(page.title):
        return "listicle"
    numbers = sum(1 for piece in found if STEP.fullmatch(piece.text) or NUMBER.match(piece.text))
    glued = sum(1 for piece in page.pieces if piece.note == GLUED_NOTE)
    if glued >= 3 or (numbers >= 3 and 2 * numbers >= len(found)):
        return "listicle"
    numbered = sum(1 for piece in body if piece.shape == ITEM and piece.ordered)
    if max(len(found), numbered) >= 3 and LISTED.match(page.title):
        return "listicle"
    items = sum(1 for piece in body if piece.shape == ITEM)
    if max(len(found), items if len(found) <= 1 else 0) >= LEAST_LISTED and NAMES_A_LIST.match(page.title):
        return "listicle"
    counted = _number_in(page.title)
    if len(found) >= 3 and counted == len(found) and not page.title.casefold().startswith("how"):
        return "listicle"
    if items >= 3 and (counted == items or (numbered == items < counted <= MOST_COUNTED)):
        return "listicle"
    return "guide" if not _is_open_letter(body) and _guides(page) else "essay"


def _is_open_letter(body: list[Piece]) -> bool:
    """Whether a text without an answer begins with a salutation that is left in it."""
    mark = find_marker(body[0].text) if body else None
    return mark is not None and mark.kind == "dear" and mark.end >= len(body[0].text)


def _number_in(title: str) -> int:
    """The first number of a title, in figures or in words up to twelve; 0 where it has none."""
    for word in re.findall(r"\w+", title.casefold()):
        if word.isdecimal() and len(word) <= 3:
            return int(word)
        if word in WORDS_FOR_NUMBERS:
            return WORDS_FOR_NUMBERS.index(word) + 1
    return 0


def _asked_by_title(page: Page) -> bool:
    """Whether the title is the question: it asks about `me`, and the text speaks to `you`."""
    asks = page.title.endswith("?") and bool(re.search(r"\b(?:i|me|my|we|us|our)\b", page.title, re.I))
    body = page.body()
    return (
        asks
        and "title-inferred" not in page.flags
        and count(SECOND, body) >= 3
        and count(SECOND, body) > count(FIRST, body)
        and (not any(piece.shape == HEADING for piece in body))
    )


def _guides(page: Page) -> bool:
    """Whether an article tells what to do rather than what the writer has lived through."""
    body = page.body()
    bare = sum(1 for piece in body if piece.shape == HEADING)
    items = sum(1 for piece in body if piece.shape == ITEM)
    story = count(OWN_LIFE, (piece for piece in body if piece.side != ANSWER))
    own, instructs = _voices(page, body)
    if story >= 2 and story * 150 >= sum(piece.words for piece in body) / 3 and items < 3 and not _bare_headings(page):
        return False
    told_of_himself = own >= LEAST_OWN and own > instructs
    if HOW_TO.search(page.title) or (ADVICE.match(page.title) and not told_of_himself):
        return True
    long = sum(piece.words for piece in body) >= LONG_WORDS
    told = bare > 0 or instructs >= (LEAST_OWN if items >= 3 else OFTEN)
    if long and told and own <= ALMOST_NONE and count(FIRST_PLURAL, body) <= max(ALMOST_NONE, instructs // 4):
        return True
    commands, sentences = count(COMMAND, body), count(SENTENCE, body)
    if commands >= LEAST_COMMANDS and commands >= COMMANDS_SHARE * sentences and own <= instructs + commands:
        return True
    if own >= LEAST_OWN and own > OWN_SHARE * instructs:
        return False
    return (bare >= 2 or items >= 3) and instructs >= 3


def _voices(page: Page, body: list[Piece]) -> tuple[int, int]:
    """How often a text says I, and how often you, in its language."""
    first, second = OTHERS.get(language_of(page), (FIRST, SECOND))
    return count(first, body), count(second, body)


def _bare_headings(page: Page) -> int:
    """How many headings stood on a line of their own (a run-in lead is a writer's way of talking)."""
    own = {piece.line for piece in page.pieces if piece.shape == HEADING}
    run_in = {piece.line for piece in page.pieces if piece.note == SIGN_NOTE}
    return len(own - run_in)
