"""The rules of a disputed item's request: IMR402 and IMR405 and up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check
from imr_cli.law_files import phrases
from imr_cli.partly_authorized import is_more_of_the_same, parts_of
from imr_cli.request_amounts import read_amounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Case, Item
    from imr_cli.finding import Path
    from imr_cli.review import Review

_REMAINING = re.compile(r"\b(?:remaining|remainder|rest of|balance of)\b", re.IGNORECASE)


@check("audit", "IMR402", "error", floor="warning")
def retrospective_without_service_date(case: Case) -> Iterator[Fault]:
    """A service under retrospective review has no date of service, or another one has.

    Why: the date of service says which edition of the guideline governs a service already given.
    Example: `timing: retrospective` alone.
    Remedy: add `service_date`, or correct `timing`.
    Authority: inference; no decision was seen that settles which edition governs.
    """
    for path, item in _items(case):
        if item.timing == "retrospective" and item.service_date is None:
            yield Fault("a retrospective item needs `service_date`", (*path, "timing"))
        if item.timing != "retrospective" and item.service_date is not None:
            yield Fault(
                f"`service_date` is for retrospective items; this one is {item.timing}",
                (*path, "service_date"),
            )


@check("review", "IMR405", "error", floor="warning")
def amounts_do_not_add_up(review: Review) -> Iterator[Fault]:
    """What was requested, less what was authorized, is not what remains in dispute.

    Why: the heading states all three, and one of them is wrong.
    Example: 12 visits requested, 6 authorized, and 4 visits in dispute.
    Remedy: correct the amounts. They are read from the words; where the tool misreads one, `--ignore IMR405`
    makes a warning of the finding.
    """
    for path, item in _items(review.case):
        for quantity, asked, approved, left in parts_of(item, review.table):
            if left is not None and asked - approved != left:
                yield Fault(
                    f"{asked:g} {quantity} requested and {approved:g} authorized do not leave {left:g}",
                    (*path, "treatment"),
                )


@check("audit", "IMR406", "warning")
def amount_against_words(case: Case) -> Iterator[Fault]:
    """A typed amount is another than the one in the treatment's words.

    Why: the letter prints the words, and the guideline's limits are held against the typed amount.
    Example: "Physical therapy, 6 visits" with `requested: {visits: 12}`.
    Remedy: correct one of the two.
    """
    for path, item in _items(case):
        in_words = read_amounts(item.treatment) if item.requested else {}
        for quantity, amount in item.requested.items():
            said = in_words.get(quantity)
            if said is not None and amount is not None and said != amount:
                yield Fault(
                    f"the treatment says {said:g} {quantity}, here are {amount:g}",
                    (*path, "requested", quantity),
                )


@check("audit", "IMR407", "warning")
def retrospective_in_words_only(case: Case) -> Iterator[Fault]:
    """A request calls itself retrospective, or names a date of service, and `timing` says otherwise.

    Why: the date of service, not the decision date, says which edition of the guideline governs a service
    already given.
    Example: "Retrospective injection to the right knee" without `timing: retrospective`.
    Remedy: write `timing: retrospective` and `service_date`.
    Authority: inference; no decision was seen that settles which edition governs.
    """
    pattern = phrases().pattern("retrospective")
    for path, item in _items(case):
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


@check("review", "IMR408", "warning")
def nothing_left_in_dispute(review: Review) -> Iterator[Fault]:
    """As much was authorized as was requested, or more, and the item is still in dispute.

    Why: what was authorized as requested needs no decision; one of the amounts is wrong, or the whole of
    another request is in dispute.
    Example: 12 visits requested, 16 authorized, and "remaining sessions" in dispute.
    Remedy: correct the amounts, or the treatment.
    """
    for path, item in _items(review.case):
        for quantity, asked, approved, left in parts_of(item, review.table):
            if left is None and approved >= asked and is_more_of_the_same(item, review.table):
                yield Fault(
                    f"{asked:g} {quantity} requested and {approved:g} authorized leave nothing in dispute",
                    (*path, "authorized"),
                )


@check("audit", "IMR409", "warning")
def part_called_whole(case: Case) -> Iterator[Fault]:
    """The whole request is said to be in dispute, but the treatment is a part of it.

    Why: the heading then says that the request is decided as it was made, and names less than that.
    Example: `disputed_part: whole` with "remaining 6 sessions" of 12.
    Remedy: write `disputed_part: remainder`, or repeat the original request as the treatment.
    """
    for path, item in _items(case):
        if item.disputed_part != "whole" or item.original_request is None:
            continue
        original, treatment = read_amounts(item.original_request), read_amounts(item.treatment)
        is_less = any(
            (treatment.get(name) or amount or 0) < (amount or 0) for name, amount in original.items()
        )
        says_so = _REMAINING.search(item.treatment) and not _REMAINING.search(item.original_request)
        if is_less or says_so:
            message = "`disputed_part` is whole, but the treatment is a part of the request"
            yield Fault(message, (*path, "disputed_part"))


def _items(case: Case) -> Iterator[tuple[Path, Item]]:
    for place, item in enumerate(case.disputed_items):
        yield ("disputed_items", place), item
