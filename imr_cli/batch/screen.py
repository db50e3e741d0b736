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
        self.severities: Counter[str] = Counter()
        self._shown = {"error": 0, "note": 0}
        self._slowest: list[tuple[float, int, str]] = []

    def add(self, result: CaseResult) -> None:
        """Count a case."""
        self.cases += 1
        self.refused += result.is_refused
        self.drafts += result.record["draft"]
        self.kept += result.is_kept
        self.outcomes[result.outcome] += 1
        for each in result.record["findings"]:
            self.codes[each["code"]] += 1
            self.severities[each["severity"]] += 1
        where = f"{result.source}:{result.nth}" if result.nth > 1 else result.source
        push = heappush if len(self._slowest) < MOST_SLOW else heappushpop
        push(self._slowest, (result.seconds, self.cases, where))

    def show(self, result: CaseResult, say: Callable[[str], None]) -> None:
        """Show the findings of a case, as long as there were not too many before."""
        for severity, text in result.shown:
            kind = "error" if severity == "error" else "note"
            if self._shown[kind] < MOST_SHOWN:
                self._shown[kind] += 1
                say(text)

    def not_shown(self, where: str, *, quiet: bool) -> str:
        """Return how many findings were not shown and where they are; empty if all were."""
        errors = self.severities["error"] - self._shown["error"]
        others = self.severities["warning"] + self.severities["note"] - self._shown["note"]
        if self.kept:
            return ""
        counts = ((errors, "more error"), (0 if quiet else others, "more warning or note"))
        parts = [_counted(count, what) for count, what in counts if count > 0]
        return f"{' and '.join(parts)}: {where}" if parts else ""

    def lines(self) -> Iterator[str]:
        """Yield the summary of the run."""
        done = f"{self.cases - self.refused:,} of {self.cases:,} cases have their letters"
        words = ", ".join(
            _counted(self.severities[each], each) for each in SEVERITIES if self.severities[each]
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


def _bar(total: int | None) -> progress.Progress:
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
    bar.add_task("letters", total=total, refused=0)
    bar.start()
    return bar


class Console:
    """The terminal of one run, and the counts that it ends with."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.summary = Summary()
        self._bar: progress.Progress | None = None
        self._looked = 0.0
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
        """Show the user a line, above the bar where there is one."""
        if self._bar is None:
            say(text)
        else:
            from rich.text import Text

            self._bar.console.print(Text(text), soft_wrap=True)

    def show_bar(self, total: int | None) -> None:
        """Show from now on how far the run is; `total` is the number of cases, None if not known yet."""
        self._bar = _bar(total)

    def advance(self, *, at_once: bool = False) -> None:
        """Show how far the run is."""
        now = monotonic()
        if self._bar is not None and (at_once or now - self._looked >= _EVERY):
            self._looked = now
            done, refused = self.summary.cases, self.summary.refused
            self._bar.update(self._bar.task_ids[0], completed=done, refused=refused, refresh=True)

    def close(self) -> None:
        """Leave the bar as it is at the end, and end what machines read."""
        self.reporter.close()
        self.advance(at_once=True)
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

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
