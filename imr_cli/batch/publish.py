"""Give letters their names: a pattern of safe parts of the case, such as `{year}-{case_number}`."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from imr_cli.batch.options import USUAL
from imr_cli.batch.result import relocate, with_findings
from imr_cli.batch.seen import SeenCases
from imr_cli.case.sources import read_file
from imr_cli.files.output import not_written, remove
from imr_cli.findings.faults.batch import file_of_another_case

if TYPE_CHECKING:
    from imr_cli.batch.manifest import Manifest
    from imr_cli.batch.options import Run
    from imr_cli.batch.result import CaseResult
    from imr_cli.decision.determination import Determination
    from imr_cli.findings.finding import Finding

PARTS = ("case_number", "decision_date", "year", "outcome", "priority", "status")
"""Parts of a name. Each is a word of the program or a checked token, so none can hold a path."""

_PLAIN = re.compile(r"[A-Za-z0-9 ._+=,-]*")


def fault_of_pattern(pattern: str) -> str:
    """Return why a pattern cannot give safe file names; nothing where it can."""
    from string import Formatter  # the usual pattern is known to be right

    try:
        chunks = list(Formatter().parse(pattern))
    except ValueError as error:
        return f"{pattern!r} is no pattern: {error}"
    for text, part, form, conversion in chunks:
        if not _PLAIN.fullmatch(text):
            return f"{pattern!r}: only letters, digits, blanks and . _ - + = , may stand in a name"
        if part is not None and (part not in PARTS or form or conversion):
            return f"{pattern!r}: no part {{{part}}}; there are {', '.join(PARTS)}"
    if all(part is None for _, part, _, _ in chunks):
        return f"{pattern!r} names every letter alike; use {{case_number}}"
    if pattern[0] in ". -" or pattern.endswith((" ", ".")):
        return f"{pattern!r}: a name begins with a letter, a digit or a part, and ends so"
    return ""


def file_name(pattern: str, determination: Determination) -> str:
    """Return the name of a case's letter, without its suffix."""
    case = determination.case
    if pattern == USUAL:
        return case.case_number
    decision = case.dates.decision
    return pattern.format(
        case_number=case.case_number,
        decision_date=decision.isoformat(),
        year=f"{decision.year:04}",
        outcome=determination.outcome,
        priority=case.priority,
        status="draft" if determination.is_draft else "final",
    )


class Publisher:
    """Gives letters their names, as long as no other case has them.

    Args:
        run: how the batch was asked for.
        existing: the names of the files that were in the folder before.
        manifest: that of the run, which knows whose files of earlier runs are.
    """

    def __init__(self, run: Run, existing: frozenset[str], manifest: Manifest | None) -> None:
        self.run = run
        self.existing = existing
        self.manifest = manifest
        self.folder = "" if run.folder is None else str(run.folder)
        self.named_by_number = USUAL in run.name
        self._seen = SeenCases(run.selection)

    def publish(self, result: CaseResult) -> CaseResult:
        """Return the case with its letters in place, or refused because they cannot be."""
        if result.is_refused:
            return result
        clash = self._clash(result)
        if clash is not None:
            return self._refused(result, clash.at(*result.place).in_source(result.source))
        result = self._compared(result)
        if result.is_refused:
            return self._without_parts(result)
        self._seen.add(result.case_number, result.source)
        try:
            for file, part in result.parts:
                if part:
                    os.replace(part, f"{self.folder}/{file}")
                if not self.named_by_number:
                    self._seen.add_file(file, result.source)
        except OSError as error:
            return self._refused(result, not_written(error, self.folder))
        return result

    def _refused(self, result: CaseResult, why: Finding) -> CaseResult:
        return self._without_parts(with_findings(result, [why], self.run))

    @staticmethod
    def _without_parts(result: CaseResult) -> CaseResult:
        for _, part in result.parts:
            if part:
                remove(part)
        return result._replace(parts=())

    def _compared(self, result: CaseResult) -> CaseResult:
        """Return the case with findings on rationales that stand in an earlier case too."""
        found = self._seen.repeats(result.case_number, result.rationales)
        if not found and all(each["code"] != "IMR729" for each in result.record["findings"]):
            return result
        findings = [relocate(each, result) for each in found]
        return with_findings(result, findings, self.run, instead_of="IMR729")

    def _clash(self, result: CaseResult) -> Finding | None:
        """Return why the letters of a case cannot have their names: another case has them."""
        number = result.case_number
        if self.named_by_number:
            return self._seen.clash(number)
        files = [file for file, _ in result.parts]
        clash = self._seen.clash(number, files)
        if clash is not None:
            return clash
        for file in files:
            owner = self._owner(file, number) if file in self.existing else number
            if owner != number:
                other = f"case {owner}" if owner else "something else"
                return file_of_another_case(file, other, path=("case_number",))
        return None

    def _owner(self, file: str, number: str) -> str:
        """Return the case that a file belongs to, by the manifest or because its number is in the file."""
        owner = self.manifest.owners.get(file, "") if self.manifest is not None else ""
        if owner:
            return owner
        try:
            return number if number.encode() in read_file(f"{self.folder}/{file}") else ""
        except OSError:
            return ""
