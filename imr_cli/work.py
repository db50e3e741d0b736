"""What a batch does with one case: everything up to the hidden file that only has to be renamed.

It runs in the processes of the pool, on machines of a cluster, or in the program's own process; each gives
the same bytes. What comes back is small: the line for the manifest, and what the summary counts.
"""

from __future__ import annotations

import json
import os
import re
from hashlib import sha256
from itertools import count
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from imr_cli import rules_batch, rules_file
from imr_cli.deliver import letters_of, reviewed_text
from imr_cli.finding import shown_path
from imr_cli.inputs import STDIN_NAME, CaseText, Unit, read_file, texts_of, unreadable
from imr_cli.layout import FORMATS, LayoutFault
from imr_cli.manifest import to_line
from imr_cli.names import name_of
from imr_cli.reader import Document
from imr_cli.repeated_rationales import digests
from imr_cli.review import Reviewed
from imr_cli.show import shown_as
from imr_cli.writer import write_beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from imr_cli.finding import Finding
    from imr_cli.kit import Kit
    from imr_cli.review import Review
    from imr_cli.run import Run

_NUMBER = re.compile(r"^case_number:[ \t]*[\"']?(?P<number>CM\d\d-\d{7})\b", re.MULTILINE)
MOST_SHOWN = 20
"""Errors, and other findings, that a batch shows on the screen; the manifest has all of them."""


class Shown(NamedTuple):
    """A finding as the screen has it: its severity, and its words in the chosen style."""

    severity: str
    text: str


