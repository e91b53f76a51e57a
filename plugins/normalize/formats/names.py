"""Who an export names as a writer: names stay as they are; accounts that stand for nobody and addresses go."""

import re

NOBODY = re.compile(
    r"(?:admin\d*|administrator|root|webmaster|wordpress|wpadmin|wp-admin|editor|user\d*|author|unknown|anonymous|visitor|guest|noreply|"
    r"no-?reply|blogger|staff|site ?admin|null|none|n/a)",
    re.I,
)
ADDRESS = re.compile(r"[^\s@<>()]+@[^\s@<>()]+")


def writer(text: str) -> str:
    """The name of an entry's writer; empty where the export names nobody.

    >>> writer("noreply@example.org (Ida Brandt)"), writer("admin"), writer(" ida  b. ")
    ('Ida Brandt', '', 'ida b.')
    """
    name = " ".join(ADDRESS.sub(" ", text[:500]).split()).strip(" ()<>\"'")
    return "" if NOBODY.fullmatch(name) else name[:80]
