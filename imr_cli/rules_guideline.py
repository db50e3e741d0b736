"""The rules of guideline and citation: IMR501 and up."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from imr_cli.alias_index import alias_index
from imr_cli.finding import Fault, check, rule
from imr_cli.near import did_you_mean, nearest, shown
from imr_cli.table import folded
from imr_cli.visit_cap import visits_over_cap

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from imr_cli.finding import Finding
    from imr_cli.reader import Node
    from imr_cli.review import Review
    from imr_cli.table import Table


FAR = 40
"""Pages beside the known ones that a citation may still stand on."""


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


@check("review", "IMR505", "warning")
def departure_without_reason(review: Review) -> Iterator[Fault]:
    """A decision goes against the guideline's direction and gives no reason for it.

    Why: the MTUS is presumed correct; who departs from it says why.
    Example: `overturned` where a limit of the guideline is exceeded.
    Remedy: write the reason as `departure`, correct the findings or amounts, or name the right `topic`.
    Authority: LC 4604.5(a) (presumption; memory); 8 CCR 9792.21.1.
    """
    against = {"supports": "upheld", "does-not-support": "overturned"}
    for place, (item, standing) in enumerate(zip(review.case.disputed_items, review.standings, strict=True)):
        if item.decision is None or item.departure is not None or standing.topic is None:
            continue
        if against.get(standing.direction) == item.decision:
            words = "supports" if standing.direction == "supports" else "does not support"
            yield Fault(
                f"{item.decision}, but the guideline {words} it ({standing.topic.document}, "
                f"{standing.topic.title}){_unverified(standing.rests_on_unverified_row)}; "
                "give the reason as `departure`",
                ("disputed_items", place, "decision"),
            )


@check("review", "IMR506", "warning")
def document_not_in_force(review: Review) -> Iterator[Fault]:
    """The reviewer relied on an edition that was not in force on the governing date.

    Why: a guideline that was superseded, or not yet adopted, does not govern.
    Example: the chronic pain guidelines of 2009 in a decision of 2017.
    Remedy: cite the edition in force, or correct dates or timing.
    Authority: 8 CCR 9792.20 and following; which date governs is inference.
    """
    for place, (item, standing) in enumerate(zip(review.case.disputed_items, review.standings, strict=True)):
        for entry, citation in enumerate(item.reviewer_guideline.mtus):
            document = review.table.document(citation.document)
            day = standing.governing_date
            if document is None or document.is_in_force(day):
                continue
            path = ("disputed_items", place, "reviewer_guideline", "mtus", entry, "document")
            successor = review.table.edition_on(document.guideline, day)
            instead = f"; {successor.id} was" if successor else ""
            if document.status == "placeholder":
                yield Fault(f"{document.id} is not a document; name the chapter", path)
            elif document.first_day is None:
                yield Fault(f"it is not known that {document.id} was ever in force{instead}", path)
            else:
                yield Fault(f"{document.id} was not in force on {day.isoformat()}{instead}", path)


@check("review", "IMR507", "warning")
def decision_proposed(review: Review) -> Iterator[Fault]:
    """A decision is only proposed: the letter is a draft.

    Why: a physician decides; a draft must never be taken for a determination.
    Example: an item with findings and without `decision`.
    Remedy: the physician reviewer decides and writes `decision` and `rationale` into the case file.
    Authority: LC 4610.6; 8 CCR 9792.10.6.
    """
    for place, verdict in enumerate(review.verdicts):
        if verdict is not None and verdict.is_proposed:
            standing = review.standings[place]
            yield Fault(
                f"item {place + 1} is undecided; {verdict.decision} is proposed and the letter is a draft"
                f"{_unverified(standing.rests_on_unverified_row)}",
                ("disputed_items", place, "treatment"),
            )


@check("review", "IMR508", "warning")
def claims_administrator_guideline_missing(review: Review) -> Iterator[Fault]:
    """Nothing is said about what the claims administrator cited.

    Why: the letter then says that nothing was cited, which may be a forgotten field.
    Example: an item without `claims_administrator_guideline`.
    Remedy: add what the denial cites, or write `none`.
    """
    for place, item in enumerate(review.case.disputed_items):
        if item.claims_administrator_guideline is None:
            yield Fault(
                "`claims_administrator_guideline` is missing; the letter will say that nothing was cited",
                ("disputed_items", place, "treatment"),
            )


@check("review", "IMR509", "warning")
def statutory_visit_cap(review: Review) -> Iterator[Fault]:
    """Visits go over a statutory cap.

    Why: chiropractic, occupational and physical therapy have 24 visits each per injury. The review decides
    necessity and not the cap, but whoever reads the letter should know.
    Example: 12 physical therapy visits requested after 18 earlier ones.
    Remedy: check the visits in `requested` and `prior`; record `cap-waived-in-writing: yes` where more were
    authorized in writing. Visits after surgery do not count.
    Authority: LC 4604.5(c).
    """
    for place, (item, standing) in enumerate(zip(review.case.disputed_items, review.standings, strict=True)):
        for topic, visits, most in visits_over_cap(review.case, item, standing, review.table):
            yield Fault(
                f"{visits} is more than the {most:g} visits of the statutory cap ({topic.title}); "
                "the cap is not what this review decides",
                ("disputed_items", place, "treatment"),
            )


@check("review", "IMR510", "warning")
def document_on_other_body_part(review: Review) -> Iterator[Fault]:
    """The reviewer relied on a document about another part of the body than the request's.

    Why: a guideline that does not cover the body part says nothing about the treatment.
    Example: an MRI of the cervical spine under the low back chapter.
    Remedy: cite the chapter that covers the body part.
    Authority: 8 CCR 9792.21.1.
    """
    vocabulary = alias_index(review.table).vocabulary
    for place, item in enumerate(review.case.disputed_items):
        named = vocabulary.request(item.treatment).named
        cited = [review.table.document(each.document) for each in item.reviewer_guideline.mtus]
        for entry, document in enumerate(cited):
            if document is None or not document.body_parts or not named or named & set(document.body_parts):
                continue
            if any(other and (not other.body_parts or named & set(other.body_parts)) for other in cited):
                continue  # another cited document does cover it
            yield Fault(
                f"{document.id} covers {_parts(document.body_parts)}, "
                f"the request is for {_parts(sorted(named))}",
                ("disputed_items", place, "reviewer_guideline", "mtus", entry, "document"),
            )


@check("review", "IMR511", "note")
def unknown_section(review: Review) -> Iterator[Fault]:
    """A cited section is not among those that the table knows of the document.

    Why: a section that no edition has cannot be found again. The table does not know every section, so this
    is worth a look and no more.
    Example: `sections: ["326"]`, which is a page.
    Remedy: use the section's name as the document has it; `imr guideline DOCUMENT` lists those known.
    """
    for place, item in enumerate(review.case.disputed_items):
        for entry, citation in enumerate(item.reviewer_guideline.mtus):
            known = _sections(review.table, citation.document)
            if not known:
                continue
            for number in unknown_sections(citation.sections, known.keys()):
                section = citation.sections[number]
                path = ("disputed_items", place, "reviewer_guideline", "mtus", entry, "sections", number)
                if section.replace("-", "").isdecimal():
                    yield Fault("this looks like a page; pages belong into `pages`", path)
                else:
                    near = _nearest_section(review.table, citation.document, section)
                    question = f"; did you mean `{near}`?" if near else ""
                    yield Fault(f"the table knows no such section of {citation.document}{question}", path)


@check("review", "IMR512", "note")
def page_far_off(review: Review) -> Iterator[Fault]:
    """A cited page is far from every page that the table knows of the document.

    Why: a page outside the document is a wrong citation. The table does not know every page.
    Example: page 460 of a chapter whose topics stand on pages 298 to 310.
    Remedy: compare the page with the document.
    """
    for place, item in enumerate(review.case.disputed_items):
        for entry, citation in enumerate(item.reviewer_guideline.mtus):
            span = _pages(review.table, citation.document) if citation.pages else None
            pages = [int(number) for number in re.findall(r"\d+", citation.pages or "")]
            if span and any(page < span[0] - FAR or page > span[1] + FAR for page in pages):
                yield Fault(
                    f"the topics of {citation.document} in the table stand on pages {span[0]} to {span[1]}",
                    ("disputed_items", place, "reviewer_guideline", "mtus", entry, "pages"),
                )


@check("review", "IMR513", "warning")
def edition_changed_meanwhile(review: Review) -> Iterator[Fault]:
    """The guideline changed between utilization review and the determination.

    Why: the claims administrator decided under another edition than the one that governs now.
    Example: a denial of 2017-11-20 decided on 2017-12-18; the chronic pain guideline changed on 2017-12-01.
    Remedy: make sure that the rationale speaks of the edition in force on the governing date.
    Authority: inference; no decision was seen that settles which edition governs.
    """
    denied = review.case.dates.utilization_review
    for place, standing in enumerate(review.standings):
        document = standing.document
        if document is None or document.first_day is None or standing.governing_date < denied:
            continue
        if denied < document.first_day <= standing.governing_date:
            yield Fault(
                f"{document.id} came into force on {document.first_day.isoformat()}, after the denial",
                ("disputed_items", place, "treatment"),
            )


@cache
def _sections(table: Table, document: str) -> dict[str, str]:
    """The sections that the table knows of a document, by their folded names."""
    return {folded(name): name for name in table.section_names(document)}


@cache
def _pages(table: Table, document: str) -> tuple[int, int] | None:
    return table.page_span(document)


@lru_cache(1000)
def _nearest_section(table: Table, document: str, section: str) -> str | None:
    """Looked for through a hundred names, and the same sections are cited again and again."""
    return nearest(section, _sections(table, document).values())


def unknown_sections(sections: tuple[str, ...], known: Container[str]) -> list[int]:
    """The places of sections whose folded names are not known; commas in a name may have cut it."""
    unknown: list[int] = []
    place = 0
    while place < len(sections):
        for end in range(len(sections), place, -1):
            if folded(", ".join(sections[place:end])) in known:
                place = end
                break
        else:
            unknown.append(place)
            place += 1
    return unknown


def _parts(names: Iterable[str]) -> str:
    return ", ".join(name.replace("-", " ") for name in names)


def _unverified(rests_on_memory: bool) -> str:
    return " [the table's entry is unverified]" if rests_on_memory else ""
