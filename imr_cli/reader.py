"""Read YAML text that strangers wrote into plain mappings, lists and text. Nothing else comes out.

The tree is built from libyaml's events, so nothing is resolved, expanded or executed: every scalar stays
the text that was typed, and whatever could surprise (anchors, tags, double keys, a value that loses its
end to a comment) is a finding with its position. A stream of several documents is cut at its `---` lines
first; one broken document does not take its neighbours with it.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import yaml

from imr_cli import rules_file as rules

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: the same events, about eleven times slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.finding import Finding, Path

Node = str | list[Any] | dict[str, Any]
"""What a document is made of: text, lists of nodes, mappings of text to nodes."""

WITHOUT_LIBYAML = Loader is not getattr(yaml, "CSafeLoader", None)

MOST_BYTES = 4 * 1024 * 1024
"""One document. The largest real case has 40 kB; the rest is room for records lists."""
MOST_DEPTH = 30

_SEPARATOR = re.compile(r"^---(?=[ \t\r\n]|\Z)", re.MULTILINE)
_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that reorder what is shown without changing what is stored: a letter must read as it was written.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# A line that is more than blanks, a comment, or the mark where a document begins or ends.
_CONTENT_LINE = re.compile(r"^(?!---[ \t\r]*(?:#.*)?$|\.\.\.[ \t\r]*$)[ \t]*[^\s#].*", re.MULTILINE)
_LINE_BREAKS = re.compile("\n+(?=.)")
_CUT_BY_COMMENT = re.compile(r"[ \t]+#")


class Document(NamedTuple):
    """One document of a stream: its text, and the line of the file that its first line is (from 1)."""

    text: str
    first_line: int

    def read(self) -> tuple[Node | None, list[Finding]]:
        """The document as plain data, and what is wrong with its form.

        The data is None where the form leaves nothing to go on; otherwise further checks may add to the
        findings, so that one run shows all faults. Findings have positions.
        """
        builder = _Builder(self.text)
        try:
            node = builder.build()
        except _Refused:
            node = None
        return node, [
            finding.at(finding.line + self.first_line, finding.column + 1) for finding in builder.findings
        ]

    def line(self, number: int) -> str:
        """A line of the file by its number, without its end."""
        lines = self.text.split("\n")
        place = number - self.first_line
        return lines[place].rstrip("\r") if 0 <= place < len(lines) else ""

    def places(self, findings: list[Finding]) -> list[Finding]:
        """The same findings with line and column, in the order of the file.

        A path that is not in the document (a missing field) is placed at the nearest thing above it.
        """
        if all(finding.line for finding in findings):
            return findings
        values, keys = _positions(self.text)
        placed = []
        for finding in findings:
            if not finding.line:
                where = keys if finding.at_key else values
                path = finding.path
                while path not in where:
                    path, where = path[:-1], values
                line, column = where[path]
                finding = finding.at(line + self.first_line, column + 1)  # noqa: PLW2901
            placed.append(finding)
        return sorted(placed, key=lambda each: (each.line, each.column))


def documents(content: bytes) -> tuple[list[Document], list[Finding]]:
    """The documents of a file, and what is wrong with its bytes.

    UTF-8, with or without a byte-order mark; UTF-16 with one. Documents of blanks and comments are left out.
    """
    text, finding = _decoded(content)
    if finding is not None:
        return [], [finding]
    found = [Document(part, line) for part, line in _parts(text) if _has_content(part)]
    if not found:
        return [], [rules.empty_file().at(1, 1)]
    return found, []


def _decoded(content: bytes) -> tuple[str, Finding | None]:
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16").replace("\r\n", "\n"), None
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return "", rules.not_utf8(content[error.start]).at(1, 1)
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return "", rules.not_utf8(content[error.start]).at(line, column)


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """The text cut before each `---` line: YAML allows that line nowhere inside a document."""
    if "---" not in text:
        yield text, 1
        return
    start = line = 0
    for separator in _SEPARATOR.finditer(text):
        if separator.start() > start:
            part = text[start : separator.start()]
            if _first_content_line(part).startswith("%"):
                continue  # a directive is the head of what follows, not a case of its own
            yield part, line + 1
            line += part.count("\n")
            start = separator.start()
    yield text[start:], line + 1


def _has_content(text: str) -> bool:
    return bool(_first_content_line(text))


def _first_content_line(text: str) -> str:
    content = _CONTENT_LINE.search(text)
    return content.group() if content else ""


class _Refused(Exception):
    """Nothing of the document can be used."""


class _Builder:
    """Builds one document from parser events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.comments = " #" in text or "\t#" in text
        self.escapes = "\\" in text
        self.looks_closer = self.comments or self.escapes
        self.findings: list[Finding] = []  # lines and columns from 0

    def build(self) -> Node:
        self._check_characters()
        if _first_content_line(self.text).startswith("%"):
            self._stop(rules.directive(), 0, 0)
        try:
            return self._assembled()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            problem = error.problem or ""
            if "expected <document start>" in problem:
                self._stop(rules.document_without_separator(), line, column)
            self._stop(rules.not_yaml(problem, self._line(line)), line, column)
        except yaml.YAMLError:
            self._stop(rules.not_yaml("", ""), 0, 0)

    def _assembled(self) -> Node:
        """The document, from the parser's events. This loop is most of what reading costs: it stays flat."""
        container: Any = []  # that is being filled; the outermost holds the document
        key: str | None = None  # that waits for its value, in a mapping
        is_mapping = False
        stack: list[tuple[Any, bool]] = []
        root = container
        event: Any
        for event in yaml.parse(self.text, Loader=Loader):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value: Any = event.value
                if "\n" in value and event.style != "|":
                    value = _with_paragraphs(value, event.style)
                if event.anchor is not None or event.tag is not None or self.looks_closer:
                    self._inspect(event)
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

    def _inspect(self, event: Any) -> None:
        """A scalar that could have lost its end, or that spells what the text itself may not hold."""
        if event.anchor is not None or event.tag is not None:
            self._note_decoration(event)
        if self.comments and not event.style:
            self._check_end(event)
        if self.escapes and event.style == '"':
            self._check_value(event)

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

    def _check_characters(self) -> None:
        text = self.text
        if len(text) > MOST_BYTES // 4 and len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
            self._stop(rules.too_large(MOST_BYTES), 0, 0)
        if text.isascii() and not text.encode("ascii").translate(None, _PRINTABLE):
            return
        found = _UNPRINTABLE.search(text) or _REORDERING.search(text)
        if found:
            before = text[: found.start()]
            line, column = before.count("\n"), found.start() - (before.rfind("\n") + 1)
            self._stop(rules.unprintable(ord(found.group())), line, column)

    def _check_value(self, event: Any) -> None:
        found = _UNPRINTABLE.search(event.value) or _REORDERING.search(event.value)
        if found:
            self._note(rules.unprintable(ord(found.group())), event)

    def _check_end(self, event: Any) -> None:
        end = event.end_mark
        line = self._line(end.line)
        if event.value and _CUT_BY_COMMENT.match(line, end.column):
            self._note(rules.cut_by_comment(), event)

    def _line(self, number: int) -> str:
        return self._lines[number] if number < len(self._lines) else ""

    @cached_property
    def _lines(self) -> list[str]:
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


def _with_paragraphs(value: str, style: str) -> str:
    """A folded text whose blank lines stay blank lines: folding leaves one line break of each.

    In double quotes a line break may have been written as such, so there it is left as it is.
    """
    return value if style == '"' else _LINE_BREAKS.sub("\n\n", value)


def _positions(text: str) -> tuple[dict[Path, tuple[int, int]], dict[Path, tuple[int, int]]]:
    """Where each value and each key of a readable document stands: (line, column) from 0, by path."""
    values: dict[Path, tuple[int, int]] = {}
    keys: dict[Path, tuple[int, int]] = {}
    stack: list[tuple[Path, bool, int]] = []
    above: Path = ()
    is_list, count = True, -1  # the document itself stands at the empty path
    key: str | None = None
    event: Any
    for event in yaml.parse(text, Loader=Loader):
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
