"""The manifest of a folder of letters: what was written, from what, with what; one JSON object a line.

A header says with what the run worked; the lines after it are its cases in the order of the input; an end
line says that the run was not cut off. Nothing in it depends on the clock, the machine or the number of
processes. It grows while the run goes on and is put into its final order at the end, so that a run that was
killed and resumed leaves the same bytes as one that was not.
"""

from __future__ import annotations

import json
import os
import re
from array import array
from typing import TYPE_CHECKING, Any

from imr_cli.files.output import reason_of
from imr_cli.findings.finding import shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from imr_cli.case.sources import CaseText
    from imr_cli.findings.finding import Finding
    from imr_cli.pipeline import Examined

NAME = "manifest.jsonl"


class ManifestFault(Exception):
    """The manifest cannot be used or written; its text says why."""


def to_line(record: dict[str, Any]) -> str:
    """Return a record as a line of the manifest, without its end."""
    line = _encode(record)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # the name of a file that is no text
        return json.dumps(record, separators=(",", ":"))
    return line


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


class Manifest:
    """The manifest of one folder while a run is on: it is appended to, and finished at the end.

    Args:
        place: the file; it is made where there is none, and kept to this process.
        header: what this run works with, as its header line has it.
        owners: whether it will be asked for the owners of files.

    Raises:
        ManifestFault: it cannot be opened, is no manifest, or another run is working in the folder.
    """

    def __init__(self, place: Path, header: dict[str, Any], *, owners: bool = False) -> None:
        self.place = place
        self._header = to_line(header)
        self._waiting = bytearray()
        self._lines = array("q")  # where the lines of this run's cases stand, in the order of the input
        try:
            self._file = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise ManifestFault(f"{place} cannot be opened: {reason_of(error)}") from None
        _lock(self._file, place)
        self._known: dict[tuple[str, int], int] = {}  # source and index -> where its trusted line stands
        self.owners: dict[str, str] = {}  # file -> case number, of earlier runs
        self._end = self._read_earlier(owners=owners)
        self._has_earlier = self._end > 0
        try:
            os.ftruncate(self._file, self._end)  # a line that a killed run did not finish
            self._append(self._header.encode("utf-8") + b"\n")
        except OSError as error:
            raise ManifestFault(_cannot_write(place, error)) from None

    def _read_earlier(self, *, owners: bool) -> int:
        """Look through what is there; return the end of its last whole line."""
        end = 0
        is_trusted = False
        for start, line in self._lines_from(0):
            end = start + len(line)
            record = _decoded(line, self.place)
            if "manifest" in record:
                is_trusted = line.decode("utf-8").rstrip("\n") == self._header
            elif "source" in record:
                if is_trusted:
                    self._known[record["source"], record["index"]] = start
                if owners:
                    self.owners.update(dict.fromkeys(record["files"], record["case_number"]))
        return end

    def _lines_from(self, start: int, size: int = 1 << 20) -> Iterator[tuple[int, bytes]]:
        """Yield the whole lines, each with its place. There is one handle: closing another would unlock."""
        rest = b""
        while chunk := os.pread(self._file, size, start + len(rest)):
            lines = (rest + chunk).splitlines(keepends=True)
            rest = lines.pop() if not lines[-1].endswith(b"\n") else b""
            for line in lines:
                yield start, line
                start += len(line)

    def known(self, source: str, first: int = 1, *, only: bool = False) -> tuple[str, ...]:
        """Return the lines of runs with the same header for the cases of a source, from `first` on."""
        lines = []
        start = self._known.get((source, first))
        while start is not None:
            lines.append(self._line_at(start).decode("utf-8").rstrip("\n"))
            first += 1
            start = None if only else self._known.get((source, first))
        return tuple(lines)

    def _line_at(self, start: int) -> bytes:
        return next(self._lines_from(start, 8192))[1]

    def add(self, record: dict[str, Any]) -> None:
        """Add a further case; it is written by the next `flush`."""
        self._lines.append(self._end + len(self._waiting))
        self._waiting += to_line(record).encode("utf-8") + b"\n"

    def keep(self, source: str, index: int) -> None:
        """Take the line of an earlier run over into this one."""
        self._lines.append(self._known[source, index])

    def flush(self) -> None:
        """Write what was added, all of it or nothing.

        Raises:
            ManifestFault: there is no room for it, or it cannot be written.
        """
        waiting, self._waiting = self._waiting, bytearray()
        try:
            self._append(waiting)
        except OSError as error:
            raise ManifestFault(_cannot_write(self.place, error)) from None

    def _append(self, content: bytes | bytearray) -> None:
        written = 0
        try:
            while written < len(content):
                written += os.pwrite(self._file, memoryview(content)[written:], self._end + written)
        except OSError:
            os.ftruncate(self._file, self._end)
            raise
        self._end += len(content)

    def finish(self, end: dict[str, Any]) -> None:
        """Add the end line and put all lines into their final order.

        Cases of earlier runs whose letters this run has not written again stay, with their header, on top.

        Raises:
            ManifestFault: it cannot be written.
        """
        try:
            if self._has_earlier:
                self._rewrite(to_line(end))
            else:
                self._append(to_line(end).encode("utf-8") + b"\n")
                os.fsync(self._file)
        except OSError as error:
            raise ManifestFault(_cannot_write(self.place, error)) from None

    def close(self) -> None:
        """Let go of the file; what was appended stays."""
        os.close(self._file)

    def _rewrite(self, end: str) -> None:
        beside = self.place.with_name(f".{self.place.name}.{os.getpid()}.part")
        try:
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.writelines(self._carried_over())
                file.write(self._header.encode("utf-8") + b"\n")
                file.writelines(map(self._line_at, self._lines))
                file.write(end.encode("utf-8") + b"\n")
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.place)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise

    def _carried_over(self) -> Iterator[bytes]:
        """Yield the lines of earlier runs that this one has not replaced, each under its header."""
        cases: set[tuple[str, int]] = set()
        files: set[str] = set()
        for start in self._lines:
            record = json.loads(self._line_at(start))
            cases.add((record["source"], record["index"]))
            files.update(record["files"])
        header, written = b"", b""
        mine = set(self._lines)
        earlier = ((start, line) for start, line in self._lines_from(0) if start not in mine)
        latest = _latest(json.loads(line) for _, line in earlier)
        for start, line in self._lines_from(0):
            record = json.loads(line)
            if "manifest" in record:
                header = line
            elif "source" not in record or start in mine or not latest(record):
                continue
            elif (record["source"], record["index"]) not in cases and not files.intersection(record["files"]):
                if header != written:
                    yield header
                    written = header
                yield line


