"""Several exports of one blog in one import: of an entry that stands in more than one the last is taken."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.normalize.accounting import Account
from plugins.normalize.article import Article, Entry, Reading


def newest_only(readings: Sequence[Reading]) -> list[Reading]:
    """The readings in their order, each entry that a later one holds too held in the earlier.

    The order is that of the captures' names, in which exports carry their dates.
    """
    last = {article.key: reading for reading in readings for article in reading.articles if article.key}
    return [_without(reading, last) for reading in readings]


def _without(reading: Reading, last: dict[str, Reading]) -> Reading:
    """A reading without the articles that another one holds in a later state."""
    older = [article for article in reading.articles if article.key and last[article.key] is not reading]
    if not older:
        return reading
    reasons = {article.where: f"a later export holds it: {last[article.key].source}" for article in older}
    return replace(
        reading,
        articles=tuple(article for article in reading.articles if article not in older),
        entries=(*reading.entries, *(_entry(article, reasons[article.where]) for article in older)),
        accounts=tuple(_account(account, reasons) for account in reading.accounts),
    )


def _entry(article: Article, reason: str) -> Entry:
    return Entry(article.number, article.where, article.title, reason, "", len(article.comments))


def _account(account: Account, reasons: dict[str, str]) -> Account:
    reason = reasons.get(account.what)
    return account._replace(became="held", what=f"{account.what}: {reason}") if reason else account
