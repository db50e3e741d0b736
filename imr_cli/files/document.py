"""The documents of a case file: their text, their data, and the places of what is found in them.

A stream of several documents is cut at its `---` lines first; one broken document does not take its
neighbors with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from imr_cli.files.yaml import Node, first_content_line, positions_of, read_yaml
from imr_cli.findings.faults import files as rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.findings.finding import Finding

SEPARATOR = re.compile(r"^---(?=[ \t\r\n]|\Z)", re.MULTILINE)


class Document:
    """One document of a stream: its text, and the line of the file that its first line is (from 1)."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self._events: list[Any] | None = None

    def read(self) -> tuple[Node | None, list[Finding]]:
        """Return the document as plain data, and what is wrong with its form.

        The data is None where the form leaves nothing to go on; otherwise further checks may add to the
        findings, so that one run shows all faults. Findings have positions.
        """
        node, findings, self._events = read_yaml(self.text)
        return node, [finding.at(finding.line + self.first_line, finding.column + 1) for finding in findings]

    def line(self, number: int) -> str:
        """Return a line of the file by its number, without its end."""
        lines = self.text.split("\n")
        place = number - self.first_line
        return lines[place].rstrip("\r") if 0 <= place < len(lines) else ""

    def locate(self, findings: list[Finding]) -> list[Finding]:
        """Return the same findings with line and column, in the order of the file.

        A path that is not in the document (a missing field) is located at the nearest thing above it.
        """
        if all(finding.line for finding in findings):
            return findings
        if self._events is None:
            self.read()
        values, keys = positions_of(self._events or [])
        located = []
        for finding in findings:
            if not finding.line:
                where = keys if finding.at_key else values
                path = finding.path
                while path not in where:
                    path, where = path[:-1], values
                line, column = where[path]
                finding = finding.at(line + self.first_line, column + 1)  # noqa: PLW2901
            located.append(finding)
        return sorted(located, key=lambda each: (each.line, each.column))


def documents(content: bytes) -> tuple[list[Document], list[Finding]]:
    """Return the documents of a file, and what is wrong with its bytes.

    UTF-8, with or without a byte-order mark; UTF-16 with one. Documents of blanks and comments are left out.
    """
    is_utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = content.decode("utf-16").replace("\r\n", "\n") if is_utf16 else content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = b"" if is_utf16 else content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return [], [rules.not_utf8(content[error.start]).at(line, column)]
    found = [Document(part, line) for part, line in _parts(text) if first_content_line(part)]
    return found, [] if found else [rules.empty_file().at(1, 1)]


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield the text cut before each `---` line: YAML allows that line nowhere inside a document."""
    if "---" not in text:
        yield text, 1
        return
    start = line = 0
    for separator in SEPARATOR.finditer(text):
        if separator.start() > start:
            part = text[start : separator.start()]
            if first_content_line(part).startswith("%"):
                continue  # a directive is the head of what follows, not a case of its own
            yield part, line + 1
            line += part.count("\n")
            start = separator.start()
    yield text[start:], line + 1
