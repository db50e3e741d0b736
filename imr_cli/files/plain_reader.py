"""Read the plain form in which nearly all case files are written, quickly; leave everything else to libyaml.

Plain are block mappings and lists whose keys are simple words, with values that are bare or quoted and stand
on one line, lists and mappings in brackets, and block texts at one indentation. One regular expression takes
the text apart, an entry a step; a whole block text is one step. Whatever it does not take, and whatever
could be a fault, is not plain: the answer is then None, never a guess. Tests hold every answer up to
libyaml's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from imr_cli.files.yaml import unfit

if TYPE_CHECKING:
    from imr_cli.files.document import Positions
    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Path

    Marks = list[tuple[int, int]]
    """Line and column, from 0, of each container, key and scalar in the order of the text."""


# More than any case needs; deeper or longer ones have limits in YAML that are not looked at here.
_MOST_DEPTH = 12

_MOST_KEY = 100

_MOST_LENGTH = 256 * 1024

# Tabs, and line ends that are not line ends everywhere: each has rules of its own.
_ODD_BLANKS = ("\t", "\r", "\x85", "\u2028", "\u2029", "\ufeff")

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"

_FIRST = r"""[^ \n\-?:,\[\]{}\#&*!|>'"%@`]"""

_QUOTED = r"""(?:"[^"\\\n]*(?:\\["\\][^"\\\n]*)*"|'[^'\n]*(?:''[^'\n]*)*')"""

# In brackets: lists of words, and mappings to words and such lists. Each part is written once, followed by a
# comma that is not the last or by the end: patterns are compiled at every start.
_WORD = rf"(?:{_FIRST}[^,\[\]{{}}:?\#\n]*(?<![ ])|{_QUOTED})"

_COMMA = r",(?:[ ]|\n[ ]+)"

_WORDS = rf"\[(?:{_WORD}(?:{_COMMA}(?!\])|(?=\])))*\]"

_PAIR = rf"{_KEY}:[ ](?:{_WORDS}|{_WORD})"

_BRACKETS = rf"{_WORDS}|\{{(?:{_PAIR}(?:{_COMMA}(?!\}})|(?=\}})))+\}}"

# One entry, with its line's end. What is no entry is a comment or blank line, or else the last group.
_ENTRY = re.compile(
    rf"""
    ([ ]*) (-[ ]+|) (?: ({_KEY}) :(?=[ \n]) ([ ]*) |)  # indentation, dash, key, gap
    (?: ({_FIRST}[^:\#\n]*(?:(?::(?![ \n])|(?<![ ])\#)[^:\#\n]*)*)  # bare
      | (?:({_QUOTED})|({_BRACKETS})) [ ]*(?:\#(?<=[ ].).*|)
      | ([>|]-?)\n (?P<margin>\1[ ]+) ([^ \n].*(?:\n+(?P=margin)[^ \n].*)*)$
        (?!\n(?:[ ]*\n)*(?P=margin))  # block: style, margin, text
      | (?:\#(?<=[ ].).*|))\n
    | [ ]*\#.*\n
    | (.+)""",
    re.MULTILINE | re.VERBOSE,
)

_EACH_WORD = re.compile(_WORD)

_EACH_PAIR = re.compile(rf"({_KEY}):[ ](?:({_WORDS})|({_WORD}))")

_EACH_PIECE = re.compile(rf"(?:[\[{{]|{_WORD})[:,\]}} \n]*")  # that has a mark, to the next one

_SEPARATOR = re.compile(r"---[ ]*\n")

_ESCAPED = re.compile(r"\\(.)")

_BLANK_LINES = re.compile(r"\n+ ")


def read_plain(text: str) -> Node | None:
    """The document as plain data, or None where it is not plain or anything about it is doubtful."""
    return _document(text, None)


def plain_positions(text: str) -> Positions | None:
    """Where each value and each key of a plain document stands: (line, column) from 0, by path."""
    marks: Marks = []
    node = _document(text, marks)
    if node is None:
        return None
    values: dict[Path, tuple[int, int]] = {}
    keys: dict[Path, tuple[int, int]] = {}
    next_mark = iter(marks).__next__
    values[()] = next_mark()

    def place(node: Any, path: Path) -> None:
        if type(node) is dict:
            for key, value in node.items():
                below = (*path, key)
                keys[below] = next_mark()
                values[below] = next_mark()
                if type(value) is not str:
                    place(value, below)
        else:
            for index, value in enumerate(node):
                below = (*path, index)
                values[below] = next_mark()
                if type(value) is not str:
                    place(value, below)

    place(node, ())
    return values, keys


def _document(text: str, marks: Marks | None) -> Node | None:
    text = text.replace("\r\n", "\n")
    if len(text) > _MOST_LENGTH or unfit(text) is not None or any(blank in text for blank in _ODD_BLANKS):
        return None
    if not text.endswith("\n"):
        if ">\n" in text or "|\n" in text:  # a block that keeps its last line end, which is missing
            return None
        text += "\n"
    separator = _SEPARATOR.match(text)
    return _tree(text, separator.end() if separator else 0, marks)


def _tree(text: str, start: int, marks: Marks | None) -> Node | None:
    """The document, an entry a step. This loop is most of what reading costs: it stays flat."""
    root: dict[str, Any] = {}
    container: Any = root  # that is being filled
    level = -1  # its column
    waiting: str | None = ""  # its last key, if that has no value yet; at first the document waits
    stack: list[tuple[Any, int]] = []
    line = -1 if start == 0 else 0
    for entry in _ENTRY.findall(text, start):
        indent, dash, key, _, bare, quoted, brackets, style, margin, block, odd = entry
        line += 1
        if not dash and not key:
            if bare or quoted or brackets or style or odd:
                return None
            continue
        column = len(indent)
        kind = list if dash else dict
        if column != level or type(container) is not kind:
            moved = _moved(stack, container, level, waiting, kind, column)
            if moved is None:
                return None
            container, level = moved
        if marks is not None:
            _mark(marks, line, entry, not container)
            line += block.count("\n") + 1 if block else brackets.count("\n")
        if dash and key:
            stack.append((container, level))
            container.append({})
            container, level = container[-1], column + len(dash)
        value: Any
        waiting = None
        if bare:
            value = bare.rstrip(" ")
        elif brackets:
            value = _mapping(brackets) if brackets[0] == "{" else _list(brackets)
        elif quoted or style:
            value = _unquoted(quoted) if quoted else _block(style, margin, block, level)
        else:
            value, waiting = ("", key) if key else (None, None)
        if value is None or (key and (key in container or len(key) > _MOST_KEY)):
            return None
        if key:
            container[key] = value
        else:
            container.append(value)
    return root.get("")


def _moved(
    stack: list[tuple[Any, int]],
    container: Any,
    level: int,
    waiting: str | None,
    kind: type[Any],
    column: int,
) -> tuple[Any, int] | None:
    """The container of an entry, and its column, where that is not the container of the entry before."""
    if waiting is not None and (column > level or (column == level and kind is list)):
        stack.append((container, level))
        container[waiting] = below = kind()
        return (below, column) if len(stack) <= _MOST_DEPTH else None
    while stack and (level > column or (level == column and type(container) is not kind)):
        container, level = stack.pop()
    return (container, level) if level == column else None


def _block(style: str, margin: str, text: str, level: int) -> str | None:
    if len(margin) <= level:
        return None
    if style[0] == "|":
        value = text.replace("\n" + margin, "\n")
    else:
        value = text.replace("\n" + margin, " ")
        if "\n" in value:  # blank lines stay a paragraph's end, as everywhere in a case file
            value = _BLANK_LINES.sub("\n\n", value)
    return value if style[-1] == "-" else value + "\n"


def _mapping(text: str) -> dict[str, Any] | None:
    node: dict[str, Any]
    if not ("[" in text or '"' in text or "'" in text or "\n" in text):
        node = dict([pair.split(": ") for pair in text[1:-1].split(", ")])
        return node if len(node) == text.count(": ") else None
    pairs = _EACH_PAIR.findall(text)
    node = {key: _list(words) if words else _unquoted(word) for key, words, word in pairs}
    return node if len(node) == len(pairs) else None


def _list(text: str) -> list[str]:
    inside = text[1:-1]
    if "'" in inside or '"' in inside or "\n" in inside:
        return [_unquoted(word) for word in _EACH_WORD.findall(inside)]
    return inside.split(", ") if inside else []


def _unquoted(word: str) -> str:
    mark = word[0]
    if mark == '"':
        return word[1:-1] if "\\" not in word else _ESCAPED.sub(r"\1", word[1:-1])
    return word[1:-1].replace("''", "'") if mark == "'" else word


def _mark(marks: Marks, line: int, entry: tuple[str, ...], is_first: bool) -> None:
    """Note where the container that begins with this entry stands, and its key, and its value."""
    indent, dash, key, gap, bare, quoted, brackets, style, _, _, _ = entry
    column = len(indent)
    if is_first:
        marks[-1:] = [(line, column)]  # in place of the value that seemed to be missing
    if dash:
        column += len(dash)
        if key:
            marks.append((line, column))
    if key:
        marks.append((line, column))
        column += len(key) + 1
        if bare or quoted or brackets or style:
            column += len(gap)
    if not brackets:
        marks.append((line, column))
        return
    for piece in _EACH_PIECE.findall(brackets):
        marks.append((line, column))
        column += len(piece)
        if "\n" in piece:
            line, column = line + 1, len(piece) - piece.index("\n") - 1
