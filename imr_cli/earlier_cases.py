"""What only several cases together show, where they are looked at one after the other: `--check` on a stream.

A batch (`batch`) does the same with what its processes send back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli import rules_file
from imr_cli.repeated_rationales import RationaleMemory

if TYPE_CHECKING:
    from imr_cli.inputs import CaseText
    from imr_cli.review import Reviewed
    from imr_cli.selection import Selection


class EarlierCases:
    """The cases of a run that had their letters before: their numbers and hashes of their rationales."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._sources: dict[str, str] = {}
        self._rationales = RationaleMemory()

    def compared(self, reviewed: Reviewed, text: CaseText) -> Reviewed:
        """A case that is not refused, with findings on what it shares with an earlier one of the run."""
        review, document = reviewed.review, text.document
        if review is None or document is None:
            return reviewed
        number = review.case.case_number
        if number in self._sources:
            found = [rules_file.case_twice(self._sources[number], path=("case_number",))]
        else:
            found = self._selection.apply(self._rationales.see(review.case))
        placed = [each.in_source(text.source) for each in document.places(found)]
        together = reviewed._replace(findings=(*reviewed.findings, *placed))
        if not together.is_refused:
            self._sources[number] = text.source
        return together
