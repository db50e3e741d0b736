"""Days and sides of the body that a text names, in all spellings and in those that are none."""

from __future__ import annotations

import datetime as dt

import pytest

from imr_cli.texts.prose import Prose

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def days(text: str) -> list[str]:
    return [each.day.isoformat() for each in Prose(text).dates]


@pytest.mark.parametrize(("number", "name"), list(enumerate(MONTHS, 1)))
def test_every_month(number: int, name: str) -> None:
    day = dt.date(2016, number, 4).isoformat()
    assert days(f"Seen on {name.title()} 4, 2016.") == [day]
    assert days(f"Seen on {name[:3].title()}. 4, 2016, and on 4 {name[:3]} 2016") == [day, day]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 1st, 2016", ["2016-05-01"]),
        ("May 2nd, 2016", ["2016-05-02"]),
        ("May 3rd 2016", ["2016-05-03"]),
        ("May 4th, 2016", ["2016-05-04"]),
        ("September 24th, 2016", ["2016-09-24"]),
        ("4 Sept., 2016", ["2016-09-04"]),
        ("4 September 2016", ["2016-09-04"]),
        ("May 4, 1999", ["1999-05-04"]),
        ("5/4/00", ["2000-05-04"]),
        ("5/4/1999", ["1999-05-04"]),
        ("2016-5-04", ["2016-05-04"]),
        ("2016/5/04", ["2016-05-04"]),
        ("16-5-4", []),
        ("4-May-2016, 04-may-2016", ["2016-05-04", "2016-05-04"]),
        ("5.4.2016. And 05.04.1999, (5.4.2016)", ["2016-05-04", "1999-05-04", "2016-05-04"]),
        ("(5/4/2016)", ["2016-05-04"]),
        ("x5/4/2016x", ["2016-05-04"]),
        ("5/4/2016 and 6/4/16", ["2016-05-04", "2016-06-04"]),
        ("May 5, 2016, 4/4/2016, 6 May 2015, 3-3-15", ["2016-05-05", "2016-04-04", "2015-05-06", "2015-03-03"]),
        ("May  4,\n  2016", ["2016-05-04"]),
        # none of these is a day
        ("May 4, 2116", []),
        ("May 4, 20161", []),
        ("May 41, 2016", []),
        ("May 2016", []),
        ("dismay4, 2016", []),
        ("Wed 4, 2016", []),
        ("Ma 4, 2016", []),
        ("grade 4, 2016", []),
        ("May 4: 2016", []),
        ("12345/10/2016", []),
        ("12016-05-04", []),
        ("12016-05-04 and 5/4/2016", ["2016-05-04"]),
        ("10/21/20167 and 5/4/2016", ["2016-05-04"]),
        ("10/21/20167", []),
        ("2016/11/2017", []),
        ("2016-11-2017", []),
        ("123/4/2016", []),
        ("123-45-6789", []),
        ("123-4-16", []),
        ("5/4-2016", []),
        ("9792.24.2", []),
        ("9792.20.2016", []),
        ("1.5.4.2016", []),
        ("5.4.2016.1", []),
        ("5.4.20167", []),
        ("5.4.2116", []),
        ("13.45.2016", []),
        ("4-Foo-2016", []),
        ("4-May-20167", []),
        ("x4-May-2016", []),
        ("5/4/201", []),
        ("0/4/2016", []),
        ("2/30/2016", []),
        ("on 10/21/2016", ["2016-10-21"]),
        ("on 9/3/10.", ["2010-09-03"]),
        ("on October 21, 2016", ["2016-10-21"]),
        ("on Oct. 21 2016", ["2016-10-21"]),
        ("on Sept. 3rd, 2016", ["2016-09-03"]),
        ("on 21 October 2016", ["2016-10-21"]),
        ("on 11-7-16", ["2016-11-07"]),
        ("on 2016-11-07", ["2016-11-07"]),
        ("on 1/2/40", ["2040-01-02"]),
        ("on 1/2/41", ["1941-01-02"]),
        ("on 1/2/99", ["1999-01-02"]),
        ("11-7-16", ["2016-11-07"]),
    ],
)  # fmt: skip
def test_days(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    ["13/45/2016", "123-45-6789", "4/5 strength", "10/10/10/10/2016x1", "Tuesday 21, 2016", "1/2-2016"],
)
def test_no_day(text: str) -> None:
    assert [each.day for each in Prose(text).dates if each.day.year > 2010] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("left knee", {("knee", "left")}),
        ("pain of the left lateral knee and right wrist", {("knee", "left"), ("wrist-hand", "right")}),
        ("bilateral wrists", {("wrist-hand", "both")}),
        ("left and right knees, both feet", {("knee", "both"), ("ankle-foot", "both")}),
        ("the left of the knee", set()),
        ("upright knee", set()),
        ("left shoulder, left elbow", {("shoulder", "left"), ("elbow", "left")}),
        ("left/knee", {("knee", "left")}),
        ("left-knee", {("knee", "left")}),
        ("right anterior and lateral knee", set()),
        ("right upper outer lateral knee", {("knee", "right")}),
        ("right upper outer lateral front knee", set()),
        ("left, knee", set()),
        ("bilateral elbows", {("elbow", "both")}),
        ("both elbows", {("elbow", "both")}),
        ("left and right elbows", {("elbow", "both")}),
        ("left or right elbow", {("elbow", "both")}),
        ("left & right elbow", {("elbow", "both")}),
        ("left / right elbow", {("elbow", "both")}),
        ("right and left elbows", {("elbow", "both")}),
        ("right or left elbow", {("elbow", "both")}),
        ("right & left elbow", {("elbow", "both")}),
        ("right / left elbow", {("elbow", "both")}),
        ("left right elbow", {("elbow", "right")}),
        ("right bilateral elbows", {("elbow", "both")}),
        ("right left elbow", {("elbow", "left")}),
        ("left both elbows", {("elbow", "both")}),
        ("cleft and right elbow", {("elbow", "right")}),
        ("cleft and right elbow, left hip", {("elbow", "right"), ("hip", "left")}),
        ("cleft elbow", set()),
        ("cleft elbow, right hip", {("hip", "right")}),
        ("upright knee, left hip", {("hip", "left")}),
        ("brightly hip", set()),
        ("right knee and elbow, right hip", {("knee", "right"), ("hip", "right")}),
        ("right knee, elbow", {("knee", "right")}),
        ("right knee elbow", {("knee", "right"), ("elbow", "right")}),
        ("Right  Knee", {("knee", "right")}),
        ("right side", set()),
        ("knee right", set()),
        *((f"left {word} knee", set()) for word in ("and", "or", "of", "in", "on", "with", "to", "the", "from", "for", "is", "was")),
        ("left medial knee", {("knee", "left")}),
        ("L knee, (R) hip", {("knee", "left"), ("hip", "right")}),
        ("Lt. knee, rt hip", {("knee", "left"), ("hip", "right")}),
        ("(lt) medial knee", {("knee", "left")}),
        ("l medial joint knee", set()),
        ("mr knee, er hip, u-r hip, 5r hip", set()),
        ("knee on the left", {("knee", "left")}),
        ("knee pain on the left, hip joint on the right", {("knee", "left"), ("hip", "right")}),
        ("seen on the right", set()),
        ("right hand dominant, left-hand-dominant, right handed", set()),
        ("she left the knee alone", set()),
        ("right after knee surgery", set()),
    ],
)  # fmt: skip
def test_sides(text: str, expected: set[tuple[str, str]]) -> None:
    assert Prose(text).sides == expected


def test_a_side_is_found_wherever_it_stands() -> None:
    assert Prose("Pain: left hip. No pain: left hip, (left) elbow; (left elbow)").sides == {
        ("hip", "left"),
        ("elbow", "left"),
    }
