"""A request that was authorized in part: what was asked for, what was approved, what is left, held together.

Only amounts of the same treatment are held together: where something else was authorized, or something else
is in dispute, nothing has to add up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.alias_index import alias_index
from imr_cli.law_files import phrases
from imr_cli.request_amounts import read_amounts, single_count
from imr_cli.same_request import sides_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Item
    from imr_cli.table import Table

_COUNTED = ("visits", "injections", "units")
_SPREAD = ("days", "months")
_REFILLED = re.compile(r"\b(?:re)?fills?\b|\bmonth|\bsupply\b", re.IGNORECASE)
_BY_TIME = re.compile(
    r"#|\b(?:hours?|weeks?|visits?|sessions?|mg|mcg|tablets?|capsules?|daily)\b", re.IGNORECASE
)
"""What such words count may differ while days and months stay the same."""


class Parts(NamedTuple):
    """One quantity of a partly authorized request. `left` is None where the part in dispute has no number."""

    quantity: str
    asked: float
    approved: float
    left: float | None


def parts_of(item: Item, table: Table) -> Iterator[Parts]:
    """The quantities of an item's remainder that can be read in one way in what was asked and approved."""
    if item.original_request is None or item.authorized is None or item.is_whole_in_dispute:
        return
    texts = (item.original_request, item.authorized, item.treatment)
    whole, approved_part, part = (_telling(each, table) for each in texts)
    if _are_others(whole, approved_part) or _are_others(approved_part, part) or _is_elsewhere(texts, table):
        return
    original, authorized = read_amounts(item.original_request), read_amounts(item.authorized)
    remaining = {**read_amounts(item.treatment), **item.requested}
    found = False
    for quantity in _COUNTED:
        asked, approved = original.get(quantity), authorized.get(quantity)
        if asked is None or approved is None or (quantity == "units" and _is_in_portions(texts)):
            continue
        found = True
        yield Parts(quantity, asked, approved, remaining.get(quantity))
    if not found and approved_part <= whole and part <= whole:
        yield from _single(texts)


def _single(texts: tuple[str, str, str]) -> Iterator[Parts]:
    """The one quantity other than visits and units that all three texts state."""
    counts = [single_count(each) for each in texts]
    quantities = {each[0] for each in counts if each is not None}
    if None in counts or len(quantities) != 1:
        return
    quantity = quantities.pop()
    if quantity in _SPREAD and any(map(_BY_TIME.search, texts)):
        return
    asked, approved, left = (each[1] for each in counts if each is not None)
    yield Parts(quantity, asked, approved, left)


def _is_in_portions(texts: tuple[str, str, str]) -> bool:
    """Whether an amount may be dispensed several times, or is one of several."""
    return any(map(_REFILLED.search, texts)) or any(each.count("#") > 1 for each in texts)


def _is_elsewhere(texts: tuple[str, str, str], table: Table) -> bool:
    """Whether the part in dispute is for another side or part of the body than the authorized one."""
    vocabulary = alias_index(table).vocabulary
    _, there, here = (vocabulary.request(each).parts for each in texts)
    _, this_side, that_side = (sides_of(each) for each in texts)
    return _are_others(there, here) or bool(this_side and that_side and this_side != that_side)


def is_more_of_the_same(item: Item, table: Table) -> bool:
    """Whether the words of the part in dispute name nothing that the authorized part does not name."""
    return _telling(item.treatment, table) <= _telling(item.authorized or "", table)


def _are_others(these: frozenset[str], those: frozenset[str]) -> bool:
    return bool(these) and bool(those) and these.isdisjoint(those)


def _telling(text: str, table: Table) -> frozenset[str]:
    """The words that tell one treatment from another, in their usual form."""
    request = alias_index(table).vocabulary.request(text)
    return (request.words - phrases().request_words) | request.parts
