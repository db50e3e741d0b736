"""What the checks look at: a case, what is decided of it, and what its texts say, read when first asked for.

Before anything is decided, and where a case is not whole, parts of it are `UNREAD`: a check that needs one
says nothing.
"""

from __future__ import annotations

from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

from imr_cli.decision.amounts import read_amounts
from imr_cli.findings.finding import UNREAD
from imr_cli.guideline.aliases import alias_index
from imr_cli.texts.conclusion import conclusion_of
from imr_cli.texts.prose import Prose, Words
from imr_cli.texts.requests import identity, is_surgery, treatment_fields
from imr_cli.texts.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from imr_cli.case.model import Case, Item
    from imr_cli.decision.decide import ItemDecision
    from imr_cli.decision.determination import Determination
    from imr_cli.decision.standing import Standing
    from imr_cli.findings.finding import Path
    from imr_cli.guideline.table import Table
    from imr_cli.guideline.vocabulary import Terms, Vocabulary
    from imr_cli.texts.conclusion import Conclusion

Entry = TypeVar("Entry")


def readable(entries: tuple[Entry, ...]) -> Iterator[tuple[int, Entry]]:
    """Return the entries of a list of a case that could be read, with their indexes."""
    return ((index, each) for index, each in enumerate(entries) if each is not UNREAD)


class Request:
    """One item's request, each part read when it is first asked for; of an unread item no part can be."""

    def __init__(self, item: Item, vocabulary: Vocabulary) -> None:
        self.item = item
        self.vocabulary = vocabulary

    @cached_property
    def terms(self) -> Terms:
        """What it is about, in the table's words."""
        return self.vocabulary.terms(self.item.treatment)

    @cached_property
    def amounts(self) -> Mapping[str, float | None]:
        """The amounts that its words state, by quantity; None for visits that it calls unknown."""
        return read_amounts(self.item.treatment)

    @cached_property
    def identity(self) -> tuple[tuple[str, ...], ...]:
        """What tells it from the other requests of its letter."""
        return identity(self.item)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields of treatment that it belongs to."""
        return treatment_fields(self.item.treatment)

    @cached_property
    def is_surgery(self) -> bool:
        """Whether it is for an operation, and not for a service around one."""
        return is_surgery(self.item.treatment)


class Audit:
    """A case under audit: its standings and decisions once there are any, and the readings of its texts."""

    standings: tuple[Standing, ...] = UNREAD
    decisions: tuple[ItemDecision | None, ...] = UNREAD

    def __init__(self, case: Case, table: Table) -> None:
        self.case = case
        self.table = table

    def take(self, determination: Determination) -> None:
        """Go on with what was decided of the case. What is read of its texts already is not read again."""
        self.standings = determination.standings
        self.decisions = determination.decisions

    @property
    def items(self) -> Iterator[tuple[Path, Item]]:
        """The items of which anything could be read, with their paths."""
        for index, item in readable(self.case.disputed_items):
            yield ("disputed_items", index), item

    @cached_property
    def texts(self) -> tuple[tuple[Path, Prose], ...]:
        """The reviewer's own words with their paths, the summary first. Blank rationales are left out."""
        rationales = enumerate(self.rationales)
        return (
            (("clinical_summary",), self.summary),
            *((("disputed_items", index, "rationale"), facts) for index, facts in rationales if facts.lower),
        )

    @cached_property
    def all_texts(self) -> Words:
        """All texts of the case in one, requests included: what is not in it is in none of them."""
        return Words("\n".join([each.lower for each in (self.summary, *self.rationales, *self.treatments)]))

    @cached_property
    def summary(self) -> Prose:
        """What the clinical summary says."""
        return Prose(self.case.clinical_summary)

    @cached_property
    def rationales(self) -> tuple[Prose, ...]:
        """What each item's rationale says, its own or a drafted one."""
        return tuple(Prose(each.rationale if each is not None else "") for each in self.decisions)

    @cached_property
    def treatments(self) -> tuple[Prose, ...]:
        """What each item's request says, with the request as it was first made."""
        return tuple(
            Prose(f"{item.treatment}. {item.original_request or ''}") for item in self.case.disputed_items
        )

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """What each item asks for."""
        vocabulary = alias_index(self.table).vocabulary
        return tuple(Request(item, vocabulary) for item in self.case.disputed_items)

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """What each item is about."""
        vocabulary = alias_index(self.table).vocabulary
        topics = [each.topic for each in self.standings]
        return tuple(
            Subject(item, topic, vocabulary) for item, topic in zip_longest(self.case.disputed_items, topics)
        )

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """What each rationale concludes."""
        both = zip(self.rationales, self.subjects, strict=True)
        return tuple(conclusion_of(facts, subject) for facts, subject in both)
