"""Plain text, filled and set in columns by the filters of layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.letter.formats.format import Format

if TYPE_CHECKING:
    from imr_cli.letter.formats.format import Manuscript


LAYOUT = "letter.txt.jinja"


def lay_out(manuscript: Manuscript) -> bytes:
    """Return the letter as plain text."""
    return manuscript.layouts.lay_out(LAYOUT, manuscript.letter).encode("utf-8")


FORMAT = Format("text", "txt", lay_out, bytes.decode, LAYOUT)
