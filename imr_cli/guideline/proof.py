"""Prove the guideline table: form, references, sources, intervals, aliases, reach."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from imr_cli.files.document import documents
from imr_cli.findings.faults import table as rules
from imr_cli.guideline.aliases import AliasIndex
from imr_cli.guideline.forms import shape_of
from imr_cli.guideline.logic import LogicFault, parse_logic
from imr_cli.guideline.table import Table, TableFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.rows import Document as GuidelineDocument
    from imr_cli.guideline.rows import Topic, Variant

Place = tuple[str, "tuple[str | int, ...]"]
"""A file of the table and the path of a value in it."""


def table_findings(contents: Mapping[str, bytes]) -> list[Finding]:
    """Return everything that is wrong with the files of a table, each finding with file, line and column."""
    found = form_findings(contents)
    if found:
        return found
    texts = {name: documents(content)[0][0] for name, content in contents.items()}
    crossed: dict[str, list[Finding]] = {}
    for (name, path), finding in cross_findings({name: text.read()[0] for name, text in texts.items()}):
        crossed.setdefault(name, []).append(finding.under(path))
    return [each.in_source(name) for name in contents for each in texts[name].locate(crossed.get(name, []))]


def form_findings(contents: Mapping[str, bytes]) -> list[Finding]:
    """Return what is wrong with the form of each file by itself."""
    found: list[Finding] = []
    for name, content in contents.items():
        texts, findings = documents(content)
        for text in texts[:1]:
            node, faults = text.read()
            if node is not None:
                shape_of(name).read(node, (), faults)
            findings += text.locate(faults)
        found += [finding.in_source(name) for finding in findings]
    return found


def cross_findings(nodes: Mapping[str, Any]) -> Iterator[tuple[Place, Finding]]:
    """Yield what is wrong between the rows of a table whose files have the right form."""
    yield from _ids(nodes)
    table = Table(nodes)
    yield from _editions(table)
    yield from _limit_kinds(table)
    yield from _criteria(table)
    index = AliasIndex(table)
    for name, file in nodes.items():
        if not name.startswith("topics/"):
            continue
        document = file["document"]
        if document not in table.document_ids:
            yield (name, ("document",)), rules.unknown_reference(document, "document")
        if name != f"topics/{document}.yaml":
            yield (name, ("document",)), rules.document_of_other_name(document)
            continue
        aliases: dict[Any, str] = {}
        for place, row in enumerate(file["topics"]):
            topic = table.topic(document, row["id"])
            if topic is None:
                raise TableFault([rules.unknown_reference(row["id"], "topic")])
            for path, finding in _topic(topic, table):
                yield (name, ("topics", place, *path)), finding
            for entry, alias in enumerate(row.get("aliases", ())):
                words = index.vocabulary.terms(alias)
                other = aliases.setdefault((words.words, words.parts), topic.id)
                if other != topic.id:
                    yield (name, ("topics", place, "aliases", entry)), rules.alias_twice(alias, other)
            if not any(index.names_topic(index.vocabulary.terms(text), topic) for text in topic.own_words):
                yield (name, ("topics", place, "id")), rules.unreachable(topic.id)


def _ids(nodes: Mapping[str, Any]) -> Iterator[tuple[Place, Finding]]:
    for name, file in nodes.items():
        field = "documents" if name == "documents.yaml" else "topics"
        seen: set[str] = set()
        for place, row in enumerate(file.get(field, ())):
            if row["id"] in seen:
                yield (name, (field, place, "id")), rules.id_twice(row["id"], field.rstrip("s"))
            seen.add(row["id"])


def _editions(table: Table) -> Iterator[tuple[Place, Finding]]:
    """Yield two editions of a guideline with a common day, unless they are different parts of it."""
    rows = list(enumerate(table.documents()))
    for (_, older), (place, newer) in combinations(rows, 2):
        if older.guideline == newer.guideline and _overlap(older, newer):
            yield ("documents.yaml", ("documents", place, "from")), rules.editions_overlap(older.id)
    for place, document in rows:
        path: tuple[str | int, ...] = ("documents", place)
        if not document.source and "verified" in document.certainty.values():
            yield ("documents.yaml", path), rules.no_source(document.id)
        for part in document.body_parts:
            if part not in table.words["body_parts"]:
                yield ("documents.yaml", (*path, "body_parts")), rules.unknown_reference(part, "body part")
        for criterion in document.continuing_care:
            if table.criterion(criterion) is None:
                place_of_care = ("documents.yaml", (*path, "continuing_care"))
                yield place_of_care, rules.unknown_reference(criterion, "criterion")


def _overlap(one: GuidelineDocument, other: GuidelineDocument) -> bool:
    if one.first_day is None or other.first_day is None:
        return False
    return one.is_in_force(other.first_day) or other.is_in_force(one.first_day)


def _limit_kinds(table: Table) -> Iterator[tuple[Place, Finding]]:
    for name in table.limit_ids:
        kind = table.limit_kind(name)
        if kind is None:
            continue
        path: Place = ("limits.yaml", ("limits", name))
        if len({kind.compares is None, kind.bound is None, kind.counts is None}) > 1:
            yield path, rules.limit_incomplete()
        if kind.compares is not None and kind.compares not in table.quantities:
            yield path, rules.unknown_reference(kind.compares, "quantity")
        if kind.waived_by is not None and table.criterion(kind.waived_by) is None:
            yield path, rules.unknown_reference(kind.waived_by, "criterion")


def _criteria(table: Table) -> Iterator[tuple[Place, Finding]]:
    for name in table.criterion_ids:
        criterion = table.criterion(name)
        if criterion is not None and criterion.from_limit and table.limit_kind(criterion.from_limit) is None:
            path: Place = ("criteria.yaml", ("criteria", criterion.id, "from_limit"))
            yield path, rules.unknown_reference(criterion.from_limit, "limit")


def _topic(topic: Topic, table: Table) -> Iterator[tuple[tuple[str | int, ...], Finding]]:
    if topic.basis == "verified" and not topic.source:
        yield (), rules.no_source(topic.id)
    variants = [(("variants", place), variant) for place, variant in enumerate(topic.variants)]
    parts: list[tuple[tuple[str | int, ...], Topic | Variant]] = [((), topic), *variants]
    for path, part in parts:
        for field in ("criteria", "applies_when", "except_when"):
            for name in getattr(part, field, ()):
                if name not in table.criterion_ids:
                    yield (*path, field), rules.unknown_reference(name, "criterion")
        for name in part.limits:
            if table.limit_kind(name) is None:
                yield (*path, "limits", name), rules.unknown_reference(name, "limit")
    try:
        parse_logic(topic.criteria_logic, topic.criteria)
    except LogicFault as fault:
        yield ("criteria_logic",), rules.logic_unreadable(str(fault))
    for pointer in topic.see:
        if not _is_known(pointer, topic.document, table):
            yield ("see",), rules.unknown_reference(pointer, "topic")


def _is_known(pointer: str, document: str, table: Table) -> bool:
    """Return whether `topic`, `document topic` or `document section` leads somewhere."""
    first, _, rest = pointer.partition(" ")
    if not rest:
        return table.topic(document, first) is not None
    topics = [topic for name in table.topic_ids(first) if (topic := table.topic(first, name))]
    return any(rest == topic.id or topic.cited_section.startswith(rest) for topic in topics)
