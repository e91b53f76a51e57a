"""How people write e-mail addresses, telephone numbers, postal addresses and handles: patterns, as data."""

import re

EMAILS = re.compile(
    r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63})*\.[A-Za-z]{2,24}\b|"
    r"(?<![\w.+-])[\w+-][\w.+-]{0,63}\s?(?:\(at\)|\[at\]|\{at\}|@|\bat\b)\s?[\w-]{2,63}\s?(?:\(dot\)|\[dot\]|\{dot\}|\bdot\b)\s?"
    r"(?:com|net|org|info|co|edu|gov|me|io|uk|us|ca|au|de|fr)\b|"
    r"(?<![\w.+-])[\w+-][\w.+-]{0,63}\s?(?:@|\(at\)|\[at\])\s?(?:gmail|yahoo|hotmail|outlook|aol|icloud|live)\b(?:\s?\.\s?com)?",
    re.I,
)
DIGITS = re.compile(r"(?<![\w/.,:$€£¥#-])(?:\+\s?|\()?\d(?:[\s().–-]{0,3}\d){6,15}(?![\w/%-]|[.,:]\d)")
NORTH_AMERICAN = re.compile(r"(?:\+?1[\s.-]?)?(?:\((\d{3})\)[\s-]?|(\d{3})[.-])\d{3}[\s.–-]\d{4}")
FREE_CODES = frozenset({"800", "822", "833", "844", "855", "866", "877", "888"})
CUE = re.compile(
    r"\b(?:call|phone|telephone|tel|text|txt|sms|ring|dial|cell|mobile|handy|whats\s?app|reach|contact|number)\b[^.!?\n\d]{0,24}$",
    re.I,
)
NO_PHONE = re.compile(
    r"\b(?:isbn|issn|doi|order|invoice|ticket|account|ref(?:erence)?|serial|iban|case|page|pp|vol(?:ume)?|code|id)\b"
    r"[^\w\n]{0,4}(?:no|nr|number|10|13|is)?[^\w\n]{0,4}$|[$€£¥#]\s?$",
    re.I,
)
LOCAL = re.compile(
    r"\b(?:call|text|phone|ring|dial|whats\s?app|(?:phone|cell|mobile|my) number)\b[^.!?\n\d]{0,24}"
    r"(?P<number>\d{3}[\s.-]\d{4})(?![\w-])",
    re.I,
)
STREET = re.compile(
    r"(?<![\w.,:$€£#/-])(?P<number>\d{1,5})[A-Za-z]?,?\s+(?:(?:North|South|East|West|N|S|E|W|Old|New|Upper|Lower)\.?\s+)?"
    r"(?:(?!(?:The|An|On|Of|In|At|To|My|Your|His|Her|Our|Exit)\b)[A-Z][\w’'-]+\s+|\d{1,3}(?:st|nd|rd|th)\s+){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Terrace|Crescent|Parkway|Pkwy|Mews|Close|"
    r"Gardens|Highway|Hwy)\b\.?(?P<town>,?\s+(?:(?:Apt|Apartment|Unit|Flat|Suite|#)\.?\s*\w+,?\s+)?"
    r"[A-Z][\w’'. -]{1,40}?,?\s+(?:[A-Z]{2}\s+)?\d{5}\b)?"
)
OTHER_ADDRESSES = re.compile(
    r"\bP\.?\s?O\.?\s?Box\s+\d+|"
    r"\b(?-i:[A-Z]{1,2}\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2})\b|"
    r"\b(?-i:[A-Z][\w’'-]+),\s+(?-i:[A-Z]{2})\s+\d{5}(?:-\d{4})?\b|"
    r"\b(?-i:[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|gasse|allee))\s+\d{1,4}\s?[a-z]?\b|"
    r"(?<!\d)\d{1,4}(?:\s?bis)?,?\s+(?:rue|boulevard|impasse|chemin)\s+"
    r"(?:de |du |des |la |le |les |d['’]|l['’])*(?-i:[A-ZÀ-Þ])[\wÀ-ÿ’'-]+",
    re.I,
)
PLACE_NUMBER = re.compile(r"\d(?:[A-Z]{2}|\d{4}|(?i:\s?bis)?,?\s+(?i:rue|boulevard|impasse|chemin)\s)")
PLACE_WORDS = ("box", "straße", "strasse", "gasse", "allee")
"""What such an address holds, one or another; the words in small letters."""

LOCAL_NUMBER = re.compile(r"\d\d\d[\s.-]\d\d\d\d")
LONG_NUMBER = re.compile(r"\d(?:[\s().–-]{0,3}\d){6}")
"""What LOCAL ends with, and what DIGITS holds: each begins with a digit, which is found far faster than what may stand
before it."""

YEAR = re.compile(r"(?:1[89]|20)\d\d")
NETWORK = (
    r"(?:instagram|insta|ig|twitter|tik\s?tok|snap\s?chat|snap|telegram|kik|facebook|fb|skype|discord|wechat|"
    r"whats\s?app)"
)
NETWORKS = re.compile(
    r"i(?<!\wi)(?:nsta|g)|t(?<!\wt)(?:witter|ik\s?tok|elegram)|s(?<!\ws)(?:nap|kype)|k(?<!\wk)ik|f(?<!\wf)(?:acebook|b)|"
    r"d(?<!\wd)iscord|w(?<!\ww)(?:echat|hats\s?app)"
)
"""How the names of the networks begin, in small letters: where none stands, there is no handle on one."""
HANDLES = re.compile(
    rf"\b(?:instagram|facebook|twitter|x|tiktok|snapchat|t|vk|linkedin)\.(?:com|me)/"
    rf"(?!share|sharer|intent|groups?/|hashtag|search|home)(?:in/|add/|@)?[\w.-]{{3,40}}|"
    rf"\b{NETWORK}\b(?:\s+(?:handle|name|user(?:name)?|account|id|is|as|at|me|on))*\s*"
    rf"(?::\s*@?(?P<colon>[\w.-]{{3,32}})|\s@[\w.]{{3,32}}|"
    rf"\s(?P<odd>[a-z][a-z0-9]*[._\d][\w.]{{1,30}}))|"
    rf"(?<![\w.@])@[\w.]{{3,32}}\s+(?:on|at|in)\s+{NETWORK}\b",
    re.I,
)

NOT_HANDLES = frozenset("the and but you your she her his him they that this what when who why how not all".split())
