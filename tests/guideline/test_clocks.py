"""Days are counted as the law counts them."""

from __future__ import annotations

import datetime as dt

import pytest

from imr_cli.guideline.clocks import due_day, holidays, is_working_day, working_days_between
from imr_cli.guideline.law import clocks


@pytest.fixture(autouse=True)
def computed_anew() -> None:
    """Holidays are kept from one test to the next; here they are what is tested."""
    holidays.cache_clear()


CLOCKS = {each.id: each for each in clocks().clocks}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_margaris() -> None:
    """Records of 2014-11-26, due 2014-12-26; issued 2015-01-08, that is on day 43 and 13 days late."""
    due = due_day(CLOCKS["standard"], day("2014-11-26"))
    assert due == day("2014-12-26")
    assert (day("2015-01-08") - due).days == 13
    assert (day("2015-01-08") - day("2014-11-26")).days == 43


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2018-03-05", "2018-03-12"),  # a plain week
        ("2018-01-11", "2018-01-19"),  # over Martin Luther King's day
        ("2018-11-20", "2018-11-29"),  # over Thanksgiving and the day after
        ("2018-12-21", "2018-12-31"),  # over Christmas
        ("2018-03-30", "2018-04-06"),  # Cesar Chavez on a Saturday is not kept
        ("2019-03-29", "2019-04-08"),  # on a Sunday it is kept on Monday
    ],
)
def test_five_working_days(start: str, due: str) -> None:
    assert due_day(CLOCKS["formulary"], day(start)) == day(due)
    assert working_days_between(day(start), day(due)) == 5


def test_holidays_of_a_year() -> None:
    assert sorted(each.isoformat() for each in holidays(2017)) == [
        "2017-01-02", "2017-01-16", "2017-02-20", "2017-03-31", "2017-05-29", "2017-07-04", "2017-09-04",
        "2017-11-10", "2017-11-23", "2017-11-24", "2017-12-25",
    ]  # fmt: skip
    assert sorted(each.isoformat() for each in holidays(2015)) == [
        "2015-01-01", "2015-01-19", "2015-02-16", "2015-03-31", "2015-05-25", "2015-07-04", "2015-09-07",
        "2015-11-11", "2015-11-26", "2015-11-27", "2015-12-25",
    ]  # fmt: skip
    assert sorted(each.isoformat() for each in holidays(2021)) == [
        "2021-01-01", "2021-01-18", "2021-02-15", "2021-03-31", "2021-05-31", "2021-07-05", "2021-09-06",
        "2021-11-11", "2021-11-25", "2021-11-26", "2021-12-25",
    ]  # fmt: skip
    assert not is_working_day(day("2017-11-10"))  # Veterans Day on a Saturday is kept on Friday
    assert is_working_day(day("2017-10-09"))
    assert not is_working_day(day("2017-10-08"))
    assert not is_working_day(day("2017-10-07"))


def test_expedited_and_assigned() -> None:
    assert due_day(CLOCKS["expedited"], day("2017-02-14")) == day("2017-02-17")
    assert due_day(CLOCKS["standard-since-assigned"], day("2017-01-01")) == day("2017-02-15")
    assert due_day(CLOCKS["expedited-since-assigned"], day("2017-01-01")) == day("2017-01-05")
