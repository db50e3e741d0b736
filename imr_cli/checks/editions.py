"""The rules of the MTUS documents that are cited, their editions, sections and pages: IMR506 and others."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from imr_cli.findings.finding import Fault, check
from imr_cli.findings.suggest import nearest
from imr_cli.guideline.table import folded

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from imr_cli.checks.audit import Audit
    from imr_cli.guideline.table import Table

FAR = 40
"""Pages beside the known ones that a citation may still stand on."""


@check("IMR506", "warning")
def document_not_in_force(audit: Audit) -> Iterator[Fault]:
    """The reviewer relied on an edition that was not in force on the governing date.

    Why: a guideline that was superseded, or not yet adopted, does not govern.
    Example: the chronic pain guidelines of 2009 in a decision of 2017.
    Remedy: cite the edition in force, or correct dates or timing.
    Authority: 8 CCR 9792.20 and following; which date governs is inference.
    """
    for index, (item, standing) in enumerate(zip(audit.case.disputed_items, audit.standings, strict=True)):
        for entry, citation in enumerate(item.reviewer_guideline.mtus):
            document = audit.table.document(citation.document)
            day = standing.governing_date
            if document is None or document.is_in_force(day):
                continue
            path = ("disputed_items", index, "reviewer_guideline", "mtus", entry, "document")
            successor = audit.table.edition_on(document.guideline, day)
            instead = f"; {successor.id} was" if successor else ""
            if document.status == "placeholder":
                yield Fault(f"{document.id} is not a document; name the chapter", path)
            elif document.first_day is None:
                yield Fault(f"it is not known that {document.id} was ever in force{instead}", path)
            else:
                yield Fault(f"{document.id} was not in force on {day.isoformat()}{instead}", path)


@check("IMR508", "warning")
def claims_administrator_guideline_missing(audit: Audit) -> Iterator[Fault]:
    """Nothing is said about what the claims administrator cited.

    Why: the letter then says that nothing was cited, which may be a forgotten field.
    Example: an item without `claims_administrator_guideline`.
    Remedy: add what the denial cites, or write `none`.
    """
    for index, item in enumerate(audit.case.disputed_items):
        if item.claims_administrator_guideline is None:
            yield Fault(
                "`claims_administrator_guideline` is missing; the letter will say that nothing was cited",
                ("disputed_items", index, "treatment"),
            )


@check("IMR510", "warning")
def document_on_other_body_part(audit: Audit) -> Iterator[Fault]:
    """The reviewer relied on a document about another part of the body than the request's.

    Why: a guideline that does not cover the body part says nothing about the treatment.
    Example: an MRI of the cervical spine under the low back chapter.
    Remedy: cite the chapter that covers the body part.
    Authority: 8 CCR 9792.21.1.
    """
    for index, item in enumerate(audit.case.disputed_items):
        named = audit.requests[index].terms.named
        cited = [audit.table.document(each.document) for each in item.reviewer_guideline.mtus]
        for entry, document in enumerate(cited):
            if document is None or not document.body_parts or not named or named & set(document.body_parts):
                continue
            if any(other and (not other.body_parts or named & set(other.body_parts)) for other in cited):
                continue  # another cited document does cover it
            yield Fault(
                f"{document.id} covers {_parts(document.body_parts)}, "
                f"the request is for {_parts(sorted(named))}",
                ("disputed_items", index, "reviewer_guideline", "mtus", entry, "document"),
            )


@check("IMR511", "note")
def unknown_section(audit: Audit) -> Iterator[Fault]:
    """A cited section is not among those that the table knows of the document.

    Why: a section that no edition has cannot be found again. The table does not know every section, so this
    is worth a look and no more.
    Example: `sections: ["326"]`, which is a page.
    Remedy: use the section's name as the document has it; `imr guideline DOCUMENT` lists those known.
    """
    for index, item in enumerate(audit.case.disputed_items):
        for entry, citation in enumerate(item.reviewer_guideline.mtus):
            known = _sections(audit.table, citation.document)
            if not known:
                continue
            for number in unknown_sections(citation.sections, known.keys()):
                section = citation.sections[number]
                path = ("disputed_items", index, "reviewer_guideline", "mtus", entry, "sections", number)
                if section.replace("-", "").isdecimal():
                    yield Fault("this looks like a page; pages belong into `pages`", path)
                else:
                    near = _nearest_section(audit.table, citation.document, section)
                    question = f"; did you mean `{near}`?" if near else ""
                    yield Fault(f"the table knows no such section of {citation.document}{question}", path)


@check("IMR512", "note")
def page_far_off(audit: Audit) -> Iterator[Fault]:
    """A cited page is far from every page that the table knows of the document.

    Why: a page outside the document is a wrong citation. The table does not know every page.
    Example: page 460 of a chapter whose topics stand on pages 298 to 310.
    Remedy: compare the page with the document.
    """
    for index, item in enumerate(audit.case.disputed_items):
        for entry, citation in enumerate(item.reviewer_guideline.mtus):
            span = _pages(audit.table, citation.document) if citation.pages else None
            pages = [int(number) for number in re.findall(r"\d+", citation.pages or "")]
            if span and any(page < span[0] - FAR or page > span[1] + FAR for page in pages):
                yield Fault(
                    f"the topics of {citation.document} in the table stand on pages {span[0]} to {span[1]}",
                    ("disputed_items", index, "reviewer_guideline", "mtus", entry, "pages"),
                )


@check("IMR513", "warning")
def edition_changed_meanwhile(audit: Audit) -> Iterator[Fault]:
    """The guideline changed between utilization review and the determination.

    Why: the claims administrator decided under another edition than the one that governs now.
    Example: a denial of 2017-11-20 decided on 2017-12-18; the chronic pain guideline changed on 2017-12-01.
    Remedy: make sure that the rationale speaks of the edition in force on the governing date.
    Authority: inference; no decision was seen that settles which edition governs.
    """
    denied = audit.case.dates.utilization_review
    for index, (item, standing) in enumerate(zip(audit.case.disputed_items, audit.standings, strict=True)):
        cited = [audit.table.document(each.document) for each in item.reviewer_guideline.mtus]
        for document in (standing.document, *cited):
            if document is None or document.first_day is None:
                continue
            is_new = denied < document.first_day <= standing.governing_date
            if is_new and document.is_in_force(standing.governing_date):
                yield Fault(
                    f"{document.id} came into force on {document.first_day.isoformat()}, after the denial",
                    ("disputed_items", index, "treatment"),
                )
                break


@cache
def _sections(table: Table, document: str) -> dict[str, str]:
    """Return the sections that the table knows of a document, by their folded names."""
    return {folded(name): name for name in table.section_names(document)}


@cache
def _pages(table: Table, document: str) -> tuple[int, int] | None:
    return table.page_span(document)


@lru_cache(1000)
def _nearest_section(table: Table, document: str, section: str) -> str | None:
    """Return the known section whose name is nearest; the same sections are asked for again and again."""
    return nearest(section, _sections(table, document).values())


def unknown_sections(sections: tuple[str, ...], known: Container[str]) -> list[int]:
    """Return the places of sections whose folded names are not known; commas in a name may have cut it."""
    unknown: list[int] = []
    index = 0
    while index < len(sections):
        for end in range(len(sections), index, -1):
            if folded(", ".join(sections[index:end])) in known:
                index = end
                break
        else:
            unknown.append(index)
            index += 1
    return unknown


def _parts(names: Iterable[str]) -> str:
    return ", ".join(name.replace("-", " ") for name in names)
