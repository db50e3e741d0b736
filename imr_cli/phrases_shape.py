"""The form of `phrases.yaml`: expressions, and what is looked for before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from imr_cli.rules_law import not_an_expression
from imr_cli.shape import Either, Field, ListOf, MapOf, Number, OneOf, Record, Text

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


TEXT, EXPRESSION = Text(), Expression()
EXPRESSIONS, WORDS = ListOf(EXPRESSION, 1), ListOf(TEXT, 1)


def all_of(make: Any, /, **shapes: Any) -> Record:
    """A mapping in which every one of these fields is required."""
    return Record(make, *(Field(name, shape, required=True) for name, shape in shapes.items()))


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

NAMES = all_of(dict, words=WORDS, written=WORDS, pattern=EXPRESSIONS)

PHRASES = all_of(
    dict,
    abbreviations=WORDS,
    sex=all_of(
        dict,
        female=all_of(dict, nouns=WORDS, pronouns=WORDS),
        male=all_of(dict, nouns=WORDS, pronouns=WORDS),
        others=EXPRESSIONS,
        of_patient=EXPRESSIONS,
        met=EXPRESSION,
        names_patient=EXPRESSION,
        patient=EXPRESSION,
        own=EXPRESSION,
        either=EXPRESSION,
    ),
    age=GATED,
    before_age_alone=WORDS,
    age_alone=EXPRESSIONS,
    number_words=MapOf(Number(1, 99)),
    age_of_others=EXPRESSIONS,
    age_of_other_things=EXPRESSIONS,
    youngest_worker=Number(1, 99),
    young_person=EXPRESSION,
    date_of_injury=GATED,
    injury_on=GATED,
    injury_introduced=GATED,
    injury_after_day=GATED,
    injury_claimed=GATED,
    injury_around_day=all_of(dict, before=EXPRESSION, claim=EXPRESSION, pattern=EXPRESSION, bare=EXPRESSION),
    injury_befell=GATED,
    befell_before=EXPRESSION,
    befell_later=EXPRESSION,
    opens_with_day=EXPRESSION,
    other_injury=EXPRESSION,
    not_the_injury=EXPRESSIONS,
    not_this_injury=EXPRESSIONS,
    date_of_other_claim=EXPRESSION,
    date_is_wrong=EXPRESSION,
    not_at_work=EXPRESSION,
    span=EXPRESSION,
    date_of_denial=GATED,
    case_number=GATED,
    denied_on=GATED,
    denial_around_day=all_of(dict, before=EXPRESSION, pattern=EXPRESSION),
    denial_after_day=GATED,
    denied_generally=WORDS,
    not_the_denial=EXPRESSION,
    other_denial=EXPRESSION,
    future=EXPRESSIONS,
    has_been=EXPRESSIONS,
    has_been_behind=EXPRESSION,
    span_to_come=EXPRESSIONS,
    placeholders=GATED,
    placeholder_words=GATED,
    doubled_words_allowed=WORDS,
    names=NAMES,
    names_by_given=NAMES,
    given_names=WORDS,
    no_names=all_of(dict, words=WORDS, endings=WORDS, places=WORDS),
    identifying_numbers=GATED,
    causation=GATED,
    liability=GATED,
    illness=EXPRESSION,
    causation_aside=EXPRESSIONS,
    missing=GATED,
    missing_behind=GATED,
    clause_begins=EXPRESSION,
    missing_loss=EXPRESSION,
    lack_of=EXPRESSIONS,
    before_treatment=EXPRESSION,
    said_of_before=EXPRESSION,
    then_there=EXPRESSIONS,
    said_by_others=EXPRESSIONS,
    under_condition=EXPRESSION,
    guideline_asks=EXPRESSION,
    word_forms=MapOf(TEXT),
    missing_record=GATED,
    missing_record_behind=GATED,
    record_before=EXPRESSION,
    record_joined=EXPRESSION,
    another_record=EXPRESSION,
    record_named=all_of(dict, before=EXPRESSION, behind=EXPRESSION),
    mtus_is_silent=GATED,
    records=MapOf(RECORD_KIND),
    no_paperwork=EXPRESSION,
    no_record=EXPRESSIONS,
    no_record_yet=EXPRESSION,
    normal_in_record=EXPRESSION,
    seen_in_record=EXPRESSION,
    quoted_record=EXPRESSION,
    dated_record=GATED,
    dated_record_behind=all_of(dict, before=EXPRESSION, pattern=EXPRESSION),
    day_of_note=all_of(dict, before=EXPRESSION, pattern=EXPRESSION),
    no_dated_record=EXPRESSIONS,
    not_at_hand=EXPRESSION,
    associated=EXPRESSION,
    rests_on_parent=GATED,
    retrospective=EXPRESSION,
    names_request=EXPRESSION,
    names_treatment=EXPRESSIONS,
    kinds_of_treatment=MapOf(WORDS),
    request_words=WORDS,
    thin_words=WORDS,
    body_parts=MapOf(WORDS),
    structures=MapOf(WORDS),
    regions=MapOf(all_of(dict, parts=WORDS, words=WORDS)),
    signs_elsewhere=EXPRESSION,
    show_in=MapOf(WORDS),
    limb_of_side=EXPRESSION,
    limb=GATED,
    spine=GATED,
    spine_words=WORDS,
    of_spine=EXPRESSIONS,
    no_side=EXPRESSION,
    left_over=all_of(dict, before=EXPRESSION, behind=EXPRESSION),
    compared=EXPRESSION,
    not_of_case=EXPRESSIONS,
    not_of_case_behind=EXPRESSION,
    hardest_grade=Number(1, 40),
    least_words=Number(1, 1000),
    small_words=WORDS,
    sides=WORDS,
    units_of_dose=WORDS,
)
