"""The rules of a disputed item's form: IMR401 and up. What else can be wrong with one: `rules_requests`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Item


@check("item", "IMR401")
def half_of_partly_authorized(item: Item) -> Iterator[Fault]:
    """A partly authorized request says what was asked, or what was approved, but not both.

    Why: the heading of such an item states both, and what is left.
    Example: `authorized` without `original_request`.
    Remedy: give both fields, or neither. `disputed_part` needs them too.
    """
    if item.original_request is not None and item.authorized is None:
        yield Fault("`original_request` needs `authorized` beside it", ("original_request",))
    if item.authorized is not None and item.original_request is None:
        yield Fault("`authorized` needs `original_request` beside it", ("authorized",))
    if item.disputed_part is not None and item.original_request is None:
        yield Fault("`disputed_part` needs `original_request` and `authorized` beside it", ("disputed_part",))


@check("item", "IMR403")
def rationale_missing(item: Item) -> Iterator[Fault]:
    """An item is decided without a rationale.

    Why: every decision states its clinical reasons.
    Example: `decision: upheld` and nothing else.
    Remedy: the physician reviewer writes the rationale. The tool drafts one only where it also proposes the
    decision.
    Authority: LC 4610.6(e) (memory).
    """
    if item.decision is not None and item.rationale is None:
        yield Fault("`rationale` is missing for a decided item", ("treatment",))


@check("item", "IMR404")
def nothing_cited(item: Item) -> Iterator[Fault]:
    """A side's guideline is there but cites nothing.

    Why: citing nothing is said with `none`, so that a forgotten citation is not taken for it.
    Example: `reviewer_guideline: {mtus: []}`.
    Remedy: add the citation, or write `none`.
    """
    for side in ("claims_administrator_guideline", "reviewer_guideline"):
        cited = getattr(item, side)
        if cited is not None and not cited.is_none and not cited.mtus and not cited.other:
            yield Fault(f"`{side}` cites nothing; write `none` if that is so", (side,))
