"""A batch: many cases, each on its own, into one folder.

Workers read, decide and lay out, and write hidden files; this process alone gives letters their names, in the
order of the input, and keeps the manifest. So two cases never fight for a file, a run that is stopped leaves
the letters of its first cases, and any number of processes gives the same folder.
"""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from signal import SIGINT
from typing import TYPE_CHECKING

from imr_cli import __version__
from imr_cli.batch.interrupt import Interrupt
from imr_cli.batch.manifest import NAME, Manifest, ManifestFault
from imr_cli.batch.options import DONE, OUR_FAULT, REFUSED, USUAL, WRONG_USAGE
from imr_cli.batch.preflight import UsageFault, preflight
from imr_cli.batch.publish import Publisher
from imr_cli.batch.screen import Console
from imr_cli.batch.work import Worker, give_up
from imr_cli.case.sources import STDIN, Task, is_long, paths_of, tasks_of
from imr_cli.case.streams import number_of_cases
from imr_cli.files.output import reason_of, remove_leftovers
from imr_cli.letter.layouts import LayoutFault

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from imr_cli.batch.options import Run
    from imr_cli.batch.result import CaseResult
    from imr_cli.resources import Resources

FIRST_CHUNK, LARGEST_CHUNK, LARGEST_BYTES = 8, 128, 1 << 19

GARBAGE = 100_000
"""Objects after which garbage is looked for: some forty cases. What a case leaves behind has no circles."""

FEW = 5
"""Tasks of which a terminal shows how each item stands."""

WORTH_A_POOL = 64
"""Tasks from which on processes are started when nobody asked for a number of them."""


def decide_batch(run: Run, resources: Resources) -> int:
    """Write the letters of many cases, or with `--check` look at them. Return the exit code.

    Raises:
        UsageFault: the folder cannot be used.
        DataFault: found before the first letter.
    """
    preflight(run, resources)
    batch = _Batch(run, resources)
    thresholds = gc.get_threshold()
    gc.freeze()  # table and layouts stay as they are: neither looked through again nor copied by processes
    gc.set_threshold(GARBAGE, *thresholds[1:])
    try:
        return batch.go()
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()
        batch.close()


