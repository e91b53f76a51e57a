"""Every rule about content, in the order in which they are applied, and the one function that applies them."""

from collections.abc import Callable, Iterator
from pathlib import Path

from plugins.checks import body, copies, files, header, helplines, lists, pictures, quizzes, sequels, signs
from plugins.checks.places import named, with_columns
from plugins.shared.content import Content, read_content
from plugins.shared.errors import Problem
from plugins.shared.header_rules import NEEDED_RULES
from plugins.shared.posts import Post

PostRule = Callable[[Post, Content], Iterator[Problem]]
ContentRule = Callable[[Content], Iterator[Problem]]

POST_RULES: tuple[PostRule, ...] = (
    header.place,
    header.file_name,
    header.permanent_id,
    header.known_tags,
    header.known_category,
    header.flags_are_settled,
    header.asker_on_letters,
    header.related_exist,
    body.steps_fit_a_sheet,
)
"""Rules for every post, finished or not."""

FINISHED_RULES: tuple[PostRule, ...] = (
    header.complete_header,
    header.tag_count,
    header.title_length,
    header.summary_length,
    header.dates_in_order,
    header.consent_of_readers,
    lists.known_author,
    body.not_empty,
    body.no_placeholders,
    body.letter_is_quoted,
    body.letters_are_private,
)
"""Rules for what is to be published: a draft may wait with these, and does not stop a build."""

TEXT_RULES: tuple[PostRule, ...] = (
    body.headings_in_order,
    body.headings_apart_from_the_page,
    body.internal_links,
    body.own_anchors,
    body.own_pictures,
)
"""Rules for posts and pages alike."""

CONTENT_RULES: tuple[ContentRule, ...] = (
    files.only_posts,
    files.needed_pages,
    files.pages_apart,
    files.aliases_apart,
    files.names_apart,
    header.unique,
    sequels.updates_in_order,
    sequels.series_spelled_alike,
    copies.no_copies,
    files.comments,
    helplines.helplines,
    lists.authors,
    lists.start_here,
    quizzes.quizzes,
    pictures.small_pictures,
    signs.line_ends,
    signs.hidden_characters,
    signs.unicode_form,
    signs.mojibake,
)

UNFINISHED_RULES: tuple[ContentRule, ...] = (
    files.nothing_left_out,
    files.no_imports_beside,
    helplines.helplines_verified,
)
"""What is still to be done, and does not stop a build either."""


def check_content(root: Path, *, drafts_finished: bool = True) -> list[Problem]:
    """Every problem of the content folder at `root`, in order of file and line.

    With `drafts_finished=False` a draft may lack what only a finished post needs, as it may when the site is built.
    """
    content = read_content(root)
    finished = tuple(post for post in content.posts if drafts_finished or post.get("Status") != "draft")
    whole = CONTENT_RULES + (UNFINISHED_RULES if drafts_finished else ())
    problems = [*content.unreadable]
    problems += [named(problem, rule.__name__) for rule in whole for problem in rule(content)]
    for texts, page in ((content.posts, False), (content.pages, True)):
        problems += [
            named(problem, rule.__name__) for text in texts for rule in NEEDED_RULES for problem in rule(text, page)
        ]
    for rules, texts in (
        (POST_RULES, content.posts),
        (FINISHED_RULES, finished),
        (TEXT_RULES, content.posts + content.pages),
    ):
        problems += [
            named(problem, rule.__name__) for text in texts for rule in rules for problem in rule(text, content)
        ]
    return sorted(with_columns(problems), key=lambda one: (one.path, one.line, one.column, one.message))
