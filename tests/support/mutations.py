"""Faults put into good cases on purpose: what a slip of a person or of a system would leave behind.

Deterministic: the same cases give the same mutations. A case is plain data, every scalar text, as the file
has it.
"""

from __future__ import annotations

import copy
import datetime as dt
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Data = dict[str, Any]
OTHER = {"upheld": "overturned", "overturned": "upheld", "male": "female", "female": "male", "left": "right",
         "right": "left"}  # fmt: skip
SUPERSEDED = {"chronic-pain-2016": "chronic-pain-2009", "opioids-2016": "chronic-pain-2009"}
OTHER_PART = {
    "low-back-2004": "knee-2004", "neck-upper-back-2004": "low-back-2004", "shoulder-2004": "ankle-foot-2004",
    "knee-2004": "shoulder-2004", "elbow-2007": "knee-2004", "forearm-wrist-hand-2004": "low-back-2004",
    "ankle-foot-2004": "neck-upper-back-2004",
}  # fmt: skip
NUMBERS = {
    "Three": "Four",
    "6 sessions": "5 sessions",
    "2 sessions": "3 sessions",
    "18 sessions": "12 sessions",
}
KINDS: dict[str, Callable[[str, Mapping[str, Data]], Iterator[Data]]] = {}


class Mutation(NamedTuple):
    """What was done to which case, and the case that came of it."""

    kind: str
    case: str
    data: Data


def mutations(cases: Mapping[str, Data], number: int) -> list[Mutation]:
    """That many mutations, spread evenly over the kinds, and within a kind over the cases."""
    waiting = {kind: _spread(kind, make, cases) for kind, make in KINDS.items()}
    made: list[Mutation] = []
    while waiting and len(made) < number:
        for kind in list(waiting):
            mutation = next(waiting[kind], None)
            if mutation is None:
                del waiting[kind]
            elif len(made) < number:
                made.append(mutation)
    return made


def _spread(kind: str, make: Callable[[str, Mapping[str, Data]], Iterator[Data]],
            cases: Mapping[str, Data]) -> Iterator[Mutation]:  # fmt: skip
    """One of each case, then a second of each, and so on."""
    waiting = {name: make(name, cases) for name in sorted(cases)}
    while waiting:
        for name in list(waiting):
            data = next(waiting[name], None)
            if data is None:
                del waiting[name]
            else:
                yield Mutation(kind, name, data)


def kind(make: Callable[[str, Mapping[str, Data]], Iterator[Data]]) -> Callable[..., Iterator[Data]]:
    KINDS[make.__name__.replace("_", " ")] = make
    return make


def of_items(change: Callable[[Data, Data], bool]) -> Callable[[str, Mapping[str, Data]], Iterator[Data]]:
    """Mutations that change one item of a copy; the change says whether there was anything to change."""

    def make(name: str, cases: Mapping[str, Data]) -> Iterator[Data]:
        for place in range(len(cases[name]["disputed_items"])):
            data = copy.deepcopy(cases[name])
            if change(data, data["disputed_items"][place]):
                yield data

    make.__name__ = change.__name__
    return make


def of_case(change: Callable[[Data], bool]) -> Callable[[str, Mapping[str, Data]], Iterator[Data]]:
    """Mutations that change a copy of a case as a whole."""

    def make(name: str, cases: Mapping[str, Data]) -> Iterator[Data]:
        data = copy.deepcopy(cases[name])
        if change(data):
            yield data

    make.__name__ = change.__name__
    return make


@kind
@of_items
def decision_flipped(data: Data, item: Data) -> bool:
    item["decision"] = OTHER[item["decision"]]
    return True


@kind
@of_items
def conclusion_flipped(data: Data, item: Data) -> bool:
    text = " ".join(item["rationale"].split())
    if item["decision"] == "upheld":
        item["rationale"] = re.sub(r"not medically necessary", "medically necessary", text)
    else:
        item["rationale"] = re.sub(r"(is|are) medically necessary", r"\1 not medically necessary", text)
    return item["rationale"] != text


def _next_rationale(name: str, cases: Mapping[str, Data], item: Data, *, same: bool) -> str | None:
    """A rationale of the next case that has one, on another treatment, with the same or other decision."""
    names = sorted(cases)
    start = names.index(name)
    for step in range(1, len(names)):
        for other in cases[names[(start + step) % len(names)]]["disputed_items"]:
            if (other["decision"] == item["decision"]) == same and other["treatment"] != item["treatment"]:
                return str(other["rationale"])
    return None


@kind
def rationale_of_another_case(name: str, cases: Mapping[str, Data]) -> Iterator[Data]:
    """With the same decision, so that only the subject tells."""
    for place, item in enumerate(cases[name]["disputed_items"]):
        other = _next_rationale(name, cases, item, same=True)
        if other is not None:
            data = copy.deepcopy(cases[name])
            data["disputed_items"][place]["rationale"] = other
            yield data


