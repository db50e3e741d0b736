"""Count days as the law does: calendar days, and working days with the State's holidays."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from imr_cli.guideline.law import LAST, WEEKDAYS, clocks

if TYPE_CHECKING:
    from imr_cli.guideline.law import Clock, Holiday

_DAY = dt.timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


def due_day(clock: Clock, start: dt.date) -> dt.date:
    """Return the last day of a clock that began on `start`, which itself does not count."""
    if clock.kind == "calendar":
        return start + clock.days * _DAY
    day, left = start, clock.days
    while left:
        day += _DAY
        left -= is_working_day(day)
    return day


def working_days_between(start: dt.date, end: dt.date) -> int:
    """Return how many working days lie after `start`, up to and including `end`."""
    days = (end - start).days
    return sum(is_working_day(start + number * _DAY) for number in range(1, days + 1))


def is_working_day(day: dt.date) -> bool:
    """Return whether offices of the State are open."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


@cache
def holidays(year: int) -> frozenset[dt.date]:
    """Return the days of a year on which the State's holidays are kept."""
    return frozenset(_kept(each, year) for each in clocks().holidays)


def _kept(holiday: Holiday, year: int) -> dt.date:
    if holiday.day is not None:
        day = dt.date(year, holiday.month, holiday.day)
        instead = {_SUNDAY: holiday.sunday, _SATURDAY: holiday.saturday}.get(day.weekday())
        if instead is None:
            return day
        shift = WEEKDAYS.index(instead) - day.weekday()
        return day + (shift if day.weekday() == _SATURDAY else shift + 7) * _DAY
    weekday = WEEKDAYS.index(holiday.weekday or "monday")
    if holiday.place == LAST:
        next_month = dt.date(year + holiday.month // 12, holiday.month % 12 + 1, 1)
        last = next_month - _DAY
        day = last - ((last.weekday() - weekday) % 7) * _DAY
    else:
        first = dt.date(year, holiday.month, 1)
        day = first + ((weekday - first.weekday()) % 7 + 7 * ((holiday.place or 1) - 1)) * _DAY
    return day + holiday.plus * _DAY


def clock_of(decision: dt.date, priority: str, formulary_dispute: str | None, starts: str) -> Clock | None:
    """Return the clock of a review that counts from `starts`. An expedited review always has its own."""
    is_formulary = formulary_dispute == "yes" and priority != "expedited"
    kinds = ("formulary", priority) if is_formulary else (priority,)
    clocks_of_kinds = (_clock_on(decision, kind, starts) for kind in kinds)
    return next((clock for clock in clocks_of_kinds if clock is not None), None)


def last_day(clock: Clock, start: dt.date, extension_days: int | None) -> dt.date:
    """Return the last day in time, with the days that the Director may have approved."""
    return due_day(clock, start) + dt.timedelta(days=granted(extension_days))


def granted(extension_days: int | None) -> int:
    """Return the days of an extension that count: no more than the law allows."""
    return min(extension_days or 0, clocks().extension_days)


@lru_cache(1000)
def _clock_on(day: dt.date, kind: str, starts: str) -> Clock | None:
    rows = (each for each in clocks().clocks if each.review == kind and each.starts == starts)
    return max((each for each in rows if each.since <= day), key=attrgetter("since"), default=None)
