"""What a quiz's file must hold, so that its page can be made and its points add up."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from plugins.shared.posts import SAFETY_TOPICS, SLUG
from plugins.shared.toml_files import Tables

KNOWN = {
    "quiz": ("title", "summary", "limits", "safety", "heed", "heed_read"),
    "question": ("text", "choices"),
    "result": ("from", "title", "text", "read"),
}
NEEDED = {"quiz": ("title", "summary", "limits"), "question": ("text",), "result": ("title", "text")}
CHOICE = ("text", "points", "heed")
MOST_POINTS = 5
"""Of one choice; the styles add up no more."""

Found = Iterator[tuple[int, str]]
"""What is wrong, each with its line."""


def wrong_tables(path: Path, tables: Tables) -> Found:
    """What is wrong with a quiz; its sums are looked at only where its parts are in order."""
    found = [*_wrong_keys(tables), *_wrong_choices(tables["question"])]
    if not SLUG.fullmatch(path.stem):
        found.append((0, f"`{path.stem}` is the quiz's address; name the file of a-z, 0-9 and single hyphens"))
    if len(tables["quiz"]) != 1:
        found.append((0, f"the file holds {len(tables['quiz'])} [[quiz]] tables; write one, on top"))
    few = [kind for kind in ("question", "result") if len(tables[kind]) < 2]
    found += [(0, f"a quiz needs two [[{kind}]] tables at least; add what is missing") for kind in few]
    yield from found
    if not found:
        yield from _wrong_sums(tables)
        yield from _wrong_heed(tables)


def _wrong_keys(tables: Tables) -> Found:
    for kind, rows in tables.items():
        for line, table in rows:
            for key in NEEDED[kind]:
                if not isinstance(table.get(key), str) or not table[key].strip():
                    yield line, f"a {kind} needs `{key}`, a text; add it"
            for key in sorted(table.keys() - {*KNOWN[kind]}):
                yield line, f"`{key}` is not a key of a {kind}; known are {', '.join(KNOWN[kind])}"
            yield from ((line, message) for message in _wrong_values(table))


def _wrong_values(table: dict[str, Any]) -> Iterable[str]:
    for key in ("heed", "heed_read"):
        if not isinstance(table.get(key, ""), str):
            yield f"`{key}` is a text; write it in quotation marks"
    for key in ("safety", "read"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            yield f'`{key}` is a list of texts, such as ["abuse"]; mend it'
        elif key == "safety" and (unknown := sorted({*value} - {*SAFETY_TOPICS})):
            yield f"`{unknown[0]}` is not known in `safety`; write one of {', '.join(SAFETY_TOPICS)}"


def _wrong_choices(questions: list[tuple[int, dict[str, Any]]]) -> Found:
    for line, table in questions:
        choices = table.get("choices")
        if not isinstance(choices, list) or len(choices) < 2 or not all(isinstance(one, dict) for one in choices):
            yield line, 'a question needs two `choices` at least, each { points = 0, text = "…" }'
            continue
        for place, choice in enumerate(choices, 1):
            points = choice.get("points")
            if type(points) is not int or not 0 <= points <= MOST_POINTS:
                yield line, f"`points` of choice {place} must be a whole number from 0 to {MOST_POINTS}"
            if not isinstance(choice.get("text"), str) or not choice["text"].strip():
                yield line, f"choice {place} needs `text`; add it"
            if not isinstance(choice.get("heed", False), bool):
                yield line, f"`heed` of choice {place} is true, or left out"
            for key in sorted(choice.keys() - {*CHOICE}):
                yield line, f"`{key}` is not a key of a choice; known are {', '.join(CHOICE)}"


def _wrong_sums(tables: Tables) -> Found:
    """The results cover every sum of points that there can be, and nothing else."""
    spans = [[choice["points"] for choice in table["choices"]] for _, table in tables["question"]]
    least, most = sum(map(min, spans)), sum(map(max, spans))
    last = least - 1
    for place, (line, table) in enumerate(tables["result"]):
        start = table.get("from")
        if type(start) is not int:
            yield line, "a result needs `from`, the points at which it begins; add it"
        elif place == 0 and start != least:
            yield line, f"`from = {start}` must be {least}, the fewest points that there can be"
        elif not last < start <= most:
            yield line, f"`from = {start}` must be more than {last}, where the one above begins, and at most {most}"
        last = start if type(start) is int else last


def _wrong_heed(tables: Tables) -> Found:
    """What outweighs the points is said, and is said of some choice."""
    [(line, head)] = tables["quiz"]
    marked = any(choice.get("heed") for _, table in tables["question"] for choice in table["choices"])
    if marked and not head.get("heed", "").strip():
        yield line, "a choice has `heed = true`; say in `heed` why it outweighs the points"
    if not marked and (head.get("heed") or head.get("heed_read")):
        yield line, "no choice has `heed = true`; mark it, or take `heed` out"
