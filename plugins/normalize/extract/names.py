"""Names of people as pages write them: a shape, never a list; and words that look like a name and are none."""

import re

_TITLE = (
    r"(?:(?:Dra?|Drs|Sra?|Frau|Herr|Mrs?|Ms|Miss|Prof|Rev|Sister|Father|Fr|Rabbi|Madame|Mme|Mister|Aunt|Auntie|Uncle|Cousin|Lady|"
    r"Sir|DR|MRS?|MISS|REV|PROF)\.?\s+)?"
)
_WORD = r"(?:[A-ZÀ-ÖØ-ÞŁŚŻŠČŘŽ][\w’'\-]*[a-zà-öø-ÿA-Z](?:\b|(?=\W))|[A-Z]\.(?:[A-Z]\.)*)"
_PARTICLE = r"(?:de|del|der|van|von|da|di|la|le|du|den|bin|al|of the)"
PERSON = rf"{_TITLE}{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{0,3}}"
ONE_PERSON = re.compile(PERSON)
BARE_NAME = re.compile(rf"{_TITLE}{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,3}}")
ROLES = re.compile(
    r"\b(?:admin(?:istrator)?|webmaster|editors?|editorial|staff|team|guest(?: post)?|user|author|anonymous|unknown|"
    r"visitor|contributors?|"
    r"correspondent|reporter|redaktion|rédaction|the|a|an|my|our|your|his|her|published|updated|posted|no)\b",
    re.I,
)
NOT_A_PERSON = re.compile(
    r"\b(?:advice|ask|dear|column|columns|style|life|living|lifestyle|love|sex|marriage|family|families|"
    r"relationships?|dating|health|home|house|"
    r"news|blog|features?|magazine|times|post|daily|press|parenting|parents|kids|money|business|work|career|opinion|"
    r"culture|food|travel|"
    r"sports?|entertainment|women|men|couples?|husband|wife|divorce|friends?|friendship|wedding|etiquette|mailbox|"
    r"readers?|questions?|answers?|"
    r"article|story|stories|weekly|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|"
    r"april|june|july|august|"
    r"september|october|november|december|comments?|share|photo|images?|courtesy|illustrations?|careers?|privacy|policy|search|menu|contact|about|"
    r"of(?=$)|how|why|what|when|where|"
    r"you|your|i|we|it|is|are|do|does|before|after|while|until|begin|get|let|make|keep|stop|start|not|to|for|with|in|on|at|"
    r"inc|ltd|llc|media|group|network|international|university|institute|foundation|conclusion|introduction|summary|"
    r"good|luck|thank|thanks|cent(?:er|re)|clinic|services?|office|department|association|counsell?ing|therapy|desk|"
    r"college|library|council|agency|today|globe|herald|tribune|gazette|journal|chronicle|courier|ledger|guardian|"
    r"date|dates|reply|replies|category|categories|topics?|tags?|members?|thread|display|modes|tools|profile|subscribe|"
    r"follow|print|scholar|related|latest|popular|trending|recent|quiz|poll|video|watch|read|view|instructions|"
    r"observer|telegraph|mail|standard|review|digest|examiner|inquirer|register|sentinel|dispatch|bulletin|monitor|"
    r"mirror|express|housekeeping|psychology|books|publishing|publishers|publications)\b",
    re.I,
)
CREDENTIALS = re.compile(
    r"(?:,\s*|\s+)(?:Ph\.?\s?D|Psy\.?D|M\.?D|MFT|LMFT|LCSW|LPC|MSW|AFC|M\.?A|M\.?S|M\.?Ed|Ed\.?D|R\.?N|Esq|Jr|Sr)\b\.?",
    re.I,
)


INITIALS = re.compile(r"\b(?:[A-Z]\.)+")
"""Of which `A.` and `I.` are none of those words."""


def is_person(text: str) -> bool:
    """Whether a text has the shape of one person's name and none of the words that speak against it."""
    return len(text) <= 50 and bool(ONE_PERSON.fullmatch(text)) and not ROLES.search(INITIALS.sub("", text))


def is_full_name(text: str) -> bool:
    """Whether a text is two to four names in a row that no section, month or heading is made of."""
    in_row = BARE_NAME.fullmatch(text) and "  " not in text and "\t" not in text
    return bool(in_row) and is_person(text) and not NOT_A_PERSON.search(INITIALS.sub("", text))


def name_in_words(name: str) -> str:
    """A name out of capitals: `DEIDRE` is Deidre, initials stay; what is not all capitals stays as written.

    >>> name_in_words("J.R. O'MARA"), name_in_words("Bo LIND")
    ("J.R. O'Mara", 'Bo Lind')
    """
    parts = name.split()
    return " ".join(
        part.title() if part.isupper() and len(part) > 2 and "." not in part[:-1] else part for part in parts
    )


def same_person(one: str, other: str) -> bool:
    """Whether two ways of writing a name mean one person: equal after degrees and roles behind a comma are cut.

    >>> same_person("Ann Weaver", "Ann Weaver, MFT"), same_person("Ann", "Anna")
    (True, False)
    """
    first, second = (CREDENTIALS.sub("", name).split(",")[0].strip().casefold() for name in (one, other))
    return bool(first) and first == second
