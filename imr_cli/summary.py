"""What a batch counts and shows: the first faults, then how many letters, outcomes, findings and seconds."""

from __future__ import annotations

from collections import Counter
from heapq import heappush, heappushpop
from time import perf_counter
from typing import TYPE_CHECKING

from imr_cli.finding import SEVERITIES
from imr_cli.work import MOST_SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from imr_cli.done import Done

MOST_SLOW = 3


class Summary:
    """Counts the cases of a batch as they are done."""

    def __init__(self) -> None:
        self._began = perf_counter()
        self.cases = self.refused = self.drafts = self.kept = 0
        self.outcomes: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.severities = [0, 0, 0]
        self._shown = dict.fromkeys(SEVERITIES, 0)
        self._slowest: list[tuple[float, int, str]] = []

    def add(self, done: Done) -> None:
        """Count a case."""
        self.cases += 1
        self.refused += done.is_refused
        self.drafts += done.is_draft
        self.kept += done.is_kept
        self.outcomes[done.outcome] += 1
        self.codes.update(done.codes)
        for place, count in enumerate(done.counts):
            self.severities[place] += count
        slow = (done.seconds, self.cases, f"{done.source}:{done.nth}" if done.nth > 1 else done.source)
        (heappush if len(self._slowest) < MOST_SLOW else heappushpop)(self._slowest, slow)

    @property
    def letters(self) -> int:
        """How many cases have their letters."""
        return self.cases - self.refused

    def show(self, done: Done, say: Callable[[str], None]) -> None:
        """Show the findings of a case, as long as there were not too many before."""
        for severity, text in done.shown:
            kind = "error" if severity == "error" else "note"
            if self._shown[kind] < MOST_SHOWN:  # type: ignore[index]
                self._shown[kind] += 1  # type: ignore[index]
                say(text)

    def not_shown(self, where: str, *, quiet: bool) -> str:
        """How many findings were not shown and where they are; empty if all were."""
        errors = self.severities[0] - self._shown["error"]
        others = 0 if quiet else sum(self.severities[1:]) - self._shown["note"]
        if self.kept:
            return ""
        counts = ((errors, "more error"), (others, "more warning or note"))
        parts = [_counted(count, what) for count, what in counts if count > 0]
        return f"{' and '.join(parts)}: {where}" if parts else ""

    def lines(self) -> Iterator[str]:
        """The summary of the run."""
        done = f"{self.letters:,} of {self.cases:,} cases have their letters"
        words = ", ".join(
            _counted(count, severity)
            for severity, count in zip(SEVERITIES, self.severities, strict=True)
            if count
        )
        yield f"{done}; {words}" if words else done
        if self.cases < 2:
            return
        outcomes = [f"{self.outcomes[name]:,} {name}" for name in ("uphold", "partial-overturn", "overturn")]
        drafts = f" (drafts: {self.drafts:,})" if self.drafts else ""
        yield f"outcomes: {', '.join(outcomes)}{drafts}; {self.refused:,} refused"
        if self.codes:
            yield "findings: " + ", ".join(f"{code} {self.codes[code]:,}" for code in sorted(self.codes))
        if self.kept:
            yield f"{self.kept:,} letters were there already and unchanged"
        seconds = perf_counter() - self._began
        slow = [f"{where} {spent:.3f} s" for spent, _, where in sorted(self._slowest, reverse=True) if spent]
        yield f"{seconds:.1f} seconds" + (f"; slowest: {', '.join(slow)}" if slow else "")


def _counted(count: int, what: str) -> str:
    if count != 1:
        what = what.replace("warning or note", "warnings or note")
    return f"{count:,} {what}{'' if count == 1 else 's'}"
