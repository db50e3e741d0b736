"""The rules of what the reviewer relied on: IMR521 and up. The claims administrator's side is not judged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Source
    from imr_cli.finding import Path
    from imr_cli.review import Review

_YEARS_REVIEWED = 5
_YEAR = re.compile(r"(?<![\d/.-])(?:19[6-9]\d|20[0-4]\d)(?![\d-])")
_ADDRESS = re.compile(r"\S*(?://|www\.)\S*")
_LOOKS_LIKE_MTUS = re.compile(r"\bMTUS\b|\bACOEM (?:Practice )?(?:Guidelines?|Chapter)", re.IGNORECASE)


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


@check("review", "IMR523", "warning")
def guideline_too_old(review: Review) -> Iterator[Fault]:
    """A guideline outside the MTUS was last reviewed more than five years before the decision.

    Why: outside the MTUS only guidelines count that were reviewed within five years.
    Example: `{kind: guideline, organization: ODG, year: 2009}` in a decision of 2016.
    Remedy: cite the current edition. Studies and textbooks have no such limit.
    Authority: 8 CCR 9792.21.1(d) (five years).
    """
    decided = review.case.dates.decision.year
    for path, source in _sources(review):
        if isinstance(source, str):
            if "guideline" not in source.lower():
                continue
            years = [int(year) for year in _YEAR.findall(_ADDRESS.sub("", source))]
            year = max(years, default=decided)
        elif source.kind == "guideline" and source.year and (found := _YEAR.search(source.year)):
            year = int(found[0])
        else:
            continue
        if year < decided - _YEARS_REVIEWED:
            yield Fault(
                f"a guideline of {year} is older than {_YEARS_REVIEWED} years in a decision of {decided}",
                path,
            )


@check("review", "IMR524", "note")
def adds_missing(review: Review) -> Iterator[Fault]:
    """Several sources are cited and nothing says what each further one adds.

    Why: each source beyond the primary one needs a sentence on what it adds.
    Example: an MTUS chapter and the ODG, without `adds`.
    Remedy: write it as `adds`.
    Authority: 8 CCR 9792.21.1 (memory).
    """
    bare = []
    for place, item in enumerate(review.case.disputed_items):
        cited = item.reviewer_guideline
        further = len(cited.other) - (not cited.mtus)
        if further > 0 and not cited.adds:
            bare.append(place)
    if bare:
        yield Fault(f"nothing says what each further source adds for {_items(bare)}", _path(bare[0]))


@check("review", "IMR525", "warning")
def study_without_pages(review: Review) -> Iterator[Fault]:
    """A study is cited without its pages.

    Why: a reader must be able to find what the decision rests on.
    Example: `{kind: study, authors: ..., title: ..., journal: ..., year: 2014}`.
    Remedy: add `volume` and `pages`.
    Authority: 8 CCR 9792.21.1 (form of citations from memory).
    """
    for path, source in _sources(review):
        if not isinstance(source, str) and source.kind == "study" and source.pages is None:
            yield Fault("the study is cited without `pages`", path)


@check("review", "IMR526", "note")
def mtus_among_other_sources(review: Review) -> Iterator[Fault]:
    """What looks like a document of the MTUS is cited as a source outside it.

    Why: the letter then says that the decision rests on sources outside the MTUS, and the edition is not
    checked.
    Example: `other: ["MTUS Chronic Pain Guidelines, Massage"]`.
    Remedy: cite it under `mtus` by its id (`imr guideline` lists them).
    Authority: 8 CCR 9792.21.1.
    """
    for path, source in _sources(review):
        name = source if isinstance(source, str) else f"{source.organization or ''} {source.title or ''}"
        if _LOOKS_LIKE_MTUS.search(name):
            yield Fault("this looks like a document of the MTUS; cite it under `mtus`", path)


@check("review", "IMR527", "warning")
def cited_twice(review: Review) -> Iterator[Fault]:
    """A document of the MTUS stands twice in one item's citation, with the same sections.

    Why: one of the two was meant to be another document.
    Example: `chronic-pain-2016` twice under `mtus`.
    Remedy: correct or delete one.
    """
    for place, item in enumerate(review.case.disputed_items):
        seen = []
        for entry, citation in enumerate(item.reviewer_guideline.mtus):
            if citation in seen:
                path = (*_path(place), "mtus", entry, "document")
                yield Fault("this document is cited twice here", path)
            seen.append(citation)


def _sources(review: Review) -> Iterator[tuple[Path, str | Source]]:
    """Every source outside the MTUS that the reviewer cites."""
    for place, item in enumerate(review.case.disputed_items):
        for entry, source in enumerate(item.reviewer_guideline.other):
            yield (*_path(place), "other", entry), source


def _path(place: int) -> Path:
    return ("disputed_items", place, "reviewer_guideline")


def _items(places: list[int]) -> str:
    """`item 2`, or `items 2, 3 and 5`."""
    numbers = [str(place + 1) for place in places]
    if len(numbers) == 1:
        return f"item {numbers[0]}"
    return f"items {', '.join(numbers[:-1])} and {numbers[-1]}"
