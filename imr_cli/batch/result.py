"""What became of one case of a batch: small enough to be sent from one process to another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.batch.manifest import finding_of_line, to_line
from imr_cli.case.sources import STDIN_NAME, texts_of
from imr_cli.findings.faults import files as rules_file
from imr_cli.findings.render import shown_as

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imr_cli.batch.options import Run
    from imr_cli.findings.finding import Finding


class Shown(NamedTuple):
    """A finding as the screen has it: its severity, and its words in the chosen style."""

    severity: str
    text: str


class CaseResult(NamedTuple):
    """What became of one case.

    `line` is its line for the manifest; of a case that an earlier run had done (`is_kept`) it is that run's.
    `parts` pair each file with the hidden one to be renamed, or with nothing where it is there already;
    `letters` are the bytes where the hidden files could not be written. `place` is that of the case number.
    """

    source: str
    nth: int
    line: str
    case_number: str = ""
    outcome: str = ""
    is_draft: bool = False
    codes: tuple[str, ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)
    shown: tuple[Shown, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    letters: tuple[bytes, ...] = ()
    place: tuple[int, int] = (0, 0)
    is_kept: bool = False
    seconds: float = 0.0
    rationales: tuple[tuple[int, bytes], ...] = ()
    stop: Finding | None = None

    @property
    def is_refused(self) -> bool:
        """Whether it has no letter."""
        return not self.outcome


def with_findings(
    done: CaseResult, findings: Sequence[Finding], run: Run, *, instead_of: str = ""
) -> CaseResult:
    """A case with what was seen only beside the others; an error refuses it.

    `instead_of` is a code whose earlier findings these replace.
    """
    record = json.loads(done.line)
    record["findings"] = [each for each in record["findings"] if each["code"] != instead_of]
    record["findings"] += map(finding_of_line, findings)
    is_refused = any(each["severity"] == "error" for each in record["findings"])
    if is_refused:
        record |= {"outcome": None, "draft": False, "files": {}}
    shown = [
        Shown(each.severity, shown_as(run.style, each, None))
        for each in findings
        if each.severity == "error" or not run.quiet or run.style == "json"
    ]
    return done._replace(
        line=to_line(record),
        outcome="" if is_refused else done.outcome,
        is_draft=done.is_draft and not is_refused,
        is_kept=False,
        codes=tuple(each["code"] for each in record["findings"]),
        counts=counts_of([each["severity"] for each in record["findings"]]),
        shown=(*done.shown, *shown),
    )


def relocate(finding: Finding, done: CaseResult) -> Finding:
    """A finding that was made without the document, at its place in the file if that can be read again."""
    try:
        for nth, text in enumerate(texts_of(done.source) if done.source != STDIN_NAME else (), 1):
            if nth == done.nth and text.document is not None:
                return text.document.locate([finding])[0].in_source(done.source)
    except OSError:
        pass
    return finding.at(*done.place).in_source(done.source)


def not_written(error: OSError, place: str) -> Finding:
    """Why a letter could not be written."""
    return rules_file.not_writable((error.strerror or type(error).__name__).lower()).in_source(place)


def counts_of(severities: Sequence[str]) -> tuple[int, int, int]:
    """How many errors, warnings and notes there are."""
    if not severities:
        return 0, 0, 0
    return severities.count("error"), severities.count("warning"), severities.count("note")
