"""The names of letters' files: a pattern of safe parts of the case, such as `{year}-{case_number}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imr_cli.review import Review

PARTS = ("case_number", "decision_date", "year", "outcome", "priority", "status")
"""Parts of a name. Each is a word of the program or a checked token, so none can hold a path."""
USUAL = "{case_number}"

_PLAIN = re.compile(r"[A-Za-z0-9 ._+=,-]*")


class NameFault(ValueError):
    """A pattern that cannot name files; its text says why."""


def check_pattern(pattern: str) -> None:
    """See to it that a pattern gives safe file names.

    Raises:
        NameFault: it has a part that there is not, or text that is not safe in a file name.
    """
    from string import Formatter  # the usual pattern is known to be right

    try:
        pieces = list(Formatter().parse(pattern))
    except ValueError as error:
        raise NameFault(f"{pattern!r} is no pattern: {error}") from None
    parts = [part for _, part, _, _ in pieces if part is not None]
    for text, part, form, conversion in pieces:
        if not _PLAIN.fullmatch(text):
            raise NameFault(f"{pattern!r}: only letters, digits, blanks and . _ - + = , may stand in a name")
        if part is not None and (part not in PARTS or form or conversion):
            raise NameFault(f"{pattern!r}: no part {{{part}}}; there are {', '.join(PARTS)}")
    if not parts:
        raise NameFault(f"{pattern!r} names every letter alike; use {{case_number}}")
    if pattern[0] in ". -" or pattern.endswith((" ", ".")):
        raise NameFault(f"{pattern!r}: a name begins with a letter, a digit or a part, and ends so")


def name_of(pattern: str, review: Review) -> str:
    """The name of a case's letter, without its suffix."""
    case = review.case
    if pattern == USUAL:
        return case.case_number
    decision = case.dates.decision
    return pattern.format(
        case_number=case.case_number,
        decision_date=decision.isoformat(),
        year=f"{decision.year:04}",
        outcome=review.outcome,
        priority=case.priority,
        status="draft" if review.is_draft else "final",
    )
