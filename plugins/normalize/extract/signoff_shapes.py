"""The shapes of sign-offs, whoever signs: `— Name`, `Yours, Name`, `Name, Place`."""

import re

from plugins.normalize.extract.names import PERSON
from plugins.normalize.model import MARKER, Piece, decide

MOST_WORDS, LONGEST, CLOSING_WORDS = 7, 80, 4
DASH = r"(?:-{1,3}|–|—|~|―)"
INLINE = re.compile(
    rf"[.?!…\"”’)\]]\s*(?P<cut>{DASH}\s*(?P<name>(?:[A-Z]\.\s?){{0,3}}[^\s.?!;:–—-](?:[^.?!;:–—]|(?<=\b[A-Z])\.){{0,70}}?"
    r"(?:\s[-–—]\s[A-ZÀ-Þ][^.?!;:–—]{0,40})?(?:, [A-Z][a-z]{1,4}\.|(?<=\b[A-Z])\.)?)\.?)$"
)
DASHED = re.compile(rf"{DASH}\s*")
ALONE = re.compile(rf"{DASH}\s*(?P<name>[^\s–—-].{{0,80}})")
CLOSING = re.compile(
    r"(?:signed|sincerely(?: yours)?|yours(?: truly| sincerely| faithfully| ever| in (?:the )?\w+)?|"
    r"(?:with )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|warmly|regards|love|"
    r"(?:many )?thanks(?: in advance| so much| again)?|thank you(?: in advance)?|cheers|respectfully|cordially|hugs|"
    r"x+(?:o+x*)*|from|gratefully|in (?:christ|him|his name|his love|faith)|(?:god )?bless(?:ings| you)?|"
    r"(?:all )?(?:with )?(?:my )?love|all the best|take care|peace|bises|cordialement|mit freundlichen grüßen|herzlich|"
    r"atentamente|liefs|groetjes|(?:met )?(?:vriendelijke |hartelijke |lieve )?groeten?|"
    r"(?:liebe|viele|herzliche|beste|schöne|mit besten|mit lieben) gr(?:ü|ue)(?:ß|ss)en?|(?:un )?(?:fuerte )?abrazo|"
    r"saludos|(?:muchas )?gracias(?: de antemano)?|(?:cordiali |cari |distinti )?saluti|un abbraccio|grazie|baci|"
    r"amicalement|bien à vous|merci(?: d['’]avance)?|(?:vielen )?dank(?: im voraus)?|bedankt|"
    r"(?:med )?(?:vänliga |bästa )?hälsningar|(?:med )?(?:venlig |vennlig )?hilsen|"
    r"pozdrawiam|cumprimentos|(?:um )?abraço|beijos)"
    r"\s*(?:[,:—–-]+\s*(?P<name>[^.?!]{1,60}?(?:(?<=\b(?-i:[A-Z]))\.)?)\.?|[.,!]*)",
    re.I,
)
SIGNED = re.compile(
    r"[.?!…\"”’)\]]\s*(?P<cut>(?:(?i:signed|sincerely(?: yours)?|yours(?: truly| sincerely| faithfully)?|regards|"
    r"(?:best|kind|warm) (?:regards|wishes)|(?:many )?thanks(?: so much| in advance| a lot| again)?|"
    r"thank you(?: so much| in advance)?|cheers|god bless)[,!]?|(?:[Ll]ove|[Bb]est|[Pp]eace),)"
    r"\s*(?:[-–—~]\s*)?(?P<name>[A-Z\"“][^.?!;:]{0,60}?)\.?)$"
)
PLACE = re.compile(
    r"(?P<one>[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,2}),\s*(?P<two>[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,2}\.?)"
)
POSTSCRIPT = re.compile(r"P\.?\s?(?:P\.?\s?)?S\b")
CAPITALS = re.compile(
    r"[a-z]\s?[.?!…]+[\"”’)]?\s+(?P<cut>(?P<name>(?!(?:I|WE|YOU|HE|SHE|IT|THEY|PLEASE|HELP)\b)"
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ’'-]*,?\s){1,5}IN(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){1,3})\.?)$"
)
BEHIND_QUOTE = re.compile(rf"[.?!…]\s?[»”\"]\s+(?P<cut>(?P<name>{PERSON})(?:\s?\([A-ZÀ-Þ][\w ’'-]{{2,30}}\))?)$")
"""A letter in quotation marks with a name and a place behind them: `… what now?” Ann (Leeds)`."""
INTRODUCED = re.compile(rf"(?P<name>{PERSON})\s?\((?:[^()]{{0,30}}\D)?\d\d\b[^()]{{0,40}}\)[.,:]?\s")
"""How a letter begins that names its writer with his age: `Ann (25, Leeds).`"""
AGED = re.compile(r"(?P<name>[A-ZÀ-Þ]\w+(?: [A-Z]\.)?),? \(?[1-9]\d\)?(?: \([^()]{2,30}\))?:\s+(?=\S)")
"""How a line begins that names its writer with his age before a colon: `Jo, 14: I am …`."""
STATE = re.compile(
    r"[A-Z]{2}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?|[A-Z][a-z]{1,4}\.|(?:New|North|South|West|Northern) [A-Z][a-z]+|"
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|"
    r"Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    r"Montana|Nebraska|Nevada|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|"
    r"Washington|Wisconsin|Wyoming|Ontario|Quebec|Alberta|Manitoba|British Columbia|Nova Scotia|Queensland|Victoria|"
    r"Tasmania|(?:(?:North|South|East|West)\s)?[A-Z][a-z]+shire"
)
"""The second part of a place: a state or a county, whole or shortened."""
COUNTRY = re.compile(
    r"England|Scotland|Wales|Ireland|Canada|Australia|USA|India|Pakistan|Nigeria|Kenya|Ghana|Jamaica|France|"
    r"Germany|Deutschland|Italy|Italia|Spain|España|Portugal|Brazil|Brasil|Mexico|México|Norway|Sweden|Denmark|Japan|"
    r"Netherlands|Belgium|Switzerland|Austria|Philippines|Singapore"
)
SOMEBODY = re.compile(r"(?:une?|una|uno|eine?|een)\s(?=\w)", re.I)
"""How a line begins that signs for somebody without a name, in languages in which few headings begin so."""
YOURS = re.compile(r"^(?:deine?|ihre?|eure?|votre|ton|ta|tu|su|your)\s+(?=[A-ZÀ-Þ])", re.I)
FEELING = re.compile(
    r"(?:\w+(?:ed|ing|less|ful|ous)|lost|stuck|torn|sad|alone|mad|done|broken|anon\w*|desperate)\b", re.I
)


