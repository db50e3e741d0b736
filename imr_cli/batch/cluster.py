"""A batch on more than one machine: Dask `distributed`, through its `concurrent.futures` interface.

Cases travel as bytes and letters come back as bytes; the files are written here, in one place, just as those
of the pool's processes. The machines need the same version of `imr` and nothing else: table, wording and
layouts are sent along.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from functools import cache
from itertools import count
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from imr_cli.batch.preflight import UsageFault
from imr_cli.batch.result import with_findings
from imr_cli.batch.work import Worker, give_up
from imr_cli.case.sources import Task, read_file
from imr_cli.files.bundled import content_of, names_in
from imr_cli.files.output import not_written, write_beside
from imr_cli.letter.layouts import Layouts

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from imr_cli.batch.options import Run
    from imr_cli.batch.result import CaseResult
    from imr_cli.resources import Resources

_AHEAD = 64
"""Chunks that are under way at a time: memory stays flat however many machines there are."""

_TRIES = 3


def cluster_results(
    run: Run,
    resources: Resources,
    chunks: Iterator[Sequence[Task]],
    here: Worker,
    is_stopped: Callable[[], bool],
) -> Generator[list[CaseResult], None, None]:
    """Yield the results of the chunks, in their order, worked on by the machines of a scheduler.

    Raises:
        UsageFault: `distributed` is not installed, or there is no scheduler at the address.
    """
    from concurrent.futures import CancelledError

    try:
        from distributed import Client

        client = Client(run.scheduler, timeout=5, set_as_default=False)
    except ImportError:
        raise UsageFault("--scheduler needs Dask: pip install 'imr-cli[cluster]'") from None
    except (OSError, ValueError) as error:
        fault = f"no scheduler answers at {run.scheduler} ({type(error).__name__})"
        raise UsageFault(fault) from None
    away = run._replace(folder=None, timings=None, scheduler=None)
    common = client.scatter((away, packed(resources)), broadcast=True)
    executor = client.get_executor(pure=False, retries=_TRIES)
    numbers = count()
    under_way: deque[tuple[Sequence[Task], Any]] = deque()
    try:
        while not is_stopped():
            while len(under_way) < _AHEAD:
                chunk = next(chunks, None)
                if chunk is None:
                    break
                loaded = [_loaded(each) for each in chunk]
                under_way.append((loaded, executor.submit(work_away, common, loaded)))
            if not under_way:
                return
            tasks, future = under_way.popleft()
            results = _waited_for(future, is_stopped)
            if results is None:
                return
            results = results or _one_by_one(executor, common, tasks, here)
            yield [_written(each, here, numbers) for each in results]
    except CancelledError:
        raise UsageFault("the scheduler has gone; `--resume` goes on with the batch") from None
    finally:
        for _, future in under_way:
            future.cancel()
        client.close()


def _loaded(task: Task) -> Task:
    """Return the task with the bytes of its file: the other machine does not see our files."""
    if task.content is not None or task.fault is not None:
        return task
    try:
        return task._replace(content=read_file(task.source))
    except OSError:
        return task  # the other machine cannot read it either, and says so in our words


def _waited_for(future: Any, is_stopped: Callable[[], bool]) -> list[CaseResult] | None:
    """Return what came back: an empty list where workers died on it again and again, None if the run ends."""
    from concurrent.futures import TimeoutError as NotYet

    while not is_stopped():
        try:
            results: list[CaseResult] = future.result(timeout=0.2)
        except (NotYet, TimeoutError):
            continue
        except Exception as error:
            if type(error).__name__ == "KilledWorker":
                return []
            raise
        return results
    return None


def _one_by_one(executor: Any, common: Any, tasks: Sequence[Task], here: Worker) -> list[CaseResult]:
    """Work on the cases of a chunk on which workers died, each alone; what kills them again is given up."""
    found: list[CaseResult] = []
    for task in tasks:
        results = _waited_for(executor.submit(work_away, common, [task]), lambda: False)
        found += results or give_up([task], _TRIES, here)
    return found


def _written(result: CaseResult, here: Worker, numbers: Iterator[int]) -> CaseResult:
    """Write the case's letters into hidden files here, as if a process of the pool had worked on it."""
    if not result.letters:
        return result
    parts: list[tuple[str, str]] = []
    try:
        for (file, _), content in zip(result.parts, result.letters, strict=True):
            part = f"{here.folder}/.{file}.{os.getpid()}-0-{next(numbers)}.part"
            write_beside(part, content)
            parts.append((file, part))
    except OSError as error:
        return with_findings(result, [not_written(error, here.folder)], here.run)._replace(letters=())
    return result._replace(parts=tuple(parts), letters=())


def work_away(common: tuple[Run, bytes], tasks: Sequence[Task]) -> list[CaseResult]:
    """Work on tasks on another machine."""
    run, resources = common
    return Worker(run, _unpacked(resources), None).work(tasks)


class _Sent:
    """A folder of layouts that came along: as much of a folder as `Layouts` asks for."""

    def __init__(self, texts: dict[str, bytes], name: str = "") -> None:
        self._texts = texts
        self._name = name

    def __truediv__(self, name: str) -> _Sent:
        return _Sent(self._texts, name)

    def is_file(self) -> bool:
        return self._name in self._texts

    def read_bytes(self) -> bytes:
        return self._texts[self._name]


def packed(resources: Resources) -> bytes:
    """Return table, wording and layouts, to be sent to other machines."""
    texts: dict[str, bytes] = {}
    for folder in reversed(resources.layouts.folders):
        texts |= {name: content_of(folder, name) for name in names_in(folder) if name.endswith(".jinja")}
    return pickle.dumps((resources.table, resources.wording, resources.words_place, texts))


@cache
def _unpacked(resources: bytes) -> Any:
    table, wording, words_place, texts = pickle.loads(resources)  # noqa: S301  (from this worker's own run)
    layouts = Layouts([_Sent(texts)])  # type: ignore[list-item]
    return SimpleNamespace(table=table, wording=wording, words_place=words_place, layouts=layouts)
