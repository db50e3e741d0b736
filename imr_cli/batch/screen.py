"""What a batch counts and shows: the first faults, then how many letters, outcomes, findings and seconds."""

from __future__ import annotations

from collections import Counter
from heapq import heappush, heappushpop
from time import monotonic, perf_counter
from typing import TYPE_CHECKING

from imr_cli.batch.manifest import NAME
from imr_cli.batch.work import MOST_SHOWN
from imr_cli.findings.finding import SEVERITIES
from imr_cli.reports.reporter import Reporter, say
from imr_cli.reports.standings import print_standings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich import progress

    from imr_cli.batch.options import Run
    from imr_cli.batch.result import CaseResult
    from imr_cli.decision.determination import Determination
    from imr_cli.letter.wording import Wording

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

    def add(self, result: CaseResult) -> None:
        """Count a case."""
        self.cases += 1
        self.refused += result.is_refused
        self.drafts += result.is_draft
        self.kept += result.is_kept
        self.outcomes[result.outcome] += 1
        self.codes.update(result.codes)
        for place, count in enumerate(result.counts):
            self.severities[place] += count
        slow = (
            result.seconds,
            self.cases,
            f"{result.source}:{result.nth}" if result.nth > 1 else result.source,
        )
        (heappush if len(self._slowest) < MOST_SLOW else heappushpop)(self._slowest, slow)

    def show(self, result: CaseResult, say: Callable[[str], None]) -> None:
        """Show the findings of a case, as long as there were not too many before."""
        for severity, text in result.shown:
            kind = "error" if severity == "error" else "note"
            if self._shown[kind] < MOST_SHOWN:  # type: ignore[index]
                self._shown[kind] += 1  # type: ignore[index]
                say(text)

    def not_shown(self, where: str, *, quiet: bool) -> str:
        """Return how many findings were not shown and where they are; empty if all were."""
        errors = self.severities[0] - self._shown["error"]
        others = 0 if quiet else sum(self.severities[1:]) - self._shown["note"]
        if self.kept:
            return ""
        counts = ((errors, "more error"), (others, "more warning or note"))
        parts = [_counted(count, what) for count, what in counts if count > 0]
        return f"{' and '.join(parts)}: {where}" if parts else ""

    def lines(self) -> Iterator[str]:
        """Yield the summary of the run."""
        done = f"{self.cases - self.refused:,} of {self.cases:,} cases have their letters"
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


_EVERY = 0.1
"""Seconds between two looks of the bar. There is no thread: processes are forked while it is up."""


class Progress:
    """Standard error of a batch. `total` is the number of cases, None where it is not known yet."""

    def __init__(self, total: int | None, *, bar: bool) -> None:
        self._bar: progress.Progress | None = None
        self._task: progress.TaskID | None = None
        self._shown = 0.0
        if bar:
            self._bar, self._task = _bar(total)
            self._bar.start()

    def say(self, line: str) -> None:
        """Show a line, above the bar where there is one."""
        if self._bar is None:
            say(line)
        else:
            from rich.text import Text

            self._bar.console.print(Text(line), soft_wrap=True)

    def advance(self, done: int, refused: int) -> None:
        """Show how far the run is."""
        if self._bar is None or self._task is None:
            return
        now = monotonic()
        if now - self._shown >= _EVERY:
            self._shown = now
            self._bar.update(self._task, completed=done, refused=refused, refresh=True)

    def close(self, done: int, refused: int) -> None:
        """Leave the bar as it is at the end."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, refused=refused, refresh=True)
            self._bar.stop()
            self._bar = None


def _bar(total: int | None) -> tuple[progress.Progress, progress.TaskID]:
    from rich import progress
    from rich.console import Console
    from rich.text import Text

    class Rate(progress.ProgressColumn):
        def render(self, task: object) -> Text:
            speed = getattr(task, "speed", None)
            return Text(f"{speed:,.0f}/s" if speed else "", style="progress.data.speed")

    bar = progress.Progress(
        progress.TextColumn("letters"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        Rate(),
        progress.TimeRemainingColumn(),
        progress.TextColumn("{task.fields[refused]:,} refused"),
        console=Console(stderr=True, highlight=False, markup=False, emoji=False),
        auto_refresh=False,
    )
    return bar, bar.add_task("letters", total=total, refused=0)


class Console:
    """The terminal of one run, and the counts that it ends with."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.summary = Summary()
        self.progress = Progress(None, bar=False)
        self.reporter = Reporter(run.style, quiet=run.quiet, on_stdout=run.check, say=self.say)
        self.determinations: list[Determination] = []
        """Those of a few cases, whose items are shown in a table at the end."""

    def show(self, result: CaseResult) -> None:
        """Count a case, and show its findings."""
        self.summary.add(result)
        if self.reporter.is_json:
            for _, text in result.shown:
                self.reporter.show(text)
            return
        self.summary.show(result, self.reporter.show)
        if self.run.verbose:
            files = ", ".join(file for file, _ in result.parts) or "no letter"
            outcome = result.outcome or "refused"
            self.say(f"{result.source}: {result.case_number or '-'}: {outcome}: {files}")

    def say(self, text: str) -> None:
        """Show the user a line."""
        self.progress.say(text)

    def advance(self) -> None:
        """Show how far the run is."""
        self.progress.advance(self.summary.cases, self.summary.refused)

    def close(self) -> None:
        """Take the bar away, and end what machines read."""
        self.reporter.close()
        self.progress.close(self.summary.cases, self.summary.refused)

    def conclude(self, wording: Wording, *, has_manifest: bool, interrupted: bool) -> None:
        """Show what is said at the end of a run."""
        run, summary = self.run, self.summary
        if self.reporter.is_json:
            return
        where = f"{run.folder}/{NAME} has them" if has_manifest else "--output-format json lists them"
        if self.determinations:
            print_standings(self.determinations, wording)
        more = summary.not_shown(where, quiet=run.quiet)
        if more:
            self.say(more)
        if interrupted:
            self.say("interrupted; `--resume` goes on with it" if has_manifest else "interrupted")
        if not run.quiet and run.style == "concise" and run.folder is not None:
            for line in summary.lines():
                self.say(line)
