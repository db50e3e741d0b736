"""The amounts of an item that count: stated in the case, read from its words, or computed from dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from imr_cli.request_amounts import read_amounts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from imr_cli.case import Item, Quantity

MONTHS_SINCE_SURGERY = "months_since_surgery"


class Amounts(NamedTuple):
    """What is requested and what went before, by quantity; None is an amount that is said to be unknown.

    `read` are the requested quantities that were read from the request's words. `authorized` are those
    whose prior amount is the part that utilization review approved.
    """

    requested: Mapping[str, Quantity]
    prior: Mapping[str, Quantity]
    read: frozenset[str]
    authorized: frozenset[str]

    @property
    def goes_on(self) -> bool:
        """Whether the treatment goes on after earlier treatment of its kind."""
        return any(amount != 0 for name, amount in self.prior.items() if name != MONTHS_SINCE_SURGERY)


def amounts_of(item: Item, day: dt.date) -> Amounts:
    """The amounts of an item on its governing date. What the case states goes before what is read."""
    in_words = read_amounts(item.treatment)
    prior: dict[str, Quantity] = dict(item.prior)
    approved: Mapping[str, Quantity] = {}
    if item.authorized is not None and not item.is_whole_in_dispute:
        # The approved part belongs to the same course as the part that is still in dispute.
        approved = {
            name: amount for name, amount in read_amounts(item.authorized).items() if name not in prior
        }
        approved = {name: amount for name, amount in approved.items() if name in ("visits", "injections")}
        prior.update(approved)
    if item.surgery_date is not None:
        prior[MONTHS_SINCE_SURGERY] = months_between(item.surgery_date, day)
    return Amounts(
        requested={**in_words, **item.requested},
        prior=prior,
        read=frozenset(in_words) - frozenset(item.requested),
        authorized=frozenset(approved),
    )


def months_between(first: dt.date, last: dt.date) -> int:
    """Months from one day to a later one, a begun month counted whole; 0 on the day itself or before."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months + (last.day > first.day))
