"""The guideline table's rows: documents with their editions, topics, criteria and limits.

A row is a fact with a source, a basis and a confidence. Nothing here decides anything.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  (a field's type is part of what the class says)
from typing import Literal, NamedTuple

Basis = Literal["verified", "memory", "draft"]
Confidence = Literal["high", "medium", "low"]

Stance = Literal[
    "recommended", "recommended-with-criteria", "optional", "not-recommended", "under-study", "informational"
]


class CitedAs(NamedTuple):
    """How letters print a document: title and year."""

    title: str
    year: str | None = None


class Document(NamedTuple):
    """One edition of one guideline. In force from `first_day` up to, not including, `end_day`.

    None for a day means: not known, or (for `end_day`) still in force; `certainty` says which.
    """

    id: str
    guideline: str
    title: str
    cited_as: CitedAs
    legal_section: str
    publisher: str
    status: Literal["adopted", "unconfirmed", "proposed", "statute", "placeholder"]
    confidence: Confidence
    certainty: dict[str, str]
    source: str | None = None
    checked: dt.date | None = None
    chapter: str | None = None
    edition: str | None = None
    first_day: dt.date | None = None
    end_day: dt.date | None = None
    partly_until: dt.date | None = None
    registry: dict[str, tuple[str, ...]] = {}
    body_parts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    does_not_address: tuple[str, ...] = ()
    continuing_care: tuple[str, ...] = ()
    therapy_after_surgery: tuple[str, ...] = ()
    note: str | None = None

    def is_in_force(self, day: dt.date) -> bool:
        """Return whether this edition applied on that day, as far as is known: an unknown first day is no."""
        if self.first_day is None or day < self.first_day:
            return False
        return self.end_day is None or day < self.end_day

    @property
    def name(self) -> str:
        """Return title and year as letters cite it."""
        year = self.cited_as.year
        return f"{self.cited_as.title} {year}" if year else self.cited_as.title


class Criterion(NamedTuple):
    """What must be documented. `not_met` says the same of its absence, as a rationale would.

    `asked` says when: always, only for treatment that goes on after earlier treatment, or only where an
    amount goes over a limit (and then it lifts the limit). `from_limit` names a limit whose being met
    answers the criterion without a finding.
    """

    id: str
    statement: str
    not_met: str | None = None
    asked: Literal["always", "when-continuing", "when-over-limit"] = "always"
    from_limit: str | None = None
    formerly: tuple[str, ...] = ()


class LimitKind(NamedTuple):
    """What a limit's figure means and how it is compared with a case.

    `compares` names the quantity; without it the figure is shown and never decides. `counts` says what is
    added up: `total` is requested and prior together. `prior_quantity` names the quantity of what
    went before where it is another one (injections of the past year). `waived_by` is a criterion that lifts
    the limit.
    """

    id: str
    statement: str
    compares: str | None = None
    bound: Literal["at-most", "at-least"] | None = None
    counts: Literal["total", "requested", "prior"] | None = None
    prior_quantity: str | None = None
    waived_by: str | None = None


class Figure(NamedTuple):
    """A number, or a range, as the guideline gives it."""

    low: float
    high: float

    def __str__(self) -> str:
        """Return the figure as a sentence has it: `6`, or `4 to 6`."""
        return f"{self.high:g}" if self.low == self.high else f"{self.low:g} to {self.high:g}"


class Check(NamedTuple):
    """One comparison of a row with a source."""

    field: str
    verdict: Literal["confirmed", "partly"]
    source: str
    url: str | None = None
    note: str | None = None


class Variant(NamedTuple):
    """A topic refined for a condition, ingredient or body part; what is None is the topic's own."""

    when: dict[str, str]
    words: tuple[str, ...] = ()
    stance: Stance | None = None
    limits: dict[str, Figure] = {}
    criteria: tuple[str, ...] = ()
    pages: str | None = None
    note: str | None = None


class Topic(NamedTuple):
    """What one document says about one kind of treatment.

    `criteria` must be documented for it to be recommended (all of them, or as `criteria_logic` has it).
    For a treatment that is not recommended, `applies_when` names the situation in which the advice against
    it holds, `except_when` the one in which it does not.
    """

    id: str
    title: str
    stance: Stance
    basis: Basis
    confidence: Confidence
    document: str = ""
    checked: dt.date | None = None
    formerly: tuple[str, ...] = ()
    section: str | None = None
    also_cited_as: tuple[str, ...] = ()
    table: str | None = None
    pages: str | None = None
    pages_basis: Basis | None = None
    pages_confidence: Confidence | None = None
    injury_from: dt.date | None = None
    limits: dict[str, Figure] = {}
    criteria: tuple[str, ...] = ()
    criteria_logic: str = "all"
    applies_when: tuple[str, ...] = ()
    except_when: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    flags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    cpt: tuple[str, ...] = ()
    hcpcs: tuple[str, ...] = ()
    icd9: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    cited: dict[str, float] = {}
    notes: str | None = None
    verified: tuple[str, ...] = ()
    source: str | None = None
    checks: tuple[Check, ...] = ()

    @property
    def own_words(self) -> tuple[str, ...]:
        """Return the texts by which a request finds the topic."""
        return (self.title, *self.also_cited_as, *self.aliases)

    @property
    def cited_section(self) -> str:
        """Return the section's name as a citation has it."""
        return self.section or self.title

    @property
    def rests_on_memory(self) -> bool:
        """Return whether the row, as a whole, has not been seen in a source."""
        return self.basis != "verified"

    @property
    def is_uncertain(self) -> bool:
        """Return whether the row is too uncertain to carry a finding or a proposal on its own."""
        return self.confidence == "low"
