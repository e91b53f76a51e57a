"""Types of arguments and options that several commands take, which refuse what no command can use."""

import datetime
import os
import re
from typing import Any

import click

from plugins.shared.header_rules import is_iso_date

LAST_PORT = 65535


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


class Port(click.ParamType[int]):
    """The number of a port; 0 stands for any free one."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number. Raises click.BadParameter."""
        if not re.fullmatch(r"\d{1,5}", str(value), re.ASCII) or int(value) > LAST_PORT:
            self.fail(f"{value!r} is no port; write a number up to {LAST_PORT}, such as 8000", param, ctx)
        return int(value)


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


WORDS, DAY, PORT = Words(), Day(), Port()
