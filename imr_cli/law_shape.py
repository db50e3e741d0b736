"""The form of the smaller files under `guidelines/law`; `clock_shape` and `phrase_shape` have the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from imr_cli.law import CitationRule, RequiredPart, Reviewers, Specialty
from imr_cli.rules_law import not_an_expression
from imr_cli.shape import Day, Field, ListOf, MapOf, Number, OneOf, Record, Text

if TYPE_CHECKING:
    from imr_cli.finding import Finding, Path
    from imr_cli.reader import Node


class Expression(Text):
    """A regular expression. Compiling all of them takes longer than a letter: only tests do it here."""

    tried = False

    def read(self, node: Node, path: Path, faults: list[Finding]) -> str:
        text = super().read(node, path, faults)
        if self.tried:
            try:
                re.compile(text)
            except re.error as error:
                faults.append(not_an_expression(str(error), path=path))
        return text


TEXT, DAY, EXPRESSION = Text(), Day(), Expression()
EXPRESSIONS, WORDS = ListOf(EXPRESSION, 1), ListOf(TEXT, 1)
CERTAINTY = OneOf(("verified", "memory"))


def all_of(make: Any, /, **shapes: Any) -> Record:
    """A mapping in which every one of these fields is required."""
    return Record(make, *(Field(name, shape, required=True) for name, shape in shapes.items()))


CITATIONS = all_of(
    dict,
    names=all_of(dict, guideline=EXPRESSIONS, study=EXPRESSIONS, mtus=EXPRESSIONS),
    requirements=ListOf(
        Record(
            CitationRule,
            Field("id", TEXT, required=True),
            Field("since", DAY, required=True),
            Field("years", Number(1, 99)),
            Field("authority", TEXT, required=True),
            Field("certainty", CERTAINTY, required=True),
        ),
        1,
    ),
)

LETTER = all_of(
    dict,
    parts=ListOf(
        all_of(
            RequiredPart,
            id=TEXT,
            says=TEXT,
            required_when=TEXT,
            since=DAY,
            authority=TEXT,
            certainty=CERTAINTY,
        ),
        1,
    ),
)

REVIEWERS = all_of(
    Reviewers,
    states=WORDS,
    preferred_state=TEXT,
    fields=MapOf(EXPRESSION),
    narrower=MapOf(MapOf(EXPRESSION)),
    specialties=ListOf(all_of(Specialty, words=WORDS, far=WORDS), 1),
)
