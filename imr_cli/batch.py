"""A batch: many cases, each on its own, into one folder.

Workers read, decide and lay out, and write hidden files; this process alone gives letters their names, in the
order of the input, and keeps the manifest. So two cases never fight for a file, a run that is stopped leaves
the letters of its first cases, and any number of processes gives the same folder.
"""

from __future__ import annotations

import gc
import os
import sys
from signal import SIGINT
from typing import TYPE_CHECKING

from imr_cli import __version__, rules_batch, rules_file
from imr_cli.inputs import STDIN, Unit, is_long, paths_of, read_file, units_of
from imr_cli.interrupt import Interrupt
from imr_cli.layout import LayoutFault
from imr_cli.manifest import NAME, Manifest, ManifestFault
from imr_cli.names import USUAL
from imr_cli.preflight import UsageFault, preflight
from imr_cli.progress import Screen
from imr_cli.repeated_rationales import RationaleMemory
from imr_cli.run import DONE, OUR_FAULT, REFUSED, WRONG_USAGE
from imr_cli.show import shown_as
from imr_cli.streams import number_of_cases
from imr_cli.summary import Summary
from imr_cli.work import Worker, lost, not_written, placed_again, with_findings
from imr_cli.writer import remove, remove_leftovers

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from imr_cli.finding import Finding
    from imr_cli.kit import Kit
    from imr_cli.review import Review
    from imr_cli.run import Run
    from imr_cli.work import Done

FIRST_PIECE, LARGEST_PIECE, LARGEST_BYTES = 8, 128, 1 << 19
GARBAGE = 100_000
"""Objects after which garbage is looked for: some forty cases. What a case leaves behind has no circles."""
FEW = 5
"""Units of which a terminal shows how each item stands."""
WORTH_A_POOL = 64
"""Units from which on processes are started when nobody asked for a number of them."""


