"""The form of `phrases.yaml`: expressions, and what is looked for before them."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from imr_cli.files.schema import (
    EXPRESSION,
    EXPRESSIONS,
    TEXT,
    WORDS,
    Either,
    Field,
    MapOf,
    Number,
    OneOf,
    Record,
    all_of,
)
from imr_cli.guideline.law import _read

if TYPE_CHECKING:
    from collections.abc import Mapping


class Prefilter(NamedTuple):
    """What a text must have for an expression to be worth trying: one of the words, and one of the anchors.

    Without words, or without anchors, any text will do. `anchors` are pieces of text.
    """

    words: frozenset[str]
    anchors: tuple[str, ...]


_NAMED = re.compile(r"\{([a-z_]+)\}")


class Phrases:
    """`phrases.yaml` or `conclusions.yaml`.

    Their expressions are for text in lower case with single blanks (`text_facts`).
    """

    def __init__(self, texts: Mapping[str, Any]) -> None:
        self.texts = texts
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._gates: dict[tuple[str, ...], Prefilter] = {}

    def pattern(self, *path: str) -> re.Pattern[str]:
        """The expression of an entry, compiled when it is first needed."""
        found = self._compiled.get(path)
        if found is None:
            found = self._compiled[path] = re.compile(self.expression(*path))
        return found

    def expression(self, *path: str) -> str:
        """The text of an entry's expression; several are alternatives."""
        entry = self.entry(*path)
        entry = entry["pattern"] if isinstance(entry, dict) else entry
        text = entry if isinstance(entry, str) else "|".join(entry)
        return self.written_out(text, self.entry(*path[:-1]))

    @staticmethod
    def written_out(expression: str, beside: Mapping[str, Any]) -> str:
        """The expression with the text of an entry beside it in place of each `{name}`."""
        while names := [each for each in _NAMED.findall(expression) if each in beside]:
            for name in names:
                expression = expression.replace(f"{{{name}}}", beside[name])
        return expression

    def prefilter(self, *path: str) -> Prefilter:
        """What a text must have for the entry's expression to be found in it."""
        found = self._gates.get(path)
        if found is None:
            entry = self.entry(*path)
            found = Prefilter(frozenset(entry.get("words", ())), tuple(entry.get("anchors", ())))
            self._gates[path] = found
        return found

    def entry(self, *path: str) -> Any:
        """What stands under those keys."""
        entry: Any = self.texts
        for step in path:
            entry = entry[step]
        return entry

    @cached_property
    def sentence_end(self) -> re.Pattern[str]:
        """The mark that ends a sentence, with the blank after it; the stop of an abbreviation is none."""
        stops = "".join(rf"(?<!\b{re.escape(each)}\.)" for each in self.texts["abbreviations"])
        return re.compile(rf"[.!?]{stops}[\"')]* ")

    @cached_property
    def part_of_body(self) -> dict[str, str]:
        """Each word for a part of the body, with its part."""
        return {word: part for part, words in self.texts["body_parts"].items() for word in words}

    @cached_property
    def part_meant(self) -> dict[str, frozenset[str]]:
        """Each word that may mean a part of the body, with the parts that it may mean."""
        found: dict[str, set[str]] = {}
        for kind in ("body_parts", "structures"):
            for part, words in self.texts[kind].items():
                for word in words:
                    found.setdefault(word, set()).add(part)
        return {word: frozenset(parts) for word, parts in found.items()}

    @cached_property
    def request_words(self) -> frozenset[str]:
        """Words of a request that say nothing of what is asked for."""
        return frozenset(self.texts["request_words"])

    @cached_property
    def given_names(self) -> frozenset[str]:
        """First names of persons."""
        return frozenset(self.texts["given_names"])

    @cached_property
    def sexes(self) -> dict[str, tuple[str, bool]]:
        """Each word that tells a sex: (sex, whether the word names the patient)."""
        return {
            word: (sex, kind == "nouns")
            for sex in ("female", "male")
            for kind in ("nouns", "pronouns")
            for word in self.texts["sex"][sex][kind]
        }

    @cached_property
    def key_records(self) -> tuple[str, ...]:
        """The kinds of records that decide many cases."""
        return tuple(kind for kind, row in self.texts["records"].items() if row.get("key") == "yes")


@cache
def conclusions() -> Phrases:
    """How rationales conclude."""
    return Phrases(_read("language/conclusions.yaml", CONCLUSIONS))


@cache
def phrases() -> Phrases:
    """How texts say things."""
    return Phrases(_read("language/phrases.yaml", PHRASES))


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

CONCLUSIONS = all_of(
    dict,
    anchors=WORDS,
    **dict.fromkeys(
        (
            "medically",
            "between",
            "sure",
            "fits",
            "nt",
            "is_not",
            "person",
            "gap",
            "writing",
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
            "perhaps_on_request",
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
            "plainly",
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
            "past_behind",
            "supposed_of_request",
            "no_doubt",
            "rejected",
            "beyond_request",
            "later",
            "named",
            "exceeded",
            "negated_verb",
            "weak_decided_before",
        ),
        EXPRESSION,
    ),
)
