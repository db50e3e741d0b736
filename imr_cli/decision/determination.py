"""A case with how its items stand and what is decided of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from imr_cli.decision.decide import ItemDecision, Outcome, outcome

if TYPE_CHECKING:
    from imr_cli.case.model import Case
    from imr_cli.decision.standing import Standing


class Determination(NamedTuple):
    """A readable case with what is decided of its items.

    `decisions` has None for an item that nobody has decided and for which nothing can be proposed; the case
    is then refused. `standings` is empty where a finished case or record is only rendered.
    """

    case: Case
    standings: tuple[Standing, ...]
    decisions: tuple[ItemDecision | None, ...]

    @property
    def decided(self) -> tuple[ItemDecision, ...]:
        """The decisions of a case that is not refused."""
        return tuple(each for each in self.decisions if each is not None)

    @property
    def outcome(self) -> Outcome:
        """The outcome of a case that is not refused."""
        return outcome(self.decided)

    @property
    def is_draft(self) -> bool:
        """Whether any decision is only proposed."""
        return any(each.is_proposed for each in self.decided)