def decide_batch(run: Run, kit: Kit) -> int:
    """Write the letters of many cases, or with `--check` look at them. Gives the exit code.

    Raises:
        UsageFault: the folder cannot be used.
        DataFault: found before the first letter.
    """
    preflight(run, kit)
    batch = _Batch(run, kit)
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
    """One run. `numbers` and `files` know which source had a case number or a file first."""

    def __init__(self, run: Run, kit: Kit) -> None:
        self.run = run
        self.kit = kit
        self.interrupt = Interrupt()
        self.summary = Summary()
        self.folder = "" if run.folder is None else str(run.folder)
        self.existing: frozenset[str] = frozenset()
        self.manifest: Manifest | None = None
        self.numbers: dict[str, str] = {}
        self.files: dict[str, str] = {}
        self.rationales = RationaleMemory()
        self.named_by_number = USUAL in run.name
        self.screen = Screen(None, bar=False)
        self.listed = 0
        self.timings: TextIO | None = None
        self.reviews: list[Review] = []
        if run.folder is not None and not run.check:
            self.manifest = _manifest(run, kit, owners=not self.named_by_number)
            remove_leftovers(run.folder)
            self.timings = _opened(run.timings)
            self.existing = frozenset(os.listdir(run.folder))

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
            results = self._results(units_of(paths), total)
            try:
                for piece in results:
                    if not self._merge(piece):
                        break
                else:
                    if self.manifest is not None and not self.interrupt.stopped:
                        self.manifest.finish(self._end())
            except LayoutFault as fault:
                self._stop(fault)
                status = WRONG_USAGE
            except ManifestFault as fault:
                self.screen.say(f"imr: {fault}; the run has stopped, `--resume` goes on with it")
                status = REFUSED
            except KeyboardInterrupt:
                self.interrupt.stopped = self.interrupt.stopped or SIGINT
            finally:
                results.close()
                if self.run.folder is not None:
                    remove_leftovers(self.run.folder, os.getpid())
        self.screen.close(self.summary.cases, self.summary.refused)
        if status != WRONG_USAGE or self.run.style == "json":
            self._conclude()
        if status == WRONG_USAGE:
            return status
        if self.interrupt.stopped:
            return self.interrupt.status
        if self.summary.codes["IMR952"]:
            return OUR_FAULT
        return REFUSED if self.summary.refused else status

    def _open_screen(self, total: int | None, paths: Sequence[str | Unit]) -> None:
        if not sys.stderr.isatty() or self.run.quiet or self.run.style == "json":
            return
        long = {path for path in paths if isinstance(path, str) and path != STDIN and is_long(path)}
        if total is not None and (long or total >= WORTH_A_POOL):
            total += sum(number_of_cases(path) - 1 for path in long)
        if total is None or total >= WORTH_A_POOL:
            self.screen = Screen(total, bar=True)

    def _results(self, units: Iterable[Unit], total: int | None) -> Generator[list[Done], None, None]:
        jobs = self.run.jobs or _cores()
        is_small = total is not None and total < (2 if self.run.jobs else WORTH_A_POOL)
        owner = os.getpid()
        worker = Worker(self.run, self.kit, owner, self.existing)
        pieces = self._pieces(units)
        if self.run.scheduler is not None:
            from imr_cli.cluster import cluster_results

            return cluster_results(self.run, self.kit, pieces, worker, lambda: bool(self.interrupt.stopped))
        if jobs == 1 or is_small:
            if total is not None and total <= FEW and sys.stderr.isatty() and not self.run.quiet:
                worker.reviews = self.reviews
            return self._here(worker, pieces)
        from imr_cli.pool import Pool

        pool = Pool(
            jobs,
            lambda: worker.work,
            lambda units, deaths: lost(units, worker, deaths),
            lambda: bool(self.interrupt.stopped),
        )
        return pool.results(pieces)

    def _here(self, worker: Worker, pieces: Iterator[Sequence[Unit]]) -> Generator[list[Done], None, None]:
        for piece in pieces:
            for unit in piece:
                if self.interrupt.stopped:
                    return
                yield worker.work([unit])

    def _pieces(self, units: Iterable[Unit]) -> Iterator[Sequence[Unit]]:
        """The units in pieces: small ones first, so that all processes have work soon."""
        piece: list[Unit] = []
        most, size = FIRST_PIECE, 0
        each = iter(units)
        while True:
            with self.interrupt.allowed():  # standard input may let us wait for ever
                unit = next(each, None)
            if unit is None:
                break
            if self.run.resume and self.manifest is not None and unit.fault is None:
                known = self.manifest.known(unit.source, unit.nth, only=unit.content is not None)
                unit = unit._replace(known=known)
            piece.append(unit)
            size += len(unit.content or b"")
            if len(piece) >= most or size > LARGEST_BYTES:
                yield piece
                piece, size = [], 0
                most = min(LARGEST_PIECE, most * 2)
        if piece:
            yield piece

    def _merge(self, piece: Sequence[Done]) -> bool:
        """Give the letters of some cases their names. False where the run ends here."""
        goes_on = True
        for each in piece:
            if each.stop is not None:
                raise LayoutFault(each.stop)
            done = self._placed(each)
            self.summary.add(done)
            self._report(done)
            if self.timings is not None:
                self.timings.write(f"{done.seconds:.6f}\t{done.nth}\t{done.source}\n")
            if self.manifest is not None:
                if done.is_kept:
                    self.manifest.keep(done.source, done.nth)
                else:
                    self.manifest.add(done.line)
            if self.run.fail_fast and done.is_refused:
                goes_on = False
                break
        if self.manifest is not None:
            self.manifest.flush()
        self.screen.advance(self.summary.cases, self.summary.refused)
        return goes_on

    def _placed(self, done: Done) -> Done:
        """The case with its letters in place, or refused because they cannot be."""
        if done.is_refused:
            return done
        clash = self._clash(done)
        if clash is None:
            done = self._compared(done)
            if done.is_refused:
                return self._without_parts(done)
            self.numbers[done.case_number] = done.source
            try:
                for file, part in done.parts:
                    if part:
                        os.replace(part, f"{self.folder}/{file}")
                    if not self.named_by_number:
                        self.files[file] = done.source
            except OSError as error:
                clash = not_written(error, self.folder)
        if clash is None:
            return done
        return self._without_parts(with_findings(done, [clash], self.run))

    @staticmethod
    def _without_parts(done: Done) -> Done:
        for _, part in done.parts:
            if part:
                remove(part)
        return done._replace(parts=())

    def _compared(self, done: Done) -> Done:
        """The case with findings on rationales that stand in an earlier case too."""
        found = self.rationales.compare(done.case_number, list(done.rationales)) if done.rationales else []
        if not found and "IMR729" not in done.codes:
            return done
        selection = self.run.selection.of_house(self.kit.wording.severities)
        findings = selection.apply(placed_again(each, done) for each in found)
        return with_findings(done, findings, self.run, instead_of="IMR729")

    def _clash(self, done: Done) -> Finding | None:
        """Why the letters of a case cannot have their names: another case has them."""
        earlier = self.numbers.get(done.case_number)
        if earlier is not None:
            return _at_number(rules_file.case_twice(earlier, path=("case_number",)), done)
        if self.named_by_number:
            return None
        for file, _ in done.parts:
            if file in self.files:
                return _at_number(rules_batch.name_twice(file, self.files[file], path=("case_number",)), done)
            if file in self.existing:
                owner = self._owner(file, done.case_number)
                if owner != done.case_number:
                    other = f"case {owner}" if owner else "something else"
                    finding = rules_batch.file_of_another_case(file, other, path=("case_number",))
                    return _at_number(finding, done)
        return None

    def _owner(self, file: str, number: str) -> str:
        """The case that a file belongs to, by the manifest, or else because the case's number is in it."""
        owner = self.manifest.owners.get(file, "") if self.manifest is not None else ""
        if owner:
            return owner
        try:
            return number if number.encode() in read_file(f"{self.folder}/{file}") else ""
        except OSError:
            return ""

    def _report(self, done: Done) -> None:
        if self.run.style == "json":
            self._list(text for _, text in done.shown)
            return
        self.summary.show(done, self.screen.say)
        if self.run.verbose:
            files = ", ".join(file for file, _ in done.parts) or "no letter"
            self.screen.say(f"{done.source}: {done.case_number or '-'}: {done.outcome or 'refused'}: {files}")

    def _stop(self, fault: LayoutFault) -> None:
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
            self._out(f"{',' if self.listed else '['}\n{lines}")
            self.listed += 1

    def _out(self, text: str) -> None:
        stream = sys.stdout if self.run.check else sys.stderr
        stream.buffer.write(text.encode("utf-8")) if self.run.check else stream.write(text)

    def _end(self) -> dict[str, object]:
        return {"end": True, "cases": self.summary.cases, "refused": self.summary.refused}

    def _conclude(self) -> None:
        run, summary = self.run, self.summary
        if run.style == "json":
            self._out("\n]\n" if self.listed else "[]\n")
            return
        where = f"{run.folder}/{NAME} has them" if self.manifest else "--output-format json lists them"
        if self.reviews:
            from imr_cli.show import print_standings

            print_standings(self.reviews, self.kit.wording)
        more = summary.not_shown(where, quiet=run.quiet)
        if more:
            self.screen.say(more)
        if self.interrupt.stopped:
            self.screen.say("interrupted; `--resume` goes on with it" if self.manifest else "interrupted")
        if not run.quiet and run.style == "concise" and run.folder is not None:
            for line in summary.lines():
                self.screen.say(line)


def _manifest(run: Run, kit: Kit, *, owners: bool) -> Manifest:
    if run.folder is None:
        raise ValueError("a manifest belongs to a folder")
    header = {
        "manifest": 1,
        "imr": __version__,
        **kit.fingerprints,
        "formats": list(run.formats),
        "name": run.name,
        "select": list(run.selection.select),
        "ignore": list(run.selection.ignore),
        "strict": run.selection.strict,
    }
    try:
        return Manifest(run.folder / NAME, header, owners=owners)
    except ManifestFault as fault:
        raise UsageFault(str(fault)) from None


def _opened(place: Path | None) -> TextIO | None:
    """The file for the seconds of each case: `seconds TAB number in its stream TAB source`."""
    if place is None:
        return None
    try:
        return os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8")
    except OSError as error:
        raise UsageFault(f"{place} cannot be written: {(error.strerror or '').lower()}") from None


def _at_number(finding: Finding, done: Done) -> Finding:
    return finding.at(*done.place).in_source(done.source)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
