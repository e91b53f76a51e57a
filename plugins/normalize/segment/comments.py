"""Comments: one table of the lines by which the engines attribute them, and one way to read them all.

An engine attributes a comment above its body (Blogger, WordPress, HubPages, Disqus), below it (HubSpot, TypePad), or on
both sides (a name above, a row of buttons and an age below). Only what the lines themselves state becomes the author
and the minute.
"""

from collections.abc import Sequence
from itertools import pairwise

from plugins.normalize.extract.dates import find_date
from plugins.normalize.model import COMMENT, DROPPED, FoundComment, Page, Piece, decide
from plugins.normalize.segment.answer_pages import read_answers
from plugins.normalize.segment.comment_attributions import attributions, candidates_of, join_names
from plugins.normalize.segment.comment_days import agreed
from plugins.normalize.segment.comment_engines import AFTER, BEFORE, FAMILIES, WEAK
from plugins.normalize.segment.comment_lines import (
    Attribution,
    heading_above,
    is_button,
    is_moment,
    text_of,
)
from plugins.normalize.segment.comment_proofs import below_their_words, headed_body, is_heading, is_proved
from plugins.normalize.segment.comment_rows import find_rows
from plugins.normalize.segment.comment_threads import threads
from plugins.normalize.segment.comment_words import END, HEADING
from plugins.normalize.segment.communities import community_lines
from plugins.normalize.segment.forum_posts import read_thread
from plugins.normalize.segment.furniture import kind_of_furniture
from plugins.normalize.segment.numbered_comments import find_numbered, numbers_apart
from plugins.normalize.segment.unnamed_comments import find_unnamed

PROSE, TEXT, FEW, HEAD = 40, 15, 3, 12
REST_SHARE = 0.25


def find_comments(page: Page) -> None:
    """Find the comments of a page, mark their pieces and record them in `page.comments`, in the page's order."""
    if page.exported:
        return
    community_lines(page)
    if page.comments:
        _drop_heading(page, _first_comment(page))
        return
    if read_thread(page) or read_answers(page):
        threads(page)
        return
    join_names(page)
    candidates = candidates_of(page.pieces)
    tried = False
    for engines in FAMILIES:
        if engines[0].proof == WEAK and not tried:
            tried = True
            if find_numbered(page) or find_rows(page):
                break
        found = attributions(page.pieces, engines, candidates)
        found = _below_the_heading(page.pieces, _without_quotations(found)) if found else []
        if found and is_proved(page.pieces, found, engines):
            after = found[0].engine.where == AFTER or below_their_words(page.pieces, found)
            (_read_after if after else _read_before)(page, found)
            break
    if page.comments or find_unnamed(page):
        threads(page)
        numbers_apart(page)
        first = _first_comment(page)
        _drop_heading(page, first)
        _drop_below(page, first)


def _first_comment(page: Page) -> int:
    return next((at for at, piece in enumerate(page.pieces) if piece.role == COMMENT), 0)


def _below_the_heading(pieces: Sequence[Piece], found: list[Attribution]) -> list[Attribution]:
    """The attributions below the heading for comments, where there is one: what stands above it is the article's."""
    for at, one in enumerate(found):
        if heading_above(pieces, one.first) >= 0 or (one.engine.where == AFTER and headed_body(pieces, found, at)):
            return found[at:]
    return found


def _without_quotations(found: list[Attribution]) -> list[Attribution]:
    """The attributions without lines such as `A friend of mine once said...` straight below one: a comment's words."""
    close = {id(below) for above, below in pairwise(found) if above.last + 1 == below.first}
    return [one for one in found if id(one) not in close or not _is_phrase(one.name)]


def _is_phrase(name: str) -> bool:
    words = name.split()
    return len(words) >= FEW and all(word[0].islower() for word in words[1:])


def _read_before(page: Page, found: Sequence[Attribution]) -> None:
    """Comments whose attribution stands above them: each body runs to the next attribution or the form below."""
    ends = [*(one.first for one in found[1:]), len(page.pieces)]
    titled = [_title_of(page.pieces, one) for one in found]
    if found[0].engine.name == "drupal" and all(titled):
        ends = [end - 1 for end in ends[:-1]] + ends[-1:]
    elif not found[0].engine.subject:
        titled = [[] for _ in found]
    _agree(page.pieces, found)
    for one, end, title in zip(found, ends, titled, strict=True):
        rule = f"comments-{one.engine.name}"
        for piece in page.pieces[one.first : one.last + 1]:
            decide(piece, COMMENT, rule, "attribution")
        body = _until_the_end(page.pieces[one.last + 1 : end], last=end == ends[-1])
        _record(page, one, _without_buttons(one, [*title, *body]))


