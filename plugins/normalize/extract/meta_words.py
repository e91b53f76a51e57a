"""The words and signs of lines that state when and by whom: labels, counts, sections, papers, days without a year."""

import re

from plugins.normalize.extract.bylines import ROLE
from plugins.normalize.extract.dates import MONTHS, WEEKDAY
from plugins.normalize.extract.names import PERSON

LABEL = re.compile(
    r"(?:(?:web |post |article |story |column )?(?:originally |first |last |date )?"
    r"(?:published|posted|updated|modified|created|written|edited|reviewed|uploaded|added|submitted|answered|released)"
    r"(?: on| at| in)?|"
    r"(?:post |posting |publication |publish |publishing )?date|dated|on|at|archives? for|from the archives?|"
    r"(?:for release[:,]?\s*)?(?:for the )?week of|for release|issue(?: of| date)?|column for|details|"
    r"publié(?: le)?|mis à jour(?: le)?|veröffentlicht(?: am)?|aktualisiert(?: am)?|publicado(?: el| em| en)?|"
    r"opublikowano|zaktualizowano|aktualizacja|pubblicato(?: il)?|aggiornato(?: il)?|atualizado(?: em)?|"
    r"actualizado(?: el| a| en)?|geplaatst(?: op)?|gepubliceerd(?: op)?|bijgewerkt(?: op)?|"
    r"publicerad|am|le|el|il|op|em|last update)\b\s*:?",
    re.I,
)
RENEWED = re.compile(
    r"(?:last )?(?:updated|modified|edited|reviewed)|last update|mis à jour|aktualisiert|atualizado|"
    r"actualizado|aggiornato|bijgewerkt|zaktualizowano|aktualizacja",
    re.I,
)
COUNT = re.compile(
    r"(?:with )?(?:no|\d+|leave a|add a|one)\s*(?:comments?|responses?|replies|shares?|views?)|"
    r"\d+ min(?:ut\w{1,3}|s)?\b"
    r"(?:\.?(?: (?:read|czytania|de lecture|de lectura|de leitura|di lettura|leestijd|lesezeit))\b)?|"
    r"(?:lesezeit|leestijd|tempo de leitura|temps de lecture|tiempo de lectura|tempo di lettura)"
    r"\s?:?\s?\d+ min(?:ut\w{1,3})?\b|\d+ (?:words|słów|wörter|mots|palabras|palavras|parole|woorden)\b|"
    r"photos?(?:graph(?:y|s)?)?\s*:\s*[\w ]{2,30}(?=\s*[|•/]|$)|"
    r"(?:(?:comments?|trackbacks?)(?: off| \d+| ?\(\d+\))?|permalink|e-?mail|print|reblog|subscribe|\d+ notes)(?!\w)|"
    r"\d{1,2} [A-Z][a-z]+(?: I{1,2})? 57\d\d\b|page [A-Z]?-?\d+\b|"
    r"\d+ (?:second|minute|hour|day|week|month|year)s? ago|view all posts(?: by .{2,40})?|upvoted by .{2,80}|"
    r"asked by [\w.-]{2,30}(?: [\w.-]{1,20})?(?=\s*[-–|•·,]|\son\s|$)",
    re.I,
)
_SECTION_ENDS = (
    rf"(?=$|\s*[/|•·]|\s(?:by|on|with \d|{WEEKDAY}|(?:last |date )?(?:published|posted|updated|written)\b|(?:"
    + "|".join(MONTHS)
    + r")\b\.? \d))"
)
SECTION = re.compile(
    rf"(?:in|under|filed (?:under|in)|posted in|categor(?:y|ies)|tags?|section)\s*:?\s+(?-i:[A-Z])[\w &,’'-]{{1,60}}?"
    rf"{_SECTION_ENDS}",
    re.I,
)
SEPARATOR = re.compile(r"[\s|•·∙⋅§★,.;:–—/()\[\]~@-]+")
BAR = re.compile(r"\s*[|/•·–—]\s*$|\s-\s$")
ANSWERS = re.compile(
    rf"(?:(?:[Oo]ur |[Tt]he )?(?i:{ROLE})\s)?(?P<name>{PERSON})(?:, [\w -]{{3,40}},)? "
    r"(?:answers|replies to|solves|tackles|responds to) (?:your|our readers['’]|readers['’]|reader) [\w ,&]{3,40}[.:]?"
)
WROTE = re.compile(r"(?P<name>\S[^()]{1,40}?) \((?:\[info\])?[\w-]{2,30}\) wrote,?")
USER = re.compile(r"(?P<name>[\w.-]{3,30})(?=,? on \S|,\s\w{3,9}\.? \d{1,2}, \d{4}|\s*[|•·]|$)")
"""A user's name, in small letters perhaps, between `by` and the date or the end."""
NO_USER = re.compile(
    r"(?:the|an?|my|our|your|his|her|their|this|that|these|those|all|any|it|itself|and|or|far|now)\b", re.I
)
LAST_SECTION = re.compile(r"[A-Z][\w ,&’'-]{2,40}")
"""A section's name behind the last bar of a line that states author and date."""
AGENCY = re.compile(r"(?:[A-Z]{2,8}|[A-Z][\w.&’'-]+(?:,?\s(?:of|the|for|and|[A-Z][\w.&’'-]+)){0,5})(?=\s*[|•·])")
LEADING_SECTION = re.compile(r"(?P<name>[A-Z][\w &’'-]{1,29}\w)\s*[/|•·](?:\s*[/|•·])*\s*(?=\S)")
LEADING_PAPER = re.compile(
    r"(?!(?:By|Posted|Written|Published|Updated|Submitted|Words|On|Von|Par|Por)\b)(?P<name>(?:The\s)?[A-Z][\w’'&-]*(?:\s[A-Z&][\w’'&-]*){0,4})\s*[,–—-]\s+(?=[A-Z\d][\w.,]*\s)"
)
REVIEWED = re.compile(
    rf"(?:(?:medically|clinically|expert|fact[- ])\s?)?(?:reviewed|checked|edited) by\s+{PERSON}", re.I
)
_MONTH = "(?:" + "|".join(MONTHS) + ")"
DAY_ONLY = re.compile(
    rf"(?=\D*\d)(?:(?:posted|published|updated)?(?: on| in)?:?\s*)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|"
    rf"{_MONTH}\.?\s+\d{{1,2}}|{_MONTH}\.?,?\s(?:19|20)\d\d)\b",
    re.I,
)
WEEKDAY_ONLY = re.compile(WEEKDAY + r"\b", re.I)
GLUED = re.compile(r"\b(?P<word>[Bb]y|[Rr]ead)(?=[A-Z][a-z])")
"""`by` or the last word of a reading time, with the name or date behind it glued on."""
GLYPH = re.compile(r"(?<=\d)[a-z_]{3,20}(?=\d{1,2} min\b)")
"""The name of a little picture, glued between the date and the reading time."""
NAME_GLUED = re.compile(r"(?<=[ ,](?:19|20)\d\d)(?=[A-Z][a-z]|\d{1,3} (?i:comments?|responses?|replies|views?)\b)")
"""Where a name, another day or a count is glued to a day."""
DAY_GLUED = re.compile(r"(?P<month>[A-Z][a-z]{2})(?P<day>[0-3]\d)(?P<year>(?:19|20)\d\d)$")
"""A day of which each part was an element of its own."""
JOB = re.compile(rf"(?:{ROLE})(?=\s+(?:{_MONTH}\b|\d|(?:published|updated|posted)\b))", re.I)
"""What the author is, straight before the day."""
POSTED = re.compile(
    r"(?:posted by|publicado por|publié par|eingestellt von|gepostet von|pubblicato da|postado por):? "
    r"(?P<name>\S.{1,40}?) (?:on [A-Z]\w+ \d{1,2}, \d{4} )?(?:at|@|en|à|um|a|alle|às) \d{1,2}[:.]\d\d\s?"
    r"(?:[ap]\.?m\.?)?(?:.{0,20}| in .{2,60}\| ?permalink\b.{0,40}| ?\| .{2,60})",
    re.I,
)
"""Below the text on a blog that prints the date above each post's title."""
BY_ITSELF = "a byline's label by itself"
DESCRIBED = "the date below a blog's description"
"""Notes on lines of a head that other rules look for."""
