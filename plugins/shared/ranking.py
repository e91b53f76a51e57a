"""Which posts belong beside which: alike in what they are about, sharing tags, or answering the same question."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.shared.posts import Post, question_of
from plugins.shared.prints import Prints, prints_of
from plugins.shared.same_question import same_by_prints
from plugins.shared.similarity import TermCounts, TfidfIndex, telling_words, term_counts, tokens

TITLE_TIMES = 3
"""How many times a title's words count beside the body's."""

TAG_WEIGHT = 0.3
"""What the cosine of two posts' tags adds to the cosine of their texts; a rare tag counts more than a common one."""

ROUNDING = 1e-6
"""Scores that differ by less are equal, and stand in the order of their slugs."""

LEAST_SCORE = 0.03
"""Below it two posts have no more in common than any two: nine in ten of the pairs of posts that ship with the blog
have a text cosine below 0.03, and the closest pair has 0.15."""


@dataclass(frozen=True)
class Document:
    """A post as the ranking sees it. `body` is Markdown, HTML or plain text; `question` holds its letters' text."""

    slug: str
    title: str
    body: str
    tags: tuple[str, ...] = ()
    question: str = ""


def document_of(post: Post) -> Document:
    """A post as the ranking sees it."""
    question = question_of(post.get("Kind"), post.body)
    return Document(post.get("Slug"), post.get("Title"), post.body, post.many("Tags"), question)


@dataclass(frozen=True, slots=True)
class Measures:
    """What the ranking compares of a text: its terms with their counts, and the prints of its question."""

    terms: TermCounts
    question: "Prints[int]"


@dataclass(frozen=True, slots=True)
class Measured:
    """A post as the ranking sees it whose text was measured before."""

    slug: str
    title: str
    tags: tuple[str, ...]
    measures: Measures


@dataclass(frozen=True, slots=True)
class Related:
    """A post that belongs beside another; `score` is text cosine + TAG_WEIGHT * tag cosine, 0 to 1.3."""

    slug: str
    score: float
    shared_tags: tuple[str, ...]
    same_question: bool


def measures_of(title: Sequence[str], body: Sequence[str], question: Sequence[str]) -> Measures:
    """The measures of a text, given as tokens."""
    terms = [*telling_words(title) * TITLE_TIMES, *telling_words(body)]
    return Measures(term_counts(terms), prints_of(question))


def measured(document: Document) -> Measured:
    """A document without its text."""
    rows = map(tokens, (document.title, document.body, document.question))
    return Measured(document.slug, document.title, document.tags, measures_of(*rows))


def rank_related(documents: Iterable[Document | Measured], limit: int) -> dict[str, tuple[Related, ...]]:
    """The `limit` posts nearest to each, posts with the same question first, then by score; equals by slug.

    Reads the documents once, one at a time, and keeps none of their texts.
    """
    titles: dict[str, str] = {}
    tags_of: dict[str, tuple[str, ...]] = {}
    questions: dict[str, Prints[int]] = {}

    def terms_of() -> Iterator[tuple[str, TermCounts]]:
        for document in documents:
            one = measured(document) if isinstance(document, Document) else document
            titles[one.slug], tags_of[one.slug], questions[one.slug] = one.title, one.tags, one.measures.question
            yield one.slug, one.measures.terms

    texts = TfidfIndex(terms_of())
    tags = TfidfIndex((slug, term_counts(own)) for slug, own in tags_of.items())
    same = same_by_prints(titles, questions)
    ranked = {}
    for slug in tags_of:
        scores = dict.fromkeys(same[slug], 0.0) | texts.similarities(slug)
        for other, cosine in tags.similarities(slug).items():
            scores[other] = scores.get(other, 0.0) + TAG_WEIGHT * cosine
        least = min(heapq.nlargest(limit, scores.values()), default=0.0) - ROUNDING
        order = [
            (other not in same[slug], -round(score, 6), other)
            for other, score in scores.items()
            if score >= least or other in same[slug]
        ]
        nearest = heapq.nsmallest(limit, (one for one in order if not one[0] or -one[1] >= LEAST_SCORE))
        ranked[slug] = tuple(
            Related(other, -minus, tuple(tag for tag in tags_of[slug] if tag in tags_of[other]), not differs)
            for differs, minus, other in nearest
        )
    return ranked
