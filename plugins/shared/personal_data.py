"""Personal data in what readers wrote: e-mail addresses, telephone numbers, postal addresses, social handles.

The rules lean to silence: years, ages, prices, times, ISBNs and the free numbers of helplines are none of these. They
are meant for letters and comments; an answer may name a helpline's number or a charity's address.
"""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from plugins.shared.personal_patterns import (
    CUE,
    DIGITS,
    EMAILS,
    FREE_CODES,
    HANDLES,
    LOCAL,
    LOCAL_NUMBER,
    LONG_NUMBER,
    NETWORKS,
    NO_PHONE,
    NORTH_AMERICAN,
    NOT_HANDLES,
    OTHER_ADDRESSES,
    PLACE_NUMBER,
    PLACE_WORDS,
    STREET,
    YEAR,
)

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

EMAIL, PHONE, ADDRESS, HANDLE = "e-mail address", "telephone number", "postal address", "social handle"
DIGIT = re.compile(r"\d")
"""What every telephone number and every postal address has."""

REGIONS = ("US", "GB", "IE", "AU", "NZ", "IN", "ZA", "NG", "DE", "FR")
"""Where a number without a country's code may be at home: where English is written, and two neighbors' plans."""


class Found(NamedTuple):
    """Personal data in a text: what it is, and the characters `start` to `end` that hold it."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def masked(self) -> str:
        """What it is, and enough of it to find the place by, but not to use.

        >>> Found(EMAIL, "nobody@example.org", 0, 18).masked
        'e-mail address no…rg'
        """
        return f"{self.kind} {self.text[:2]}…{self.text[-2:]}"


def find_personal_data(text: str) -> tuple[Found, ...]:
    """All personal data of a text in order, overlapping finds told once.

    >>> [found.kind for found in find_personal_data("Write to nobody@example.org or call +44 7700 900123.")]
    ['e-mail address', 'telephone number']
    >>> find_personal_data("In 1986 I was 27, and we paid $1,250 for 12 chairs at 10:30. Call 0808 2000 247.")
    ()
    """
    numbered = (_phones, _addresses) if DIGIT.search(text) else ()
    readers = (_emails, *numbered, _handles)
    found = itertools.chain.from_iterable(reader(text) for reader in readers)
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _emails(text: str) -> Iterator[Found]:
    lowered = text.casefold()
    if "@" in text or "at)" in lowered or "at]" in lowered or " dot " in lowered or "dot)" in lowered:
        for match in EMAILS.finditer(text):
            yield Found(EMAIL, match[0], *match.span())


def _phones(text: str) -> Iterator[Found]:
    for match in DIGITS.finditer(text) if LONG_NUMBER.search(text) else ():
        before = text[max(match.start() - 40, 0) : match.start()]
        if not NO_PHONE.search(before) and _is_phone(match[0], bool(CUE.search(before))):
            yield Found(PHONE, match[0], *match.span())
    for match in LOCAL.finditer(text) if LOCAL_NUMBER.search(text) else ():
        yield Found(PHONE, match["number"], *match.span("number"))


def _is_phone(written: str, cued: bool) -> bool:
    """Whether digits are somebody's number. What helplines have (free, shared and corporate numbers) is nobody's."""
    american = NORTH_AMERICAN.fullmatch(written.replace(" ", "-") if cued else written)
    if american:
        return (american[1] or american[2]) not in FREE_CODES
    import phonenumbers
    from phonenumbers import PhoneNumberType as Type

    public = {Type.TOLL_FREE, Type.SHARED_COST, Type.PREMIUM_RATE, Type.UAN}
    numbers = list(_readings(written))
    types = {phonenumbers.number_type(number) for number in numbers}
    if types & public and (Type.MOBILE not in types or written.startswith(("0800", "0808"))):
        return False
    if written.startswith("+"):
        return any(phonenumbers.is_possible_number(number) for number in numbers)
    told = cued or written[0] in "(0"
    valid = (number for number in numbers if phonenumbers.is_valid_number(number))
    return told and any(cued or _is_grouped(number, written) for number in valid)


@lru_cache(maxsize=256)
def _readings(written: str) -> "tuple[PhoneNumber, ...]":
    """The numbers that some digits can be, in the regions above."""
    import phonenumbers

    found = []
    for region in REGIONS[:1] if written.startswith("+") else REGIONS:
        try:
            found.append(phonenumbers.parse(written, region))
        except phonenumbers.NumberParseException:
            continue
    return tuple(found)


def _is_grouped(number: "PhoneNumber", written: str) -> bool:
    """Whether the digits stand in the groups in which such a number is written, or in none and begin with a 0."""
    import phonenumbers

    groups = re.findall(r"\d+", written)
    usual = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return (len(groups) == 1 and written[0] == "0") or groups == re.findall(r"\d+", usual) or len(groups[0]) in (4, 5)


def _addresses(text: str) -> Iterator[Found]:
    for match in STREET.finditer(text):
        if match["town"] or not YEAR.fullmatch(match["number"]):
            yield Found(ADDRESS, match[0], *match.span())
    small = text.lower()
    possible = PLACE_NUMBER.search(text) or any(word in small for word in PLACE_WORDS)
    for match in OTHER_ADDRESSES.finditer(text) if possible else ():
        yield Found(ADDRESS, match[0], *match.span())


def _handles(text: str) -> Iterator[Found]:
    small = text.casefold()
    possible = "com/" in small or "me/" in small or NETWORKS.search(small)
    for match in HANDLES.finditer(text) if possible else ():
        if not match["colon"] or match["colon"].casefold() not in NOT_HANDLES:
            yield Found(HANDLE, match[0].strip(), *match.span())
