"""Processes that work side by side, and lose nothing when one of them dies.

Each process has a pipe of its own, so it is known on what it was working when it died: that is done again,
at last case by case, until only what really brings processes down is given up. Results come out in the order
in which the work went in.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from multiprocessing import connection, get_all_start_methods, get_context
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from multiprocessing.connection import Connection

    from imr_cli.batch.result import CaseResult
    from imr_cli.case.sources import Task

    Work = Callable[[Sequence[Task]], list[CaseResult]]

MOST_DEATHS = 2
"""So often a chunk is tried before it is cut up, and a single case before it is given up."""

_AHEAD = 4
"""Chunks per process that may wait for an earlier one, so that memory stays flat."""

_SMALL = 32_768
"""Bytes that a pipe surely holds: only so much is sent to a process that still works."""

_PULSE = 0.1

_PATIENCE = 2.0
"""Seconds that an idle process has to end by itself once its pipe is closed."""


class _Chunk:
    """Some tasks, the number of their turn, and how often a process died on them."""

    __slots__ = ("deaths", "encoded", "place", "tasks")

    def __init__(self, place: tuple[int, ...], tasks: Sequence[Task], deaths: int = 0) -> None:
        self.place = place
        self.tasks = tasks
        self.deaths = deaths
        self.encoded = bytes(ForkingPickler.dumps(tasks))


class _Process:
    """One process with its pipe and what it was given."""

    def __init__(self, context: Any, start: Callable[[], Work], others: Sequence[_Process]) -> None:
        self.pipe, theirs = context.Pipe()
        inherited = [each.pipe for each in others] + [self.pipe]
        self.process = context.Process(
            target=_serve, args=(theirs, start, inherited if context.get_start_method() == "fork" else ())
        )
        self.process.daemon = True
        self.process.start()
        theirs.close()
        self.given: deque[_Chunk] = deque()

    def give(self, chunk: _Chunk) -> None:
        self.given.append(chunk)
        self.pipe.send_bytes(chunk.encoded)

    def can_take(self, chunk: _Chunk) -> bool:
        return not self.given or (len(self.given) == 1 and len(chunk.encoded) <= _SMALL)

    def end(self, *, now: bool = False) -> None:
        if now:
            self.process.kill()
        self.pipe.close()
        self.process.join(_PATIENCE)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()


class Pool:
    """Processes that work on chunks.

    Args:
        jobs: how many.
        start: called in each process; gives the function that works on tasks.
        give_up: gives the results for tasks that bring every process down.
        is_stopped: asked again and again; the results end when it says so.
    """

    def __init__(
        self,
        jobs: int,
        start: Callable[[], Work],
        give_up: Callable[[Sequence[Task], int], list[CaseResult]],
        is_stopped: Callable[[], bool],
    ) -> None:
        self._context = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
        self._jobs = jobs
        self._start = start
        self._give_up = give_up
        self._is_stopped = is_stopped
        self._processes: list[_Process] = []
        self._again: deque[_Chunk] = deque()
        self._parts: dict[int, dict[tuple[int, ...], list[CaseResult] | None]] = {}

    def results(self, chunks: Iterator[Sequence[Task]]) -> Generator[list[CaseResult], None, None]:
        """Yield the results of the chunks, in their order."""
        taken = given_out = 0
        is_over = False
        try:
            while not self._is_stopped():
                while len(self._processes) < self._jobs and (self._again or not is_over):
                    self._processes.append(_Process(self._context, self._start, self._processes))
                for process in self._free():
                    if self._again:
                        chunk: _Chunk | None = self._again.popleft()
                    elif is_over or taken - given_out >= self._jobs * _AHEAD:
                        chunk = None
                    else:
                        tasks = next(chunks, None)
                        is_over = tasks is None
                        chunk = None if tasks is None else _Chunk((taken,), tasks)
                        if chunk is not None:
                            self._parts[taken] = {chunk.place: None}
                            taken += 1
                    if chunk is not None:
                        self._give(process, chunk)
                while given_out in self._parts and all(
                    each is not None for each in self._parts[given_out].values()
                ):
                    parts = self._parts.pop(given_out)
                    given_out += 1
                    yield [result for place in sorted(parts) for result in parts[place] or ()]
                if is_over and not self._parts:
                    return
                self._wait()
        finally:
            self.end()

    def _free(self) -> Iterator[_Process]:
        """Yield processes that can take a chunk, the idle ones first."""
        for most in (0, 1):
            for process in list(self._processes):
                if len(process.given) == most:
                    yield process

    def _give(self, process: _Process, chunk: _Chunk) -> None:
        if not process.can_take(chunk):
            self._again.appendleft(chunk)
            return
        try:
            process.give(chunk)
        except (
            OSError
        ):  # it died before it could begin: blamed like the work of others, or this would never end
            self._reap(process)

    def _wait(self) -> None:
        """Take in what the processes have finished, or see that one has died."""
        pipes = {process.pipe: process for process in self._processes if process.given}
        for pipe in connection.wait(list(pipes), _PULSE):
            process = pipes[pipe]
            try:
                result = process.pipe.recv()
            except (EOFError, OSError):
                self._reap(process)
                continue
            chunk = process.given.popleft()
            self._parts[chunk.place[0]][chunk.place] = result

    def _reap(self, process: _Process) -> None:
        """Do again what a dead process was working on; what only waited in its pipe is not to blame."""
        if process not in self._processes:
            return
        self._processes.remove(process)
        process.end(now=True)
        if not process.given:
            return
        blamed = process.given.popleft()
        self._again.extendleft(reversed(process.given))
        blamed.deaths += 1
        if blamed.deaths < MOST_DEATHS:
            self._again.appendleft(blamed)
            return
        parts = self._parts[blamed.place[0]]
        if len(blamed.tasks) == 1:
            parts[blamed.place] = self._give_up(blamed.tasks, blamed.deaths)
            return
        del parts[blamed.place]
        chunks = [_Chunk((*blamed.place, number), [task]) for number, task in enumerate(blamed.tasks)]
        parts.update((chunk.place, None) for chunk in chunks)
        self._again.extendleft(reversed(chunks))

    def end(self) -> None:
        """End all processes, whatever they are doing."""
        while self._processes:
            process = self._processes.pop()
            process.end(now=bool(process.given))


def _serve(pipe: Connection, start: Callable[[], Work], inherited: Sequence[Connection]) -> None:
    """Work on what comes until the pipe closes, as a process of the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run's own process ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for each in inherited:
        each.close()
    parent = os.getppid()
    work = start()
    try:
        while os.getppid() == parent:
            pipe.send(work(ForkingPickler.loads(pipe.recv_bytes())))
    except (EOFError, OSError):
        return
