"""The rules of several reviewers: IMR461 and up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.case import prevailing
from imr_cli.finding import Fault, check, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case import Case, Item


@check("item", "IMR461")
def decision_against_votes(item: Item) -> Iterator[Fault]:
    """A decision is not what the reviewers' votes come to.

    Why: the majority prevails, and an even split means that the treatment is provided; the letter lists
    all votes.
    Example: `votes: [upheld, overturned]` with `decision: upheld`.
    Remedy: correct the decision, or leave it out: it follows from the votes.
    Authority: 8 CCR 9792.10.6(c); LC 4610.6(e) (even split; memory).
    """
    if item.votes and item.decision is not None and item.decision != prevailing(item.votes):
        upheld = item.votes.count("upheld")
        yield Fault(
            f"{upheld} of {len(item.votes)} votes uphold the denial, so the item is {prevailing(item.votes)}",
            ("decision",),
        )


@check("case", "IMR462")
def votes_and_reviewers_differ(case: Case) -> Iterator[Fault]:
    """An item has more or fewer votes than the case has reviewers.

    Why: the letter lists every reviewer's qualifications and every determination; one of the two is
    incomplete.
    Example: three votes in a case with one `reviewer`.
    Remedy: list all reviewers under `reviewers`, and one vote of each.
    Authority: 8 CCR 9792.10.6(c).
    """
    number = len(case.all_reviewers)
    for place, item in enumerate(case.disputed_items):
        if item.votes and len(item.votes) != number:
            yield Fault(
                f"{len(item.votes)} votes, and the case has {number} reviewer{'' if number == 1 else 's'}",
                ("disputed_items", place, "votes"),
            )


@rule("IMR463")
def reviewer_and_reviewers() -> str:
    """A case has both `reviewer` and `reviewers`.

    Why: nobody can tell how many reviewers there were.
    Example: `reviewers` was added and `reviewer` not taken away.
    Remedy: keep `reviewer` for one, `reviewers` for several.
    """
    return "a case has `reviewer`, or `reviewers` where there are several, and not both"


@rule("IMR464")
def vote_out_of_order() -> str:
    """A vote names another reviewer than its place says.

    Why: votes stand in the order of `reviewers`; a vote in the wrong place would be printed as somebody
    else's.
    Example: `votes: [{reviewer: 2, decision: upheld}, {reviewer: 1, decision: overturned}]`.
    Remedy: put the votes into the order of the reviewers, counted from 1.
    """
    return "votes stand in the order of `reviewers`, the first of reviewer 1"


@check("audit", "IMR465", "warning")
def votes_missing(case: Case) -> Iterator[Fault]:
    """A case of several reviewers has an item without their votes.

    Why: every determination is listed in the letter.
    Example: `reviewers` with three entries and an item with `decision` alone.
    Remedy: add `votes` to the item.
    Authority: 8 CCR 9792.10.6(c); LC 4610.6(e) (memory).
    """
    for place, item in enumerate(case.disputed_items):
        if case.reviewers and not item.votes:
            yield Fault(
                "the determinations of the reviewers are missing (`votes`)",
                ("disputed_items", place, "treatment"),
            )


@check("audit", "IMR466", "note")
def approval_of_several_reviewers(case: Case) -> Iterator[Fault]:
    """A case has several reviewers, which needs the Director's approval.

    Why: without the approval there is one reviewer.
    Example: `reviewers` with two entries.
    Remedy: make sure that the approval is on file.
    Authority: 8 CCR 9792.10.6(c).
    """
    if case.reviewers:
        yield Fault("several reviewers need the approval of the Administrative Director", ("reviewers",))
