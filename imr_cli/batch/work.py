"""What a batch does with one case: everything up to the hidden file that only has to be renamed.

It runs in the processes of the pool, on machines of a cluster, or in the program's own process; each gives
the same bytes. What comes back is small: the line for the manifest, and what the summary counts.
"""

from __future__ import annotations

import json
import os
import sys
from hashlib import sha256
from itertools import count
from time import perf_counter
from typing import TYPE_CHECKING

from imr_cli.batch.manifest import manifest_entry, place_of_number
from imr_cli.batch.publish import file_name
from imr_cli.batch.result import CaseResult
from imr_cli.batch.seen import rationale_digests
from imr_cli.case.sources import CaseText, Task, moved, read_file, texts_of, unreadable
from imr_cli.files.output import not_written, write_beside
from imr_cli.findings.faults import batch as rules_batch
from imr_cli.findings.render import shown_as
from imr_cli.letter.formats.registry import FORMATS
from imr_cli.letter.layouts import LayoutFault
from imr_cli.pipeline import Examined, examine_text, letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from imr_cli.batch.options import Run
    from imr_cli.batch.result import Shown
    from imr_cli.decision.determination import Determination
    from imr_cli.findings.finding import Finding
    from imr_cli.resources import Resources

MOST_SHOWN = 20
"""Errors, and other findings, that a batch shows on the screen; the manifest has all of them."""


