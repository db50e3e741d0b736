"""Every format that there is, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.letter.formats import html, markdown, record, text

if TYPE_CHECKING:
    from imr_cli.letter.formats.format import Format


DEFAULT = markdown.FORMAT
_FORMATS = (markdown.FORMAT, html.FORMAT, text.FORMAT, record.FORMAT)
FORMATS = {each.name: each for each in _FORMATS}


def format_named(name: str) -> Format | None:
    """Return the format of that name, suffix or short name."""
    known = FORMATS.values()
    return next((each for each in known if name in (each.name, each.suffix, *each.short_names)), None)


def format_of_suffix(suffix: str) -> Format:
    """Return the format of a file by its suffix; the default where it says nothing."""
    return format_named(suffix.lower().lstrip(".")) or DEFAULT
