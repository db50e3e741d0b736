"""What a batch shows while it goes on and when it ends: findings, progress, and the summary."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from imr_cli.manifest import NAME
from imr_cli.progress import Screen
from imr_cli.show import shown_as
from imr_cli.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from imr_cli.done import Done
    from imr_cli.layout import LayoutFault
    from imr_cli.review import Review
    from imr_cli.run import Run
    from imr_cli.wording import Wording


class BatchScreen:
    """The terminal of one run, and the counts that it ends with."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.summary = Summary()
        self.screen = Screen(None, bar=False)
        self.reviews: list[Review] = []
        """Those of a few cases, whose items are shown in a table at the end."""
        self._listed = 0

    def show(self, done: Done) -> None:
        """Count a case, and show its findings."""
        self.summary.add(done)
        if self.run.style == "json":
            self._list(text for _, text in done.shown)
            return
        self.summary.show(done, self.screen.say)
        if self.run.verbose:
            files = ", ".join(file for file, _ in done.parts) or "no letter"
            self.screen.say(f"{done.source}: {done.case_number or '-'}: {done.outcome or 'refused'}: {files}")

    def show_stop(self, fault: LayoutFault) -> None:
        """Show the layout's fault that ends the run, with the findings before it."""
        text = shown_as(self.run.style, fault.finding, None)
        if self.run.style == "json":
            self._list([text])
        else:
            self.screen.say(text)

    def _list(self, entries: Iterable[str]) -> None:
        """Findings as entries of one JSON list, as they come."""
        for text in entries:
            lines = "\n".join(f"  {line}" for line in text.splitlines())
            self._out(f"{',' if self._listed else '['}\n{lines}")
            self._listed += 1

    def _out(self, text: str) -> None:
        stream = sys.stdout if self.run.check else sys.stderr
        stream.buffer.write(text.encode("utf-8")) if self.run.check else stream.write(text)

    def say(self, text: str) -> None:
        """A line for the user."""
        self.screen.say(text)

    def advance(self) -> None:
        """Show how far the run is."""
        self.screen.advance(self.summary.cases, self.summary.refused)

    def close(self) -> None:
        """Take the bar away."""
        self.screen.close(self.summary.cases, self.summary.refused)

    def conclude(self, wording: Wording, *, has_manifest: bool, interrupted: bool) -> None:
        """What is said at the end of a run."""
        run, summary = self.run, self.summary
        if run.style == "json":
            self._out("\n]\n" if self._listed else "[]\n")
            return
        where = f"{run.folder}/{NAME} has them" if has_manifest else "--output-format json lists them"
        if self.reviews:
            from imr_cli.show import print_standings

            print_standings(self.reviews, wording)
        more = summary.not_shown(where, quiet=run.quiet)
        if more:
            self.screen.say(more)
        if interrupted:
            self.screen.say("interrupted; `--resume` goes on with it" if has_manifest else "interrupted")
        if not run.quiet and run.style == "concise" and run.folder is not None:
            for line in summary.lines():
                self.screen.say(line)
