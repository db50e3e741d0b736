"""The rules of the reviewer: IMR611 and up."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from imr_cli.findings.finding import Fault, check
from imr_cli.findings.suggest import did_you_mean
from imr_cli.guideline.law import reviewers
from imr_cli.texts.people import is_name, names_person
from imr_cli.texts.prose import Prose
from imr_cli.texts.requests import wider_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case.model import Case, Reviewer
    from imr_cli.checks.audit import Audit
    from imr_cli.findings.finding import Path

_PARTS = re.compile(r" [-\u2013\u2014|/] |[,;:()]")
"""What parts a qualification from a name beside it."""


@check("IMR611", "warning", stage="case")
def not_a_state(audit: Audit) -> Iterator[Fault]:
    """A licence is of no state of the United States.

    Why: the reviewer holds a licence of a state; a misspelled one looks like none.
    Example: `licensed_in: [Califronia]`.
    Remedy: write the state's full name.
    Authority: LC 139.5 (memory).
    """
    for path, reviewer in _reviewers(audit.case):
        for index, state in enumerate(reviewer.licensed_in):
            if " ".join(state.split()) not in reviewers().states:
                yield Fault(
                    f"this is no state of the United States{did_you_mean(state, reviewers().states)}",
                    (*path, "licensed_in", index),
                )


@check("IMR612", "note", stage="case")
def preferred_state_not_first(audit: Audit) -> Iterator[Fault]:
    """A licence of California stands behind others.

    Why: California is preferred, and readers look at the first one.
    Example: `licensed_in: [Texas, California]`.
    Remedy: put California first.
    Authority: LC 139.5 (memory).
    """
    preferred = reviewers().preferred_state
    for path, reviewer in _reviewers(audit.case):
        if preferred in reviewer.licensed_in[1:] and reviewer.licensed_in[0] != preferred:
            yield Fault(f"{preferred} should stand first", (*path, "licensed_in"))


@check("IMR613", "warning", stage="case")
def qualification_twice(audit: Audit) -> Iterator[Fault]:
    """A licence or a certification is given twice.

    Why: two primary certifications, or a state twice, come from a slip in the list.
    Example: `board_certifications: [Pain Management, Pain Management]`.
    Remedy: keep one.
    """
    for path, reviewer in _reviewers(audit.case):
        for field in ("board_certifications", "licensed_in"):
            entries = [" ".join(each.split()).casefold() for each in getattr(reviewer, field)]
            for index, entry in enumerate(entries):
                if entry in entries[:index]:
                    yield Fault("this stands in the list already", (*path, field, index))


@check("IMR614", "warning", stage="case")
def name_among_qualifications(audit: Audit) -> Iterator[Fault]:
    """What looks like a person's name stands among the qualifications.

    Why: the reviewer's qualifications are disclosed, never the name.
    Example: `board_certifications: ["John Roe, M.D."]`.
    Remedy: take the name out.
    Authority: LC 4610.6(f) (memory); Zuniga 2018.
    """
    for path, reviewer in _reviewers(audit.case):
        for field in ("board_certifications", "licensed_in"):
            for index, entry in enumerate(getattr(reviewer, field)):
                if _names_person(entry):
                    yield Fault(
                        "this looks like a person's name; the letter never names the reviewer",
                        (*path, field, index),
                    )


@check("IMR615", "warning", stage="case")
def specialty_far_off(audit: Audit) -> Iterator[Fault]:
    """No certification of the reviewer comes near the treatment.

    Why: the reviewer is chosen for the same or a similar specialty, and the letter says so.
    Example: a psychiatrist alone who decides on an arthroscopy.
    Remedy: check the certifications, or have another reviewer decide. Only specialties that are clearly
    far are reported; `guidelines/law/reviewers.yaml` has them.
    Authority: LC 139.5 (memory); Mackie 2021.
    """
    rows = [_far_fields(reviewer) for _, reviewer in _reviewers(audit.case)]
    far = frozenset.intersection(*rows) if rows else frozenset()
    if not far:
        return
    for index, request in enumerate(audit.requests):
        fields = request.fields
        if fields and all(name in far or wider_field(name) in far for name in fields):
            yield Fault(
                f"no certification of the reviewer is near this treatment ({fields[0].replace('-', ' ')})",
                ("disputed_items", index, "treatment"),
            )


def _reviewers(case: Case) -> Iterator[tuple[Path, Reviewer]]:
    """Yield every reviewer with the path of the fields."""
    if case.reviewers:
        for index, reviewer in enumerate(case.reviewers):
            yield ("reviewers", index), reviewer
    elif case.reviewer is not None:
        yield ("reviewer",), case.reviewer


@lru_cache(1000)
def _names_person(entry: str) -> bool:
    return any(map(is_name, _PARTS.split(entry))) or names_person(Prose(entry))


def _far_fields(reviewer: Reviewer) -> frozenset[str]:
    """Return the fields of treatment that every certification of a reviewer is far from."""
    rows = [_fields_far_from(certification) for certification in reviewer.board_certifications]
    return frozenset.intersection(*rows) if rows else frozenset()


@lru_cache(1000)
def _fields_far_from(certification: str) -> frozenset[str]:
    name = certification.lower()
    return frozenset(
        field
        for row in reviewers().specialties
        if any(re.search(rf"\b{re.escape(word)}", name) for word in row.words)
        for field in row.far
    )
