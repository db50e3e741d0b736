"""What batches did, counted from their manifests: letters, outcomes, lateness, findings, refused cases."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Any

from imr_cli.guideline.clocks import clock_of, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from imr_cli.guideline.table import Table


OUTCOMES = ("uphold", "partial-overturn", "overturn")
NO_TOPIC = "no topic found"
_LATE = frozenset({"IMR311", "IMR313"})


class Report:
    """Counts the records of manifests. `add` each, then `result`."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.outcomes: Counter[str] = Counter()
        self.cases = self.refused = self.drafts = 0
        self.is_complete = True
        self._topics: Counter[tuple[str, str, str]] = Counter()
        self._documents: Counter[tuple[str, str]] = Counter()
        self._items: Counter[str] = Counter()
        self._findings: Counter[tuple[str, str]] = Counter()
        self._timing: Counter[str] = Counter()
        self._days: list[int] = []
        self._refused: list[dict[str, Any]] = []

    def add_manifest(self, records: Iterable[dict[str, Any]]) -> None:
        """Count the records of one manifest."""
        is_complete = False
        for record in records:
            is_complete = bool(record.get("end"))
            if "source" in record:
                self._case(record)
        self.is_complete &= is_complete

    def _case(self, record: dict[str, Any]) -> None:
        self.cases += 1
        for code, severity in {(each["code"], each["severity"]) for each in record["findings"]}:
            self._findings[code, severity] += 1
        if record["outcome"] is None:
            self.refused += 1
            errors: list[dict[str, Any]] = [
                each for each in record["findings"] if each["severity"] == "error"
            ]
            row = {name: record[name] for name in ("source", "index", "case_number")}
            for name in ("code", "line", "column", "message"):
                row[name] = errors[0].get(name) if errors else None
            self._refused.append(row)
            return
        self.drafts += record["draft"]
        self.outcomes[record["outcome"]] += 1
        self._timing[self._in_time(record)] += 1
        for item in record["items"]:
            if item["proposed"]:
                continue  # nobody has decided it
            decision = item["decision"]
            self._items[decision] += 1
            self._topics[item["topic"] or "", item["document"] or "", decision] += 1
            for document in dict.fromkeys(item["reviewer"]):
                self._documents[document, decision] += 1

    def _in_time(self, record: dict[str, Any]) -> str:
        dates = {name: dt.date.fromisoformat(day) for name, day in record["dates"].items() if day}
        decision = dates["decision"]
        for start in ("records_received", "assigned"):
            if start not in dates:
                continue
            clock = clock_of(decision, record["priority"], record.get("formulary_dispute"), start)
            if clock is None:
                continue
            if start == "records_received":
                self._days.append((decision - dates[start]).days)
            late = decision > last_day(clock, dates[start], record.get("extension_days"))
            late = late or not _LATE.isdisjoint(each["code"] for each in record["findings"])
            return "late" if late else "in time" if start == "records_received" else "not known"
        return "not known"

    def result(self) -> dict[str, Any]:
        """Return the whole report as plain data, in an order that does not depend on that of the input."""
        found = sorted(self._findings.items(), key=lambda row: (-row[1], row[0]))
        return {
            "cases": self.cases,
            "letters": self.cases - self.refused,
            "refused": self.refused,
            "drafts": self.drafts,
            "complete": self.is_complete,
            "outcomes": {name: self.outcomes[name] for name in OUTCOMES},
            "items": _rates(self._items),
            "by_topic": self._by_topic(),
            "by_guideline": self._by_guideline(),
            "lateness": {
                **{name.replace(" ", "_"): self._timing[name] for name in ("in time", "late", "not known")},
                "median_days": median(self._days) if self._days else None,
                "longest_days": max(self._days, default=None),
                "days": _histogram(self._days),
            },
            "findings": [
                {"code": code, "severity": severity, "cases": count} for (code, severity), count in found
            ],
            "refused_cases": self._refused,
        }

    def _by_topic(self) -> list[dict[str, Any]]:
        rows: dict[tuple[str, str], Counter[str]] = {}
        for (topic, document, decision), count in self._topics.items():
            rows.setdefault((topic, document if topic else ""), Counter())[decision] += count
        return _sorted(
            {"topic": topic or None, "document": document or None, "title": self._title(document, topic)}
            | _rates(counts)
            for (topic, document), counts in rows.items()
        )

    def _title(self, document: str, topic: str) -> str:
        found = self._table.topic(document, topic) if topic else None
        return found.title if found is not None else topic or NO_TOPIC

    def _by_guideline(self) -> list[dict[str, Any]]:
        rows: dict[str, Counter[str]] = {}
        for (name, decision), count in self._documents.items():
            rows.setdefault(name, Counter())[decision] += count
        named = {name: self._table.document(name) for name in rows}
        return _sorted(
            {"document": name, "title": found.name if (found := named[name]) else name} | _rates(counts)
            for name, counts in rows.items()
        )


def _rates(counts: Counter[str]) -> dict[str, Any]:
    total = counts["upheld"] + counts["overturned"]
    rate = round(counts["overturned"] / total, 4) if total else None
    return {"items": total, "overturned": counts["overturned"], "overturn_rate": rate}


def _sorted(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: (-row["items"], row["title"], row["document"] or ""))


def _histogram(days: list[int], width: int = 5) -> list[dict[str, int]]:
    """Return numbers of letters by days from records to decision, in spans of five days."""
    spans = Counter(each // width for each in days)
    return [
        {"from": span * width, "to": span * width + width - 1, "letters": spans[span]}
        for span in range(min(spans, default=0), max(spans, default=-1) + 1)
    ]
