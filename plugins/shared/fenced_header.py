"""Headers in YAML between two lines of `---`, as editors in a browser write them; the keys are the post file's own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

FENCE = "---"
SEPARATORS = {"Asker": "; "}
"""What joins the items of a list, where it is not a comma."""

Field = tuple[str, str, int]
"""A key as it is written, its value on one line, and its 1-based line in the file."""


class Wrong(NamedTuple):
    """What is wrong with a header, and on which line."""

    line: int
    message: str


def is_fenced(rows: Sequence[str]) -> bool:
    """Whether a file's lines begin with a fenced header."""
    return bool(rows) and rows[0].rstrip() == FENCE


def fenced_end(rows: Sequence[str]) -> int:
    """The place (0-based) of the line that ends the header; 0 where there is none."""
    return next((place for place, row in enumerate(rows[1:], 1) if row.rstrip() == FENCE), 0)


def fenced_fields(rows: Sequence[str]) -> Iterator[Field | Wrong]:
    """The fields of a fenced header (`rows` are the lines of the file up to its end), in order, or what is wrong.

    Values are texts, whatever YAML would make of them: a date stays as it is written. Nothing is constructed.
    """
    try:
        node = yaml.compose("\n".join(rows[1:]), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        yield Wrong(
            line, f"this is not valid YAML: {error.problem}; write `Key: value`, with quotes around `: ` and `#`"
        )
        return
    except yaml.YAMLError as error:
        yield Wrong(1, f"this is not valid YAML: {' '.join(str(error).split())}; delete what cannot be seen")
        return
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        yield Wrong(2, "a header is `Key: value` lines between two lines of `---`")
        return
    for key, value in node.value:
        line = key.start_mark.line + 2
        items = [value] if isinstance(value, yaml.ScalarNode) else value.value
        if not isinstance(key, yaml.ScalarNode) or not all(isinstance(item, yaml.ScalarNode) for item in items):
            yield Wrong(line, f"`{getattr(key, 'value', key)}` holds more than a value or a list of values; write one")
        else:
            texts = [" ".join(item.value.split()) for item in items if item.tag != "tag:yaml.org,2002:null"]
            yield key.value, SEPARATORS.get(key.value, ", ").join(filter(None, texts)), line


def format_fenced(header: Mapping[str, str], lists: Sequence[str]) -> str:
    """The header as YAML between its fences, keys as they come; the values of `lists` become lists."""
    values = {
        key: [part.strip() for part in value.split(SEPARATORS.get(key, ", ").strip()) if part.strip()]
        if key in lists
        else value
        for key, value in header.items()
    }
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=False)
    return f"{FENCE}\n{text}{FENCE}\n"
