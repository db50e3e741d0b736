"""A fault of form hides no other fault of the file, and brings none that is not there."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from imr_cli.files.document import documents
from imr_cli.findings.finding import UNREAD, Unreadable
from imr_cli.pipeline import examine
from support.case_file import CASE, changed
from support.findings import RESOURCES, found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORM = ("IMR1", "IMR2", "IMR5")
"""Families of what a changed value itself may be: of the file, of fields, unknown names of the table."""


def codes(*changes: str) -> list[str]:
    return [code for code, _, _ in found(changed(*changes))]


def test_faults_of_form_and_of_content_come_in_one_run() -> None:
    found_codes = codes(
        "priority: standard", "priority: standart",
        "decision: 2016-06-06", "decision: 2016-08-06",
        "assigned: 2016-05-16", "assigned: 2016-05-01",
        "depends_on: 1", "depends_on: 9",
        "records: [R1, R2]", "records: [R1, R9]",
        "A 41-year-old woman", "A 14-year-old man",
        "They are medically necessary.", "They are not medically necessary.",
    )  # fmt: skip
    assert {"IMR206", "IMR301", "IMR451", "IMR452", "IMR711", "IMR712", "IMR701"} <= set(found_codes)


@pytest.mark.parametrize(
    ("changes", "told", "hidden"),
    [
        # a day that cannot be read: what needs it says nothing, the order of the others is looked at
        (["decision: 2016-06-06", "decision: 6/6/2016", "assigned: 2016-05-16", "assigned: 2016-05-01"], "IMR301", "IMR311"),
        # an unknown field may be the one that is missing
        (["patient: {age: 41, sex: female}", "patient: {agee: 41, sex: male}"], "IMR712", "IMR711"),
        (["reviewer_guideline:\n      mtus", "reviewer_guidelines:\n      mtus"], "IMR201", "IMR521"),
        (["reviewer_guideline:\n      mtus", "xyz:\n      mtus"], "IMR201", "IMR521"),
        # of a list with one bad entry the others are looked at
        (["records: [R1, R2]", "records: [R9, [R1]]"], "IMR452", "IMR606"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_not_judged(changes: list[str], told: str, hidden: str) -> None:
    found_codes = codes(*changes)
    assert told in found_codes
    assert hidden not in found_codes


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for key, each in (
        node.items() if isinstance(node, dict) else enumerate(node if isinstance(node, list) else ())
    ):
        yield (*path, key)
        yield from places(each, (*path, key))


def findings(data: Any) -> list[tuple[str, str]]:
    [document], _ = documents(json.dumps(data).encode())
    found_ones = examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording).findings
    return [(each.rule.code, each.message) for each in found_ones]


def another_name(node: Any, key: Any) -> None:
    if isinstance(node, dict):
        node[f"{key}x"] = node.pop(key)


DATA = yaml.load(CASE, Loader=yaml.BaseLoader)  # noqa: S506
SPOILED: dict[str, Callable[[Any, Any], Any]] = {
    "another word": lambda node, key: node.__setitem__(key, "zz?"),
    "a list": lambda node, key: node.__setitem__(key, []),
    "a mapping": lambda node, key: node.__setitem__(key, {"zz": "1"}),
    "blank": lambda node, key: node.__setitem__(key, " "),
    "another name": another_name,
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_value_brings_no_finding_on_anything_else(how: str) -> None:
    clean = set(findings(DATA))
    for path in places(DATA):
        data = copy.deepcopy(DATA)
        node = data
        for step in path[:-1]:
            node = node[step]
        SPOILED[how](node, path[-1])
        made = findings(data)
        if any(code.startswith(FORM[:2]) for code, _ in made):
            more = [each for each in made if not each[0].startswith(FORM) and each not in clean]
            assert more == [], path


@pytest.mark.parametrize(
    "use",
    [
        bool, len, iter, hash, str, repr, int, float, lambda value: value == 1, lambda value: value != 1, lambda value: value < 1,
        lambda value: value >= 1, lambda value: value.name, lambda value: value[0], lambda value: value + 1, lambda value: 1 - value,
        lambda value: f"{value}", lambda value: value(), lambda value: {value}, lambda value: 1 in value,
    ],
)  # fmt: skip
def test_any_use_of_an_unread_value_raises(use: Callable[[Any], object]) -> None:
    with pytest.raises(Unreadable):
        use(UNREAD)
