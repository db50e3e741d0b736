"""The form of the files under `guidelines/law`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from imr_cli.law import CitationRule, Clock, Clocks, Holiday, RequiredPart, Reviewers, Specialty
from imr_cli.rules_law import not_an_expression
from imr_cli.shape import Day, Either, Field, ListOf, MapOf, Number, OneOf, Record, Text

if TYPE_CHECKING:
    from imr_cli.finding import Finding, Path
    from imr_cli.reader import Node

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LAST = -1


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


class _Place(Number):
    """Which one of a month's days of a kind: 1 to 5, or `last`."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        return LAST if node == "last" else super().read(node, path, faults)


TEXT, DAY, EXPRESSION = Text(), Day(), Expression()
EXPRESSIONS, WORDS = ListOf(EXPRESSION, 1), ListOf(TEXT, 1)
CERTAINTY = OneOf(("verified", "memory"))


def _all_of(make: Any, /, **shapes: Any) -> Record:
    """A mapping in which every one of these fields is required."""
    return Record(make, *(Field(name, shape, required=True) for name, shape in shapes.items()))


CLOCK = _all_of(
    Clock,
    id=TEXT,
    review=OneOf(("standard", "expedited", "formulary")),
    days=Number(1, 366),
    kind=OneOf(("calendar", "working")),
    starts=OneOf(("records_received", "assigned")),
    since=DAY,
    authority=TEXT,
    certainty=CERTAINTY,
)

HOLIDAY = Record(
    Holiday,
    Field("id", TEXT, required=True),
    Field("month", Number(1, 12), required=True),
    Field("day", Number(1, 31)),
    Field("weekday", OneOf(WEEKDAYS)),
    Field("place", _Place(1, 5)),
    Field("plus", Number(0, 6)),
    Field("sunday", OneOf(WEEKDAYS)),
    Field("saturday", OneOf(WEEKDAYS)),
)

CLOCKS = _all_of(Clocks, clocks=ListOf(CLOCK, 1), extension_days=Number(0, 30), holidays=ListOf(HOLIDAY, 1))

CITATIONS = _all_of(
    dict,
    names=_all_of(dict, guideline=EXPRESSIONS, study=EXPRESSIONS, mtus=EXPRESSIONS),
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

LETTER = _all_of(
    dict,
    parts=ListOf(
        _all_of(
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

REVIEWERS = _all_of(
    Reviewers,
    states=WORDS,
    preferred_state=TEXT,
    fields=MapOf(EXPRESSION),
    narrower=MapOf(MapOf(EXPRESSION)),
    specialties=ListOf(_all_of(Specialty, words=WORDS, far=WORDS), 1),
)

RECORD_KIND = Record(
    dict,
    Field("pattern", EXPRESSIONS, required=True),
    Field("words", WORDS),
    Field("anchors", WORDS),
    Field("paperwork", OneOf(("yes", "no"))),
    Field("key", OneOf(("yes", "no"))),
    Field("past", EXPRESSION),
)

GATED = Record(
    dict,
    Field("words", WORDS, "any text with a match has one of these words"),
    Field("anchors", WORDS, "any text with a match has one of these pieces"),
    Field("pattern", Either(EXPRESSION, EXPRESSIONS), required=True),
)

CONCLUSIONS = _all_of(
    dict,
    anchors=WORDS,
    **dict.fromkeys(
        (
            "medically",
            "between",
            "aside",
            "adverbs",
            "shown",
            "of",
            "measure",
            "denial",
            "speaker",
            "asked",
            "of_it",
            "fit",
        ),
        TEXT,
    ),
    **dict.fromkeys(
        (
            "against",
            "for",
            "open",
            "others",
            "negated",
            "taken_back",
            "on_request",
            "leads_to_request",
            "weak_against",
            "weak_for",
            "weak_past",
            "hints",
        ),
        EXPRESSIONS,
    ),
    **dict.fromkeys(
        (
            "thought",
            "clause",
            "turn",
            "infinitive",
            "relative",
            "bare",
            "possible",
            "seen_as",
            "would",
            "supposed",
            "condition_behind",
            "general_behind",
            "exceeded",
            "negated_verb",
            "weak_decided_before",
        ),
        EXPRESSION,
    ),
)

NAMES = _all_of(dict, words=WORDS, written=WORDS, pattern=EXPRESSIONS)

PHRASES = _all_of(
    dict,
    abbreviations=WORDS,
    sex=_all_of(
        dict,
        female=_all_of(dict, nouns=WORDS, pronouns=WORDS),
        male=_all_of(dict, nouns=WORDS, pronouns=WORDS),
        others=EXPRESSION,
        either=EXPRESSION,
    ),
    age=GATED,
    age_of_others=EXPRESSION,
    age_of_other_things=EXPRESSION,
    date_of_injury=GATED,
    other_injury=EXPRESSION,
    date_of_denial=GATED,
    future=EXPRESSION,
    placeholders=GATED,
    placeholder_words=GATED,
    doubled_words_allowed=WORDS,
    names=NAMES,
    identifying_numbers=GATED,
    causation=GATED,
    causation_aside=EXPRESSION,
    missing=GATED,
    missing_loss=EXPRESSION,
    missing_record=GATED,
    mtus_is_silent=GATED,
    records=MapOf(RECORD_KIND),
    no_record=EXPRESSION,
    dated_record=GATED,
    associated=EXPRESSION,
    rests_on_parent=GATED,
    retrospective=EXPRESSION,
    names_request=EXPRESSION,
    names_treatment=EXPRESSIONS,
    kinds_of_treatment=MapOf(WORDS),
    request_words=WORDS,
    body_parts=MapOf(WORDS),
    regions=MapOf(_all_of(dict, parts=WORDS, words=WORDS)),
    signs_elsewhere=EXPRESSION,
    show_in=MapOf(WORDS),
    hardest_grade=Number(1, 40),
    least_words=Number(1, 1000),
    small_words=WORDS,
    sides=WORDS,
    units_of_dose=WORDS,
)
