"""The terminal's side of a review: shows a capture beside its post, asks, and hands the answers on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from plugins.normalize.explain import fate_of, visible
from plugins.normalize.review import (
    ACCEPT,
    DRAFT,
    EDIT,
    EDITABLE,
    OPEN,
    QUIT,
    SKIP,
    Decision,
    Question,
    review_post,
    save_post,
)
from plugins.normalize.review_items import Item
from plugins.normalize.tracing import Part
from plugins.shared.posts import Post

WINDOW, LONGEST = 9, 400
"""Parts of the capture that are shown at first, and characters of each."""

COLORS = {"body": "green", "moved": "blue", "comments": "blue", "dropped": "bright_black", "held": "red"}
ACTIONS = {"a": ACCEPT, "e": EDIT, "o": OPEN, "d": DRAFT, "s": SKIP, "q": QUIT, "m": "more"}
CHOICES = "a accept · e edit a value · o open in your editor · d keep as draft · s skip · m more lines · q quit"


def review(items: Iterable[Item], into: Path, console: Console) -> None:
    """Walk through flagged posts in a terminal; each decision is written at once."""
    posts = settled = out = 0
    screen = Screen(console)
    for item in items:
        posts += 1
        done = review_post(item, screen.ask, screen.publish, lambda post: save_post(post, into))
        settled, out = settled + done.settled, out + done.published
        if not done.go_on:
            break
    if not posts:
        console.print("Nothing is flagged: there is nothing to review.")
        return
    flags = f"{settled} {'flag' if settled == 1 else 'flags'} settled"
    console.print(
        f"{posts} {'post' if posts == 1 else 'posts'} looked at, {flags}, {out} published. Run `blog check` next."
    )


class Screen:
    """Asks one question after the other on a console. The end of the input, or Ctrl+C, quits."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def ask(self, question: Question) -> Decision:
        """Show one flag with the capture beside the post, and read what the person decides."""
        size = WINDOW
        self._show(question, size)
        try:
            while True:
                said = self._read(f"{CHOICES}\n> ")
                action = ACTIONS.get(said.casefold(), "")
                if action == "more":
                    size *= 3
                    self._show(question, size)
                elif action == OPEN:
                    click.edit(filename=str(question.post.path))
                    return Decision(OPEN)
                elif action == EDIT:
                    if changed := self._change(question):
                        return changed
                elif action:
                    return Decision(action)
                elif said:
                    self.console.print(Text(f"`{visible(said)}` is none of these; write one letter", "red"))
        except click.ClickException as error:  # no editor, or one that failed
            return self.ask(replace(question, error=error.format_message()))
        except (EOFError, KeyboardInterrupt):
            return Decision(QUIT)

    def publish(self, post: Post) -> bool:
        """Offer to publish a post on which no flag is left."""
        try:
            return self._read("No flag is left. Publish it? y yes · n keep as draft\n> ").casefold().startswith("y")
        except (EOFError, KeyboardInterrupt):
            return False

    def _change(self, question: Question) -> Decision | None:
        """Ask which value to change and to what; None where the person leaves it as it is."""
        wanted = self._read(f"Which value? {', '.join(EDITABLE)}\n[{question.key}] ").casefold()
        key = next((key for key in EDITABLE if key.casefold().startswith(wanted)), "") if wanted else question.key
        if not key:
            self.console.print(Text(f"`{visible(wanted)}` is none of these values; nothing was changed", "red"))
            return None
        self.console.print(Text(f"{key} is “{visible(question.post.get(key))}”; empty leaves it, - takes it out"))
        value = self._read(f"{key}: ")
        return Decision(EDIT, key, "" if value == "-" else value) if value else None

    def _read(self, prompt: str) -> str:
        return self.console.input(Text(prompt)).strip()

    def _show(self, question: Question, size: int) -> None:
        post, detail = question.post, question.item.details.get(question.flag, "")
        title = f"{post.get('Source') or post.path.name}: flag {question.number} of {question.total}"
        self.console.print(Rule(Text(visible(title))))
        self.console.print(Text(f"{question.flag}: ", "bold red"), Text(question.sentence), end="\n", sep="")
        if detail:
            self.console.print(Text(f"  {visible(detail)}", "italic"))
        self.console.print(_header(post))
        self.console.print(_side_by_side(window(question.item.parts, question.flag, detail, size)))
        if question.error:
            self.console.print(Text(f"Not taken: {question.error}", "red"))


def _header(post: Post) -> Text:
    """The values that a review can change, a line each."""
    rows = ((key, post.get(key)) for key in EDITABLE if post.get(key))
    return Text("\n").join(Text.assemble((f"{key}: ", "dim"), visible(value)) for key, value in rows)


def _side_by_side(parts: Sequence[Part]) -> Table:
    """The capture's lines on the left, and on the right what became of each in the post."""
    table = Table("Line", "The capture", "The post", expand=True, show_lines=True)
    for part in parts:
        text = visible(part.text if len(part.text) <= LONGEST else part.text[:LONGEST] + " …")
        fate = Text(fate_of(part), COLORS[part.became])
        if part.became == "body":
            fate.append(f"\n{text}", "default")
        table.add_row(str(part.line), Text(text), fate)
    return table


def window(parts: Sequence[Part], flag: str, detail: str, size: int) -> tuple[Part, ...]:
    """The parts to show for a flag: around what its detail speaks of, the last for `cut-off`, else the first."""
    at = len(parts) - 1 if flag == "cut-off" else 0
    for place, part in enumerate(parts):
        if detail and (detail[:40] in part.text or detail.endswith(f"line {part.line}")):
            at = place
            break
    start = max(min(at - size // 2, len(parts) - size), 0)
    return tuple(parts[start : start + size])
