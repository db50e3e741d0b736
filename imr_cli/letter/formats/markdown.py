"""Markdown: CommonMark that shows exactly the text of the case."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from imr_cli.letter.formats.format import Format
from imr_cli.letter.formats.html import text_of_markup

if TYPE_CHECKING:
    from imr_cli.letter.formats.format import Manuscript


LAYOUT = "letter.md.jinja"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SET_ASIDE = 0xF0000
"""Escaped characters wait in a private plane while raw HTML is taken out."""

_BROUGHT_BACK = {_SET_ASIDE + code: f"\\{chr(code)}" for code in range(0x21, 0x7F)}
_DEFINITION = r"(?m)^ {0,3}\[[^\[\]]+\]:.*(?:\n[^\n]+)*"


def lay_out(manuscript: Manuscript) -> bytes:
    """Return the letter as Markdown; no layout can forget to escape a text."""
    return manuscript.layouts.lay_out(LAYOUT, manuscript.letter, finalize=escaped_value).encode("utf-8")


def visible_text(content: bytes) -> str:
    """Return the characters that are shown; marks around words stay."""
    text = content.decode("utf-8")
    if not _is_plain(text):
        text = _ESCAPED.sub(lambda match: chr(_SET_ASIDE + ord(match[1])), text)
        text = re.sub(_DEFINITION, "", text)  # where links lead is not shown
        text = text_of_markup(text).translate(_BROUGHT_BACK)
    return _ESCAPED.sub(r"\1", text)


def _is_plain(text: str) -> bool:
    """Whether there is neither raw HTML nor the definition of a link."""
    unescaped = text.count("<") > text.count("\\<") or text.count("]:") > text.count("\\]:")
    return not unescaped and "\\\\<" not in text and "\\\\]" not in text


@cache
def _markup() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what CommonMark or an extension could take for markup: in a line, as a link, at its start."""
    return (
        re.compile(r"([\\`*_\[\]<>|~&$^])"),
        re.compile(r"(?i)(?<=[a-z])(:)(?=//)|(?<=\bwww)(\.)|(@)"),
        re.compile(r"^([#+\-=:]|\d{1,9}(?=[.)]))"),
    )


def escaped_value(value: Any) -> Any:
    """Return text as Markdown that shows exactly this text; line breaks within a paragraph become blanks.

    What is no text, or is marked as markup, stays as it is.
    """
    return value if hasattr(value, "__html__") or not isinstance(value, str) else escape(value)


def escape(text: str) -> str:
    """Return the text with a backslash before each character that could act as markup.

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
    place = start.end() if start.group().isdecimal() else 0
    return f"{line[:place]}\\{line[place:]}"


FORMAT = Format("markdown", "md", lay_out, visible_text, LAYOUT)