def _agree(pieces: Sequence[Piece], found: Sequence[Attribution]) -> None:
    """Read the days of all comments in one order."""
    head = [find_date(piece.text) for piece in pieces[: min(found[0].first, HEAD)] if piece.words <= TEXT]
    since = next((date.day for date in head if date and date.day), None)
    for one, said in zip(found, agreed([one.said for one in found], since), strict=True):
        one.said = said


def _title_of(pieces: Sequence[Piece], one: Attribution) -> list[Piece]:
    """A comment's own title straight above its attribution, or amid it."""
    if one.engine.subject:
        return [pieces[one.first + 1]]
    above = pieces[one.first - 1 : one.first] if one.first else []
    return [piece for piece in above if piece.words <= 10 and not is_button(piece) and not is_heading(piece)]


def _until_the_end(pieces: Sequence[Piece], *, last: bool) -> list[Piece]:
    """What of the pieces below an attribution is the comment: of the last one all up to the page's own words again."""
    body: list[Piece] = []
    for piece in pieces:
        if piece.role:
            continue
        text = text_of(piece)
        may_end = body and not is_button(piece) and len(text) <= 200
        ends = may_end and (END.fullmatch(text) or END.fullmatch(piece.text))
        if ends or (may_end and last and kind_of_furniture(text)):
            break
        body.append(piece)
    return body


def _read_after(page: Page, found: Sequence[Attribution]) -> None:
    """Comments whose attribution stands below them: a body runs from the attribution before it, or from a gap."""
    start = _start_of_first(page.pieces, found[0].first)
    _agree(page.pieces, found)
    for one in found:
        decide(page.pieces[one.first], COMMENT, f"comments-{one.engine.name}", "attribution")
        _record(page, one, _without_buttons(one, [p for p in page.pieces[start : one.first] if not p.role]))
        start = one.last + 1


def _start_of_first(pieces: Sequence[Piece], end: int) -> int:
    """Where the first comment begins that has its attribution below it: under the heading, a box, or a gap."""
    for at in range(end - 1, max(end - 12, 0), -1):
        text = text_of(pieces[at])
        if HEADING.fullmatch(text) or END.fullmatch(text) or (len(text) <= 160 and kind_of_furniture(text)):
            return at + 1 if at + 1 < end else at
        if pieces[at].role == DROPPED:
            break
    start = end
    while start and not pieces[start].gap and not pieces[start - 1].role:
        start -= 1
    return start - 1 if start == end and start and not pieces[start - 1].role else start


def _without_buttons(one: Attribution, body: list[Piece]) -> list[Piece]:
    """The body without the buttons and the moment below it; a moment there is the comment's own."""
    kept = []
    for piece in body:
        stated = bool(one.said) and one.engine.where == BEFORE
        moment = not stated and piece.words <= 9 and is_moment(text_of(piece))
        one.said = text_of(piece) if moment and not one.said and find_date(text_of(piece)) else one.said
        note = "a button of the comment" if moment or is_button(piece) else "comment"
        decide(piece, COMMENT, f"comments-{one.engine.name}", note)
        if note == "comment":
            kept.append(piece)
    return kept


def _record(page: Page, one: Attribution, body: list[Piece]) -> None:
    """Write one comment down: the author as stated, the minute where one is stated, or the day."""
    found = find_date(one.said.replace("|", ",")) if one.said else None
    when = found.stated() if found else None
    page.comments.append(FoundComment(one.name, when, body, one.engine.name, one.by_author, one.to, held=one.held))


def _drop_heading(page: Page, first: int) -> None:
    """Drop the heading above the first comment, with the buttons below it."""
    top = heading_above(page.pieces, first)
    while top > 0 and not page.pieces[top - 1].role and is_heading(page.pieces[top - 1]):
        top -= 1
    for piece in page.pieces[top if top >= 0 else first : first]:
        if not piece.role:
            decide(piece, DROPPED, "comments-heading", "the heading above the comments")


def _drop_below(page: Page, first: int) -> None:
    """Drop what the page prints below its comments, where that is no article."""
    rest = [piece for piece in page.pieces[first:] if not piece.role]
    above = sum(piece.words for piece in page.pieces[:first] if not piece.role)
    if sum(piece.words for piece in rest if piece.words >= PROSE) < REST_SHARE * above:
        for piece in rest:
            decide(piece, DROPPED, "below-comments", "below the comments")
