"""What a run has seen of its earlier cases: one letter for a case number, one rationale for a case."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from imr_cli.findings.faults.batch import name_twice, rationale_of_another_case
from imr_cli.findings.faults.files import case_twice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from imr_cli.case.model import Case
    from imr_cli.findings.finding import Finding
    from imr_cli.findings.selection import Selection

_LEAST_WORDS = 40
"""Shorter rationales, such as that of a service that falls with its surgery, are rightly alike."""

_DIGEST_BYTES = 12


class SeenCases:
    """Case numbers, files and rationales of the cases before, each with its case: for a stream and a batch.

    Of a rationale a hash is kept, never the text. Findings have paths; who has the document places them.
    """

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._numbers: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._rationales: dict[bytes, str] = {}

    def clash(self, case_number: str, files: Iterable[str] = ()) -> Finding | None:
        """Return why a case cannot have its letter: an earlier one has its number or one of its files."""
        earlier = self._numbers.get(case_number)
        if earlier is not None:
            return case_twice(earlier, path=("case_number",))
        for file in files:
            if file in self._files:
                return name_twice(file, self._files[file], path=("case_number",))
        return None

    def repeats(self, case_number: str, rationales: Iterable[tuple[int, bytes]]) -> list[Finding]:
        """Return findings on rationales that an earlier case has too; the case's own are remembered."""
        found = []
        for index, digest in rationales:
            first = self._rationales.setdefault(digest, case_number)
            if first != case_number:
                path = ("disputed_items", index, "rationale")
                found.append(rationale_of_another_case(first, path=path))
        return self._selection.apply(found)

    def add(self, case_number: str, source: str) -> None:
        """Remember a case that has its letter."""
        self._numbers[case_number] = source

    def add_file(self, file: str, source: str) -> None:
        """Remember a letter's file."""
        self._files[file] = source


def rationale_digests(case: Case) -> Iterator[tuple[int, bytes]]:
    """Yield items' places with hashes of their rationales, white space and capitals aside."""
    for index, item in enumerate(case.disputed_items):
        words = (item.rationale or "").casefold().split()
        if len(words) >= _LEAST_WORDS:
            yield index, blake2b(" ".join(words).encode(), digest_size=_DIGEST_BYTES).digest()
