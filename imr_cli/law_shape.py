"""The form of the files under `guidelines/law`; that of the clocks is in `clock_shape`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from imr_cli.law import CitationRule, RequiredPart, Reviewers, Specialty
from imr_cli.rules_law import not_an_expression
from imr_cli.shape import Day, Either, Field, ListOf, MapOf, Number, OneOf, Record, Text

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


def _all_of(make: Any, /, **shapes: Any) -> Record:
    """A mapping in which every one of these fields is required."""
    return Record(make, *(Field(name, shape, required=True) for name, shape in shapes.items()))


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
    Field("past", EXPRESSIONS),
    Field("forms", MapOf(EXPRESSION)),
    Field("used", EXPRESSION),
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
    case_number=GATED,
    placeholders=GATED,
    placeholder_words=GATED,
    doubled_words_allowed=WORDS,
    names=NAMES,
    names_by_given=NAMES,
    given_names=WORDS,
    no_names=_all_of(dict, words=WORDS, endings=WORDS, places=WORDS),
    identifying_numbers=GATED,
    causation=GATED,
    causation_aside=EXPRESSIONS,
    missing=GATED,
    missing_behind=GATED,
    clause_begins=EXPRESSION,
    missing_loss=EXPRESSION,
    lack_of=EXPRESSION,
    then_there=EXPRESSIONS,
    said_by_others=EXPRESSIONS,
    under_condition=EXPRESSION,
    guideline_asks=EXPRESSION,
    word_forms=MapOf(TEXT),
    missing_record=GATED,
    missing_record_behind=GATED,
    record_before=EXPRESSION,
    record_joined=EXPRESSION,
    record_named=_all_of(dict, before=EXPRESSION, behind=EXPRESSION),
    mtus_is_silent=GATED,
    records=MapOf(RECORD_KIND),
    no_paperwork=EXPRESSION,
    no_record=EXPRESSIONS,
    no_record_yet=EXPRESSION,
    seen_in_record=EXPRESSION,
    quoted_record=EXPRESSION,
    dated_record=GATED,
    dated_record_behind=_all_of(dict, before=EXPRESSION, pattern=EXPRESSION),
    day_of_note=_all_of(dict, before=EXPRESSION, pattern=EXPRESSION),
    no_dated_record=EXPRESSIONS,
    not_at_hand=EXPRESSION,
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