class Worker:
    """Works on the tasks of a batch.

    Args:
        run: how the batch was asked for.
        resources: table, wording and layouts.
        run_pid: the number of the run's own process, which the hidden files are named after; None: the
            letters are sent back as bytes.
        existing: the names of the files that were in the folder before.
    """

    def __init__(
        self, run: Run, resources: Resources, run_pid: int | None, existing: frozenset[str] = frozenset()
    ) -> None:
        self.run = run
        self.resources = resources
        self.run_pid = run_pid
        self.existing = existing
        self.folder = "" if run.folder is None else str(run.folder)
        self._numbers = count()
        self._room = dict.fromkeys(("error", "other"), sys.maxsize if run.style == "json" else MOST_SHOWN)
        # Of a few cases they are kept, for the table on the terminal.
        self.determinations: list[Determination] | None = None

    def work(self, tasks: Sequence[Task]) -> list[CaseResult]:
        """Return the cases of these tasks, in their order."""
        results: list[CaseResult] = []
        for task in tasks:
            if self.is_orphan():
                raise SystemExit  # the run was killed; what is still written would only be left over
            results += self._cases(task)
        return results

    def is_orphan(self) -> bool:
        """Return whether the run that this process works for has ended."""
        return self.run_pid is not None and self.run_pid not in (os.getpid(), os.getppid())

    def _cases(self, task: Task) -> Iterator[CaseResult]:
        fault, content = task.fault, task.content
        if fault is None and content is None:
            try:
                content = read_file(task.source)
            except OSError as error:
                fault = unreadable(error).in_source(task.source)
        if fault is not None or content is None:
            findings = (fault,) if fault is not None else ()
            text = CaseText(task.source, None)
            yield self._result(text, task.nth, task.line, None, Examined(None, findings))
            return
        for index, text in enumerate(texts_of(task.source, content), task.nth):
            yield self._one(moved(text, task.line - 1), index, content, task.known)

    def _one(self, text: CaseText, index: int, content: bytes, known: tuple[str, ...]) -> CaseResult:
        began = perf_counter()
        document = text.document
        line = document.first_line if document else 1
        digest = sha256(document.text.encode("utf-8", "surrogatepass") if document else content).hexdigest()
        for each in known:
            kept = self._kept(each, index, line, digest)
            if kept is not None:
                return kept
        try:
            result = self._decided(text, index, line, digest)
        except LayoutFault as fault:
            result = CaseResult({}, stop=fault.finding)
        except Exception as error:
            if self.run.debug:
                raise
            failed = rules_batch.program_failed(type(error).__name__).at(line, 1).in_source(text.source)
            result = self._result(text, index, line, digest, Examined(None, (failed,)))
        return result._replace(seconds=perf_counter() - began)

    def _decided(self, text: CaseText, index: int, line: int, digest: str) -> CaseResult:
        examined = examine_text(text, self.resources, self.run.selection)
        determination = examined.determination
        if determination is None or examined.is_refused:
            return self._result(text, index, line, digest, examined)
        if self.determinations is not None:
            self.determinations.append(determination)
        laid_out, lacking = letters_of(examined, self.run.formats, self.resources)
        if lacking:
            found = (each.at(line, 1).in_source(text.source) for each in lacking)
            return self._result(text, index, line, digest, examined.also(found))
        name = file_name(self.run.name, determination)
        files: dict[str, str] = {}
        parts: list[tuple[str, str]] = []
        letters: list[bytes] = []
        try:
            for fmt, content in laid_out.items():
                file = f"{name}.{FORMATS[fmt].suffix}"
                files[file] = sha256(content).hexdigest()
                if self.run_pid is None:
                    letters.append(content)
                elif not self.run.check:
                    parts.append((file, self._write(file, content)))
        except OSError as error:
            for _, part in parts:
                if part:
                    os.unlink(part)
            fault = not_written(error, self.folder)
            return self._result(text, index, line, digest, examined.also([fault]))
        result = self._result(text, index, line, digest, examined, files)
        rationales = dict(rationale_digests(determination.case))
        for place, item in enumerate(result.record["items"]):
            item["rationale"] = rationales[place].hex() if place in rationales else None
        return result._replace(
            parts=tuple(parts) or tuple((file, "") for file in files), letters=tuple(letters)
        )

    def _write(self, file: str, content: bytes) -> str:
        """Write the hidden file; return its name, or nothing where the letter has these bytes already."""
        if file in self.existing:
            place = f"{self.folder}/{file}"
            try:
                if read_file(place) == content and os.stat(place).st_mode & 0o777 == 0o600:
                    return ""
            except OSError:
                pass  # the renaming will say what is wrong with it
        part = f"{self.folder}/.{file}.{self.run_pid}-{os.getpid()}-{next(self._numbers)}.part"
        write_beside(part, content)
        return part

    def _kept(self, known: str, index: int, line: int, digest: str) -> CaseResult | None:
        """Return the case as an earlier run left it, if neither its text nor its letters have changed."""
        record = json.loads(known)
        same = (record["index"], record["line"], record["sha256"]) == (index, line, digest)
        if not same or record["outcome"] is None or self.run_pid is None:
            return None
        if not all(self._is_there(file, expected) for file, expected in record["files"].items()):
            return None
        return CaseResult(record, parts=tuple((file, "") for file in record["files"]), is_kept=True)

    def _is_there(self, file: str, expected: str) -> bool:
        try:
            return sha256(read_file(f"{self.folder}/{file}")).hexdigest() == expected
        except OSError:
            return False

    def _result(
        self,
        text: CaseText,
        index: int,
        line: int,
        digest: str | None,
        examined: Examined,
        files: dict[str, str] | None = None,
    ) -> CaseResult:
        """Return what became of a case; without `files` it is refused."""
        record = manifest_entry(text, index, line, digest, examined, files)
        return CaseResult(record, self._shown(examined.findings, text), place=place_of_number(text))

    def _shown(self, findings: Sequence[Finding], text: CaseText) -> tuple[Shown, ...]:
        """Return what the screen may have to show of a case; nothing once earlier cases have filled it."""
        shown = []
        for each in findings:
            kind = "error" if each.severity == "error" else "other"
            if self._room[kind] == 0 or (self.run.errors_only and kind != "error"):
                continue
            self._room[kind] -= 1
            shown.append((each.severity, shown_as(self.run.style, each, text.document)))
        return tuple(shown)


def give_up(tasks: Sequence[Task], times: int, worker: Worker) -> list[CaseResult]:
    """Return tasks whose process died every time, as refused cases."""
    return [
        worker.work([Task(each.source, None, each.nth, each.line, fault)])[0]
        for each in tasks
        for fault in [rules_batch.worker_died(times).at(each.line, 1).in_source(each.source)]
    ]
