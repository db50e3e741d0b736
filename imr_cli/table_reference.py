"""The whole guideline table as one page of Markdown, `docs/guidelines.md`: `make pages` writes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from imr_cli.decision.decide import limit_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.guideline.rows import Document, Topic
    from imr_cli.guideline.table import Table

PAGE = Path("docs/guidelines.md")

_HEAD = """\
# The guideline table

Every row that `imr` checks a disputed treatment against. This page is made from `guidelines/` by `make pages`; a
test compares the two. `imr guideline ID` shows a row with its notes, checks and sources.

Basis: **v** seen in a source, **m** from memory, **d** seen in a draft only. Confidence: high, medium, low. A
row that rests on memory is said to be unverified wherever a finding rests on it; a row of low confidence
carries none.
"""  # noqa: E501


def reference(table: Table) -> str:
    """The page as text."""
    lines = [_HEAD, "## Documents", "", "| id | title | in force | legal section | certainty | topics |"]
    lines.append("|---|---|---|---|---|---|")
    lines += [_document_row(document, table) for document in table.documents()]
    lines += ["", "Known gaps:", "", *(f"- {_cell(gap)}" for gap in table.gaps)]
    for document in table.documents():
        if table.topic_ids(document.id):
            lines += ["", f"## {document.id}", "", *_document_notes(document)]
            lines += [
                "| topic | section, pages | stance | limits and criteria | basis |",
                "|---|---|---|---|---|",
            ]
            topics = (table.topic(document.id, name) for name in table.topic_ids(document.id))
            lines += [_topic_row(topic, table) for topic in topics if topic is not None]
    lines += ["", "## Criteria", "", "| id | what must be documented |", "|---|---|"]
    lines += [
        f"| {criterion.id} | {_cell(criterion.statement)} |"
        for name in table.criterion_ids
        if (criterion := table.criterion(name)) is not None and criterion.id == name
    ]
    return "\n".join(lines) + "\n"


def _document_row(document: Document, table: Table) -> str:
    first = document.first_day.isoformat() if document.first_day else "?"
    last = document.end_day.isoformat() if document.end_day else ""
    certainty = ", ".join(f"{name} {value}" for name, value in document.certainty.items())
    topics = str(len(table.topic_ids(document.id)) or "")
    cells = (
        document.id,
        document.title,
        f"{first} to {last}".rstrip(),
        document.legal_section,
        certainty,
        topics,
    )
    return f"| {' | '.join(map(_cell, cells))} |"


def _document_notes(document: Document) -> Iterator[str]:
    yield f"{document.title}."
    if document.does_not_address:
        yield f"Known not to address: {', '.join(document.does_not_address)}."
    if document.note:
        yield _cell(document.note)
    yield ""


def _topic_row(topic: Topic, table: Table) -> str:
    where = topic.cited_section + (f", {topic.table}" if topic.table else "")
    if topic.pages:
        where += f", p. {topic.pages} ({(topic.pages_basis or topic.basis)[0]})"
    basis = f"{topic.basis[0]}, {topic.confidence}"
    cells = (f"{topic.id}: {topic.title}", where, topic.stance, "; ".join(_conditions(topic, table)), basis)
    return f"| {' | '.join(map(_cell, cells))} |"


def _conditions(topic: Topic, table: Table) -> Iterator[str]:
    for name, figure in topic.limits.items():
        kind = table.limit_kind(name)
        if kind is not None:
            yield limit_words(kind.statement, str(figure))
    if topic.criteria:
        logic = "" if topic.criteria_logic == "all" else f" ({topic.criteria_logic})"
        yield ", ".join(topic.criteria) + logic
    if topic.applies_when:
        yield f"applies when {', '.join(topic.applies_when)}"
    if topic.except_when:
        yield f"except when {', '.join(topic.except_when)}"
    for variant in topic.variants:
        when = ", ".join(variant.when.values())
        yield f"{when}: {variant.stance or 'see the row'}"
    yield from topic.flags


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    from imr_cli.resources import Resources

    PAGE.write_text(reference(Resources().table), encoding="utf-8")
