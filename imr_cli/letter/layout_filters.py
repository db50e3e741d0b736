"""The layouts' own filters, beside Jinja's: escape text for Markdown, fill it, set it in columns.

Nothing here needs Jinja.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


TEXT_WIDTH = 78

_LABEL_GAP = "  "


@cache
def _markup() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What CommonMark or an extension could take for markup: inside a line, as a link, at its start."""
    return (
        re.compile(r"([\\`*_\[\]<>|~&$^])"),
        re.compile(r"(?i)(?<=[a-z])(:)(?=//)|(?<=\bwww)(\.)|(@)"),
        re.compile(r"^([#+\-=:]|\d{1,9}(?=[.)]))"),
    )


def markdown(value: Any) -> Any:
    """Text as Markdown that shows exactly this text. Line breaks within a paragraph become blanks.

    What is no text, or is marked as markup, stays as it is.
    """
    return value if hasattr(value, "__html__") or not isinstance(value, str) else escape_markdown(value)


def escape_markdown(text: str) -> str:
    """The text with a backslash before each character that could act as markup.

    A line of output never begins with text that was a line's start elsewhere, except at the start of the
    paragraph, so only that start is guarded against headings, lists and rules.
    """
    line = " ".join(text.split())
    inline, link_like, block_start = _markup()
    line = inline.sub(r"\\\1", line)
    line = link_like.sub(lambda match: f"\\{match.group()}", line)
    start = block_start.match(line)
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


def center(text: str) -> str:
    """The text in the middle of a line of a text letter."""
    return text.center(TEXT_WIDTH).rstrip()


def one_line(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


FILTERS: Mapping[str, Callable[..., str]] = {
    "wrap": wrap,
    "columns": columns,
    "center": center,
    "one_line": one_line,
}
