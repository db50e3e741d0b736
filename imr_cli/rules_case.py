"""The rules of a case as a whole: IMR451 and up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check
from imr_cli.near import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Case


@check("case", "IMR451")
def depends_on_unknown_item(case: Case) -> Iterator[Fault]:
    """An item depends on one that the case does not have, or on itself.

    Why: a service that is only needed for another is decided with it.
    Example: `depends_on: 5` in a case of three items.
    Remedy: give the number of the other item (the first is 1), or its treatment.
    """
    for place, item in enumerate(case.disputed_items):
        if item.depends_on is None:
            continue
        path = ("disputed_items", place, "depends_on")
        parent = case.parent_of(item)
        if parent is None:
            yield Fault(
                f"`depends_on` names no item of this case (items 1 to {len(case.disputed_items)})", path
            )
        elif parent is item:
            yield Fault("an item cannot depend on itself", path)
        elif _leads_back(case, place):
            yield Fault("items depend on one another in a circle", path)


def _leads_back(case: Case, place: int) -> bool:
    item = case.disputed_items[place]
    seen: list[int] = []
    while item.depends_on is not None and id(item) not in seen:
        seen.append(id(item))
        parent = case.parent_of(item)
        if parent is None:
            return False
        item = parent
    return item.depends_on is not None


@check("case", "IMR452")
def unknown_record(case: Case) -> Iterator[Fault]:
    """An item rests on a record that is not listed, or two records share an id.

    Why: what an analysis rests on must be among the documents reviewed.
    Example: `records: [R7]` where the list ends at R5.
    Remedy: correct the id, or list the record.
    Authority: 8 CCR 9792.10.6(d); LC 4610.6(e) (memory).
    """
    ids = [record.id for record in case.records if record.id is not None]
    for place, record in enumerate(case.records):
        if record.id is not None and ids.index(record.id) != ids_before(case, place):
            yield Fault("two records share this id", ("records", place, "id"))
    for place, item in enumerate(case.disputed_items):
        for entry, name in enumerate(item.records):
            if name not in ids:
                yield Fault(
                    f"no record of the case has this id{did_you_mean(name, ids)}",
                    ("disputed_items", place, "records", entry),
                )


def ids_before(case: Case, place: int) -> int:
    """How many records before that place have an id."""
    return sum(record.id is not None for record in case.records[:place])
