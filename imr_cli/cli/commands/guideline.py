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

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from imr_cli.guideline.rows import Document, Topic, Variant
    from imr_cli.guideline.table import Table
    from imr_cli.letter.wording import Wording
    from imr_cli.resources import Resources

MOST_RESULTS = 20


def pages_for(words: str, day: dt.date | None, table: Table, wording: Wording) -> list[str]:
    """Lines on what was asked for: a document or topic id, words of a request, nothing for all documents."""
    if not words:
        return [_document_line(document) for document in _documents(day, table)]
    document = table.document(words)
    if document is not None:
        return list(_document_page(document, table))
    topics = _topics_named(words, day, table) or _topics_found(words, day, table)
    if not topics:
        return []
    if len(topics) > 3:
        return [_topic_line(topic) for topic in topics[:MOST_RESULTS]]
    lines: list[str] = []
    for topic in topics:
        lines += [*([""] if lines else []), *_topic_page(topic, table, wording)]
    return lines


def _documents(day: dt.date | None, table: Table) -> list[Document]:
    return [each for each in table.documents() if day is None or each.is_in_force(day)]


def _topics_named(name: str, day: dt.date | None, table: Table) -> list[Topic]:
    documents = {document.id for document in _documents(day, table)}
    having = [each for each in table.documents_of_topic(name) if each in documents]
    return [topic for document in having if (topic := table.topic(document, name))]


def _topics_found(words: str, day: dt.date | None, table: Table) -> list[Topic]:
    """Topics whose aliases the words contain, the most telling first; else those that contain the words."""
    index = alias_index(table)
    request = index.vocabulary.request(words)
    documents = [document.id for document in _documents(day, table)]
    matches = sorted(
        index.matches(request, documents, near=True, rules=True), key=lambda match: -match.weight
    )
    found = [topic for match in matches if (topic := table.topic(match.document, match.topic))]
    if matches:
        best = matches[0].weight
        found = [topic for topic, match in zip(found, matches, strict=True) if match.weight == best]
    else:
        found = [
            topic
            for topic in table.topics()
            if topic.document in documents and _holds(topic, request.words | request.parts, table)
        ]
    return list({(topic.document, topic.id): topic for topic in found}.values())


def _holds(topic: Topic, words: frozenset[str], table: Table) -> bool:
    vocabulary = alias_index(table).vocabulary
    texts = (topic.title, topic.cited_section, topic.id.replace("-", " "), *topic.aliases)
    own = vocabulary.request(*texts)
    document = table.document(topic.document)
    parts = own.parts | frozenset(document.body_parts if document else ())
    return bool(words) and words <= own.words | parts


def _document_line(document: Document) -> str:
    return f"{document.id:<27} {_span(document):<26} {document.title}"


def _span(document: Document) -> str:
    if document.first_day is None:
        return f"({document.status})"
    end = f" to {document.end_day.isoformat()}" if document.end_day else " on"
    return f"{document.first_day.isoformat()}{end}"


def _topic_line(topic: Topic) -> str:
    return f"{topic.document:<25} {topic.id:<34} {topic.stance}"


def _document_page(document: Document, table: Table) -> Iterator[str]:
    yield document.title
    yield _pair("id", document.id)
    yield _pair("edition", document.edition or "not known")
    yield _pair("in force", f"{_span(document)} ({_certainties(document)})")
    yield _pair("legal section", document.legal_section)
    yield _pair("publisher", document.publisher)
    if document.body_parts:
        yield _pair("covers", ", ".join(document.body_parts))
    if document.does_not_address:
        yield _pair("leaves out", ", ".join(document.does_not_address))
    yield _pair("status", f"{document.status}, confidence {document.confidence}")
    if document.source:
        yield _pair("source", document.source)
    if document.note:
        yield _pair("note", document.note)
    for name in table.topic_ids(document.id):
        topic = table.topic(document.id, name)
        if topic is not None:
            yield f"  {topic.id:<38} {topic.stance}"


def _certainties(document: Document) -> str:
    return ", ".join(f"{name} {certainty}" for name, certainty in document.certainty.items())


