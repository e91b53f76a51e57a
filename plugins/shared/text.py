"""Measures of a text: its words without the markup, how long it takes to read, its address."""

import html
import re

from slugify import slugify

from plugins.shared.posts import SLUG_MAX_BYTES

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults, the mean of 190 studies (Brysbaert 2019,
https://doi.org/10.1016/j.jml.2019.104047)."""

_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>", re.IGNORECASE
)
_TAG = re.compile(r"<[!/]?[A-Za-z-][^<>]*>")
_LINK_TARGET = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+\S.*$", re.MULTILINE)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>]+")
_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_APOSTROPHE = re.compile(r"['’‘ʼ]")


def plain(text: str) -> str:
    """A Markdown or HTML text without its tags, link targets and bare addresses; other marks stay.

    What two tags set apart, such as two paragraphs, stays apart.

    >>> plain("See [the guide](/advice/a-guide/) &amp; <b>rest</b>")
    'See [the guide] & rest'
    """
    if "](" in text or "]:" in text:
        text = _LINK_TARGET.sub("]", _REFERENCE.sub("", text))
    text = _ADDRESS.sub("", text) if "://" in text or "www." in text else text
    return html.unescape(_TAG.sub(" ", _INLINE_TAG.sub("", text)) if "<" in text else text)


def word_count(text_or_markdown: str) -> int:
    """How many words one reads in a text, Markdown or HTML; "don't" and "long-distance" are one word each.

    >>> word_count("She said: *don't* [go](https://example.org/far/away)!")
    4
    """
    return sum(1 for _ in _WORD.finditer(plain(text_or_markdown)))


def reading_minutes(words: int) -> int:
    """Whole minutes, at least one, in which that many words are read.

    >>> reading_minutes(1200)
    5
    """
    return max(1, round(words / WORDS_A_MINUTE))


def slugify_title(title: str) -> str:
    """The slug of a title: ASCII, apostrophes closed up, at most 80 bytes, cut between words where there are any.

    Empty where nothing of the title can be written in ASCII letters or digits.

    >>> slugify_title("Why won't he talk? Part 2 – ça va")
    'why-wont-he-talk-part-2-ca-va'
    """
    closed = _APOSTROPHE.sub("", title)
    return slugify(
        closed,
        entities=False,
        decimal=False,
        hexadecimal=False,
        max_length=SLUG_MAX_BYTES,
        word_boundary=True,
        save_order=True,
    )