@kind
def rationale_of_another_case_and_decision(name: str, cases: Mapping[str, Data]) -> Iterator[Data]:
    for place, item in enumerate(cases[name]["disputed_items"]):
        other = _next_rationale(name, cases, item, same=False)
        if other is not None:
            data = copy.deepcopy(cases[name])
            data["disputed_items"][place]["rationale"] = other
            yield data


def shifted(field: str, days: int) -> Callable[[Data], bool]:
    def change(data: Data) -> bool:
        day = dt.date.fromisoformat(data["dates"][field]) + dt.timedelta(days)
        data["dates"][field] = day.isoformat()
        return True

    change.__name__ = f"{field}_shifted_{days:+}_days"
    return change


for each in (
    ("injury", -10),
    ("utilization_review", -3),
    ("decision", 60),
    ("assigned", -40),
    ("decision", -30),
):
    kind(of_case(shifted(*each)))


@kind
@of_case
def sex_changed(data: Data) -> bool:
    """The patient of the file against the text."""
    found = re.search(r"\b(female|male|woman|man)\b", data["clinical_summary"])
    if found is None:
        return False
    data["patient"] = {"sex": "male" if found[1] in ("female", "woman") else "female"}
    return True


@kind
@of_case
def sex_changed_in_the_text(data: Data) -> bool:
    """A pronoun of the other sex in a rationale, as a pasted sentence would have it."""
    found = re.search(r"\b(female|male|woman|man)\b", data["clinical_summary"])
    if found is None:
        return False
    word = "He" if found[1] in ("female", "woman") else "She"
    item = data["disputed_items"][0]
    item["rationale"] = f"{word} has had this condition for some time. {item['rationale']}"
    return True


@kind
@of_case
def age_changed(data: Data) -> bool:
    found = re.search(r"(\d+)[- ]year[- ]old", data["clinical_summary"])
    if found is None:
        return False
    data["patient"] = {"age": str(int(found[1]) + 9)}
    return True


def _document_replaced(item: Data, by: Mapping[str, str]) -> bool:
    cited = item["reviewer_guideline"]
    for citation in cited.get("mtus", []) if isinstance(cited, dict) else []:
        if citation["document"] in by:
            citation["document"] = by[citation["document"]]
            citation.pop("sections", None)
            return len(cited["mtus"]) == 1
    return False


@kind
@of_items
def superseded_document(data: Data, item: Data) -> bool:
    return _document_replaced(item, SUPERSEDED)


@kind
@of_items
def document_of_another_part(data: Data, item: Data) -> bool:
    return _document_replaced(item, OTHER_PART)


@kind
@of_items
def item_duplicated(data: Data, item: Data) -> bool:
    data["disputed_items"].append(copy.deepcopy(item))
    return True


@kind
@of_items
def amount_changed(data: Data, item: Data) -> bool:
    """Only a partly authorized request has amounts that must add up."""
    if "authorized" not in item or item["treatment"] == item["original_request"]:
        return False
    old = item["treatment"]
    for words, other in NUMBERS.items():
        item["treatment"] = item["treatment"].replace(words, other)
    return item["treatment"] != old


@kind
@of_case
def reviewer_named(data: Data) -> bool:
    data["disputed_items"][0]["rationale"] += " Maria Q. Roe, M.D."
    return True


@kind
@of_case
def patient_named(data: Data) -> bool:
    data["clinical_summary"] = f"Ms. Roe is the injured worker. {data['clinical_summary']}"
    return True


@kind
@of_case
def placeholder_left(data: Data) -> bool:
    data["clinical_summary"] += " The injury happened at [NAME]."
    return True


@kind
@of_case
def number_of_another_year(data: Data) -> bool:
    data["case_number"] = f"CM{int(data['case_number'][2:4]) - 1}{data['case_number'][4:]}"
    return True


@kind
@of_case
def number_of_another_case_in_the_text(data: Data) -> bool:
    data["disputed_items"][0]["rationale"] += " See also the determination in CM15-0000042."
    return True


@kind
@of_items
def side_changed(data: Data, item: Data) -> bool:
    old = item["treatment"]
    item["treatment"] = re.sub(r"(?i)\b(left|right)\b", lambda match: OTHER[match[0].lower()], old)
    return item["treatment"] != old


@kind
@of_case
def cause_argued(data: Data) -> bool:
    data["disputed_items"][0]["rationale"] += " The condition is not related to the industrial injury."
    return True


@kind
@of_case
def only_paperwork_listed(data: Data) -> bool:
    data["records"] = [{"kind": "utilization-review", "date": data["dates"]["utilization_review"]}]
    return True


@kind
@of_case
def day_after_the_decision(data: Data) -> bool:
    day = dt.date.fromisoformat(data["dates"]["decision"]) + dt.timedelta(40)
    data["clinical_summary"] += f" An MRI of {day.month}/{day.day}/{day.year} showed no change."
    return True


@kind
@of_case
def records_long_before(data: Data) -> bool:
    day = dt.date.fromisoformat(data["dates"]["decision"]) - dt.timedelta(31)
    data["dates"]["records_received"] = day.isoformat()
    return True
