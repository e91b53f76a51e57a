"""Personal data is found in the forms in which people write it, and nothing else is taken for it."""

import time

import pytest

from plugins.shared.personal_data import ADDRESS, EMAIL, HANDLE, PHONE, find_personal_data

FOUND = {
    EMAIL: [
        "write to nobody.at-all@example.com please",
        "mail me: nobody (at) gmail (dot) com",
        "nobody at gmail dot com",
        "nobody_1 @ yahoo.com",
    ],
    PHONE: [
        "call me on (555) 123-4567",
        "I am at 555-123-4567 or",
        "555.123.4567, any time",
        "my cell is 555 123 4567",
        "+1 415 555 0132",
        "+44 7700 900123",
        "07700 900123 is mine",
        "020 7946 0958",
        "call me at 555-0142",
        "WhatsApp +2348012345678",
        "text him on 08012345678",
        "0412 345 678",
        "my number is 9876543210",
        "+49 30 1234567",
        "01 42 68 53 00",
    ],
    ADDRESS: [
        "I live at 12 Elm Street with him",
        "to 1204 North Oak Ave, Springfield, IL 62704 last year",
        "write to PO Box 1234",
        "our house, SW1A 1AA, is cold",
        "Springfield, IL 62704",
        "in der Lindenstraße 12",
        "au 12 rue de la Paix",
    ],
    HANDLE: [
        "my insta is @nobody_here",
        "add me on Snapchat: nobody92",
        "IG: no.body",
        "instagram.com/nobodyhere",
        "facebook.com/no.body.5",
        "@nobody_here on Twitter",
        "my kik is nobody_92",
    ],
}
NOT_FOUND = [
    "In 1986 I was 27 and he 45; we paid $1,250.00 for 12 chairs",
    "at 10:30 on 2012-03-27 16:17:00",
    "ISBN 978-0-14-303500-1, ISBN 0306406152, 0-306-40615-2",
    "call 1-800-799-7233 or 1-888-373-7888",
    "Call 0808 2000 247 or 116 123 or 13 11 14 or 988",
    "(800) 799-7233, 1 (800) 273-8255, +1 800 273 8255, 0300 123 3393",
    "between 1998-2003 and 2004-2010; 2010 2011 2012 2013",
    "10,000,000 people and 1 000 000 more",
    "He posts on Facebook and Instagram all day. My Facebook is private.",
    "Facebook: the end of love",
    "he texts me at 3 am, at 4, and dot com people too",
    "@Kay you are right",
    "5th Avenue was cold; Wall Street too; in 1999 Abbey Road was new",
    "When I was 12 Dr. Smith said that at 30 Mary Drove would not",
    "I am 5' 10 and 130 lbs, 36-24-36",
    "2 Corinthians 5:17, 1 Corinthians 13:4-8",
    "a 50 50 chance, 100 200 300 400",
    "order number 123-456-7890",
    "from 03.04.2012 to 05.06.2013, 03/04/2012 - 05/06/2013",
    "12.345.678 Euro, $ 5551234567, 3.14159265358979",
    "30 Days On The Road, 20 Years In A Close Family",
    "from 09:00-17:00 to 10:00-18:00, 1234567890123, 2012032716170000",
]
HOSTILE = ["1 ", "(1", "a@", "a.", "1 A", "12 Aaaa ", "x@y.", "facebook ", "call ", "insta is "]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_personal_data_is_found(kind: str, text: str) -> None:
    found = find_personal_data(text)
    assert [one.kind for one in found] == [kind]
    assert text[found[0].start : found[0].end].strip() == found[0].text


@pytest.mark.parametrize("text", NOT_FOUND)
def test_years_prices_times_and_helplines_are_nobodys(text: str) -> None:
    assert find_personal_data(text) == ()


def test_what_is_told_of_a_find_does_not_repeat_it() -> None:
    [found] = find_personal_data("I am nobody@example.org")
    assert found.masked == "e-mail address no…rg"


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_text_takes_no_time(part: str) -> None:
    start = time.perf_counter()
    find_personal_data(part * (60_000 // len(part)) + "@")
    assert time.perf_counter() - start < 2
