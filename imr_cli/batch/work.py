"""What a batch does with one case: everything up to the hidden file that only has to be renamed.

It runs in the processes of the pool, on machines of a cluster, or in the program's own process; each gives
the same bytes. What comes back is small: the line for the manifest, and what the summary counts.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from itertools import count
from time import perf_counter
from typing import TYPE_CHECKING, Any

from imr_cli.batch.manifest import line_of, place_of_number, to_line
from imr_cli.batch.publish import name_of
from imr_cli.batch.repeats import digests
from imr_cli.batch.result import Done, Shown, counts_of, not_written
from imr_cli.case.sources import CaseText, Unit, moved, read_file, texts_of, unreadable
from imr_cli.files.output import write_beside
from imr_cli.findings.faults import batch as rules_batch
from imr_cli.findings.render import shown_as
from imr_cli.letter.layouts import FORMATS, LayoutFault
from imr_cli.pipeline import Reviewed, letters_of, reviewed_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from imr_cli.batch.options import Run
    from imr_cli.findings.finding import Finding
    from imr_cli.pipeline import Review
    from imr_cli.resources import Kit


MOST_SHOWN = 20

"""Errors, and other findings, that a batch shows on the screen; the manifest has all of them."""


class Worker:
    """Works on the units of a batch.

    Args:
        run: how the batch was asked for.
        kit: table, wording and layouts.
        owner: the number of the run's own process, which the hidden files are named after; None: the letters
            are sent back as bytes.
        existing: the names of the files that were in the folder before.
    """

    def __init__(self, run: Run, kit: Kit, owner: int | None, existing: frozenset[str] = frozenset()) -> None:
        self.run = run
        self.kit = kit
        self.owner = owner
        self.existing = existing
        self.folder = "" if run.folder is None else str(run.folder)
        self._numbers = count()
        self._room = {"error": MOST_SHOWN, "other": MOST_SHOWN}
        self.reviews: list[Review] | None = None  # kept for the table on the terminal, of a few cases

    def work(self, units: Sequence[Unit]) -> list[Done]:
        """The cases of these units, in their order."""
        done: list[Done] = []
        for unit in units:
            if self.is_orphan():
                raise SystemExit  # the run was killed; what is still written would only be left over
            done += self._cases(unit)
        return done

    def is_orphan(self) -> bool:
        """Whether the run that this process works for has ended."""
        return self.owner is not None and self.owner not in (os.getpid(), os.getppid())

    def _cases(self, unit: Unit) -> Iterator[Done]:
        if unit.fault is not None:
            text = CaseText(unit.source, None, (unit.fault,))
            yield self._refused(text, unit.nth, unit.line, None, text.findings)
            return
        content = unit.content
        if content is None:
            try:
                content = read_file(unit.source)
            except OSError as error:
                fault = unreadable(error).in_source(unit.source)
                yield self._refused(CaseText(unit.source, None), unit.nth, unit.line, None, (fault,))
                return
        for index, text in enumerate(texts_of(unit.source, content), unit.nth):
            yield self._one(moved(text, unit.line - 1), index, content, unit.known)

    def _one(self, text: CaseText, index: int, content: bytes, known: tuple[str, ...]) -> Done:
        began = perf_counter()
        document = text.document
        line = document.first_line if document else 1
        digest = sha256(document.text.encode("utf-8", "surrogatepass") if document else content).hexdigest()
        for each in known:
            kept = self._kept(each, text.source, index, line, digest)
            if kept is not None:
                return kept
        try:
            done = self._decided(text, index, line, digest)
        except LayoutFault as fault:
            done = Done(text.source, index, "", stop=fault.finding)
        except Exception as error:
            if self.run.debug:
                raise
            failed = rules_batch.program_failed(type(error).__name__).at(line, 1).in_source(text.source)
            done = self._refused(text, index, line, digest, (failed,))
        return done._replace(seconds=perf_counter() - began)

    def _decided(self, text: CaseText, index: int, line: int, digest: str) -> Done:
        reviewed = reviewed_text(text, self.run, self.kit)
        review = reviewed.review
        if review is None or reviewed.is_refused:
            return self._refused(text, index, line, digest, reviewed.findings, review)
        if self.reviews is not None:
            self.reviews.append(review)
        texts, lacking = letters_of(reviewed, self.run.formats, self.kit)
        if lacking:
            found = (*reviewed.findings, *(each.at(line, 1).in_source(text.source) for each in lacking))
            return self._refused(text, index, line, digest, found, review)
        name = name_of(self.run.name, review)
        files: dict[str, str] = {}
        parts: list[tuple[str, str]] = []
        letters: list[bytes] = []
        try:
            for form, letter in texts.items():
                content = letter.encode("utf-8")
                file = f"{name}.{FORMATS[form]}"
                files[file] = sha256(content).hexdigest()
                if self.owner is None:
                    letters.append(content)
                elif not self.run.check:
                    parts.append((file, self._write(file, content)))
        except OSError as error:
            for _, part in parts:
                if part:
                    os.unlink(part)
            fault = not_written(error, self.folder)
            return self._refused(text, index, line, digest, (*reviewed.findings, fault), review)
        rationales = dict(digests(review.case))
        record = line_of(text, index, line, digest, reviewed, review, files)
        for place, item in enumerate(record["items"]):
            item["rationale"] = rationales[place].hex() if place in rationales else None
        return self._done(record, text, reviewed.findings)._replace(
            outcome=review.outcome,
            is_draft=review.is_draft,
            parts=tuple(parts) or tuple((file, "") for file in files),
            letters=tuple(letters),
            rationales=tuple(rationales.items()),
        )

    def _write(self, file: str, content: bytes) -> str:
        """The hidden file with that content, or nothing where the letter is there with the same bytes."""
        if file in self.existing:
            place = f"{self.folder}/{file}"
            try:
                if read_file(place) == content and os.stat(place).st_mode & 0o777 == 0o600:
                    return ""
            except OSError:
                pass  # the renaming will say what is wrong with it
        part = f"{self.folder}/.{file}.{self.owner}-{os.getpid()}-{next(self._numbers)}.part"
        write_beside(part, content)
        return part

    def _kept(self, known: str, source: str, index: int, line: int, digest: str) -> Done | None:
        """The case as an earlier run left it, if neither its text nor its letters have changed since."""
        record = json.loads(known)
        same = (record["index"], record["line"], record["sha256"]) == (index, line, digest)
        if not same or record["outcome"] is None or self.owner is None:
            return None
        if not all(self._is_there(file, expected) for file, expected in record["files"].items()):
            return None
        findings = record["findings"]
        return Done(
            source,
            index,
            known,
            record["case_number"],
            record["outcome"],
            record["draft"],
            tuple(each["code"] for each in findings),
            counts_of([each["severity"] for each in findings]),
            parts=tuple((file, "") for file in record["files"]),
            is_kept=True,
            rationales=tuple(
                (place, bytes.fromhex(item["rationale"]))
                for place, item in enumerate(record["items"])
                if item["rationale"]
            ),
        )

    def _is_there(self, file: str, expected: str) -> bool:
        try:
            return sha256(read_file(f"{self.folder}/{file}")).hexdigest() == expected
        except OSError:
            return False

    def _refused(
        self,
        text: CaseText,
        index: int,
        line: int,
        digest: str | None,
        findings: tuple[Finding, ...],
        review: Review | None = None,
    ) -> Done:
        record = line_of(text, index, line, digest, Reviewed(review, findings), review, None)
        return self._done(record, text, findings)

    def _done(self, record: dict[str, Any], text: CaseText, findings: tuple[Finding, ...]) -> Done:
        severities = [each.severity for each in findings]
        return Done(
            text.source,
            record["index"],
            to_line(record),
            record["case_number"] or "",
            codes=tuple(each.rule.code for each in findings),
            counts=counts_of(severities),
            shown=self._shown(findings, text),
            place=place_of_number(text),
        )

    def _shown(self, findings: Sequence[Finding], text: CaseText) -> tuple[Shown, ...]:
        """What the screen may have to show of a case; nothing once earlier cases have filled it."""
        shown = []
        for each in findings:
            kind = "error" if each.severity == "error" else "other"
            if self.run.style != "json":
                if self._room[kind] == 0 or (self.run.quiet and kind != "error"):
                    continue
                self._room[kind] -= 1
            shown.append(Shown(each.severity, shown_as(self.run.style, each, text.document)))
        return tuple(shown)


def lost(units: Sequence[Unit], worker: Worker, times: int) -> list[Done]:
    """Units whose process died every time, as refused cases."""
    return [
        worker.work([Unit(each.source, None, each.nth, each.line, fault)])[0]
        for each in units
        for fault in [rules_batch.worker_died(times).at(each.line, 1).in_source(each.source)]
    ]
