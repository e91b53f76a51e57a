"""The messages of a catalog: which there are, and which have no translation yet."""

from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message


def untranslated(catalog: Catalog) -> list[Message]:
    """The texts without a translation, or without one of their plurals."""
    return [message for message in texts(catalog) if not all(strings(message)) or message.fuzzy]


def texts(catalog: Catalog) -> Iterator[Message]:
    """The messages of a catalog but its header."""
    return (message for message in catalog if message.id)


def strings(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one a plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
