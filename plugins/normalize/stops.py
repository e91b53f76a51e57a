"""How a line ends: with a sentence's stop, with any stop, or open; quotation marks and brackets behind it aside."""

CLOSING = "\"'”’)]»«“›‹"
OF_SENTENCES = (".", "?", "!", "…")
ANY = (*OF_SENTENCES, ":", ";", ",")


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does.

    >>> ends_sentence("“So be it.”"), ends_sentence("as follows:")
    (True, False)
    """
    return text.rstrip(CLOSING).endswith(OF_SENTENCES)


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does, or leads on to what stands below it.

    >>> is_closed("as follows:"), is_closed("So be it."), is_closed("and then,")
    (True, True, False)
    """
    return text.rstrip(CLOSING).endswith((*OF_SENTENCES, ":"))


def is_stopped(text: str) -> bool:
    """Whether a text ends with any mark of punctuation, as headings and names seldom do.

    >>> is_stopped("as follows:"), is_stopped("What to Do")
    (True, False)
    """
    return text.rstrip(CLOSING).endswith(ANY)
