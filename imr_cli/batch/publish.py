"""The names of letters' files: a pattern of safe parts of the case, such as `{year}-{case_number}`."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from imr_cli.batch.options import USUAL
from imr_cli.batch.repeats import RationaleMemory
from imr_cli.batch.result import not_written, relocate, with_findings
from imr_cli.case.sources import read_file
from imr_cli.files.output import remove
from imr_cli.findings.faults import batch as rules_batch
from imr_cli.findings.faults import files as rules_file

if TYPE_CHECKING:
    from imr_cli.batch.manifest import Manifest
    from imr_cli.batch.options import Run
    from imr_cli.batch.result import CaseResult
    from imr_cli.case.sources import CaseText
    from imr_cli.decision.determination import Determination
    from imr_cli.findings.finding import Finding
    from imr_cli.findings.selection import Selection
    from imr_cli.pipeline import Examined


PARTS = ("case_number", "decision_date", "year", "outcome", "priority", "status")

"""Parts of a name. Each is a word of the program or a checked token, so none can hold a path."""

_PLAIN = re.compile(r"[A-Za-z0-9 ._+=,-]*")


class NameFault(ValueError):
    """A pattern that cannot name files; its text says why."""


def check_pattern(pattern: str) -> None:
    """See to it that a pattern gives safe file names.

    Raises:
        NameFault: it has a part that there is not, or text that is not safe in a file name.
    """
    from string import Formatter  # the usual pattern is known to be right

    try:
        chunks = list(Formatter().parse(pattern))
    except ValueError as error:
        raise NameFault(f"{pattern!r} is no pattern: {error}") from None
    parts = [part for _, part, _, _ in chunks if part is not None]
    for text, part, form, conversion in chunks:
        if not _PLAIN.fullmatch(text):
            raise NameFault(f"{pattern!r}: only letters, digits, blanks and . _ - + = , may stand in a name")
        if part is not None and (part not in PARTS or form or conversion):
            raise NameFault(f"{pattern!r}: no part {{{part}}}; there are {', '.join(PARTS)}")
    if not parts:
        raise NameFault(f"{pattern!r} names every letter alike; use {{case_number}}")
    if pattern[0] in ". -" or pattern.endswith((" ", ".")):
        raise NameFault(f"{pattern!r}: a name begins with a letter, a digit or a part, and ends so")


def file_name(pattern: str, determination: Determination) -> str:
    """The name of a case's letter, without its suffix."""
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
    """What the cases before had: numbers, files and rationales.

    Args:
        run: how the batch was asked for.
        selection: which findings are reported, the house's severities among them.
        existing: the names of the files that were in the folder before.
        manifest: that of the run, which knows whose files of earlier runs are.
    """

    def __init__(
        self, run: Run, selection: Selection, existing: frozenset[str], manifest: Manifest | None
    ) -> None:
        self.run = run
        self.selection = selection
        self.existing = existing
        self.manifest = manifest
        self.folder = "" if run.folder is None else str(run.folder)
        self.named_by_number = USUAL in run.name
        self._numbers: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._rationales = RationaleMemory()

    def place(self, done: CaseResult) -> CaseResult:
        """The case with its letters in place, or refused because they cannot be."""
        if done.is_refused:
            return done
        clash = self._clash(done)
        if clash is None:
            done = self._compared(done)
            if done.is_refused:
                return self._without_parts(done)
            self._numbers[done.case_number] = done.source
            try:
                for file, part in done.parts:
                    if part:
                        os.replace(part, f"{self.folder}/{file}")
                    if not self.named_by_number:
                        self._files[file] = done.source
            except OSError as error:
                clash = not_written(error, self.folder)
        if clash is None:
            return done
        return self._without_parts(with_findings(done, [clash], self.run))

    @staticmethod
    def _without_parts(done: CaseResult) -> CaseResult:
        for _, part in done.parts:
            if part:
                remove(part)
        return done._replace(parts=())

    def _compared(self, done: CaseResult) -> CaseResult:
        """The case with findings on rationales that stand in an earlier case too."""
        found = self._rationales.compare(done.case_number, list(done.rationales)) if done.rationales else []
        if not found and "IMR729" not in done.codes:
            return done
        findings = self.selection.apply(relocate(each, done) for each in found)
        return with_findings(done, findings, self.run, instead_of="IMR729")

    def _clash(self, done: CaseResult) -> Finding | None:
        """Why the letters of a case cannot have their names: another case has them."""
        earlier = self._numbers.get(done.case_number)
        if earlier is not None:
            return _at_number(rules_file.case_twice(earlier, path=("case_number",)), done)
        if self.named_by_number:
            return None
        for file, _ in done.parts:
            if file in self._files:
                return _at_number(
                    rules_batch.name_twice(file, self._files[file], path=("case_number",)), done
                )
            if file in self.existing:
                run_pid = self._owner(file, done.case_number)
                if run_pid != done.case_number:
                    other = f"case {run_pid}" if run_pid else "something else"
                    finding = rules_batch.file_of_another_case(file, other, path=("case_number",))
                    return _at_number(finding, done)
        return None

    def _owner(self, file: str, number: str) -> str:
        """The case that a file belongs to, by the manifest, or else because the case's number is in it."""
        run_pid = self.manifest.owners.get(file, "") if self.manifest is not None else ""
        if run_pid:
            return run_pid
        try:
            return number if number.encode() in read_file(f"{self.folder}/{file}") else ""
        except OSError:
            return ""


def _at_number(finding: Finding, done: CaseResult) -> Finding:
    return finding.at(*done.place).in_source(done.source)


class EarlierCases:
    """The cases of a run that had their letters before: their numbers and hashes of their rationales."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._sources: dict[str, str] = {}
        self._rationales = RationaleMemory()

    def compared(self, examined: Examined, text: CaseText) -> Examined:
        """A case that is not refused, with findings on what it shares with an earlier one of the run."""
        determination, document = examined.determination, text.document
        if determination is None or document is None:
            return examined
        number = determination.case.case_number
        if number in self._sources:
            found = [rules_file.case_twice(self._sources[number], path=("case_number",))]
        else:
            found = self._selection.apply(self._rationales.see(determination.case))
        placed = [each.in_source(text.source) for each in document.locate(found)]
        together = examined._replace(findings=(*examined.findings, *placed))
        if not together.is_refused:
            self._sources[number] = text.source
        return together
