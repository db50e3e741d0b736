"""By when a review is due: its clock, in force on the day of the decision, and an extension of the time.

Rules and reports count with the same clock. Clocks are data (`guidelines/law/clocks.yaml`).
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from imr_cli.law_files import clocks
from imr_cli.working_days import due_day

if TYPE_CHECKING:
    from imr_cli.law import Clock


def clock_of(decision: dt.date, priority: str, formulary_dispute: str | None, starts: str) -> Clock | None:
    """The clock of a kind of review that counts from `starts`. An expedited review always has its own."""
    is_formulary = formulary_dispute == "yes" and priority != "expedited"
    kinds = ("formulary", priority) if is_formulary else (priority,)
    clocks_of_kinds = (_clock_on(decision, kind, starts) for kind in kinds)
    return next((clock for clock in clocks_of_kinds if clock is not None), None)


def last_day(clock: Clock, start: dt.date, extension_days: int | None) -> dt.date:
    """The last day on which the review is in time, with the days that the Director may have approved."""
    return due_day(clock, start) + dt.timedelta(days=granted(extension_days))


def granted(extension_days: int | None) -> int:
    """The days of an extension that count: no more than the law allows."""
    return min(extension_days or 0, clocks().extension_days)


@lru_cache(1000)
def _clock_on(day: dt.date, kind: str, starts: str) -> Clock | None:
    rows = (each for each in clocks().clocks if each.review == kind and each.starts == starts)
    return max((each for each in rows if each.since <= day), key=attrgetter("since"), default=None)
