"""The rules of what the reviewer relied on: IMR521 and up. The claims administrator's side is not judged."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from imr_cli.checks.audit import readable
from imr_cli.findings.finding import UNREAD, Fault, Unreadable, check
from imr_cli.findings.suggest import did_you_mean, quoted
from imr_cli.guideline.law import citation_rule
from imr_cli.texts.sources import first_year, is_guideline, is_mtus, year_of_edition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case.model import Source
    from imr_cli.checks.audit import Audit
    from imr_cli.findings.finding import Path


@check("IMR521", "warning")
def nothing_relied_on(audit: Audit) -> Iterator[Fault]:
    """The reviewer cites no guideline and no other evidence.

    Why: a determination names the medical and scientific evidence that it rests on.
    Example: `reviewer_guideline: none` for a drug that the MTUS speaks of.
    Remedy: cite what the decision rests on. A service that stands or falls with another treatment
    needs none: say so with `depends_on`.
    Authority: 8 CCR 9792.10.6(d) (memory).
    """
    bare = []
    for index, item in enumerate(audit.case.disputed_items):
        cited = item.reviewer_guideline
        if cited.mtus or cited.other:
            continue
        parent = audit.case.parent_of(item)
        if parent is None or parent.decision != item.decision:
            bare.append(index)
    if bare:
        yield Fault(f"no evidence is cited for {_items(bare)}", _path(bare[0]))


@check("IMR522", "warning")
def outside_mtus_without_reason(audit: Audit) -> Iterator[Fault]:
    """The reviewer relies on sources outside the MTUS and nothing says why.

    Why: the MTUS comes first; another source counts only if the MTUS does not address the condition, or if
    its presumption is rebutted.
    Example: an item with `other` sources, no `mtus`, no `why_not_mtus`, and a rationale that does not say
    that the MTUS is silent.
    Remedy: add `why_not_mtus: not-addressed` (or `rebutted`), or cite the MTUS.
    Authority: 8 CCR 9792.21.1 (from 2015-04-20).
    """
    if citation_rule("search-sequence", audit.case.dates.decision) is None:
        return
    bare = [
        index
        for index, item in enumerate(audit.case.disputed_items)
        if item.reviewer_guideline.other
        and not item.reviewer_guideline.mtus
        and item.reviewer_guideline.why_not_mtus is None
        and not audit.rationales[index].has("mtus_is_silent")
    ]
    if bare:
        yield Fault(f"nothing says why {_items(bare)} rests on sources outside the MTUS", _path(bare[0]))


@check("IMR524", "note")
def adds_missing(audit: Audit) -> Iterator[Fault]:
    """Several sources are cited and nothing says what each further one adds.

    Why: each source beyond the primary one needs a sentence on what it adds.
    Example: an MTUS chapter and the ODG, without `adds`.
    Remedy: write it as `adds`; one text may speak of several sources.
    Authority: 8 CCR 9792.21.1 (from 2015-04-20; memory).
    """
    if citation_rule("what-a-source-adds", audit.case.dates.decision) is None:
        return
    bare = []
    for index, item in enumerate(audit.case.disputed_items):
        cited = item.reviewer_guideline
        further = len(cited.other) - (not cited.mtus)
        if further > 0 and not cited.adds:
            bare.append(index)
    if bare:
        yield Fault(f"nothing says what each further source adds for {_items(bare)}", _path(bare[0]))


@check("IMR526", "note")
def mtus_among_other_sources(audit: Audit) -> Iterator[Fault]:
    """What looks like a document of the MTUS is cited as a source outside it.

    Why: the letter then says that the decision rests on sources outside the MTUS, and the edition is not
    checked.
    Example: `other: ["MTUS Chronic Pain Guidelines, Massage"]`.
    Remedy: cite it under `mtus` by its id (`imr guideline` lists them).
    Authority: 8 CCR 9792.21.1.
    """
    for path, source in sources_of(audit):
        name = source if isinstance(source, str) else f"{source.organization or ''} {source.title or ''}"
        if is_mtus(name):
            yield Fault("this looks like a document of the MTUS; cite it under `mtus`", path)


@check("IMR527", "warning")
def cited_twice(audit: Audit) -> Iterator[Fault]:
    """A source stands twice in one item's citation.

    Why: one of the two was meant to be another document, or another section.
    Example: `chronic-pain-2016` twice under `mtus`; one section of it twice, with other pages.
    Remedy: correct or delete one; several pages of a section stand in one `pages`.
    """
    for index, item in enumerate(audit.case.disputed_items):
        documents: list[object] = []
        for entry, citation in enumerate(item.reviewer_guideline.mtus):
            sections = frozenset(map(_folded, citation.sections))
            same = (citation.document, sections) if sections else citation
            if same in documents:
                yield Fault("this document is cited twice here", (*_path(index), "mtus", entry, "document"))
            documents.append(same)
        others: list[object] = []
        for entry, source in enumerate(item.reviewer_guideline.other):
            name = (
                _folded(source) if isinstance(source, str) else tuple(_folded(each or "") for each in source)
            )
            if name in others:
                yield Fault("this source is cited twice here", (*_path(index), "other", entry))
            others.append(name)


@check("IMR528", "warning")
def mtus_cited_and_said_silent(audit: Audit) -> Iterator[Fault]:
    """The MTUS is cited, and said not to address the treatment.

    Why: the letter prints both in one line, and one of the two is wrong.
    Example: `mtus` beside `why_not_mtus: not-addressed`.
    Remedy: take `why_not_mtus` away, or the document that does not speak of the treatment.
    """
    for index, item in enumerate(audit.case.disputed_items):
        cited = item.reviewer_guideline
        if cited.mtus and cited.why_not_mtus == "not-addressed":
            yield Fault(
                "documents of the MTUS are cited beside the statement that it does not address the treatment",
                (*_path(index), "why_not_mtus"),
            )


@check("IMR529", "warning")
def mtus_said_silent_where_it_speaks(audit: Audit) -> Iterator[Fault]:
    """The MTUS is said not to address a treatment of which the table has a topic in force.

    Why: a source outside the MTUS counts only if the MTUS does not address the condition, or is rebutted.
    Example: massage of 2013 with `why_not_mtus: not-addressed`.
    Remedy: cite the document, write `why_not_mtus: rebutted`, or name the right `topic`.
    Authority: 8 CCR 9792.21.1 (from 2015-04-20); which treatments a topic covers is the table's reading.
    """
    for index, (item, standing) in enumerate(zip(audit.case.disputed_items, audit.standings, strict=True)):
        cited, topic = item.reviewer_guideline, standing.topic
        if cited.why_not_mtus != "not-addressed" or cited.mtus or topic is None:
            continue
        if standing.found.is_certain and not topic.is_uncertain and standing.direction != "does-not-address":
            memory = " [the table's entry is unverified]" if standing.rests_on_unverified_row else ""
            yield Fault(
                f"{topic.document} has a topic for this treatment, {topic.title}{memory}",
                (*_path(index), "why_not_mtus"),
            )


def sources_of(audit: Audit) -> Iterator[tuple[Path, str | Source]]:
    """Yield every source outside the MTUS that the reviewer cites."""
    for index, item in enumerate(audit.case.disputed_items):
        for entry, source in enumerate(item.reviewer_guideline.other):
            yield (*_path(index), "other", entry), source


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(" .")


def _path(index: int) -> Path:
    return ("disputed_items", index, "reviewer_guideline")


def _items(places: list[int]) -> str:
    """Return `item 2`, or `items 2, 3 and 5`."""
    numbers = [str(index + 1) for index in places]
    if len(numbers) == 1:
        return f"item {numbers[0]}"
    return f"items {', '.join(numbers[:-1])} and {numbers[-1]}"


@check("IMR523", "warning")
def guideline_too_old(audit: Audit) -> Iterator[Fault]:
    """A guideline outside the MTUS was last reviewed more than five years before the decision.

    Why: outside the MTUS only guidelines count that were reviewed within five years.
    Example: `{kind: guideline, organization: ODG, year: 2009}` in a decision of 2016.
    Remedy: cite the current edition. Studies and textbooks have no such limit.
    Authority: 8 CCR 9792.21.1(d) (five years; from 2015-04-20).
    """
    decided = audit.case.dates.decision
    rule = citation_rule("years-reviewed", decided)
    if rule is None or rule.years is None:
        return
    for path, source in sources_of(audit):
        if isinstance(source, str):
            year = year_of_edition(source) if is_guideline(source) else None
        else:
            year = year_of_edition(source.year or "") if source.kind == "guideline" else None
        if year is not None and year < decided.year - rule.years:
            yield Fault(
                f"a guideline of {year} is older than {rule.years} years in a decision of {decided.year}",
                path,
            )


@check("IMR525", "warning")
def study_without_pages(audit: Audit) -> Iterator[Fault]:
    """A study is cited without its pages.

    Why: a reader must be able to find what the decision rests on.
    Example: `{kind: study, authors: ..., title: ..., journal: ..., year: 2014}`.
    Remedy: add `volume` and `pages`.
    Authority: 8 CCR 9792.21.1 (from 2015-04-20; form of citations from memory).
    """
    if citation_rule("form-of-a-study", audit.case.dates.decision) is None:
        return
    for path, source in sources_of(audit):
        if not isinstance(source, str) and source.kind == "study" and source.pages is None:
            yield Fault("the study is cited without `pages`", path)


@check("IMR530", "warning")
def source_of_later_year(audit: Audit) -> Iterator[Fault]:
    """A source outside the MTUS is of a year after the decision.

    Why: nobody could rely on it; the year, or the date of the decision, is wrong.
    Example: `{kind: guideline, organization: ODG, year: 2018}` in a decision of 2016.
    Remedy: correct the year.
    """
    decided = audit.case.dates.decision
    last = decided.year + (decided.month >= 10)  # then the next year's edition of a guideline may be out
    for path, source in sources_of(audit):
        year = first_year(source if isinstance(source, str) else source.year or "")
        if year is not None and year > last:
            yield Fault(f"a source of {year} in a decision of {decided.year}", path)


@check("IMR501", stage="form")
def unknown_document(audit: Audit) -> Iterator[Fault]:
    """A citation names a document that the table does not have.

    Why: the letter prints title and year from the table; a wrong id would cite the wrong guideline.
    Example: `document: chronic-pain-2010`.
    Remedy: use an id of the table (`imr guideline` lists them); cite a source outside the MTUS under `other`.
    """
    for path, item in audit.items:
        for side in ("claims_administrator_guideline", "reviewer_guideline"):
            cited = getattr(item, side)
            with suppress(Unreadable):  # one side hides nothing of the other
                for entry, citation in readable(cited.mtus if cited is not None else ()):
                    name = citation.document
                    if name is not UNREAD and not audit.table.has_document(name):
                        yield Fault(
                            f"the table has no document {quoted(name)}"
                            f"{did_you_mean(name, audit.table.document_ids)}",
                            (*path, side, "mtus", entry, "document"),
                        )


@check("IMR502", stage="form")
def unknown_topic(audit: Audit) -> Iterator[Fault]:
    """An item names a topic that the table does not have.

    Why: the item would stand against nothing.
    Example: `topic: massage-terapy`.
    Remedy: use an id of the table (`imr guideline WORDS` finds them), or leave the field out.
    """
    for path, item in audit.items:
        if item.topic is UNREAD or item.topic is None or audit.table.documents_of_topic(item.topic):
            continue
        known = {name for document in audit.table.document_ids for name in audit.table.topic_ids(document)}
        yield Fault(
            f"the table has no topic {quoted(item.topic)}{did_you_mean(item.topic, sorted(known))}",
            (*path, "topic"),
        )


@check("IMR503", stage="form")
def unknown_criterion(audit: Audit) -> Iterator[Fault]:
    """A finding is recorded for a criterion that the table does not have.

    Why: the finding would count for nothing.
    Example: `findings: {functional-improvment: no}`.
    Remedy: use an id of the table; `imr guideline TOPIC` shows a topic's criteria.
    """
    known = audit.table.criterion_ids
    for path, item in audit.items:
        for name in item.findings if item.findings is not UNREAD else ():
            if name not in known:
                yield Fault(
                    f"the table has no criterion {quoted(name)}{did_you_mean(name, known)}",
                    (*path, "findings", name),
                    at_key=True,
                )


@check("IMR504", stage="form")
def unknown_quantity(audit: Audit) -> Iterator[Fault]:
    """An amount is given in a quantity that the table does not know.

    Why: the amount would be compared with no limit.
    Example: `requested: {sesions: 12}`.
    Remedy: use one of the table's quantities.
    """
    known = audit.table.quantities
    for path, item in audit.items:
        for field in ("requested", "prior"):
            amounts = getattr(item, field)
            for name in amounts if amounts is not UNREAD else ():
                if name not in known:
                    yield Fault(
                        f"{quoted(name)} is not a quantity{did_you_mean(name, known)} "
                        f"(quantities: {', '.join(known)})",
                        (*path, field, name),
                        at_key=True,
                    )
