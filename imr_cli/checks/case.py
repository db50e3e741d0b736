"""The rules of a case as a whole: IMR451 and up."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from imr_cli.case.model import prevailing
from imr_cli.findings.finding import Fault, Unreadable, check
from imr_cli.texts.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case.model import Case, Item
    from imr_cli.checks.audit import Audit


@check("IMR451", stage="form")
def depends_on_unknown_item(audit: Audit) -> Iterator[Fault]:
    """An item depends on one that the case does not have, or on itself.

    Why: a service that is only needed for another is decided with it.
    Example: `depends_on: 5` in a case of three items.
    Remedy: give the number of the other item (the first is 1), or its treatment.
    """
    case = audit.case
    for index, item in enumerate(case.disputed_items):
        if item.depends_on is None:
            continue
        path = ("disputed_items", index, "depends_on")
        parent = case.parent_of(item)
        if parent is None:
            yield Fault(
                f"`depends_on` names no item of this case (items 1 to {len(case.disputed_items)})", path
            )
        elif parent is item:
            yield Fault("an item cannot depend on itself", path)
        elif _leads_back(case, index):
            yield Fault("items depend on one another in a circle", path)


def _leads_back(case: Case, index: int) -> bool:
    item = case.disputed_items[index]
    seen: list[int] = []
    while item.depends_on is not None and id(item) not in seen:
        seen.append(id(item))
        parent = case.parent_of(item)
        if parent is None:
            return False
        item = parent
    return item.depends_on is not None


@check("IMR452", stage="form")
def unknown_record(audit: Audit) -> Iterator[Fault]:
    """An item rests on a record that is not listed, or two records share an id.

    Why: what an analysis rests on must be among the documents reviewed.
    Example: `records: [R7]` where the list ends at R5.
    Remedy: correct the id, or list the record.
    Authority: 8 CCR 9792.10.6(d); LC 4610.6(e) (memory).
    """
    case = audit.case
    ids: list[str] = []
    for index, record in enumerate(case.records):
        if record.id is not None:
            if record.id in ids:
                yield Fault("two records share this id", ("records", index, "id"))
            ids.append(record.id)
    for index, item in enumerate(case.disputed_items):
        for entry, name in enumerate(item.records):
            if name not in ids:
                yield Fault("no record of the case has this id", ("disputed_items", index, "records", entry))


@check("IMR453", "error", floor="warning")
def item_twice_decided_differently(audit: Audit) -> Iterator[Fault]:
    """One treatment stands twice among the items, once upheld and once overturned.

    Why: the letter contradicts itself. Spelling and order of the words are no difference; nor is a
    `diagnosis`, which is not printed.
    Example: "MRI of the right knee" as item 1, upheld, and "Right knee MRI" as item 3, overturned.
    Remedy: delete one, or say in the treatment what tells the two apart (body part, amount, condition), or by
    `service_date`.
    Authority: LC 4610.6(e) (memory); 8 CCR 9792.10.6(d): one decision for each disputed treatment.
    """
    decided = _decisions(audit)
    for index, earlier in _repeated(audit):
        if {decided[index], decided[earlier]} == {"upheld", "overturned"}:
            yield Fault(f"item {earlier + 1} is the same treatment, decided otherwise", _treatment(index))


@check("IMR454", "warning")
def item_twice(audit: Audit) -> Iterator[Fault]:
    """One treatment stands twice among the items.

    Why: it was pasted twice, or another treatment of the application was lost.
    Example: "MRI of the right knee" as item 1 and as item 3.
    Remedy: delete one, or say what tells the two apart (body part, amount, `service_date`).
    """
    decided = _decisions(audit)
    for index, earlier in _repeated(audit):
        if {decided[index], decided[earlier]} != {"upheld", "overturned"}:
            yield Fault(f"item {earlier + 1} is the same treatment", _treatment(index))


@check("IMR455", "error", floor="warning")
def dependent_against_parent(audit: Audit) -> Iterator[Fault]:
    """A service is necessary although the treatment that it is only needed for is not.

    Why: the two decisions contradict each other.
    Example: an arthroscopy upheld, and `depends_on` it a cold therapy unit overturned.
    Remedy: correct one of the decisions, or take `depends_on` away where the service stands by itself.
    Authority: LC 4610.6(e) (memory).
    """
    decided = _decisions(audit)
    items = audit.case.disputed_items
    for index, item in enumerate(items):
        parent = audit.case.parent_of(item)
        if parent is None or decided[index] != "overturned":
            continue
        above = _place_of(parent, items)
        if decided[above] == "upheld":
            yield Fault(
                f"overturned, but item {above + 1}, which it is only needed for, is upheld",
                ("disputed_items", index, "treatment" if item.decision is None else "decision"),
            )


@check("IMR456", "warning")
def associated_against_others(audit: Audit) -> Iterator[Fault]:
    """A service that goes with a surgery is decided against it, as far as the words tell.

    Why: a service needed only for a surgery stands and falls with it.
    Example: every surgery of the case upheld, and an "Associated surgical service" overturned; or a
    rationale that rests on a surgery not being necessary, in a case that finds none unnecessary.
    Remedy: correct the decision, or name the surgery with `depends_on`.
    Authority: LC 4610.6(e) (memory).
    """
    decided, items = _decisions(audit), audit.case.disputed_items
    if len(items) < 2:
        return
    pattern = phrases().pattern("associated")
    associated = [pattern.match(item.treatment.lower()) is not None for item in items]
    surgeries = {decided[index] for index, request in enumerate(audit.requests) if request.is_surgery}
    others = {decided[index] for index, is_associated in enumerate(associated) if not is_associated}
    for index, item in enumerate(items):
        if decided[index] is None:
            continue
        parent = audit.case.parent_of(item)
        if associated[index] and decided[index] == "overturned" and parent is None:
            # Perhaps after an earlier surgery.
            is_after = "postoperative" in audit.requests[index].terms.words
            could_go_with = surgeries if surgeries and not is_after else others
            if item.surgery_date is None and could_go_with == {"upheld"}:
                yield Fault("overturned, but no treatment that it could go with is", _treatment(index))
        elif decided[index] == "upheld":
            others_decided = {*decided[:index], *decided[index + 1 :]}
            needed = others_decided if parent is None else {decided[_place_of(parent, items)]}
            rests = phrases().pattern("rests_on_parent")
            if needed == {"overturned"} and rests.search(audit.conclusions[index].sentence):
                which = "all others are" if parent is None else "that treatment is"
                yield Fault(
                    f"it rests on another treatment not being necessary, but {which} overturned",
                    _treatment(index),
                )


def _place_of(parent: Item, items: tuple[Item, ...]) -> int:
    return next(number for number, each in enumerate(items) if each is parent)


def _repeated(audit: Audit) -> Iterator[tuple[int, int]]:
    """Yield items that repeat an earlier one: their place, and that of the earlier one."""
    seen: dict[tuple[tuple[str, ...], ...], int] = {}
    for index, request in enumerate(audit.requests if len(audit.requests) > 1 else ()):
        if request.identity in seen:
            yield index, seen[request.identity]
        else:
            seen[request.identity] = index


def _decisions(audit: Audit) -> list[str | None]:
    return [each.decision if each is not None else None for each in audit.decisions]


def _treatment(index: int) -> tuple[str | int, ...]:
    return ("disputed_items", index, "treatment")


@check("IMR461", stage="form")
def decision_against_votes(audit: Audit) -> Iterator[Fault]:
    """A decision is not what the reviewers' votes come to.

    Why: the majority prevails, and an even split means that the treatment is provided; the letter lists
    all votes.
    Example: `votes: [upheld, overturned]` with `decision: upheld`.
    Remedy: correct the decision, or leave it out: it follows from the votes.
    Authority: 8 CCR 9792.10.6(c); LC 4610.6(e) (even split; memory).
    """
    for path, item in audit.items:
        with suppress(Unreadable):  # one item hides nothing of the next
            majority = prevailing(item.votes)
            if item.votes and item.decision not in (None, majority):
                upheld = item.votes.count("upheld")
                yield Fault(
                    f"{upheld} of {len(item.votes)} votes uphold the denial, so the item is {majority}",
                    (*path, "decision"),
                )


@check("IMR462", stage="form")
def votes_and_reviewers_differ(audit: Audit) -> Iterator[Fault]:
    """An item has more or fewer votes than the case has reviewers.

    Why: the letter lists every reviewer's qualifications and every determination; one of the two is
    incomplete.
    Example: three votes in a case with one `reviewer`.
    Remedy: list all reviewers under `reviewers`, and one vote of each.
    Authority: 8 CCR 9792.10.6(c).
    """
    number = len(audit.case.all_reviewers)
    for index, item in enumerate(audit.case.disputed_items):
        if item.votes and len(item.votes) != number:
            yield Fault(
                f"{len(item.votes)} votes, and the case has {number} reviewer{'' if number == 1 else 's'}",
                ("disputed_items", index, "votes"),
            )


@check("IMR465", "warning", stage="case")
def votes_missing(audit: Audit) -> Iterator[Fault]:
    """A case of several reviewers has an item without their votes.

    Why: every determination is listed in the letter.
    Example: `reviewers` with three entries and an item with `decision` alone.
    Remedy: add `votes` to the item.
    Authority: 8 CCR 9792.10.6(c); LC 4610.6(e) (memory).
    """
    for index, item in enumerate(audit.case.disputed_items):
        if audit.case.reviewers and not item.votes:
            yield Fault(
                "the determinations of the reviewers are missing (`votes`)",
                ("disputed_items", index, "treatment"),
            )


@check("IMR466", "note", stage="case")
def approval_of_several_reviewers(audit: Audit) -> Iterator[Fault]:
    """A case has several reviewers, which needs the Director's approval.

    Why: without the approval there is one reviewer.
    Example: `reviewers` with two entries.
    Remedy: make sure that the approval is on file.
    Authority: 8 CCR 9792.10.6(c).
    """
    if audit.case.reviewers:
        yield Fault("several reviewers need the approval of the Administrative Director", ("reviewers",))
