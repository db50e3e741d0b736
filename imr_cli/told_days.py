"""Which of the days in a text are the day of the injury, or of the denial, and which are still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.law_files import phrases

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from imr_cli.text_dates import Dated
    from imr_cli.text_facts import TextFacts

_BEFORE, _BEHIND = 60, 40
"""Characters before and behind a day in which it is told whose it is."""


def dates_of_injury(facts: TextFacts, stated: dt.date) -> list[dt.date]:
    """The days that a text gives for the injury, in their order. A span of time gives its last day too.

    What only seems to be one counts where nothing is said more clearly, and nowhere the stated day.
    """
    sure = [each for each in facts.dated_after("date_of_injury") if not _is_another(each, facts)]
    told = [each for each in facts.dated_after("injury_on") if _is_the_injury(each, facts)]
    if not sure and not told and not _names(stated, facts):
        told = [
            each
            for each in (*facts.dated_after("injury_introduced"), *facts.dated_before("injury_after_day"))
            if _is_the_injury(each, facts) and not _is_another_behind(each, facts)
        ]
    return _with_ends_of_spans({*sure, *told}, facts)


def dates_of_denial(facts: TextFacts, stated: dt.date) -> list[dt.date]:
    """The days that a text gives for the denial, in their order; else what only seems to be one, as above."""
    told = facts.dated_after("date_of_denial")
    if not told and not _names(stated, facts):
        told = [*facts.dated_after("denied_on"), *facts.dated_before("denial_after_day")]
    return _with_ends_of_spans({each for each in told if not _has_before("other_denial", each, facts)}, facts)


def _names(day: dt.date, facts: TextFacts) -> bool:
    return any(each.day == day for each in facts.dates)


def is_to_come(dated: Dated, facts: TextFacts) -> bool:
    """Whether a text speaks of a day as of one that is still to come."""
    return any(_has_before(name, dated, facts) for name in ("future", "span_to_come"))


def _is_another(dated: Dated, facts: TextFacts) -> bool:
    return _has_before("other_injury", dated, facts)


def _is_another_behind(dated: Dated, facts: TextFacts) -> bool:
    end = min(facts.sentence(dated.start)[1], dated.end + 2 * _BEFORE)
    return phrases().pattern("other_injury").search(facts.lower, dated.end, end) is not None


def _is_the_injury(dated: Dated, facts: TextFacts) -> bool:
    if _is_another(dated, facts) or _has_before("not_the_injury", dated, facts):
        return False
    start, end = facts.sentence(dated.start)
    around = max(start, dated.start - _BEFORE), min(end, dated.end + _BEHIND)
    return phrases().pattern("not_at_work").search(facts.lower, *around) is None


def _has_before(name: str, dated: Dated, facts: TextFacts) -> bool:
    """Whether a phrase is found in the sentence before a day."""
    start = max(facts.sentence(dated.start)[0], dated.start - _BEFORE)
    return phrases().pattern(name).search(facts.lower[start : dated.start]) is not None


def _with_ends_of_spans(named: Iterable[Dated], facts: TextFacts) -> list[dt.date]:
    found = set(named)
    for first, last in zip(facts.dates, facts.dates[1:], strict=False):
        if first in found and phrases().pattern("span").search(facts.lower[first.end : last.start]):
            found.add(last)
    return [each.day for each in sorted(found)]
