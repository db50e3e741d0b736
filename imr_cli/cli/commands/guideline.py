"""The table as a clinician or a lawyer reads it: documents, topics with citation and provenance, changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from imr_cli.batch.options import DONE, REFUSED
from imr_cli.case.model import MtusCitation
from imr_cli.decision.decide import limit_words
from imr_cli.files.output import write_stdout
from imr_cli.guideline.aliases import alias_index
from imr_cli.letter.citations import document_citation
from imr_cli.letter.layouts import wrap
from imr_cli.resources import Resources

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from imr_cli.guideline.rows import Document, Topic, Variant
    from imr_cli.guideline.table import Table
    from imr_cli.letter.wording import Wording

MOST_RESULTS = 20


def show_guideline(words: str, day: dt.date | None, guidelines: Path | None) -> int:
    """Print what the table says about a document, a topic or words; 1 where it says nothing."""
    resources = Resources(guidelines=guidelines)
    lines = _lines_on(words, day, resources.table, resources.wording)
    if not lines:
        when = f" on {day.isoformat()}" if day else ""
        print(f"imr: the table has nothing on {words!r}{when}", file=sys.stderr)
        return REFUSED
    write_stdout("\n".join(lines) + "\n")
    return DONE


def _lines_on(words: str, day: dt.date | None, table: Table, wording: Wording) -> list[str]:
    """Return lines on a document or topic id, or on words of a request; without any, on all documents."""
    documents = [each for each in table.documents() if day is None or each.is_in_force(day)]
    if not words:
        return [f"{each.id:<27} {_span(each):<26} {each.title}" for each in documents]
    document = table.document(words)
    if document is not None:
        return list(_document_page(document, table))
    ids = [each.id for each in documents]
    topics = _topics_named(words, ids, table) or _topics_found(words, ids, table)
    if len(topics) > 3:
        return [f"{each.document:<25} {each.id:<34} {each.stance}" for each in topics[:MOST_RESULTS]]
    lines: list[str] = []
    for topic in topics:
        lines += [*([""] if lines else []), *_topic_page(topic, table, wording)]
    return lines


def _topics_named(name: str, documents: Sequence[str], table: Table) -> list[Topic]:
    having = [each for each in table.documents_of_topic(name) if each in documents]
    return [topic for document in having if (topic := table.topic(document, name))]


def _topics_found(words: str, documents: Sequence[str], table: Table) -> list[Topic]:
    """Return the topics whose aliases fit the words best; where none fits, those that have all the words."""
    index = alias_index(table)
    request = index.vocabulary.terms(words)
    matches = list(index.matches(request, documents, near=True, rules=True))
    best = max((match.weight for match in matches), default=0)
    found = [table.topic(match.document, match.topic) for match in matches if match.weight == best]
    if not matches:
        asked = request.words | request.parts
        found = [each for each in table.topics() if each.document in documents and _has(each, asked, table)]
    return list({(topic.document, topic.id): topic for topic in found if topic}.values())


def _has(topic: Topic, words: frozenset[str], table: Table) -> bool:
    texts = (topic.title, topic.cited_section, topic.id.replace("-", " "), *topic.aliases)
    own = alias_index(table).vocabulary.terms(*texts)
    document = table.document(topic.document)
    parts = own.parts | frozenset(document.body_parts if document else ())
    return bool(words) and words <= own.words | parts


def _span(document: Document) -> str:
    if document.first_day is None:
        return f"({document.status})"
    end = f" to {document.end_day.isoformat()}" if document.end_day else " on"
    return f"{document.first_day.isoformat()}{end}"


def _document_page(document: Document, table: Table) -> Iterator[str]:
    yield document.title
    certainties = ", ".join(f"{name} {certainty}" for name, certainty in document.certainty.items())
    yield from _pairs(
        ("id", document.id),
        ("edition", document.edition or "not known"),
        ("in force", f"{_span(document)} ({certainties})"),
        ("legal section", document.legal_section),
        ("publisher", document.publisher),
        ("covers", ", ".join(document.body_parts)),
        ("leaves out", ", ".join(document.does_not_address)),
        ("status", f"{document.status}, confidence {document.confidence}"),
        ("source", document.source),
        ("note", document.note),
    )
    for name in table.topic_ids(document.id):
        topic = table.topic(document.id, name)
        if topic is not None:
            yield f"  {topic.id:<38} {topic.stance}"


def _topic_page(topic: Topic, table: Table, wording: Wording) -> Iterator[str]:
    document = table.document(topic.document)
    if document is None:
        return
    yield topic.title
    cited = document_citation(MtusCitation(document.id, (topic.cited_section,), topic.pages), wording, table)
    checked = f", last compared {topic.checked.isoformat()}" if topic.checked else ""
    yield from _pairs(
        ("id", f"{topic.id} in {document.id}"),
        ("in force", _span(document)),
        ("cite as", f"{cited}, {topic.table}" if topic.table else cited),
        ("stance", topic.stance),
        *_conditions(topic, table),
        ("note", ", ".join(flag.replace("-", " ") for flag in topic.flags)),
        ("note", topic.notes),
        ("see", ", ".join(topic.see)),
        ("basis", f"{topic.basis}, confidence {topic.confidence}{checked}"),
        ("verified parts", ", ".join(topic.verified)),
        ("pages from", (topic.pages_basis or topic.basis) if topic.pages else ""),
        ("source", topic.source),
        *(("check", f"{check.field}: {check.verdict} ({check.source})") for check in topic.checks),
        ("changed", _changes(topic, document, table)),
    )


def _conditions(topic: Topic, table: Table) -> Iterator[tuple[str, str]]:
    for words in _limits(topic.limits, table):
        yield "limit", words
    if topic.criteria and topic.criteria_logic != "all":
        yield "criteria", f"to be met: {topic.criteria_logic}"
    for label, names in (
        ("criterion", topic.criteria),
        ("advice applies when", topic.applies_when),
        ("except when", topic.except_when),
    ):
        for name in names:
            criterion = table.criterion(name)
            if criterion is not None:
                yield label, f"{criterion.statement} [{criterion.id}]"
    for variant in topic.variants:
        yield "variant", _variant_words(variant, table)


def _limits(limits: Mapping[str, object], table: Table) -> Iterator[str]:
    for name, figure in limits.items():
        kind = table.limit_kind(name)
        if kind is not None:
            yield limit_words(kind.statement, str(figure))


def _variant_words(variant: Variant, table: Table) -> str:
    parts = [", ".join(f"{name.replace('_', ' ')} {value}" for name, value in variant.when.items())]
    parts += [variant.stance or "", *_limits(variant.limits, table)]
    parts += [f"page {variant.pages}" if variant.pages else "", variant.note or ""]
    return "; ".join(filter(None, parts))


def _changes(topic: Topic, document: Document, table: Table) -> str:
    """Return what this edition says otherwise than the one before it; nothing where there is none."""
    before = _edition_before(document, table)
    if before is None or not table.topic_ids(before.id):
        return ""
    names = (topic.id, *topic.formerly)
    older = next((found for name in names if (found := table.topic(before.id, name))), None)
    if older is None:
        return f"{before.id} has no such topic in the table"
    changes = [f"stance was {older.stance}"] if older.stance != topic.stance else []
    for name in dict.fromkeys((*older.limits, *topic.limits)):
        was, now = older.limits.get(name), topic.limits.get(name)
        if was != now:
            changes.append(f"{name} was {was or 'not given'}, is {now or 'not given'}")
    changes += [f"new criterion {name}" for name in topic.criteria if name not in older.criteria]
    changes += [f"without criterion {name}" for name in older.criteria if name not in topic.criteria]
    return f"since {before.id}: {'; '.join(changes) or 'nothing that the table knows'}"


def _edition_before(document: Document, table: Table) -> Document | None:
    if document.first_day is None:
        return None
    older = {
        each.first_day: each
        for each in table.documents()
        if each.guideline == document.guideline and each.first_day and each.first_day < document.first_day
    }
    return older[max(older)] if older else None


def _pairs(*pairs: tuple[str, str | None]) -> Iterator[str]:
    """Yield the pairs that have a text."""
    for label, text in pairs:
        if text:
            yield wrap(text, f"  {label + ':':<14} ", " " * 17)
