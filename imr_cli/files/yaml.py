"""Read YAML as plain text, lists and mappings, with the place of everything.

First what a text must be: not too large, and of characters that can be printed.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from imr_cli.findings.faults import files as rules

if TYPE_CHECKING:
    from imr_cli.findings.finding import Finding, Path

    Positions = tuple[dict[Path, tuple[int, int]], dict[Path, tuple[int, int]]]

Node = str | list[Any] | dict[str, Any]
"""What a document is made of: text, lists of nodes, mappings of text to nodes."""

MOST_BYTES = 4 * 1024 * 1024
"""One document. The largest real case has 40 kB; the rest is room for records lists."""

_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# Marks that reorder what is shown without changing what is stored: a letter must read as it was written.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")

# A line that is more than blanks, a comment, or the mark where a document begins or ends.
CONTENT_LINE = re.compile(r"^(?!---[ \t\r]*(?:#.*)?$|\.\.\.[ \t\r]*$)[ \t]*[^\s#].*", re.MULTILINE)


def unfit(text: str) -> Finding | None:
    """Return why a text cannot be read at all, or None. The place is counted from 0."""
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
    """Return where a text has a character that cannot be printed or that reorders the text around it."""
    found = _UNPRINTABLE.search(text) or _REORDERING.search(text)
    return found.start() if found else None


def first_content_line(text: str) -> str:
    """Return the first line of a text that says anything, or nothing."""
    content = CONTENT_LINE.search(text)
    return content.group() if content else ""


try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: the same events, about eleven times slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MOST_DEPTH = 30

_LITERAL = ("|", '"')
"""Styles whose line breaks stand as written. In others folding leaves one break of each blank line."""

_LINE_BREAKS = re.compile("\n+(?=.)")
_CUT_BY_COMMENT = re.compile(r"[ \t]+#")


def read_yaml(text: str) -> tuple[Node | None, list[Finding], list[Any]]:
    """Return the document as plain data, what is wrong with its form, and the parser's events.

    Lines and columns count from 0. `positions_of` finds every value in the events.
    """
    builder = _Builder(text)
    try:
        node = builder.build()
    except _Refused:
        node = None
    return node, builder.findings, builder.events


class _Refused(Exception):
    """Nothing of the document can be used."""


class _Builder:
    """Builds one document from parser events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.escapes = "\\" in text
        self.findings: list[Finding] = []  # lines and columns from 0
        self.events: list[Any] = []

    def build(self) -> Node:
        finding = unfit(self.text)
        if finding is not None:
            self._stop(finding, finding.line, finding.column)
        if first_content_line(self.text).startswith("%"):
            self._stop(rules.directive(), 0, 0)
        try:
            return self._assembled()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            problem = error.problem or ""
            if "nesting depth" in problem and mark:
                # Newer versions of libyaml look ahead and stop there; the first level too many is before it.
                self.text = self.text[: mark.index - 1]
                return self.build()
            if "expected <document start>" in problem:
                self._stop(rules.document_without_separator(), line, column)
            self._stop(rules.not_yaml(problem, self._line(line)), line, column)
        except yaml.YAMLError:
            self._stop(rules.not_yaml("", ""), 0, 0)

    def _assembled(self) -> Node:
        """Return the document, from the parser's events. Most of reading is this loop: it stays flat."""
        container: Any = []  # that is being filled; the outermost holds the document
        key: str | None = None  # that waits for its value, in a mapping
        is_mapping = False
        stack: list[tuple[Any, bool]] = []
        root = container
        commented, escapes = self._commented, self.escapes
        self.events = []
        keep = self.events.append
        event: Any
        for event in iter(Loader(self.text).get_event, None):
            keep(event)
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value: Any = event.value
                style = event.style
                if "\n" in value and style not in _LITERAL:
                    value = _LINE_BREAKS.sub("\n\n", value)
                if event.anchor is not None or event.tag is not None:
                    self._note_decoration(event)
                if not style and value and event.end_mark.line in commented:
                    self._inspect_end(event)
                if escapes and style == '"':
                    self._inspect_escapes(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor is not None or event.tag is not None or len(stack) >= MOST_DEPTH:
                    self._inspect_start(event, len(stack))
                value = {} if kind is yaml.MappingStartEvent else []
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                container, is_mapping = stack.pop()
                key = None
                continue
            else:
                self._inspect_other(event, kind, root)
                continue
            if not is_mapping:
                container.append(value)
            elif key is not None:
                container[key] = value
                key = None
            else:
                if type(value) is not str or value == "<<" or value in container:
                    self._inspect_key(event, value)
                key = value
            if type(value) is not str:
                stack.append((container, is_mapping))
                container, is_mapping = value, kind is yaml.MappingStartEvent
        node: Node = root[0]
        return node

    def _inspect_end(self, event: Any) -> None:
        """Inspect a value that could have lost its end to the comment in its line."""
        end = event.end_mark
        if _CUT_BY_COMMENT.match(self._line(end.line), end.column):
            self._note(rules.cut_by_comment(), event)

    def _inspect_escapes(self, event: Any) -> None:
        """Inspect a value that could spell what the text itself may not hold."""
        place = odd_character(event.value)
        if place is not None:
            self._note(rules.unprintable(ord(event.value[place])), event)

    def _inspect_start(self, event: Any, depth: int) -> None:
        if event.anchor is not None or event.tag is not None:
            self._note_decoration(event)
        if depth >= MOST_DEPTH:
            self._stop_at(rules.too_deep(MOST_DEPTH), event)

    def _inspect_key(self, event: Any, key: Any) -> None:
        if type(key) is not str:
            self._stop_at(rules.key_not_text(), event)
        if key == "<<" and not event.style:
            self._stop_at(rules.merge_key(), event)
        if key != "<<":
            self._note(rules.key_twice(key), event)

    def _inspect_other(self, event: Any, kind: Any, root: list[Node]) -> None:
        if kind is yaml.AliasEvent:
            self._stop_at(rules.anchor_or_alias(), event)
        elif kind is yaml.DocumentStartEvent:
            if root:
                self._stop_at(rules.document_without_separator(), event)
            if event.version or event.tags:
                self._stop_at(rules.directive(), event)

    def _line(self, number: int) -> str:
        return self._lines[number] if number < len(self._lines) else ""

    @property
    def _commented(self) -> frozenset[int]:
        """The lines, from 0, in which a comment could cut off a value."""
        if " #" not in self.text and "\t#" not in self.text:
            return frozenset()
        return frozenset(at for at, line in enumerate(self._lines) if " #" in line or "\t#" in line)

    @cached_property
    def _lines(self) -> list[str]:
        """The lines as libyaml counts them."""
        if self.text.isascii() and "\r" not in self.text:
            return self.text.split("\n")
        return re.split("\r\n|[\n\r\x85\u2028\u2029]", self.text)

    def _note_decoration(self, event: Any) -> None:
        self._note(rules.anchor_or_alias() if event.anchor is not None else rules.tag(), event)

    def _note(self, finding: Finding, event: Any) -> None:
        self.findings.append(finding.at(event.start_mark.line, event.start_mark.column))

    def _stop_at(self, finding: Finding, event: Any) -> NoReturn:
        self._stop(finding, event.start_mark.line, event.start_mark.column)

    def _stop(self, finding: Finding, line: int, column: int) -> NoReturn:
        self.findings.append(finding.at(line, column))
        raise _Refused


def positions_of(events: list[Any]) -> Positions:
    """Return where each value and each key of a document stands: (line, column) from 0, by path."""
    values: dict[Path, tuple[int, int]] = {}
    keys: dict[Path, tuple[int, int]] = {}
    stack: list[tuple[Path, bool, int]] = []
    above: Path = ()
    is_list, count = True, -1  # the document itself stands at the empty path
    key: str | None = None
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            mark = event.start_mark
            if is_list:
                values[(*above, count) if count >= 0 else ()] = (mark.line, mark.column)
                count += 1
            elif key is None:
                key = event.value
                keys[(*above, key)] = (mark.line, mark.column)
            else:
                values[(*above, key)] = (mark.line, mark.column)
                key = None
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            mark = event.start_mark
            path = ((*above, count) if count >= 0 else ()) if is_list else (*above, key or "")
            values[path] = (mark.line, mark.column)
            stack.append((above, is_list, count + 1))
            above, is_list, count, key = path, kind is yaml.SequenceStartEvent, 0, None
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            above, is_list, count = stack.pop()
            key = None
    return values, keys