def read_manifest(place: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a manifest: headers, cases and the end, of each case the latest.

    Raises:
        ManifestFault: it cannot be read, or is no manifest.
        FileNotFoundError: there is none.
    """
    latest = _latest(_records(place))
    for record in _records(place):
        if "source" not in record or latest(record):
            yield record


def _records(place: Path) -> Iterator[dict[str, Any]]:
    with place.open("rb") as file:
        for number, line in enumerate(file):
            if line.endswith(b"\n"):  # the last line of a killed run may be cut off
                record = _decoded(line, place)
                if number == 0 and "manifest" not in record:
                    raise ManifestFault(f"{place} is not a manifest of imr")
                yield record
        if file.tell() == 0:
            raise ManifestFault(f"{place} is empty")


def _latest(records: Iterable[dict[str, Any]]) -> Callable[[dict[str, Any]], bool]:
    """Return a test that, asked about the same records in order, tells the latest of their case and files."""
    cases: dict[tuple[str, int], int] = {}
    files: dict[str, int] = {}
    count = 0
    for record in records:
        if "source" in record:
            count += 1
            cases[record["source"], record["index"]] = count
            files.update(dict.fromkeys(record["files"], count))
    asked = 0

    def is_latest(record: dict[str, Any]) -> bool:
        nonlocal asked
        asked += 1
        is_mine = cases[record["source"], record["index"]] == asked
        return is_mine and all(files[name] == asked for name in record["files"])

    return is_latest


def _decoded(line: bytes, place: Path) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError:
        record = None
    if not isinstance(record, dict) or ("source" in record and not isinstance(record.get("files"), dict)):
        raise ManifestFault(f"{place} is not a manifest of imr; move it away")
    return record


def _cannot_write(place: Path, error: OSError) -> str:
    return f"{place} cannot be written: {reason_of(error)}"


def _lock(file: int, place: Path) -> None:
    """Keep other runs out of the folder. The lock ends with the process, however it ends."""
    try:
        import fcntl
    except ImportError:  # not on Windows
        return
    try:
        # Of the two kinds of lock this one is not handed down to the processes of the pool.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise ManifestFault(f"another run is writing into {place.parent}") from None


_NUMBER = re.compile(r"^case_number:[ \t]*[\"']?(?P<number>CM\d\d-\d{7})\b", re.MULTILINE)


def manifest_entry(
    text: CaseText,
    index: int,
    line: int,
    digest: str | None,
    examined: Examined,
    files: dict[str, str] | None,
) -> dict[str, Any]:
    """Return what the manifest keeps of a case; `files` are its letters with hashes, None if refused."""
    determination = examined.determination
    record: dict[str, Any] = {"source": text.source, "index": index, "line": line, "sha256": digest}
    if determination is None:
        match = _NUMBER.search(text.document.text) if text.document else None
        record["case_number"] = match["number"] if match else None
    else:
        case = determination.case
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
                "decision": decided.decision if decided else None,
                "proposed": decided.is_proposed if decided else False,
                "document": standing.document.id if standing.document else None,
                "topic": standing.topic.id if standing.topic else None,
                "direction": standing.direction,
                "reviewer": _cited(item.reviewer_guideline),
                "claims_administrator": _cited(item.claims_administrator_guideline),
            }
            for item, standing, decided in zip(
                case.disputed_items, determination.standings, determination.decisions, strict=True
            )
        ]
    record["outcome"] = determination.outcome if determination is not None and files is not None else None
    record["draft"] = determination.is_draft if determination is not None and files is not None else False
    record["findings"] = [finding_entry(each) for each in examined.findings]
    record["files"] = files or {}
    return record


def _cited(cited: Any) -> list[str]:
    return [each.document for each in cited.mtus] if cited is not None else []


def finding_entry(finding: Finding) -> dict[str, Any]:
    """Return a finding as the manifest keeps it."""
    return {
        "code": finding.rule.code,
        "severity": finding.severity,
        "line": finding.line,
        "column": finding.column,
        "path": shown_path(finding.path),
        "message": finding.message,
    }


def place_of_number(text: CaseText) -> tuple[int, int]:
    """Return line and column of the case number, those of the document where it has none, else zeros."""
    if text.document is None:
        return 0, 0
    content = text.document.text
    match = _NUMBER.search(content)
    if match is None:
        return text.document.first_line, 1
    start = match.start("number")
    start -= content[start - 1] in "\"'"
    return text.document.first_line + content.count("\n", 0, start), start - content.rfind("\n", 0, start)
