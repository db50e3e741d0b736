"""What a batch says while it runs: a bar on a terminal, nothing elsewhere, and lines that go beside both."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_EVERY = 0.1
"""Seconds between two looks of the bar. There is no thread: processes are forked while it is up."""


class Screen:
    """Standard error of a batch. `total` is the number of cases, None where it is not known yet."""

    def __init__(self, total: int | None, *, bar: bool) -> None:
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._shown = 0.0
        if bar:
            self._bar, self._task = _bar(total)
            self._bar.start()

    def say(self, line: str) -> None:
        """A line, above the bar where there is one."""
        if self._bar is None:
            print(line, file=sys.stderr)
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


def _bar(total: int | None) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: object) -> Text:
            speed = getattr(task, "speed", None)
            return Text(f"{speed:,.0f}/s" if speed else "", style="progress.data.speed")

    progress = Progress(
        TextColumn("letters"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[refused]:,} refused"),
        console=Console(stderr=True, highlight=False, markup=False, emoji=False),
        auto_refresh=False,
    )
    return progress, progress.add_task("letters", total=total, refused=0)
