"""Which of the days in a text are the day of the injury, or of the denial, and which are still to come.

Where the summary names the stated day, another one is believed only where it is called the date of injury, or
that of the utilization review; what merely tells of an injury or of a denial is then of another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.texts.phrases import phrases

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from imr_cli.texts.dates import Dated
    from imr_cli.texts.prose import Prose

_BEFORE, _BEHIND, _FAR = 60, 40, 110
"""Characters before and behind a day in which it is told whose it is."""

_OPENING = 2
"""Sentences at the beginning of a summary that may tell how the patient was hurt."""


def dates_of_injury(facts: Prose, stated: dt.date, summary: Prose) -> list[dt.date]:
    """Return the days that a text gives for the injury, in order. A span of time gives its last day too.

    What only tells of an injury counts where no text names the stated day; or in a rationale that does not,
    for a slip of it and where the patient is introduced.
    """
    is_known = _names(stated, summary)
    if is_known and facts is summary:
        return []
    sure = [each for each in facts.dated_after("date_of_injury") if _is_of_this_claim(each, facts)]
    told = [each for each in facts.dated_after("injury_on") if _is_the_injury(each, facts)]
    if is_known or _names(stated, facts):
        is_open = is_known and not _names(stated, facts)
        introduced = {facts.sentence(each.start())[0] for each in facts.ages}
        told = [
            each
            for each in told
            if each.day == stated
            or (
                is_open
                and (_is_slip(each.day, stated) or facts.sentence(each.start)[0] in introduced)
                and _is_only_injury(each, facts)
            )
        ]
    elif not sure and not told:
        told = [each for each in _likely(facts, summary) if _is_only_injury(each, facts)]
    return _with_ends_of_spans({*sure, *told}, facts)


def dates_of_denial(
    facts: Prose, stated: dt.date, summary: Prose, requests: Iterable[Prose]
) -> list[dt.date]:
    """Return the days that a text gives for the denial of what is asked for, in order; as above."""
    is_known = _names(stated, summary)
    if is_known and facts is summary:
        return []
    told = facts.dated_after("date_of_denial")
    if not told and not is_known and not _names(stated, facts):
        told = [*_denied(facts, requests)]
    denied = {
        each
        for each in told
        if not _has_before("other_denial", each, facts) and not _has_behind("not_the_denial", each, facts)
    }
    return _with_ends_of_spans(denied, facts)


def is_to_come(dated: Dated, facts: Prose) -> bool:
    """Return whether a text speaks of a day as of one that is still to come."""
    if _has_before("span_to_come", dated, facts):
        return True
    if not _has_before("future", dated, facts) or _has_before("has_been", dated, facts):
        return False
    behind = facts.behind(dated.start, dated.end, _FAR)
    return phrases().pattern("has_been_behind").match(behind) is None


def _names(day: dt.date, facts: Prose) -> bool:
    return any(each.day == day for each in facts.dates)


def _is_slip(day: dt.date, stated: dt.date) -> bool:
    """Return whether a day differs from the stated one in its year, its month or its day alone."""
    pairs = zip(day.timetuple()[:3], stated.timetuple()[:3], strict=True)
    return sum(one != other for one, other in pairs) == 1


def _likely(facts: Prose, summary: Prose) -> Iterator[Dated]:
    """Yield days of what can hardly be anything but the injury."""
    yield from facts.dated_after("injury_introduced")
    yield from (each for each, _ in facts.told_before("injury_after_day"))
    if facts is not summary:
        return
    yield from facts.dated_after("injury_claimed", _FAR)
    yield from _in_the_midst("injury_around_day", facts)
    for each in facts.dated_after("injury_befell"):
        start, _ = facts.sentence(each.start)
        is_later = (
            phrases().pattern("befell_before").search(facts.lower, 0, start)
            or phrases().pattern("befell_later").search(facts.lower, start, each.start)
            or start >= facts.start_of(_OPENING)
        )
        if not is_later:
            yield each


def _denied(facts: Prose, requests: Iterable[Prose]) -> Iterator[Dated]:
    """Yield days of the denial of "it" or "the request", or of something that is asked for."""
    told = [*facts.told_after("denied_on"), *facts.told_before("denial_after_day")]
    asked = _asked(requests) if told else frozenset()
    for each, match in told:
        what = next((words for words in match.groupdict().values() if words), None)
        if what is None or not asked.isdisjoint(what.replace("-", " ").split()):
            yield each
    yield from _in_the_midst("denial_around_day", facts)


def _asked(requests: Iterable[Prose]) -> frozenset[str]:
    """Return the words by which a text names what is asked for."""
    words = frozenset[str]().union(*(each.words for each in requests))
    return words.difference(phrases().entry("small_words")).union(phrases().entry("denied_generally"))


def _in_the_midst(name: str, facts: Prose) -> Iterator[Dated]:
    """Yield days between the words of a phrase: "reports a 3/4/2011 injury"."""
    entry = phrases().entry(name)
    for each in facts.dates:
        _, end = facts.sentence(each.start)
        for before, behind in (("before", "pattern"), ("claim", "bare")):
            if (
                before in entry
                and _has_before((name, before), each, facts)
                and phrases().pattern(name, behind).match(facts.lower[each.end : end])
            ):
                yield each
                break


def _is_of_this_claim(dated: Dated, facts: Prose) -> bool:
    """Return whether what is called a date of injury is that of this claim, and is not said to be wrong."""
    if _has_before("other_injury", dated, facts) or _has_before("date_of_other_claim", dated, facts):
        return False
    return not _has_behind("date_is_wrong", dated, facts)


def _is_only_injury(dated: Dated, facts: Prose) -> bool:
    """Return whether a day is that of an injury, and its sentence goes on to no other one."""
    return _is_the_injury(dated, facts) and not _has_behind("other_injury", dated, facts, 2 * _BEFORE)


def _is_the_injury(dated: Dated, facts: Prose) -> bool:
    if _has_before("other_injury", dated, facts) or _has_before("not_the_injury", dated, facts, _FAR):
        return False
    for name, before, behind in (("not_at_work", _BEFORE, _BEHIND), ("not_this_injury", _FAR, _FAR)):
        start, end = facts.sentence(dated.start)
        around = max(start, dated.start - before), min(end, dated.end + behind)
        if phrases().pattern(name).search(facts.lower, *around):
            return False
    return True


def _has_before(name: str | tuple[str, str], dated: Dated, facts: Prose, reach: int = _BEFORE) -> bool:
    """Return whether a phrase is found in the sentence before a day."""
    path = (name,) if isinstance(name, str) else name
    return phrases().pattern(*path).search(facts.before(dated.start, reach)) is not None


def _has_behind(name: str, dated: Dated, facts: Prose, reach: int = _FAR) -> bool:
    """Return whether a phrase is found in the rest of the sentence behind a day."""
    return phrases().pattern(name).search(facts.behind(dated.start, dated.end, reach)) is not None


def _with_ends_of_spans(named: Iterable[Dated], facts: Prose) -> list[dt.date]:
    found = set(named)
    for first, last in zip(facts.dates, facts.dates[1:], strict=False):
        if first in found and phrases().pattern("span").search(facts.lower[first.end : last.start]):
            found.add(last)
    return [each.day for each in sorted(found)]
