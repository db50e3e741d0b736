"""The case files that a command is given: files, folders, lists of files, or `-` for standard input.

A batch gets them as *tasks*: a file that is read by whoever works on it, or one case that was cut out of a
long stream, so that no stream is ever held in memory.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.files.document import Document, documents
from imr_cli.files.output import reason_of
from imr_cli.files.yaml import MOST_BYTES
from imr_cli.findings.faults import files as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

    from imr_cli.findings.finding import Finding

STDIN, STDIN_NAME = "-", "<stdin>"
SUFFIXES = (".yaml", ".yml")


class CaseText(NamedTuple):
    """One case of one file: the name the user knows the file by, and the document; or why there is none."""

    source: str
    document: Document | None
    findings: tuple[Finding, ...] = ()


class Task(NamedTuple):
    """A piece of a batch: a file to be read, a case cut out of a stream (`content`), or a `fault`.

    `nth` and `line` are the case's number in its stream and its first line. `known` holds what the manifest
    of an earlier run says of the cases of this source.
    """

    source: str
    content: bytes | None = None
    nth: int = 1
    line: int = 1
    fault: Finding | None = None
    known: tuple[str, ...] = ()


def case_texts(names: Sequence[str]) -> Iterator[CaseText]:
    """Yield every case of the named files and folders, in order. What cannot be read is in the findings."""
    for path in paths_of(names):
        if isinstance(path, str):
            yield from texts_of(path)
        elif path.fault is not None:
            yield CaseText(path.source, None, (path.fault,))


def texts_of(name: str, content: bytes | None = None) -> Iterator[CaseText]:
    """Yield the cases of one file, or of bytes that were read from it."""
    source = STDIN_NAME if name == STDIN else name
    if content is None:
        try:
            content = sys.stdin.buffer.read() if name == STDIN else read_file(name)
        except OSError as error:
            yield CaseText(source, None, (unreadable(error).in_source(source),))
            return
    found, findings = documents(content)
    if findings:
        yield CaseText(source, None, tuple(each.in_source(source) for each in findings))
    for document in found:
        yield CaseText(source, document)


def read_file(name: str) -> bytes:
    """Return the bytes of a file."""
    with open(name, "rb", buffering=0) as file:
        return file.read()


def unreadable(error: OSError) -> Finding:
    """Return why a file could not be read."""
    return rules.unreadable(reason_of(error))


def files_of(folder: str) -> Iterator[str]:
    """Yield the case files of a folder and the folders below it, in the order of their names.

    A folder below that cannot be opened comes last, as a file that cannot be read.
    """
    closed: list[OSError] = []
    for inside, below, files in os.walk(folder, onerror=closed.append):
        below.sort()
        for each in sorted(files):
            if each.endswith(SUFFIXES) and not each.startswith("."):
                yield os.path.join(inside, each)
    yield from (str(error.filename) for error in closed)


def listed(name: str) -> list[str]:
    """Return the paths that a list names, one a line.

    Raises:
        OSError: the list cannot be read.
    """
    content = sys.stdin.buffer.read() if name == STDIN else read_file(name)
    return [line for line in os.fsdecode(content).splitlines() if line.strip()]


def paths_of(names: Sequence[str]) -> Iterator[str | Task]:
    """Yield the files that the names lead to, in order; for a folder without any, a task with a fault."""
    for name in names:
        if name != STDIN and os.path.isdir(name):
            found = False
            for file in files_of(name):
                found = True
                yield file
            if not found:
                yield Task(name, fault=rules.no_case_files().in_source(name))
        else:
            yield name


def tasks_of(paths: Iterable[str | Task]) -> Iterator[Task]:
    """Yield the tasks of these files. Standard input and long files are cut while they are read."""
    for path in paths:
        if not isinstance(path, str):
            yield path
        elif path == STDIN:
            yield from _cut(STDIN_NAME, sys.stdin.buffer)
        elif not is_long(path):
            yield Task(path)
        else:
            try:
                with open(path, "rb") as file:
                    yield from _cut(path, file)
            except OSError as error:
                yield Task(path, fault=unreadable(error).in_source(path))


def is_long(path: str) -> bool:
    """Return whether a file is larger than any single case may be."""
    try:
        return os.stat(path).st_size > MOST_BYTES
    except OSError:
        return False  # whoever reads it will say why it cannot be


def _cut(source: str, file: BinaryIO) -> Iterator[Task]:
    from imr_cli.case.streams import cases_in

    index = 0
    try:
        for line, content in cases_in(file):
            index += 1
            yield Task(source, content, index, line)
    except UnicodeDecodeError as error:
        yield Task(source, None, index + 1, fault=rules.not_utf8(error.object[error.start]).in_source(source))
    else:
        if index == 0:
            yield Task(source, fault=rules.empty_file().at(1, 1).in_source(source))


def moved(text: CaseText, lines: int) -> CaseText:
    """Return the same case, counted from the top of the stream that it was cut from."""
    if not lines:
        return text
    document = text.document and Document(text.document.text, text.document.first_line + lines)
    findings = tuple(each.at(each.line + lines, each.column) for each in text.findings)
    return CaseText(text.source, document, findings)
