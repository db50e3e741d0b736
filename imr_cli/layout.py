"""Lay a composed letter out: one template per format, and no word of its own.

Each format has its own Jinja environment. Whatever text goes in is escaped for the format by the
environment, not by the template, so no layout can forget it.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from imr_cli import rules_house as rules
from imr_cli.layout_cache import LayoutCache

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from imr_cli.finding import Finding
    from imr_cli.letter import Letter
    from imr_cli.table_files import Folder

FORMATS = {"markdown": "md", "html": "html", "text": "txt", "json": "json"}
"""Format -> suffix of its files. `json` is the determination record and has no layout."""
SHORT_NAMES = {"md": "markdown", "txt": "text", "htm": "html"}


def format_of_suffix(suffix: str) -> str:
    """The format of a file by its suffix; Markdown where it says nothing."""
    name = suffix.lower().lstrip(".")
    name = SHORT_NAMES.get(name, name)
    return name if name in FORMATS else "markdown"


TEXT_WIDTH = 78
_LABEL_GAP = "  "

# What CommonMark or its common extensions could take for markup: inside a line, as a link, at its start.
_LINK_LIKE = re.compile(r"(?i)(?<=[a-z])(:)(?=//)|(?<=\bwww)(\.)|(@)")
_INLINE = re.compile(r"([\\`*_\[\]<>|~&$^])")
_BLOCK_START = re.compile(r"^([#+\-=:]|\d{1,9}(?=[.)]))")


class LayoutFault(Exception):
    """A layout cannot be used; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Layouts:
    """The layouts of a run. `folders` are searched in order: the house's own before the bundled ones."""

    def __init__(self, folders: Sequence[Folder]) -> None:
        self.folders = folders
        self._environments: dict[str, Environment] = {}

    def lay_out(self, letter: Letter, form: str) -> str:
        """The letter in one format, ending with one line break.

        Raises:
            LayoutFault: the layout has an error, or asks for something that a letter does not have.
        """
        name = _file_of(form)
        try:
            laid_out = self._environment(form).get_template(name).render(letter=letter)
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            line = getattr(error, "lineno", None)
            raise LayoutFault(rules.layout_broken(str(error)).in_source(name).at(line or 0, 0)) from error
        return laid_out.strip("\n") + "\n"

    def named(self, form: str) -> str:
        """The layout of a format, as the user finds it."""
        name = _file_of(form)
        folder = next((folder for folder in self.folders if (folder / name).is_file()), self.folders[-1])
        return str(folder / name)

    def _environment(self, form: str) -> Environment:
        environment = self._environments.get(form)
        if environment is None:
            environment = self._environments[form] = _environment(form, self._source)
        return environment

    def _source(self, name: str) -> str | None:
        for folder in self.folders:
            place = folder / name
            if place.is_file():
                return place.read_text(encoding="utf-8")
        return None


def _file_of(form: str) -> str:
    return f"letter.{FORMATS[form]}.jinja"


def _environment(form: str, source: Callable[[str], str | None]) -> Environment:
    escapes: dict[str, Any] = {"markdown": {"finalize": _markdown}, "html": {"autoescape": True}}
    environment = Environment(  # noqa: S701  (HTML escapes by itself; Markdown by `finalize`; text has no markup)
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        bytecode_cache=LayoutCache(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **escapes.get(form, {}),
    )
    environment.filters.update(
        wrap=wrap,
        columns=columns,
        center=lambda text: text.center(TEXT_WIDTH).rstrip(),
        one_line=lambda text: " ".join(text.split()),
    )
    return environment


def _markdown(value: Any) -> Any:
    """Text as Markdown that shows exactly this text. Line breaks within a paragraph become blanks."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else escape_markdown(value)


def escape_markdown(text: str) -> str:
    """The text with a backslash before each character that could act as markup.

    A line of output never begins with text that was a line's start elsewhere, except at the start of the
    paragraph, so only that start is guarded against headings, lists and rules.
    """
    line = " ".join(text.split())
    line = _INLINE.sub(r"\\\1", line)
    line = _LINK_LIKE.sub(lambda match: f"\\{match.group()}", line)
    start = _BLOCK_START.match(line)
    if start is None:
        return line
    if start.group().isdecimal():
        return f"{start.group()}\\{line[start.end() :]}"
    return f"\\{line}"


def wrap(text: str, first: str = "", rest: str = "") -> str:
    """The text filled to the width of a text letter; words and web addresses are never cut.

    `first` and `rest` are put before the first line and the others.
    """
    lines: list[str] = []
    line, empty = first, True
    for word in text.split():
        if not empty and len(line) + 1 + len(word) > TEXT_WIDTH:
            lines.append(line)
            line, empty = rest, True
        line = f"{line}{word}" if empty else f"{line} {word}"
        empty = False
    lines.append(line)
    return "\n".join(each.rstrip() for each in lines)


def columns(rows: Sequence[Sequence[Any]]) -> str:
    """The header's rows in two columns of labels and values, values below one another."""
    widths = [max(len(row[place].label) for row in rows if len(row) > place) for place in range(2)]
    pad = partial(str.ljust)
    lines = []
    for row in rows:
        cells = [
            f"{pad(each.label, width)}{_LABEL_GAP}{each.text}"
            for each, width in zip(row, widths, strict=False)
        ]
        lines.append(pad(cells[0], TEXT_WIDTH // 2 + 1) + "".join(cells[1:]) if len(cells) > 1 else cells[0])
    return "\n".join(lines)
