"""Compare every disputed item with the guideline in force, and propose where a physician has not decided.

A decision in the case is never changed, and a missing one is never defaulted: it is proposed where the
guideline's direction is plain, and the letter is then a draft; otherwise the case is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from imr_cli.decision.standing import Direction, Standing, compare_with_topic
from imr_cli.decision.topic import find_topic

if TYPE_CHECKING:
    from imr_cli.case.model import Case, Decision, Item
    from imr_cli.guideline.table import Table

Outcome = Literal["uphold", "partial-overturn", "overturn"]
PROPOSALS: dict[str, Decision] = {"supports": "overturned", "does-not-support": "upheld"}


class ItemDecision(NamedTuple):
    """What the letter says of an item: the case's own decision, or a proposed one."""

    decision: Decision
    rationale: str
    is_proposed: bool = False


def stand(case: Case, table: Table) -> tuple[Standing, ...]:
    """Compare every item of the case with the guideline in force on its governing date."""
    return tuple(_stand_item(case, item, table) for item in case.disputed_items)


def _stand_item(case: Case, item: Item, table: Table) -> Standing:
    day = case.governing_date(item)
    found = find_topic(case, item, day, table)
    if found.topic is None or found.document is None:
        direction: Direction = "does-not-address" if found.is_not_addressed else "cannot-tell"
        return Standing(day, direction, (found.how,), found, found.document)
    return compare_with_topic(item, found.topic, found.document, table, found=found, day=day)


def decide_item(item: Item, standing: Standing) -> ItemDecision | None:
    """Return the item's decision, else a proposal where the direction is plain, else None."""
    if item.decision is not None:
        return ItemDecision(item.decision, item.rationale or "")
    proposed = PROPOSALS.get(standing.direction)
    return ItemDecision(proposed, item.rationale or "", is_proposed=True) if proposed is not None else None


def outcome(decisions: tuple[ItemDecision, ...]) -> Outcome:
    """Return the case's outcome, derived from its items and stored nowhere else."""
    words = {each.decision for each in decisions}
    if words == {"upheld"}:
        return "uphold"
    return "overturn" if words == {"overturned"} else "partial-overturn"


def limit_words(statement: str, figure: str) -> str:
    """Return a limit's statement with its figure."""
    return statement.replace("{n}", figure)
