"""The rules of a disputed item: IMR401 and up."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from imr_cli.decision.amounts import read_amounts, single_count
from imr_cli.findings.finding import Fault, Unreadable, check
from imr_cli.guideline.aliases import alias_index
from imr_cli.texts.phrases import phrases, word_set
from imr_cli.texts.requests import sides_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case.model import Case, Item
    from imr_cli.checks.audit import Audit
    from imr_cli.findings.finding import Path
    from imr_cli.guideline.table import Table

    _Part = tuple[str, float, float, float | None]
    """A quantity as asked, approved and left; None where the part in dispute has no number."""

_REMAINING = re.compile(r"\b(?:remaining|remainder|rest of|balance of)\b", re.IGNORECASE)
_REFILLED = re.compile(r"\b(?:re)?fills?\b|\bmonth|\bsupply\b", re.IGNORECASE)

_BY_TIME = re.compile(
    r"#|\b(?:hours?|weeks?|visits?|sessions?|mg|mcg|tablets?|capsules?|daily)\b", re.IGNORECASE
)
"""What such words count may differ while days and months stay the same."""


@check("IMR401", stage="form")
def half_of_partly_authorized(audit: Audit) -> Iterator[Fault]:
    """A partly authorized request says what was asked, or what was approved, but not both.

    Why: the heading of such an item states both, and what is left.
    Example: `authorized` without `original_request`.
    Remedy: give both fields, or neither. `disputed_part` needs them too.
    """
    for path, item in audit.items:
        if item.original_request is not None and item.authorized is None:
            yield Fault("`original_request` needs `authorized` beside it", (*path, "original_request"))
        if item.authorized is not None and item.original_request is None:
            yield Fault("`authorized` needs `original_request` beside it", (*path, "authorized"))
        if item.disputed_part is not None and item.original_request is None:
            yield Fault(
                "`disputed_part` needs `original_request` and `authorized` beside it",
                (*path, "disputed_part"),
            )


@check("IMR403", stage="form")
def rationale_missing(audit: Audit) -> Iterator[Fault]:
    """An item is decided without a rationale.

    Why: every decision states its clinical reasons.
    Example: `decision: upheld` and nothing else.
    Remedy: the physician reviewer writes the rationale. The tool drafts one only where it also proposes the
    decision.
    Authority: LC 4610.6(e) (memory).
    """
    for path, item in audit.items:
        if item.decision is not None and item.rationale is None:
            yield Fault("`rationale` is missing for a decided item", (*path, "treatment"))


@check("IMR404", stage="form")
def nothing_cited(audit: Audit) -> Iterator[Fault]:
    """A side's guideline is there but cites nothing.

    Why: citing nothing is said with `none`, so that a forgotten citation is not taken for it.
    Example: `reviewer_guideline: {mtus: []}`.
    Remedy: add the citation, or write `none`.
    """
    for path, item in audit.items:
        with suppress(Unreadable):  # one item hides nothing of the next
            for side in ("claims_administrator_guideline", "reviewer_guideline"):
                cited = getattr(item, side)
                if cited is not None and not cited.is_none and not cited.mtus and not cited.other:
                    yield Fault(f"`{side}` cites nothing; write `none` if that is so", (*path, side))


@check("IMR402", "error", floor="warning", stage="case")
def retrospective_without_service_date(audit: Audit) -> Iterator[Fault]:
    """A service under retrospective review has no date of service, or another one has.

    Why: the date of service says which edition of the guideline governs a service already given.
    Example: `timing: retrospective` alone.
    Remedy: add `service_date`, or correct `timing`.
    Authority: inference; no decision was seen that settles which edition governs.
    """
    for path, item in _items(audit.case):
        if item.timing == "retrospective" and item.service_date is None:
            yield Fault("a retrospective item needs `service_date`", (*path, "timing"))
        if item.timing != "retrospective" and item.service_date is not None:
            yield Fault(
                f"`service_date` is for retrospective items; this one is {item.timing}",
                (*path, "service_date"),
            )


@check("IMR405", "error", floor="warning")
def amounts_do_not_add_up(audit: Audit) -> Iterator[Fault]:
    """What was requested, less what was authorized, is not what remains in dispute.

    Why: the heading states all three, and one of them is wrong.
    Example: 12 visits requested, 6 authorized, and 4 visits in dispute.
    Remedy: correct the amounts. They are read from the words; where the tool misreads one, `--ignore IMR405`
    makes a warning of the finding.
    """
    for path, item in _items(audit.case):
        for quantity, asked, approved, left in _parts_of(item, audit.table):
            if left is not None and asked - approved != left:
                yield Fault(
                    f"{asked:g} {quantity} requested and {approved:g} authorized do not leave {left:g}",
                    (*path, "treatment"),
                )


@check("IMR406", "warning", stage="case")
def amount_against_words(audit: Audit) -> Iterator[Fault]:
    """A typed amount is another than the one in the treatment's words.

    Why: the letter prints the words, and the guideline's limits are compared with the typed amount.
    Example: "Physical therapy, 6 visits" with `requested: {visits: 12}`.
    Remedy: correct one of the two.
    """
    for (path, item), request in zip(_items(audit.case), audit.requests, strict=True):
        in_words = request.amounts if item.requested else {}
        for quantity, amount in item.requested.items():
            said = in_words.get(quantity)
            if said is not None and amount is not None and said != amount:
                yield Fault(
                    f"the treatment says {said:g} {quantity}, here are {amount:g}",
                    (*path, "requested", quantity),
                )


@check("IMR407", "warning", stage="case")
def retrospective_in_words_only(audit: Audit) -> Iterator[Fault]:
    """A request calls itself retrospective, or names a date of service, and `timing` says otherwise.

    Why: the date of service, not the decision date, says which edition of the guideline governs a service
    already given.
    Example: "Retrospective injection to the right knee" without `timing: retrospective`.
    Remedy: write `timing: retrospective` and `service_date`.
    Authority: inference; no decision was seen that settles which edition governs.
    """
    pattern = phrases().pattern("retrospective")
    for path, item in _items(audit.case):
        if item.timing == "retrospective":
            continue
        for field in ("treatment", "original_request"):
            text = getattr(item, field)
            if text is not None and pattern.search(text.lower()):
                yield Fault(
                    f"the request is retrospective in its words, but `timing` is {item.timing}",
                    (*path, field),
                )
                break


@check("IMR408", "warning")
def nothing_left_in_dispute(audit: Audit) -> Iterator[Fault]:
    """As much was authorized as was requested, or more, and the item is still in dispute.

    Why: what was authorized as requested needs no decision; one of the amounts is wrong, or the whole of
    another request is in dispute.
    Example: 12 visits requested, 16 authorized, and "remaining sessions" in dispute.
    Remedy: correct the amounts, or the treatment.
    """
    for path, item in _items(audit.case):
        for quantity, asked, approved, left in _parts_of(item, audit.table):
            if left is not None or approved < asked:
                continue
            if _telling(item.treatment, audit.table) <= _telling(item.authorized or "", audit.table):
                yield Fault(
                    f"{asked:g} {quantity} requested and {approved:g} authorized leave nothing in dispute",
                    (*path, "authorized"),
                )


@check("IMR409", "warning", stage="case")
def part_called_whole(audit: Audit) -> Iterator[Fault]:
    """The whole request is said to be in dispute, but the treatment is a part of it.

    Why: the heading then says that the request is decided as it was made, and names less than that.
    Example: `disputed_part: whole` with "remaining 6 sessions" of 12.
    Remedy: write `disputed_part: remainder`, or repeat the original request as the treatment.
    """
    for (path, item), request in zip(_items(audit.case), audit.requests, strict=True):
        if item.disputed_part != "whole" or item.original_request is None:
            continue
        original, treatment = read_amounts(item.original_request), request.amounts
        is_less = any(
            (treatment.get(name) or amount or 0) < (amount or 0) for name, amount in original.items()
        )
        says_so = _REMAINING.search(item.treatment) and not _REMAINING.search(item.original_request)
        if is_less or says_so:
            message = "`disputed_part` is whole, but the treatment is a part of the request"
            yield Fault(message, (*path, "disputed_part"))


def _items(case: Case) -> Iterator[tuple[Path, Item]]:
    for index, item in enumerate(case.disputed_items):
        yield ("disputed_items", index), item


def _parts_of(item: Item, table: Table) -> Iterator[_Part]:
    """Yield the quantities that can be read in one way in what was asked and approved."""
    if item.original_request is None or item.authorized is None or item.is_whole_in_dispute:
        return
    texts = (item.original_request, item.authorized, item.treatment)
    whole, approved_part, part = (_telling(each, table) for each in texts)
    if _are_others(whole, approved_part) or _are_others(approved_part, part) or _is_elsewhere(texts, table):
        return
    original, authorized = read_amounts(item.original_request), read_amounts(item.authorized)
    remaining = {**read_amounts(item.treatment), **item.requested}
    found = False
    for quantity in ("visits", "injections", "units"):
        asked, approved = original.get(quantity), authorized.get(quantity)
        if asked is None or approved is None or (quantity == "units" and _is_in_portions(texts)):
            continue
        found = True
        yield quantity, asked, approved, remaining.get(quantity)
    if not found and approved_part <= whole and part <= whole:
        yield from _single(texts)


def _single(texts: tuple[str, str, str]) -> Iterator[_Part]:
    """Yield the one quantity other than visits and units that all three texts state."""
    counts = [single_count(each) for each in texts]
    quantities = {each[0] for each in counts if each is not None}
    if None in counts or len(quantities) != 1:
        return
    quantity = quantities.pop()
    if quantity in ("days", "months") and any(map(_BY_TIME.search, texts)):
        return
    asked, approved, left = (each[1] for each in counts if each is not None)
    yield quantity, asked, approved, left


def _is_in_portions(texts: tuple[str, str, str]) -> bool:
    """Return whether an amount may be dispensed several times, or is one of several."""
    return any(map(_REFILLED.search, texts)) or any(each.count("#") > 1 for each in texts)


def _is_elsewhere(texts: tuple[str, str, str], table: Table) -> bool:
    """Return whether the part in dispute is for another side or part of the body than the authorized one."""
    vocabulary = alias_index(table).vocabulary
    _, there, here = (vocabulary.terms(each).parts for each in texts)
    _, this_side, that_side = (sides_of(each) for each in texts)
    return _are_others(there, here) or bool(this_side and that_side and this_side != that_side)


def _are_others(these: frozenset[str], those: frozenset[str]) -> bool:
    return bool(these) and bool(those) and these.isdisjoint(those)


def _telling(text: str, table: Table) -> frozenset[str]:
    """Return the words that tell one treatment from another, in their usual form."""
    request = alias_index(table).vocabulary.terms(text)
    return (request.words - word_set("request_words")) | request.parts