def _topic_page(topic: Topic, table: Table, wording: Wording) -> Iterator[str]:
    document = table.document(topic.document)
    if document is None:
        return
    yield topic.title
    yield _pair("id", f"{topic.id} in {document.id}")
    yield _pair("in force", _span(document))
    cited = MtusCitation(document.id, (topic.cited_section,), topic.pages)
    yield _pair(
        "cite as", document_citation(cited, wording, table) + (f", {topic.table}" if topic.table else "")
    )
    yield _pair("stance", topic.stance)
    yield from _conditions(topic, table)
    if topic.flags:
        yield _pair("note", ", ".join(flag.replace("-", " ") for flag in topic.flags))
    if topic.notes:
        yield _pair("note", topic.notes)
    if topic.see:
        yield _pair("see", ", ".join(topic.see))
    checked = f", last compared {topic.checked.isoformat()}" if topic.checked else ""
    yield _pair("basis", f"{topic.basis}, confidence {topic.confidence}{checked}")
    if topic.verified:
        yield _pair("verified parts", ", ".join(topic.verified))
    if topic.pages:
        yield _pair("pages from", topic.pages_basis or topic.basis)
    if topic.source:
        yield _pair("source", topic.source)
    for check in topic.checks:
        yield _pair("check", f"{check.field}: {check.verdict} ({check.source})")
    yield from _changes(topic, document, table)


def _conditions(topic: Topic, table: Table) -> Iterator[str]:
    for name, figure in topic.limits.items():
        kind = table.limit_kind(name)
        if kind is not None:
            yield _pair("limit", limit_words(kind.statement, str(figure)))
    if topic.criteria and topic.criteria_logic != "all":
        yield _pair("criteria", f"to be met: {topic.criteria_logic}")
    for label, names in (
        ("criterion", topic.criteria),
        ("advice applies when", topic.applies_when),
        ("except when", topic.except_when),
    ):
        for name in names:
            criterion = table.criterion(name)
            if criterion is not None:
                yield _pair(label, f"{criterion.statement} [{criterion.id}]")
    for variant in topic.variants:
        yield _pair("variant", _variant_words(variant, table))


def _variant_words(variant: Variant, table: Table) -> str:
    parts = [", ".join(f"{name.replace('_', ' ')} {value}" for name, value in variant.when.items())]
    if variant.stance:
        parts.append(variant.stance)
    for name, figure in variant.limits.items():
        kind = table.limit_kind(name)
        if kind is not None:
            parts.append(limit_words(kind.statement, str(figure)))
    if variant.pages:
        parts.append(f"page {variant.pages}")
    if variant.note:
        parts.append(variant.note)
    return "; ".join(parts)


def _changes(topic: Topic, document: Document, table: Table) -> Iterator[str]:
    """What this edition says otherwise than the one before it."""
    before = _edition_before(document, table)
    if before is None or not table.topic_ids(before.id):
        return
    names = (topic.id, *topic.formerly)
    older = next((found for name in names if (found := table.topic(before.id, name))), None)
    if older is None:
        yield _pair("changed", f"{before.id} has no such topic in the table")
        return
    changes = []
    if older.stance != topic.stance:
        changes.append(f"stance was {older.stance}")
    for name in dict.fromkeys((*older.limits, *topic.limits)):
        was, now = older.limits.get(name), topic.limits.get(name)
        if was != now:
            changes.append(f"{name} was {was or 'not given'}, is {now or 'not given'}")
    added = [name for name in topic.criteria if name not in older.criteria]
    dropped = [name for name in older.criteria if name not in topic.criteria]
    changes += [f"new criterion {name}" for name in added] + [f"without criterion {name}" for name in dropped]
    words = "; ".join(changes) if changes else "nothing that the table knows"
    yield _pair("changed", f"since {before.id}: {words}")


def _edition_before(document: Document, table: Table) -> Document | None:
    if document.first_day is None:
        return None
    older = {
        each.first_day: each
        for each in table.documents()
        if each.guideline == document.guideline and each.first_day and each.first_day < document.first_day
    }
    return older[max(older)] if older else None


def _pair(label: str, text: str) -> str:
    return wrap(text, f"  {label + ':':<14} ", " " * 17)


def show_guideline(words: str, day: dt.date | None, resources: Resources) -> int:
    """Print what the table says about a document, a topic or words; 1 where it says nothing."""
    lines = pages_for(words, day, resources.table, resources.wording)
    if not lines:
        when = f" on {day.isoformat()}" if day else ""
        print(f"imr: the table has nothing on {words!r}{when}", file=sys.stderr)
        return REFUSED
    write_stdout("\n".join(lines) + "\n")
    return DONE
