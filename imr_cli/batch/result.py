"""What became of one case of a batch: small enough to be sent from one process to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from imr_cli.batch.manifest import finding_entry
from imr_cli.case.sources import STDIN_NAME, texts_of
from imr_cli.findings.render import shown_as

if TYPE_CHECKING:
    from collections.abc import Sequence

    from imr_cli.batch.options import Run
    from imr_cli.findings.finding import Finding


Shown = tuple[str, str]
"""A finding as the screen has it: its severity, and its words in the chosen style."""


class CaseResult(NamedTuple):
    """What became of one case.

    `record` is what the manifest keeps of it; of a case that an earlier run had done (`is_kept`) it is that
    run's. `parts` pair each file with the hidden one to be renamed, or with nothing where it is there
    already; `letters` are the bytes where there is no folder to write to. `place` is that of the case number.
    With `stop`, the fault of a layout that ends the run, the record is empty.
    """

    record: dict[str, Any]
    shown: tuple[Shown, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    letters: tuple[bytes, ...] = ()
    place: tuple[int, int] = (0, 0)
    is_kept: bool = False
    seconds: float = 0.0
    stop: Finding | None = None

    @property
    def source(self) -> str:
        """The name that the user knows the case's file by."""
        return str(self.record["source"])

    @property
    def nth(self) -> int:
        """The case's number in its file."""
        return int(self.record["index"])

    @property
    def case_number(self) -> str:
        """The case number, or nothing where it could not be read."""
        return self.record["case_number"] or ""

    @property
    def outcome(self) -> str:
        """The outcome, or nothing where the case is refused."""
        return self.record["outcome"] or ""

    @property
    def is_refused(self) -> bool:
        """Whether it has no letter."""
        return not self.outcome

    @property
    def rationales(self) -> list[tuple[int, bytes]]:
        """Places of items, with the hashes of their rationales where these are to be compared."""
        items = enumerate(self.record.get("items", ()))
        return [(place, bytes.fromhex(item["rationale"])) for place, item in items if item.get("rationale")]


def with_findings(
    result: CaseResult, findings: Sequence[Finding], run: Run, *, instead_of: str = ""
) -> CaseResult:
    """Return a case with what was seen only beside the others; an error refuses it.

    `instead_of` is a code whose earlier findings these replace.
    """
    found = [each for each in result.record["findings"] if each["code"] != instead_of]
    found += map(finding_entry, findings)
    record = result.record | {"findings": found}
    if any(each["severity"] == "error" for each in found):
        record |= {"outcome": None, "draft": False, "files": {}}
    shown = [
        (each.severity, shown_as(run.style, each, None))
        for each in findings
        if each.severity == "error" or not run.errors_only
    ]
    return result._replace(record=record, is_kept=False, shown=(*result.shown, *shown))


def relocate(finding: Finding, result: CaseResult) -> Finding:
    """Return a finding made without the document, at its place in the file if that can be read again."""
    try:
        for nth, text in enumerate(texts_of(result.source) if result.source != STDIN_NAME else (), 1):
            if nth == result.nth and text.document is not None:
                return text.document.locate([finding])[0].in_source(result.source)
    except OSError:
        pass
    return finding.at(*result.place).in_source(result.source)
