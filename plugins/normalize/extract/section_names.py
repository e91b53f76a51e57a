"""Names of what an article stands in: sections of papers and sites, columns, papers, blogs and institutions."""

import re

from plugins.normalize.extract.names import PERSON

SECTION = re.compile(
    r"(?:(?:advice|agony|arts|beauty|columns?|columnists?|culture|dating|ent(?:er)?tainment|etiquette|family|families|"
    r"fashion|features?|food|health|home|horoscopes?|life|lifestyles?|life ?style|living|love|marriage|news|opinion|"
    r"parenting|people|problem page|real life|your (?:letters|problems)|relationships?|the dilemma|patient education|"
    r"(?:resolved|open) question|(?:fact|tip) sheets?|self-?help|sex|society|sport|style|travel|wellbeing|wellness|"
    r"ehe|familien?|kolumnen?|columna|rubrique|rubryka|liebe|leben|gesellschaft|partnerschaft|beziehung(?:en)?|ratgeber|psycholog(?:ie|y)|"
    r"gesundheit|couples?|famille|amour|société|santé|vie|pareja|familia|amor|salud|sociedad|vida|relaciones|coppia|"
    r"famiglia|amore|salute|società|vita|relaties?|gezin|liefde|gezondheid|leven|relacionamentos?|família|saúde|"
    r"psicolog[ií]a|związki|rodzina|zdrowie|miłość|psychologia|"
    r"women|lives|aunts?|contributors?|commentary|voices|meinung(?:en)?|panorama|"
    r"q&a|questions? (?:&|and) answers?|ask (?:the )?[\w’'.-]+(?: [\w’'.-]+)?)"
    r"(?:\s*[&|/,•·:]\s*|\s+(?:and|und|et|y|e|en|i)\s+|\s+|$)){1,4}",
    re.I,
)
LABELED = re.compile(
    r"(?:column|blog|series|section|kolumne|serie|rubrik|rubrique|columna|rubrica)\s?: \S.{2,30}", re.I
)
"""A column's name behind the word that says so."""
WITH = re.compile(rf"\S.{{2,40}}\s(?i:with)\s(?P<name>{PERSON})")
"""A column's name with that of its columnist."""
ADVISES = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*\s){1,4}(?i:advises|answers|replies|responds|antwortet|rät|hilft|répond|conseille|responde|"
    r"risponde|aconseja)"
)
"""A column named for what its columnist does."""
MASTHEAD = re.compile(
    r"(?:[\w.’'&-]+ ){1,4}(?:(?:e-?)?news|newsletter|times|herald|tribune|ledger|courier|gazette|journal|chronicle|"
    r"bulletin|"
    r"examiner|magazine|weekly|daily|observer|echo|telegraph|argus|sentinel|inquirer|enquirer|dispatch|blog)|"
    r"(?:(?:le|il|el|das|o|the) )?blog (?:de|des|du|der|di|do|da|von|of) .{2,40}",
    re.I,
)
ORGANIZATION = re.compile(
    r"(?:University|College|Institute|Diocese|Parish|Church|Department|Cent(?:er|re)|Office|School|Hospital) of "
    r"[A-Z].{2,40}|"
    r"(?:(?:[A-Z][\w.’'&-]*|and|of|for|the|&) ){1,6}(?:Services|Cent(?:er|re)|Clinic|Department|University|College|"
    r"Office|Institute|Association|Foundation|Ministries|Parish|Church|Extension)"
)