class _Batch:
    """One run."""

    def __init__(self, run: Run, resources: Resources) -> None:
        self.run = run
        self.resources = resources
        self.interrupt = Interrupt()
        self.console = Console(run)
        self.existing: frozenset[str] = frozenset()
        self.manifest: Manifest | None = None
        self.timings: TextIO | None = None
        if run.folder is not None and not run.check:
            self.manifest = _open_manifest(run, run.folder, resources)
            remove_leftovers(run.folder)
            self.timings = _open_timings(run.timings)
            self.existing = frozenset(os.listdir(run.folder))
        self.publisher = Publisher(run, self.existing, self.manifest)

    def close(self) -> None:
        if self.manifest is not None:
            self.manifest.close()
        if self.timings is not None:
            self.timings.close()

    def go(self) -> int:
        paths = list(paths_of(self.run.cases))
        total = None if any(path == STDIN for path in paths) else len(paths)
        self._open_screen(total, paths)
        status = DONE
        with self.interrupt:
            results = self._results(tasks_of(paths), total)
            try:
                for chunk in results:
                    if not self._merge(chunk):
                        break
                else:
                    if self.manifest is not None and not self.interrupt.stopped:
                        counts = self.console.summary
                        self.manifest.finish({"end": True, "cases": counts.cases, "refused": counts.refused})
            except LayoutFault as fault:
                self.console.reporter.report([fault.finding])
                status = WRONG_USAGE
            except ManifestFault as fault:
                self.console.say(f"imr: {fault}; the run has stopped, `--resume` goes on with it")
                status = REFUSED
            except KeyboardInterrupt:
                self.interrupt.stopped = self.interrupt.stopped or SIGINT
            finally:
                results.close()
                if self.run.folder is not None:
                    remove_leftovers(self.run.folder, os.getpid())
        self.console.close()
        if status == WRONG_USAGE:
            return status
        self.console.conclude(
            self.resources.wording,
            has_manifest=self.manifest is not None,
            interrupted=bool(self.interrupt.stopped),
        )
        if self.interrupt.stopped:
            return self.interrupt.status
        if self.console.summary.codes["IMR952"]:
            return OUR_FAULT
        return REFUSED if self.console.summary.refused else status

    def _open_screen(self, total: int | None, paths: Sequence[str | Task]) -> None:
        if not sys.stderr.isatty() or self.run.quiet or self.console.reporter.is_json:
            return
        long = {path for path in paths if isinstance(path, str) and path != STDIN and is_long(path)}
        if total is not None and (long or total >= WORTH_A_POOL):
            total += sum(number_of_cases(path) - 1 for path in long)
        if total is None or total >= WORTH_A_POOL:
            self.console.show_bar(total)

    def _results(self, tasks: Iterable[Task], total: int | None) -> Generator[list[CaseResult], None, None]:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        jobs = self.run.jobs or cores
        is_small = total is not None and total < (2 if self.run.jobs else WORTH_A_POOL)
        worker = Worker(self.run, self.resources, os.getpid(), self.existing)
        chunks = self._chunks(tasks)
        if self.run.scheduler is not None:
            from imr_cli.batch.cluster import cluster_results

            return cluster_results(self.run, self.resources, chunks, worker, self.interrupt.is_stopped)
        if jobs == 1 or is_small:
            if total is not None and total <= FEW and sys.stderr.isatty() and not self.run.quiet:
                worker.determinations = self.console.determinations
            return self._here(worker, chunks)
        from imr_cli.batch.pool import Pool

        pool = Pool(jobs, lambda: worker.work, partial(give_up, worker=worker), self.interrupt.is_stopped)
        return pool.results(chunks)

    def _here(
        self, worker: Worker, chunks: Iterator[Sequence[Task]]
    ) -> Generator[list[CaseResult], None, None]:
        for chunk in chunks:
            for task in chunk:
                if self.interrupt.stopped:
                    return
                yield worker.work([task])

    def _chunks(self, tasks: Iterable[Task]) -> Iterator[Sequence[Task]]:
        """Yield the tasks in chunks: small ones first, so that all processes have work soon."""
        chunk: list[Task] = []
        most, size = FIRST_CHUNK, 0
        each = iter(tasks)
        while True:
            with self.interrupt.allowed():  # standard input may let us wait for ever
                task = next(each, None)
            if task is None:
                break
            if self.run.resume and self.manifest is not None and task.fault is None:
                known = self.manifest.known(task.source, task.nth, only=task.content is not None)
                task = task._replace(known=known)
            chunk.append(task)
            size += len(task.content or b"")
            if len(chunk) >= most or size > LARGEST_BYTES:
                yield chunk
                chunk, size = [], 0
                most = min(LARGEST_CHUNK, most * 2)
        if chunk:
            yield chunk

    def _merge(self, chunk: Sequence[CaseResult]) -> bool:
        """Give the letters of some cases their names. Return False where the run ends here."""
        goes_on = True
        for each in chunk:
            if each.stop is not None:
                raise LayoutFault(each.stop)
            result = self.publisher.publish(each)
            self.console.show(result)
            if self.timings is not None:
                self.timings.write(f"{result.seconds:.6f}\t{result.nth}\t{result.source}\n")
            if self.manifest is not None:
                if result.is_kept:
                    self.manifest.keep(result.source, result.nth)
                else:
                    self.manifest.add(result.record)
            if self.run.fail_fast and result.is_refused:
                goes_on = False
                break
        if self.manifest is not None:
            self.manifest.flush()
        self.console.advance()
        return goes_on


def _open_manifest(run: Run, folder: Path, resources: Resources) -> Manifest:
    """Return the manifest of a run, with all that its letters depend on in its header.

    Raises:
        UsageFault: it cannot be used.
    """
    header = {
        "manifest": 1,
        "imr": __version__,
        **resources.fingerprints,
        "formats": list(run.formats),
        "name": run.name,
        "select": list(run.selection.select),
        "ignore": list(run.selection.ignore),
        "strict": run.selection.strict,
    }
    try:
        return Manifest(folder / NAME, header, owners=USUAL not in run.name)
    except ManifestFault as fault:
        raise UsageFault(str(fault)) from None


def _open_timings(place: Path | None) -> TextIO | None:
    """Return the file for the seconds of each case: `seconds TAB number in its stream TAB source`.

    Raises:
        UsageFault: it cannot be written.
    """
    if place is None:
        return None
    try:
        return os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8")
    except OSError as error:
        raise UsageFault(f"{place} cannot be written: {reason_of(error)}") from None
