"""The rules of a disputed item's request: IMR402 and IMR405 and up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check
from imr_cli.law_files import phrases
from imr_cli.request_amounts import read_amounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Case, Item
    from imr_cli.finding import Path

_COUNTED = ("visits", "injections", "units")


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


@check("audit", "IMR405", "error", floor="warning")
def amounts_do_not_add_up(case: Case) -> Iterator[Fault]:
    """What was requested, less what was authorized, is not what remains in dispute.

    Why: the heading states all three, and one of them is wrong.
    Example: 12 visits requested, 6 authorized, and 4 visits in dispute.
    Remedy: correct the amounts. They are read from the words; where the tool misreads one, `--ignore IMR405`
    makes a warning of the finding.
    """
    for path, item in _items(case):
        if item.original_request is None or item.authorized is None or item.is_whole_in_dispute:
            continue
        original, authorized = read_amounts(item.original_request), read_amounts(item.authorized)
        remaining = {**read_amounts(item.treatment), **item.requested}
        for quantity in _COUNTED:
            asked, approved, left = original.get(quantity), authorized.get(quantity), remaining.get(quantity)
            if asked is None or approved is None or left is None or asked - approved == left:
                continue
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


def _items(case: Case) -> Iterator[tuple[Path, Item]]:
    for place, item in enumerate(case.disputed_items):
        yield ("disputed_items", place), item
