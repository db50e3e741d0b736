"""The rules of what the reviewer relied on: IMR521 and up. The claims administrator's side is not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check
from imr_cli.law_files import citation_rule
from imr_cli.source_text import is_mtus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Source
    from imr_cli.finding import Path
    from imr_cli.review import Review


@check("review", "IMR521", "warning")
def nothing_relied_on(review: Review) -> Iterator[Fault]:
    """The reviewer cites no guideline and no other evidence.

    Why: a determination names the medical and scientific evidence that it rests on.
    Example: `reviewer_guideline: none` for a drug that the MTUS speaks of.
    Remedy: cite what the decision rests on. A service that stands or falls with another treatment
    needs none: say so with `depends_on`.
    Authority: 8 CCR 9792.10.6(d) (memory).
    """
    bare = []
    for place, item in enumerate(review.case.disputed_items):
        cited = item.reviewer_guideline
        if cited.mtus or cited.other:
            continue
        parent = review.case.parent_of(item)
        if parent is None or parent.decision != item.decision:
            bare.append(place)
    if bare:
        yield Fault(f"no evidence is cited for {_items(bare)}", _path(bare[0]))


@check("review", "IMR522", "warning")
def outside_mtus_without_reason(review: Review) -> Iterator[Fault]:
    """The reviewer relies on sources outside the MTUS and nothing says why.

    Why: the MTUS comes first; another source counts only if the MTUS does not address the condition, or if
    its presumption is rebutted.
    Example: an item with `other` sources, no `mtus`, no `why_not_mtus`, and a rationale that does not say
    that the MTUS is silent.
    Remedy: add `why_not_mtus: not-addressed` (or `rebutted`), or cite the MTUS.
    Authority: 8 CCR 9792.21.1 (from 2015-04-20).
    """
    if citation_rule("search-sequence", review.case.dates.decision) is None:
        return
    bare = [
        place
        for place, item in enumerate(review.case.disputed_items)
        if item.reviewer_guideline.other
        and not item.reviewer_guideline.mtus
        and item.reviewer_guideline.why_not_mtus is None
        and not review.rationales[place].has("mtus_is_silent")
    ]
    if bare:
        yield Fault(f"nothing says why {_items(bare)} rests on sources outside the MTUS", _path(bare[0]))


@check("review", "IMR524", "note")
def adds_missing(review: Review) -> Iterator[Fault]:
    """Several sources are cited and nothing says what each further one adds.

    Why: each source beyond the primary one needs a sentence on what it adds.
    Example: an MTUS chapter and the ODG, without `adds`.
    Remedy: write it as `adds`; one text may speak of several sources.
    Authority: 8 CCR 9792.21.1 (from 2015-04-20; memory).
    """
    if citation_rule("what-a-source-adds", review.case.dates.decision) is None:
        return
    bare = []
    for place, item in enumerate(review.case.disputed_items):
        cited = item.reviewer_guideline
        further = len(cited.other) - (not cited.mtus)
        if further > 0 and not cited.adds:
            bare.append(place)
    if bare:
        yield Fault(f"nothing says what each further source adds for {_items(bare)}", _path(bare[0]))


@check("review", "IMR526", "note")
def mtus_among_other_sources(review: Review) -> Iterator[Fault]:
    """What looks like a document of the MTUS is cited as a source outside it.

    Why: the letter then says that the decision rests on sources outside the MTUS, and the edition is not
    checked.
    Example: `other: ["MTUS Chronic Pain Guidelines, Massage"]`.
    Remedy: cite it under `mtus` by its id (`imr guideline` lists them).
    Authority: 8 CCR 9792.21.1.
    """
    for path, source in sources_of(review):
        name = source if isinstance(source, str) else f"{source.organization or ''} {source.title or ''}"
        if is_mtus(name):
            yield Fault("this looks like a document of the MTUS; cite it under `mtus`", path)


@check("review", "IMR527", "warning")
def cited_twice(review: Review) -> Iterator[Fault]:
    """A source stands twice in one item's citation.

    Why: one of the two was meant to be another document, or another section.
    Example: `chronic-pain-2016` twice under `mtus`; one section of it twice, with other pages.
    Remedy: correct or delete one; several pages of a section stand in one `pages`.
    """
    for place, item in enumerate(review.case.disputed_items):
        documents: list[object] = []
        for entry, citation in enumerate(item.reviewer_guideline.mtus):
            sections = frozenset(map(_folded, citation.sections))
            same = (citation.document, sections) if sections else citation
            if same in documents:
                yield Fault("this document is cited twice here", (*_path(place), "mtus", entry, "document"))
            documents.append(same)
        others: list[object] = []
        for entry, source in enumerate(item.reviewer_guideline.other):
            name = (
                _folded(source) if isinstance(source, str) else tuple(_folded(each or "") for each in source)
            )
            if name in others:
                yield Fault("this source is cited twice here", (*_path(place), "other", entry))
            others.append(name)


@check("review", "IMR528", "warning")
def mtus_cited_and_said_silent(review: Review) -> Iterator[Fault]:
    """The MTUS is cited, and said not to address the treatment.

    Why: the letter prints both in one line, and one of the two is wrong.
    Example: `mtus` beside `why_not_mtus: not-addressed`.
    Remedy: take `why_not_mtus` away, or the document that does not speak of the treatment.
    """
    for place, item in enumerate(review.case.disputed_items):
        cited = item.reviewer_guideline
        if cited.mtus and cited.why_not_mtus == "not-addressed":
            yield Fault(
                "documents of the MTUS are cited beside the statement that it does not address the treatment",
                (*_path(place), "why_not_mtus"),
            )


@check("review", "IMR529", "warning")
def mtus_said_silent_where_it_speaks(review: Review) -> Iterator[Fault]:
    """The MTUS is said not to address a treatment of which the table has a topic in force.

    Why: a source outside the MTUS counts only if the MTUS does not address the condition, or is rebutted.
    Example: massage of 2013 with `why_not_mtus: not-addressed`.
    Remedy: cite the document, write `why_not_mtus: rebutted`, or name the right `topic`.
    Authority: 8 CCR 9792.21.1 (from 2015-04-20); which treatments a topic covers is the table's reading.
    """
    for place, (item, standing) in enumerate(zip(review.case.disputed_items, review.standings, strict=True)):
        cited, topic = item.reviewer_guideline, standing.topic
        if cited.why_not_mtus != "not-addressed" or cited.mtus or topic is None:
            continue
        if standing.found.is_certain and not topic.is_uncertain and standing.direction != "does-not-address":
            memory = " [the table's entry is unverified]" if standing.rests_on_unverified_row else ""
            yield Fault(
                f"{topic.document} has a topic for this treatment, {topic.title}{memory}",
                (*_path(place), "why_not_mtus"),
            )


def sources_of(review: Review) -> Iterator[tuple[Path, str | Source]]:
    """Every source outside the MTUS that the reviewer cites."""
    for place, item in enumerate(review.case.disputed_items):
        for entry, source in enumerate(item.reviewer_guideline.other):
            yield (*_path(place), "other", entry), source


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(" .")


def _path(place: int) -> Path:
    return ("disputed_items", place, "reviewer_guideline")


def _items(places: list[int]) -> str:
    """`item 2`, or `items 2, 3 and 5`."""
    numbers = [str(place + 1) for place in places]
    if len(numbers) == 1:
        return f"item {numbers[0]}"
    return f"items {', '.join(numbers[:-1])} and {numbers[-1]}"
