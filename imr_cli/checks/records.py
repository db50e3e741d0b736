"""The rules of the documents reviewed: IMR601 and up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.findings.finding import Fault, check
from imr_cli.texts.documents import dated_documents, is_paperwork, rests_on, words_of
from imr_cli.texts.phrases import phrases

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from imr_cli.case.model import Case, MedicalRecord
    from imr_cli.checks.audit import Audit
    from imr_cli.findings.finding import Path
    from imr_cli.texts.prose import Prose


@check("IMR601", "warning", stage="case")
def no_records_list(audit: Audit) -> Iterator[Fault]:
    """The case does not list the documents that were reviewed.

    Why: a determination lists them; a review of nothing else than the denial could not be told from a
    proper one.
    Example: a case without `records`.
    Remedy: list them; a provider with a range of dates is enough.
    Authority: 8 CCR 9792.10.6(d); Hacker 2015 (provider and dates suffice).
    """
    if not audit.case.records:
        yield Fault("the documents reviewed are not listed (`records`)", ("case_number",))


@check("IMR602", "warning", stage="case")
def only_paperwork(audit: Audit) -> Iterator[Fault]:
    """Nothing but the paperwork of utilization review and of the application was reviewed.

    Why: the reviewer decides on the medical records.
    Example: a list with the denial and the Request for Authorization alone.
    Remedy: list the medical records that were reviewed, or obtain them.
    Authority: 8 CCR 9792.10.6(b)(2).
    """
    if audit.case.records and all(is_paperwork(each) for each in audit.case.records):
        yield Fault("only utilization-review paperwork is listed, no medical record", ("records",))


@check("IMR603", stage="form")
def record_without_name(audit: Audit) -> Iterator[Fault]:
    """A record has neither a title nor a kind.

    Why: the letter would print an entry that names nothing.
    Example: `- {id: R3, date: 2016-05-02}`.
    Remedy: add `kind`, or `title`.
    """
    for index, record in enumerate(audit.case.records):
        if record.title is None and record.kind is None:
            yield Fault(
                "a record needs `title` or `kind`, or its entry in the letter names nothing",
                ("records", index),
            )


@check("IMR604", "warning")
def key_report_not_listed(audit: Audit) -> Iterator[Fault]:
    """The text rests on a report that decides many cases, and the list does not have it.

    Why: a key report that never reached the file was a ground for a new review.
    Example: a summary that tells what an MRI revealed, and no imaging among the records.
    Remedy: list the report, or obtain it; where the text only quotes another record, say so.
    Authority: Garibay-Jimenez 2015; 8 CCR 9792.10.6(d).
    """
    if not audit.case.records:
        return
    for kind, row in phrases().entry("records").items():
        is_key = row.get("key") == "yes"
        if not is_key or not audit.all_texts.could_match("records", kind) or _is_listed(kind, audit.case):
            continue
        path = next((path for path, facts in audit.texts if rests_on(facts, kind)), None)
        if path is not None:
            yield Fault(f"the text rests on a document of the kind {kind}, which is not listed", path)


@check("IMR605", "warning")
def dated_record_not_listed(audit: Audit) -> Iterator[Fault]:
    """A rationale rests on a dated document that the list does not have.

    Why: what an analysis rests on must be among the documents reviewed.
    Example: "the report of August 26, 2016" where no record has that day and no span of days covers it.
    Remedy: list the document, or correct the day.
    Authority: 8 CCR 9792.10.6(d); LC 4610.6(e) (memory).
    """
    if not audit.case.records:
        return
    for index, facts in enumerate(audit.rationales):
        for day in dated_documents(facts):
            if not any(_covers(record, day) for record in audit.case.records):
                yield Fault(
                    f"the rationale rests on a document of {day.isoformat()}, which is not listed",
                    ("disputed_items", index, "rationale"),
                )
                break


@check("IMR606", "note")
def record_not_used(audit: Audit) -> Iterator[Fault]:
    """An item names a record that its rationale does not seem to rest on.

    Why: each analysis cites the relevant records; a record that is only named may belong to another item.
    Example: `records: [R4]`, an MRI, with a rationale that speaks of no imaging and of none of its days.
    Remedy: say what the record shows, or take its id away.
    Authority: LC 4610.6(e) (memory).
    """
    by_id = {record.id: record for record in audit.case.records if record.id is not None}
    idle: list[Path] = []
    for index, item in enumerate(audit.case.disputed_items):
        for entry, name in enumerate(item.records if item.decision is not None else ()):
            record = by_id.get(name)
            if record is None or not _is_telling(record) or _is_used(record, audit.rationales[index]):
                continue
            idle.append(("disputed_items", index, "records", entry))
    if idle:
        more = f" (nor on {len(idle) - 1} more in this case)" if len(idle) > 1 else ""
        yield Fault(f"the rationale does not seem to rest on this record{more}", idle[0])


def _is_telling(record: MedicalRecord) -> bool:
    """Return whether a rationale on a record must name it; progress reports are behind everything."""
    return record.kind in phrases().entry("records") and not is_paperwork(record)


def _covers(record: MedicalRecord, day: dt.date) -> bool:
    first, last = record.first, record.last
    if first is None and last is None:
        return record.date in (None, day)  # a record without a day may be of any
    return record.date == day or (first or day) <= day <= (last or day)


def _is_listed(kind: str, case: Case) -> bool:
    """Return whether the list has a record of that kind, by its kind or by its title."""
    pattern = phrases().pattern("records", kind)
    return any(record.kind == kind or pattern.search(words_of(record)) for record in case.records)


def _is_used(record: MedicalRecord, facts: Prose) -> bool:
    """Return whether a text names the record by its id, day, kind, author or a word of its title."""
    if record.id is not None and record.id.lower() in facts.lower:
        return True
    if any(_covers(record, each.day) for each in facts.dates):
        return True
    if record.kind in phrases().entry("records") and _speaks_of(record.kind or "", facts):
        return True
    words = f"{words_of(record)} {record.author or ''}".lower().replace("-", " ").split()
    return any(word.strip("(),.") in facts.words for word in words if len(word) > 3)


def _speaks_of(kind: str, facts: Prose) -> bool:
    """Return whether a text has to do with records of a kind."""
    if facts.has("records", kind):
        return True
    is_told = "used" in phrases().entry("records", kind)
    return is_told and bool(phrases().pattern("records", kind, "used").search(facts.lower))
