"""The rules of sources outside the MTUS, their age and form: IMR523 and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check
from imr_cli.law_files import citation_rule
from imr_cli.rules_citation import sources_of
from imr_cli.source_text import first_year, is_guideline, year_of_edition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.review import Review

_AHEAD = 10
"""From this month on a guideline may be out in the edition of the next year."""


@check("review", "IMR523", "warning")
def guideline_too_old(review: Review) -> Iterator[Fault]:
    """A guideline outside the MTUS was last reviewed more than five years before the decision.

    Why: outside the MTUS only guidelines count that were reviewed within five years.
    Example: `{kind: guideline, organization: ODG, year: 2009}` in a decision of 2016.
    Remedy: cite the current edition. Studies and textbooks have no such limit.
    Authority: 8 CCR 9792.21.1(d) (five years; from 2015-04-20).
    """
    decided = review.case.dates.decision
    rule = citation_rule("years-reviewed", decided)
    if rule is None or rule.years is None:
        return
    for path, source in sources_of(review):
        if isinstance(source, str):
            year = year_of_edition(source) if is_guideline(source) else None
        else:
            year = year_of_edition(source.year or "") if source.kind == "guideline" else None
        if year is not None and year < decided.year - rule.years:
            yield Fault(
                f"a guideline of {year} is older than {rule.years} years in a decision of {decided.year}",
                path,
            )


@check("review", "IMR525", "warning")
def study_without_pages(review: Review) -> Iterator[Fault]:
    """A study is cited without its pages.

    Why: a reader must be able to find what the decision rests on.
    Example: `{kind: study, authors: ..., title: ..., journal: ..., year: 2014}`.
    Remedy: add `volume` and `pages`.
    Authority: 8 CCR 9792.21.1 (from 2015-04-20; form of citations from memory).
    """
    if citation_rule("form-of-a-study", review.case.dates.decision) is None:
        return
    for path, source in sources_of(review):
        if not isinstance(source, str) and source.kind == "study" and source.pages is None:
            yield Fault("the study is cited without `pages`", path)


@check("review", "IMR530", "warning")
def source_of_later_year(review: Review) -> Iterator[Fault]:
    """A source outside the MTUS is of a year after the decision.

    Why: nobody could rely on it; the year, or the date of the decision, is wrong.
    Example: `{kind: guideline, organization: ODG, year: 2018}` in a decision of 2016.
    Remedy: correct the year.
    """
    decided = review.case.dates.decision
    last = decided.year + (decided.month >= _AHEAD)
    for path, source in sources_of(review):
        year = first_year(source if isinstance(source, str) else source.year or "")
        if year is not None and year > last:
            yield Fault(f"a source of {year} in a decision of {decided.year}", path)
