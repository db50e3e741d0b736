"""The rules of what a case refers to in the table: IMR501 to IMR504."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imr_cli.finding import rule
from imr_cli.near import did_you_mean, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from imr_cli.finding import Finding
    from imr_cli.reader import Node
    from imr_cli.table import Table


@rule("IMR501")
def unknown_document(name: str, known: Iterable[str]) -> str:
    """A citation names a document that the table does not have.

    Why: the letter prints title and year from the table; a wrong id would cite the wrong guideline.
    Example: `document: chronic-pain-2010`.
    Remedy: use an id of the table (`imr guideline` lists them); cite a source outside the MTUS under `other`.
    """
    return f"the table has no document {shown(name)}{did_you_mean(name, known)}"


@rule("IMR502")
def unknown_topic(name: str, known: Iterable[str]) -> str:
    """An item names a topic that the table does not have.

    Why: the item would stand against nothing.
    Example: `topic: massage-terapy`.
    Remedy: use an id of the table (`imr guideline WORDS` finds them), or leave the field out.
    """
    return f"the table has no topic {shown(name)}{did_you_mean(name, known)}"


@rule("IMR503")
def unknown_criterion(name: str, known: Iterable[str]) -> str:
    """A finding is recorded for a criterion that the table does not have.

    Why: the finding would count for nothing.
    Example: `findings: {functional-improvment: no}`.
    Remedy: use an id of the table; `imr guideline TOPIC` shows a topic's criteria.
    """
    return f"the table has no criterion {shown(name)}{did_you_mean(name, known)}"


@rule("IMR504")
def unknown_quantity(name: str, known: Iterable[str]) -> str:
    """An amount is given in a quantity that the table does not know.

    Why: the amount would be compared with no limit.
    Example: `requested: {sesions: 12}`.
    Remedy: use one of the table's quantities.
    """
    names = tuple(known)
    return f"{shown(name)} is not a quantity{did_you_mean(name, names)} (quantities: {', '.join(names)})"


def unknown_references(case: Node, table: Table) -> Iterator[Finding]:
    """What a case file refers to that the table does not have.

    Looks at the file's own data, so that it sees every reference of a file with other faults too.
    """
    items = case.get("disputed_items") if isinstance(case, dict) else None
    for place, item in enumerate(items if isinstance(items, list) else ()):
        if not isinstance(item, dict):
            continue
        path = ("disputed_items", place)
        topic = item.get("topic")
        if isinstance(topic, str) and topic.strip() and not table.documents_of_topic(topic):
            names = {name for document in table.document_ids for name in table.topic_ids(document)}
            yield unknown_topic(topic, sorted(names), path=(*path, "topic"))
        for field, known, word in (
            ("requested", table.quantities, unknown_quantity),
            ("prior", table.quantities, unknown_quantity),
            ("findings", table.criterion_ids, unknown_criterion),
        ):
            for name in _mapping(item.get(field)):
                if name not in known:
                    yield word(name, tuple(known), path=(*path, field, name), at_key=True)
        for side in ("claims_administrator_guideline", "reviewer_guideline"):
            cited = _mapping(item.get(side)).get("mtus")
            for entry, citation in enumerate(cited if isinstance(cited, list) else ()):
                document = _mapping(citation).get("document")
                if isinstance(document, str) and document.strip() and not table.has_document(document):
                    where = (*path, side, "mtus", entry, "document")
                    yield unknown_document(document, table.document_ids, path=where)


def _mapping(node: Any) -> dict[str, Any]:
    return node if isinstance(node, dict) else {}
