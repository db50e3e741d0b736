"""Which documents a text names: kinds of records, those that it rests on, and those that it dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.texts.phrases import phrases

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from imr_cli.case.model import MedicalRecord
    from imr_cli.texts.prose import Prose

_REACH = 60
"""Characters behind the name of a document in which it is told what it showed."""

_DATED = 90
"""Characters before a day in which the document that it dates is looked for."""

_BEFORE = 200
"""Characters of a sentence before the name of a document that are read with it."""


def is_paperwork(record: MedicalRecord) -> bool:
    """Return whether a record is paperwork by its kind; where the kind is not a known one, by its words."""
    kinds = phrases().entry("records")
    if record.kind in kinds:
        return _is_kind_of_paperwork(record.kind or "")
    words = words_of(record)
    return not phrases().pattern("no_paperwork").search(words) and any(
        _is_kind_of_paperwork(kind) and phrases().pattern("records", kind).search(words) for kind in kinds
    )


def words_of(record: MedicalRecord) -> str:
    """Return the title and the kind of a record in lower case."""
    return f"{record.title or ''} {(record.kind or '').replace('-', ' ')}".lower()


def rests_on(facts: Prose, kind: str) -> bool:
    """Return whether a text rests on a report of that kind: of a kind with `past`, tells what it showed."""
    needs_result = "past" in phrases().entry("records", kind)
    for match in facts.finditer("records", kind):
        before = facts.before(match.start(), _BEFORE)
        behind = facts.behind(match.start(), match.end(), _REACH)
        if _finds("no_record", before) or _finds("quoted_record", before):
            continue
        if not needs_result:
            if not _finds("no_record_yet", behind):
                return True
        elif phrases().pattern("records", kind, "past").search(behind) or (
            (_finds("seen_in_record", before) or _finds("normal_in_record", behind))
            and not _is_supposed(before)
        ):
            return True
    return False


def dated_documents(facts: Prose) -> Iterator[dt.date]:
    """Yield the days of the documents that a text rests on."""
    for each in facts.dates:
        before = facts.before(each.start, _DATED)
        behind = facts.lower[each.end : facts.sentence(each.start)[1]]
        place = _document(facts, before, behind)
        if place is None or _finds("not_at_hand", behind):
            continue
        place += each.start - len(before)
        earlier = facts.before(place, _BEFORE)
        if not _finds("no_dated_record", earlier) and not _finds("quoted_record", earlier):
            yield each.day


def _document(facts: Prose, before: str, behind: str) -> int | None:
    """Return where the words that make a day that of a document begin in the text before it, if any do."""
    if facts.could_match("dated_record"):
        match = phrases().pattern("dated_record").search(before)
        if match is not None:
            return match.start()
    for name in ("dated_record_behind", "day_of_note"):
        if phrases().pattern(name, "before").search(before) and phrases().pattern(name).search(behind):
            return len(before)
    return None


def _is_kind_of_paperwork(kind: str) -> bool:
    return bool(phrases().entry("records", kind).get("paperwork") == "yes")


def _is_supposed(before: str) -> bool:
    """Return whether words before a finding make it a condition, or what a guideline speaks of."""
    return _finds("under_condition", before) or _finds("guideline_asks", before)


def _finds(name: str, text: str) -> bool:
    return phrases().pattern(name).search(text) is not None
