"""Which posts belong beside which: alike in what they are about, sharing tags, or answering the same question."""

import heapq
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from plugins.shared.posts import Post, question_of
from plugins.shared.prints import Prints, PrintsFile, prints_of
from plugins.shared.same_question import same_by_prints
from plugins.shared.similarity import TermCounts, TfidfIndex, telling_words, term_counts, tokens

TITLE_TIMES = 3
"""How many times a title's words count beside the body's."""

TAG_WEIGHT = 0.3
"""What the cosine of two posts' tags adds to the cosine of their texts; a rare tag counts more than a common one."""

ROUNDING = 1e-6
"""Scores that differ by less are equal, and stand in the order of their slugs."""

MANY = 10_000
"""Posts, from which on it is quicker to gather those that share a term with one than to look through all scores."""

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
    """What the ranking compares of a text: its terms with their counts, and the prints of its question.

    The terms stand in one text, for measures are set aside and fetched by the thousand: that is far quicker so.
    """

    words: str
    times: "array[int]"
    question: "Prints[int]"

    @property
    def terms(self) -> TermCounts:
        """The terms, and how often the text holds each."""
        return tuple(self.words.split()), tuple(self.times)


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


def _best(scores: Sequence[float], met: Iterable[Iterable[int]], limit: int) -> set[int]:
    """The places whose scores are among the greatest, or but for rounding so, and great enough.

    They are among those `met`, which take longer to gather than a few thousand scores to look through.
    """
    places = list(set(chain.from_iterable(met))) if len(scores) > MANY else range(len(scores))
    some = [scores[place] for place in places] if len(scores) > MANY else scores
    least = max(min(heapq.nlargest(limit, some), default=0.0), LEAST_SCORE) - ROUNDING
    return {place for place, score in zip(places, some, strict=True) if score >= least}


def measures_of(title: Sequence[str], counts: Mapping[str, int], question: "Prints[int]") -> Measures:
    """The measures of a text: its title's tokens, how often each stands in title and body, its question's prints."""
    weighed = dict(counts)
    for word in title:
        weighed[word] += TITLE_TIMES - 1
    terms = telling_words(weighed)
    return Measures(" ".join(terms), array("I", [weighed[term] for term in terms]), question)


def measured(document: Document) -> Measured:
    """A document without its text."""
    title, body, question = map(tokens, (document.title, document.body, document.question))
    return Measured(
        document.slug, document.title, document.tags, measures_of(title, Counter(title + body), prints_of(question))
    )


def rank_related(documents: Iterable[Document], limit: int) -> dict[str, tuple[Related, ...]]:
    """The `limit` posts nearest to each, posts with the same question first, then by score; equals by slug."""
    by_slug = {document.slug: measured(document) for document in documents}
    return dict(rank_measured(list(by_slug.values()), limit))


def rank_measured(documents: Iterable[Measured], limit: int) -> Iterator[tuple[str, tuple[Related, ...]]]:
    """The same for posts that are measured already, each slug with its nearest.

    `documents`, each with a slug of its own, are gone through twice, one at a time; none of their terms are kept.
    """
    titles: dict[str, str] = {}
    tags_of: list[tuple[str, ...]] = []
    held: Counter[str] = Counter()
    with PrintsFile[str]() as questions:
        for one in documents:
            titles[one.slug], questions[one.slug] = one.title, one.measures.question
            tags_of.append(one.tags)
            held.update(one.measures.words.split())
        same = same_by_prints(titles, questions)
    slugs = list(titles)
    texts = TfidfIndex(held, len(slugs), (one.measures.terms for one in documents))
    del held, titles
    tags = TfidfIndex(Counter(chain.from_iterable(map(set, tags_of))), len(slugs), map(term_counts, tags_of))
    for place, slug in enumerate(slugs):
        asked = set(same.get(slug, ()))
        scores = [0.0] * len(slugs)
        met = texts.add_similarities(place, 1.0, scores) + tags.add_similarities(place, TAG_WEIGHT, scores)
        scores[place] = -1.0
        best = _best(scores, met, limit) | asked
        order = [(other not in asked, -round(scores[other], 6), slugs[other], other) for other in best]
        nearest = heapq.nsmallest(limit, (one for one in order if not one[0] or -one[1] >= LEAST_SCORE))
        yield (
            slug,
            tuple(
                Related(name, -minus, tuple(tag for tag in tags_of[place] if tag in tags_of[other]), not differs)
                for differs, minus, name, other in nearest
            ),
        )
