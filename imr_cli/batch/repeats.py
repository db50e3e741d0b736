"""Rationales that stand word for word in several cases of a run."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from imr_cli.findings.faults.batch import rationale_of_another_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case.model import Case
    from imr_cli.findings.finding import Finding


_LEAST_WORDS = 40

"""Shorter rationales, such as that of a service that falls with its surgery, are rightly alike."""

_DIGEST_BYTES = 12


class RationaleMemory:
    """What rationales a run has seen: a hash of each and the number of its case, never the text."""

    def __init__(self) -> None:
        self._seen: dict[bytes, str] = {}

    def see(self, case: Case) -> list[Finding]:
        """Findings on rationales that an earlier case of the run has too; the case's own are remembered."""
        return self.compare(case.case_number, list(digests(case)))

    def compare(self, case_number: str, found: list[tuple[int, bytes]]) -> list[Finding]:
        """The same for a case whose rationales were hashed elsewhere, in another process for example."""
        findings = []
        for place, digest in found:
            first = self._seen.setdefault(digest, case_number)
            if first != case_number:
                path = ("disputed_items", place, "rationale")
                findings.append(rationale_of_another_case(first, path=path))
        return findings


def digests(case: Case) -> Iterator[tuple[int, bytes]]:
    """Item places with the hashes of their rationales, without regard to white space and case of letters."""
    for place, item in enumerate(case.disputed_items):
        words = (item.rationale or "").casefold().split()
        if len(words) >= _LEAST_WORDS:
            yield place, blake2b(" ".join(words).encode(), digest_size=_DIGEST_BYTES).digest()
