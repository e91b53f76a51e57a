"""Every rule about content, in the order in which they are applied, and the one function that applies them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from plugins.checks import body, files, header, helplines
from plugins.checks.content import Content, read_content
from plugins.shared.errors import Problem
from plugins.shared.header_rules import HEADER_RULES
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
)
"""Rules for every post, finished or not."""

FINISHED_RULES: tuple[PostRule, ...] = (
    header.complete_header,
    header.tag_count,
    header.summary_length,
    header.dates_in_order,
    body.not_empty,
    body.no_placeholders,
    body.letter_is_quoted,
    body.letters_are_private,
)
"""Rules for what is to be published: a draft may wait with these, and does not stop a build."""

TEXT_RULES: tuple[PostRule, ...] = (body.headings_in_order, body.internal_links, body.own_pictures)
"""Rules for posts and pages alike."""

CONTENT_RULES: tuple[ContentRule, ...] = (
    files.readable,
    files.only_posts,
    files.needed_pages,
    files.pages_apart,
    files.aliases_apart,
    header.unique,
    files.comments,
    helplines.readable,
)

UNFINISHED_RULES: tuple[ContentRule, ...] = (files.no_imports_beside,)
"""What is still to be done, and does not stop a build either."""


def check_content(root: Path, *, drafts_finished: bool = True) -> list[Problem]:
    """Every problem of the content folder at `root`, in order of file and line.

    With `drafts_finished=False` a draft may lack what only a finished post needs, as it may when the site is built.
    """
    content = read_content(root)
    finished = tuple(post for post in content.posts if drafts_finished or post.get("Status") != "draft")
    whole = CONTENT_RULES + (UNFINISHED_RULES if drafts_finished else ())
    problems = [named(problem, rule.__name__) for rule in whole for problem in rule(content)]
    for texts, page in ((content.posts, False), (content.pages, True)):
        problems += [
            named(problem, rule.__name__) for text in texts for rule in HEADER_RULES for problem in rule(text, page)
        ]
    for rules, texts in (
        (POST_RULES, content.posts),
        (FINISHED_RULES, finished),
        (TEXT_RULES, content.posts + content.pages),
    ):
        problems += [
            named(problem, rule.__name__) for text in texts for rule in rules for problem in rule(text, content)
        ]
    return sorted(problems)


def named(problem: Problem, rule: str) -> Problem:
    """The problem with the name of its rule, in words joined by hyphens."""
    return problem if problem.rule else replace(problem, rule=rule.replace("_", "-"))
