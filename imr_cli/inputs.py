"""The case files that a command is given: files, folders, or `-` for standard input."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from imr_cli import rules_file as rules
from imr_cli.reader import Document, documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from imr_cli.finding import Finding

STDIN = "-"
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class CaseText:
    """One case of one file: the name the user knows the file by, and the document; or why there is none."""

    source: str
    document: Document | None
    findings: tuple[Finding, ...] = ()


def case_texts(names: Sequence[str]) -> Iterator[CaseText]:
    """Every case of the named files and folders, in order. What cannot be read is in the findings."""
    for name in names:
        if name != STDIN and Path(name).is_dir():
            yield from _in_folder(name)
        else:
            yield from _in_file(name)


def _in_folder(name: str) -> Iterator[CaseText]:
    found = False
    for folder, below, files in os.walk(name, onerror=None):
        below.sort()
        for each in sorted(files):
            if each.endswith(SUFFIXES) and not each.startswith("."):
                found = True
                yield from _in_file(str(Path(folder) / each))
    if not found:
        yield CaseText(name, None, (rules.no_case_files().in_source(name),))


def _in_file(name: str) -> Iterator[CaseText]:
    try:
        content = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield CaseText(name, None, (rules.unreadable(reason.lower()).in_source(name),))
        return
    source = "<stdin>" if name == STDIN else name
    found, findings = documents(content)
    if findings:
        yield CaseText(source, None, tuple(each.in_source(source) for each in findings))
    for document in found:
        yield CaseText(source, document)
