"""The records that go to the Division of Workers' Compensation with each letter: cases and their requests.

Two files, one line a case and one line a disputed item, with a header row each; fields are parted by `|` and
never quoted, so a field that holds the separator is refused instead. `docs/dwc.md` lists the columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imr_cli.findings.faults import export as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.table import Table


SEPARATOR = "|"
LEAST_PAIRS = 5
"""Pairs of chapter and year that each side has at least. A request with more widens the file."""

CASE_FILE, REQUEST_FILE = "dwc-cases.txt", "dwc-requests.txt"
_OUTCOMES = {"uphold": "U", "partial-overturn": "P", "overturn": "O"}
_DECISIONS = {"upheld": "U", "overturned": "O"}
_PRIORITIES = {"standard": "S", "expedited": "E"}

_DATES = {
    "DATE_OF_INJURY": "injury",
    "UR_DECISION_DATE": "utilization_review",
    "APPLICATION_RECEIVED_DATE": "application_received",
    "ASSIGNED_DATE": "assigned",
    "RECORDS_RECEIVED_DATE": "records_received",
    "DECISION_DATE": "decision",
}

CASE_COLUMNS = ("CASE_NUMBER", "PRIORITY", *_DATES, "DECISION", "REQUESTS")
REQUEST_COLUMNS = ("CASE_NUMBER", "REQUEST", "DECISION")
_SIDES = (("CA", "claims_administrator"), ("IMR", "reviewer"))
Pair = tuple[str, str]


class DwcFile:
    """Collects the rows of both files. `add` each case's record of a manifest, then `texts`."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._cases: list[list[str]] = []
        self._requests: list[tuple[list[str], list[list[Pair]]]] = []
        self._seen: dict[str, str] = {}

    @property
    def counts(self) -> tuple[int, int]:
        """How many cases and requests there are."""
        return len(self._cases), len(self._requests)

    def add(self, record: dict[str, Any]) -> list[Finding]:
        """Take a case in, or say why not; nothing of a case with a fault is taken."""
        findings = list(self._faults(record))
        requests: list[tuple[list[str], list[list[Pair]]]] = []
        if not findings:
            for place, item in enumerate(record["items"]):
                sides = [self._pairs(item[side], findings, (place, side)) for _, side in _SIDES]
                number = [record["case_number"], str(place + 1), _DECISIONS[item["decision"]]]
                requests.append((number, sides))
        if not findings:
            self._seen[record["case_number"]] = record["source"]
            self._cases.append(_case_row(record))
            self._requests += requests
        return [each.at(each.line or record["line"], 1).in_source(record["source"]) for each in findings]

    def _faults(self, record: dict[str, Any]) -> Iterator[Finding]:
        if record["outcome"] is None:
            yield rules.without_letter()
            return
        if record["case_number"] in self._seen:
            yield rules.exported_twice(self._seen[record["case_number"]])
        for place, item in enumerate(record["items"]):
            if item["proposed"] or item["decision"] not in _DECISIONS:
                yield rules.draft_not_exported(place + 1, path=("disputed_items", place))

    def _pairs(self, ids: Sequence[str], findings: list[Finding], where: tuple[int, str]) -> list[Pair]:
        """Return chapter title and year of each cited document, once each, in the order of the citation."""
        pairs: dict[Pair, None] = {}
        for name in ids:
            document = self._table.document(name)
            path = ("disputed_items", where[0], f"{where[1]}_guideline")
            if document is None or not document.cited_as.year:
                findings.append(rules.citation_without_year(name, path=path))
                continue
            pair = (document.cited_as.title, document.cited_as.year)
            findings += [rules.separator_in_field(name, path=path) for each in pair if not _is_plain(each)]
            pairs[pair] = None
        return list(pairs)

    def texts(self) -> dict[str, str]:
        """Return both files by their names. Every row has as many pairs as the widest one needs."""
        most = [max([LEAST_PAIRS, *(len(sides[side]) for _, sides in self._requests)]) for side in (0, 1)]
        heads = [
            f"{prefix}_{word}_{number}"
            for (prefix, _), pairs in zip(_SIDES, most, strict=True)
            for number in range(1, pairs + 1)
            for word in ("CHAPTER", "YEAR")
        ]
        rows = [
            [*number, *(field for side in zip(sides, most, strict=True) for field in _padded(*side))]
            for number, sides in self._requests
        ]
        return {
            CASE_FILE: _text([CASE_COLUMNS, *self._cases]),
            REQUEST_FILE: _text([(*REQUEST_COLUMNS, *heads), *rows]),
        }


def _case_row(record: dict[str, Any]) -> list[str]:
    dates = [(record["dates"][name] or "").replace("-", "") for name in _DATES.values()]
    outcome, requests = _OUTCOMES[record["outcome"]], str(len(record["items"]))
    return [record["case_number"], _PRIORITIES[record["priority"]], *dates, outcome, requests]


def _padded(pairs: Sequence[Pair], most: int) -> list[str]:
    fields = [field for pair in pairs for field in pair]
    return fields + [""] * (2 * most - len(fields))


def _is_plain(field: str) -> bool:
    return SEPARATOR not in field and len(field.splitlines()) <= 1


def _text(rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"{SEPARATOR.join(row)}\n" for row in rows)
