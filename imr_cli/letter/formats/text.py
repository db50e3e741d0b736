"""Plain text, and the filters by which layouts fill it and set it in columns."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from imr_cli.letter.formats.format import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from imr_cli.letter.formats.format import Manuscript


LAYOUT = "letter.txt.jinja"

TEXT_WIDTH = 78

_LABEL_GAP = "  "


def lay_out(manuscript: Manuscript) -> bytes:
    """Return the letter as plain text."""
    return manuscript.layouts.lay_out(LAYOUT, manuscript.letter).encode("utf-8")


def visible_text(content: bytes) -> str:
    """Return the text, all of which is shown."""
    return content.decode("utf-8")


def wrap(text: str, first: str = "", rest: str = "") -> str:
    """Return the text filled to the width of a text letter; words and web addresses are never cut.

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
    """Return the header's rows in two columns of labels and values, values below one another."""
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
    """Return the text in the middle of a line of a text letter."""
    return text.center(TEXT_WIDTH).rstrip()


def one_line(text: str) -> str:
    """Return the text without its line breaks."""
    return " ".join(text.split())


FILTERS: Mapping[str, Callable[..., str]] = {
    "wrap": wrap,
    "columns": columns,
    "center": center,
    "one_line": one_line,
}

"""What every layout may use beside Jinja's own filters."""

FORMAT = Format("text", "txt", lay_out, visible_text, LAYOUT)
