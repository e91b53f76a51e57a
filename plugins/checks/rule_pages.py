"""The documentation of the rules, a page each, made from the rules' own docstrings: `make docs` writes it."""

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plugins.checks.fixes import FIXES
from plugins.checks.rules import CONTENT_RULES, FINISHED_RULES, POST_RULES, TEXT_RULES, UNFINISHED_RULES
from plugins.shared.header_rules import NEEDED_RULES

RULES_FOLDER = "docs/rules"

OF_FILES = {
    "encoding": "Every file of text can be read, and is UTF-8.",
    "header": "A header is `Key: value` lines with known keys, each once, and a blank line ends it.",
    "tags": "content/tags.toml is TOML, and each category and tag in it has what it needs.",
    "private-comments": "A comment that is shown holds nobody's e-mail or postal address, telephone number or handle.",
}
"""What is told while a file is read, before any rule has its turn."""

SCOPES: tuple[tuple[str, tuple[Callable[..., Any], ...]], ...] = (
    ("Every post and page, drafts too.", NEEDED_RULES),
    ("Every post, drafts too.", POST_RULES),
    ("Posts that are to be published. A build lets a draft wait with this; `blog check` tells it.", FINISHED_RULES),
    ("Every post and page, drafts too.", TEXT_RULES),
    ("The content as a whole.", CONTENT_RULES),
    ("The content as a whole. A build does not stop for this; `blog check` tells it.", UNFINISHED_RULES),
)


class RulePage(NamedTuple):
    """A rule's name, what it asks (its docstring), and to what it applies."""

    name: str
    text: str
    scope: str

    @property
    def sentence(self) -> str:
        """What the rule asks, in one sentence."""
        return self.text.partition("\n\n")[0].replace("\n", " ")


def rule_pages() -> dict[str, RulePage]:
    """Every rule by its name, in order of name."""
    pages = [RulePage(name, text, "Every file that is read.") for name, text in OF_FILES.items()]
    for scope, rules in SCOPES:
        pages += [RulePage(rule.__name__.replace("_", "-"), inspect.getdoc(rule) or "", scope) for rule in rules]
    return {page.name: page for page in sorted(pages)}


def rule_sentences() -> dict[str, str]:
    """Every rule's name with what it asks, in one sentence."""
    return {name: page.sentence for name, page in rule_pages().items()}


def documentation() -> Mapping[str, str]:
    """The files of the documentation of the rules: name to text."""
    pages = rule_pages()
    rows = "\n".join(f"| [{name}]({name}.md) | {page.sentence} | {_fix(name)} |" for name, page in pages.items())
    head = "# The rules about content\n\n`blog check` applies them all. `blog check --fix` mends what says so.\n\n"
    index = f"{head}| Rule | What it asks | `--fix` |\n|---|---|---|\n{rows}\n"
    return {"README.md": index} | {f"{name}.md": _page(page) for name, page in pages.items()}


def write_documentation(folder: Path) -> None:
    """Write the documentation into the folder, and remove the pages of rules that are no more."""
    texts = documentation()
    folder.mkdir(parents=True, exist_ok=True)
    for path in set(folder.glob("*.md")) - {folder / name for name in texts}:
        path.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _fix(name: str) -> str:
    return "yes" if name in FIXES else ""


def _page(page: RulePage) -> str:
    fixed = "\n`blog check --fix` mends this.\n" if page.name in FIXES else ""
    return f"# {page.name}\n\n{page.text}\n\nApplies to: {page.scope[0].lower()}{page.scope[1:]}\n{fixed}"


if __name__ == "__main__":
    write_documentation(Path(RULES_FOLDER))
