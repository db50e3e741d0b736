"""What other programs can do with cases, as `import imr_cli` gives it: find, examine, make letters."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from imr_cli import pipeline
from imr_cli.case.sources import CaseText, moved, paths_of, tasks_of, texts_of
from imr_cli.files.bundled import DataFault
from imr_cli.findings.finding import Finding
from imr_cli.findings.selection import EVERYTHING, Selection
from imr_cli.letter.formats.registry import FORMATS, format_named
from imr_cli.pipeline import Examined
from imr_cli.resources import Resources

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "CaseText",
    "DataFault",
    "Examined",
    "Finding",
    "Resources",
    "Selection",
    "examine",
    "find_cases",
    "make_letter",
    "read_cases",
]


def find_cases(*names: str | os.PathLike[str]) -> Iterator[CaseText]:
    """Yield every case of the named files and folders, in order; `-` is standard input.

    What cannot be read is a case without a document, whose findings say why.
    """
    for task in tasks_of(paths_of([os.fspath(name) for name in names])):
        if task.fault is not None:
            yield CaseText(task.source, None, (task.fault,))
            continue
        for text in texts_of(task.source, task.content):
            yield moved(text, task.line - 1)


def read_cases(content: bytes, source: str) -> Iterator[CaseText]:
    """Yield the cases of a text that stands in no file; findings call it `source`."""
    return texts_of(source, content)


def examine(case: CaseText, resources: Resources, selection: Selection = EVERYTHING) -> Examined:
    """Return a case checked against the guideline and decided, with all findings.

    Raises:
        DataFault: a file of the resources cannot be used.
    """
    return pipeline.examine_text(case, resources, selection.of_house(resources.house.severities))


def make_letter(examined: Examined, format_name: str, resources: Resources) -> bytes:
    """Return the letter of a case in one format; in `json` it is the determination record.

    Raises:
        ValueError: the case is refused, or no format has this name.
        DataFault: a layout or a wording of the resources cannot be used, or leaves out what the law requires.
    """
    fmt = format_named(format_name)
    if fmt is None:
        raise ValueError(f"no format {format_name!r}; there are {', '.join(FORMATS)}")
    letters, lacking = pipeline.letters_of(examined, [fmt.name], resources)
    if lacking:
        raise DataFault(lacking)
    return letters[fmt.name]
