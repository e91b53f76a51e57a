"""Types of arguments and options that several commands take, which refuse what no command can use."""

import datetime
import os
from typing import Any

import click

from plugins.shared.header_rules import is_iso_date


class Words(click.ParamType[str]):
    """A text on one line, runs of white space made one space; it says something, and is UTF-8."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text. Raises click.BadParameter."""
        text = " ".join(str(value).split())
        if not text:
            self.fail("it is empty; write something", param, ctx)
        if any("\ud800" <= sign <= "\udfff" for sign in text):
            self.fail("it is not UTF-8; set the terminal to UTF-8, and type it again", param, ctx)
        return text


class Day(click.ParamType[datetime.date]):
    """A day of the calendar."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """The day. Raises click.BadParameter."""
        if not is_iso_date(str(value)):
            self.fail(f"{value!r} is not a day; write it as YYYY-MM-DD, such as 2026-11-20", param, ctx)
        return datetime.date.fromisoformat(str(value))


class Place(click.Path):
    """A path that is not empty: `''` would be the folder that one is in. `hint` says what to do about a wrong one."""

    def __init__(self, *, hint: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.hint = hint

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path. Raises click.BadParameter."""
        if not os.fspath(value):
            self.fail("it is empty; name one", param, ctx)
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            raise click.BadParameter(f"{error.message} {self.hint}".rstrip(), ctx, param) from error


WORDS, DAY = Words(), Day()
