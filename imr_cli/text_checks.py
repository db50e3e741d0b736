"""What a text must be before it is read as YAML: not too large, and of characters that can be printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli import rules_file as rules

if TYPE_CHECKING:
    from imr_cli.finding import Finding

MOST_BYTES = 4 * 1024 * 1024
"""One document. The largest real case has 40 kB; the rest is room for records lists."""

_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that reorder what is shown without changing what is stored: a letter must read as it was written.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")

# A line that is more than blanks, a comment, or the mark where a document begins or ends.
_CONTENT_LINE = re.compile(r"^(?!---[ \t\r]*(?:#.*)?$|\.\.\.[ \t\r]*$)[ \t]*[^\s#].*", re.MULTILINE)


def unfit(text: str) -> Finding | None:
    """Why a text cannot be read at all, or None. The place is counted from 0."""
    if len(text) > MOST_BYTES // 4 and len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return rules.too_large(MOST_BYTES).at(0, 0)
    if text.isascii():
        if not text.encode("ascii").translate(None, _PRINTABLE):
            return None
    elif text.replace("\n", "").isprintable():  # refuses more than we do, and is quick
        return None
    offset = odd_character(text)
    if offset is None:
        return None
    before = text[:offset]
    line, column = before.count("\n"), offset - (before.rfind("\n") + 1)
    return rules.unprintable(ord(text[offset])).at(line, column)


def odd_character(text: str) -> int | None:
    """Where a text has a character that cannot be printed or that reorders the text around it."""
    found = _UNPRINTABLE.search(text) or _REORDERING.search(text)
    return found.start() if found else None


def first_content_line(text: str) -> str:
    """The first line of a text that says anything, or nothing."""
    content = _CONTENT_LINE.search(text)
    return content.group() if content else ""