def is_sign_off(piece: Piece) -> bool:
    """Whether a whole line signs a letter: `— Name`, or a closing with its name (`Yours, Name`)."""
    closing = CLOSING.fullmatch(piece.text) if piece.words <= MOST_WORDS else None
    alone = ALONE.fullmatch(piece.text) if piece.words <= MOST_WORDS + 2 else None
    return alone is not None or (closing is not None and bool(closing["name"]))


def signed_inline(text: str) -> bool:
    """Whether a paragraph ends in a sign-off: behind a dash and with a capital, or all in capitals with a place.

    >>> signed_inline("Must I go? – Tired in Kent"), signed_inline("I rang. And then – nothing")
    (True, False)
    """
    found = INLINE.search(text)
    name = found["name"] if found else ""
    signed = bool(name and not name[0].islower() and len(name.split()) <= MOST_WORDS)
    return signed or any(pattern.search(text) for pattern in (CAPITALS, BEHIND_QUOTE))


def ends_with_name(text: str, name: str) -> bool:
    """Whether a text ends with a sign-off that begins with a name.

    >>> ends_with_name("Have I a choice? Cold in Kent", "Cold"), ends_with_name("Signed, Cold", "Cold")
    (True, True)
    >>> ends_with_name("I was so Cold", "Cold")
    False
    """
    tail = text if len(text) <= LONGEST else f" {text[-LONGEST:]}"
    if name.casefold() not in tail.casefold():  # so do most, and each name's pattern takes long to make
        return False
    start = r"(?:^|[,.?!…\"”’)\]]\s{1,2}|[-–—~]\s?)"
    return re.search(rf"{start}{re.escape(name)}(?:[ ,][^.?!]{{0,40}})?\.?$", tail, re.I) is not None


def closing_above(letter: list[Piece]) -> None:
    """`Sincerely,` on the line above a letter's last one, the name, goes with it; without a comma straight above it."""
    if len(letter) < 3:
        return
    above, name = letter[-2:]
    if CLOSING.fullmatch(above.text) and above.words <= CLOSING_WORDS and (above.text.endswith(",") or not name.gap):
        decide(above, MARKER, "sign-offs", "the closing of a letter")


def place_only(text: str) -> bool:
    """Whether a line is a town and its state or country, and no pseudonym; `Ida, Leeds` is a name with its town.

    Behind a dash stands a name, rather than a town, in front of a country.

    >>> place_only("Lincoln, Nebraska"), place_only("Ida, Leeds"), place_only("Torn, Ohio"), place_only("— Ida, Kenya")
    (True, False, False, False)
    """
    dash = DASHED.match(text)
    found = PLACE.fullmatch(text, dash.end() if dash else 0)
    if found is None or not (STATE.fullmatch(found["two"]) or (not dash and COUNTRY.fullmatch(found["two"]))):
        return False
    initial = re.search(r"\b[A-Z]\.$", found["one"]) is not None
    return not initial and not FEELING.match(found["one"]) and not text.isupper()