class Done(NamedTuple):
    """What became of one case.

    `line` is its line for the manifest; of a case that an earlier run had done (`is_kept`) it is that run's.
    `parts` pair each file with the hidden one to be renamed, or with nothing where it is there already;
    `letters` are the bytes where the hidden files could not be written. `place` is that of the case number.
    """

    source: str
    nth: int
    line: str
    case_number: str = ""
    outcome: str = ""
    is_draft: bool = False
    codes: tuple[str, ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)
    shown: tuple[Shown, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    letters: tuple[bytes, ...] = ()
    place: tuple[int, int] = (0, 0)
    is_kept: bool = False
    seconds: float = 0.0
    rationales: tuple[tuple[int, bytes], ...] = ()
    stop: Finding | None = None

    @property
    def is_refused(self) -> bool:
        """Whether it has no letter."""
        return not self.outcome


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
            yield self._one(_moved(text, unit.line - 1), index, content, unit.known)

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
        record = _record(text, index, line, digest, reviewed, review, files)
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
            _counts([each["severity"] for each in findings]),
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
        record = _record(text, index, line, digest, Reviewed(review, findings), review, None)
        return self._done(record, text, findings)

    def _done(self, record: dict[str, Any], text: CaseText, findings: tuple[Finding, ...]) -> Done:
        severities = [each.severity for each in findings]
        return Done(
            text.source,
            record["index"],
            to_line(record),
            record["case_number"] or "",
            codes=tuple(each.rule.code for each in findings),
            counts=_counts(severities),
            shown=self._shown(findings, text),
            place=_place_of_number(text),
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


def not_written(error: OSError, place: str) -> Finding:
    """Why a letter could not be written."""
    return rules_file.not_writable((error.strerror or type(error).__name__).lower()).in_source(place)


def placed_again(finding: Finding, done: Done) -> Finding:
    """A finding that was made without the document, at its place in the file if that can be read again."""
    try:
        for nth, text in enumerate(texts_of(done.source) if done.source != STDIN_NAME else (), 1):
            if nth == done.nth and text.document is not None:
                return text.document.places([finding])[0].in_source(done.source)
    except OSError:
        pass
    return finding.at(*done.place).in_source(done.source)


def with_findings(done: Done, findings: Sequence[Finding], run: Run, *, instead_of: str = "") -> Done:
    """A case with what was seen only beside the others; an error refuses it.

    `instead_of` is a code whose earlier findings these replace.
    """
    record = json.loads(done.line)
    record["findings"] = [each for each in record["findings"] if each["code"] != instead_of]
    record["findings"] += map(_finding, findings)
    is_refused = any(each["severity"] == "error" for each in record["findings"])
    if is_refused:
        record |= {"outcome": None, "draft": False, "files": {}}
    shown = [
        Shown(each.severity, shown_as(run.style, each, None))
        for each in findings
        if each.severity == "error" or not run.quiet or run.style == "json"
    ]
    return done._replace(
        line=to_line(record),
        outcome="" if is_refused else done.outcome,
        is_draft=done.is_draft and not is_refused,
        is_kept=False,
        codes=tuple(each["code"] for each in record["findings"]),
        counts=_counts([each["severity"] for each in record["findings"]]),
        shown=(*done.shown, *shown),
    )


def _moved(text: CaseText, lines: int) -> CaseText:
    """The same case, counted from the top of the stream that it was cut from."""
    if not lines:
        return text
    document = text.document
    return CaseText(
        text.source,
        Document(document.text, document.first_line + lines) if document is not None else None,
        tuple(each.at(each.line + lines, each.column) for each in text.findings),
    )


def _place_of_number(text: CaseText) -> tuple[int, int]:
    if text.document is None:
        return 0, 0
    content = text.document.text
    match = _NUMBER.search(content)
    if match is None:
        return text.document.first_line, 1
    start = match.start("number")
    start -= content[start - 1] in "\"'"
    return text.document.first_line + content.count("\n", 0, start), start - content.rfind("\n", 0, start)


def _counts(severities: Sequence[str]) -> tuple[int, int, int]:
    if not severities:
        return 0, 0, 0
    return severities.count("error"), severities.count("warning"), severities.count("note")


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.rule.code,
        "severity": finding.severity,
        "line": finding.line,
        "column": finding.column,
        "path": shown_path(finding.path),
        "message": finding.message,
    }


def _record(
    text: CaseText,
    index: int,
    line: int,
    digest: str | None,
    reviewed: Reviewed,
    review: Review | None,
    files: dict[str, str] | None,
) -> dict[str, Any]:
    """A case's line of the manifest. It holds no name and no word of the case's own."""
    record: dict[str, Any] = {"source": text.source, "index": index, "line": line, "sha256": digest}
    if review is None:
        match = _NUMBER.search(text.document.text) if text.document else None
        record["case_number"] = match["number"] if match else None
    else:
        case = review.case
        dates = case.dates
        record["case_number"] = case.case_number
        record["priority"] = case.priority
        record["formulary_dispute"] = case.formulary_dispute
        record["extension_days"] = case.extension_days
        record["dates"] = {
            "injury": dates.injury.isoformat(),
            "utilization_review": dates.utilization_review.isoformat(),
            "application_received": dates.application_received.isoformat(),
            "assigned": dates.assigned.isoformat(),
            "records_received": dates.records_received.isoformat() if dates.records_received else None,
            "decision": dates.decision.isoformat(),
        }
        record["items"] = [
            {
                "decision": verdict.decision if verdict else None,
                "proposed": verdict.is_proposed if verdict else False,
                "document": standing.document.id if standing.document else None,
                "topic": standing.topic.id if standing.topic else None,
                "direction": standing.direction,
                "reviewer": _cited(item.reviewer_guideline),
                "claims_administrator": _cited(item.claims_administrator_guideline),
            }
            for item, standing, verdict in zip(
                case.disputed_items, review.standings, review.verdicts, strict=True
            )
        ]
    record["outcome"] = review.outcome if review is not None and files is not None else None
    record["draft"] = review.is_draft if review is not None and files is not None else False
    record["findings"] = [_finding(each) for each in reviewed.findings]
    record["files"] = files or {}
    return record


def _cited(cited: Any) -> list[str]:
    return [each.document for each in cited.mtus] if cited is not None else []
