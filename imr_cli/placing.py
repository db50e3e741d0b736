"""Give the letters of a batch their names, in the order of the input: who had a name first keeps it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from imr_cli import rules_batch, rules_file
from imr_cli.done import not_written, placed_again, with_findings
from imr_cli.inputs import read_file
from imr_cli.names import USUAL
from imr_cli.repeated_rationales import RationaleMemory
from imr_cli.writer import remove

if TYPE_CHECKING:
    from imr_cli.done import Done
    from imr_cli.finding import Finding
    from imr_cli.manifest import Manifest
    from imr_cli.run import Run
    from imr_cli.selection import Selection


class Placing:
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

    def place(self, done: Done) -> Done:
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
    def _without_parts(done: Done) -> Done:
        for _, part in done.parts:
            if part:
                remove(part)
        return done._replace(parts=())

    def _compared(self, done: Done) -> Done:
        """The case with findings on rationales that stand in an earlier case too."""
        found = self._rationales.compare(done.case_number, list(done.rationales)) if done.rationales else []
        if not found and "IMR729" not in done.codes:
            return done
        findings = self.selection.apply(placed_again(each, done) for each in found)
        return with_findings(done, findings, self.run, instead_of="IMR729")

    def _clash(self, done: Done) -> Finding | None:
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
                owner = self._owner(file, done.case_number)
                if owner != done.case_number:
                    other = f"case {owner}" if owner else "something else"
                    finding = rules_batch.file_of_another_case(file, other, path=("case_number",))
                    return _at_number(finding, done)
        return None

    def _owner(self, file: str, number: str) -> str:
        """The case that a file belongs to, by the manifest, or else because the case's number is in it."""
        owner = self.manifest.owners.get(file, "") if self.manifest is not None else ""
        if owner:
            return owner
        try:
            return number if number.encode() in read_file(f"{self.folder}/{file}") else ""
        except OSError:
            return ""


def _at_number(finding: Finding, done: Done) -> Finding:
    return finding.at(*done.place).in_source(done.source)
