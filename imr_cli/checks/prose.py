"""The rules of what may not stand in a text, and of how it reads: IMR721 and up."""

from __future__ import annotations

import re
from itertools import chain, islice, pairwise
from operator import eq
from typing import TYPE_CHECKING

from imr_cli.findings.finding import Fault, check
from imr_cli.texts.people import names_person
from imr_cli.texts.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.checks.audit import Audit

_SYLLABLE = re.compile(r"[aeiouy]+")

_PAIRS = (
    "io", "ou", "ea", "ee", "ai", "ie", "oo", "ia", "au", "ue", "ay", "ey", "ei", "ui", "oi", "oy", "eo",
)  # fmt: skip

_SILENT_END = re.compile(r"[^aeiouyl]e(?=[^a-z]|$)")
_SENTENCE_END = re.compile(r"[^\s.!?;][.!?;][\"')]*(?=\s|$)")


def grade(text: str, least_words: int, hardest: float = 0) -> float | None:
    """Return the school grade that a text in lower case asks for, where it is above `hardest`.

    None for an easier text, and for one of fewer than `least_words` words.
    """
    words = text.count(" ") + 1
    if words < least_words:
        return None
    # Vowels are more than syllables; less the pairs of vowels, they are about as many, or more. Most texts
    # are so easy that counting either is enough.
    least_sentences, vowels = max(1, text.count(". ")), sum(map(text.count, "aeiouy"))
    if _grade(words, least_sentences, vowels) <= hardest:
        return None
    if _grade(words, least_sentences, vowels - sum(map(text.count, _PAIRS))) <= hardest:
        return None
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = max(words, len(_SYLLABLE.findall(text)) - len(_SILENT_END.findall(text)))
    found = _grade(words, sentences, syllables)
    return found if found > hardest else None


def _grade(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


@check("IMR721", "warning")
def another_case_number(audit: Audit) -> Iterator[Fault]:
    """The text has the number of another case.

    Why: text of another case was pasted in, and its number would be told to strangers.
    Example: "CM16-0123456" in the rationale of CM16-0123457.
    Remedy: take the text of the other case out.
    Authority: LC 4610.6(m) (published without identifying information; memory).
    """
    own = audit.case.case_number.lower()
    if not audit.all_texts.could_match("case_number"):
        return
    for path, facts in audit.texts:
        if any(
            "cm{}-{}".format(*filter(None, match.groups())) != own for match in facts.finditer("case_number")
        ):
            yield Fault("the text has the number of another case", path)


@check("IMR722", "warning")
def person_named(audit: Audit) -> Iterator[Fault]:
    """The text has what looks like a person's name.

    Why: the reviewer's name is confidential, and letters are published without names. A signature in a
    rationale is how a reviewer's name leaks.
    Example: a rationale that ends in a name with "M.D." behind it.
    Remedy: take the name out; write "the treating physician" or "the patient".
    Authority: LC 4610.6(f) and (m) (memory); Zuniga 2018.
    """
    if not (audit.all_texts.could_match("names") or audit.all_texts.could_match("names_by_given")):
        return
    for path, facts in audit.texts:
        if names_person(facts):
            yield Fault("this looks like a person's name; a letter names neither reviewer nor patient", path)


@check("IMR723", "warning")
def identifying_number(audit: Audit) -> Iterator[Fault]:
    """The text has a number that identifies a person.

    Why: letters are published without identifying information.
    Example: a date of birth, a social security number, a claim number, a telephone number, an e-mail address.
    Remedy: take it out.
    Authority: LC 4610.6(m) (memory).
    """
    may_be_named = audit.all_texts.could_match("identifying_numbers")
    for path, facts in audit.texts:
        if facts.identifies_by_form or (may_be_named and facts.has("identifying_numbers")):
            yield Fault("the text has a number that identifies a person", path)


@check("IMR724", "warning")
def placeholder_left(audit: Audit) -> Iterator[Fault]:
    """A left-over of a template stands in the text.

    Why: the letter would be mailed with a hole.
    Example: `[NAME]`, `XXX`, `TBD`, `____`.
    Remedy: fill it in.
    """
    kinds = [kind for kind in ("placeholders", "placeholder_words") if audit.all_texts.could_match(kind)]
    if not kinds:
        return
    requests = [
        (("disputed_items", index, "treatment"), facts) for index, facts in enumerate(audit.treatments)
    ]
    for path, facts in (*audit.texts, *requests):
        if any(map(facts.has, kinds)):
            yield Fault("a left-over of a template stands in the text", path)


@check("IMR725", "note")
def word_twice(audit: Audit) -> Iterator[Fault]:
    """A word stands twice in a row.

    Why: it is a slip, and sometimes a word is missing between the two.
    Example: "the the request".
    Remedy: delete one. The text is printed as it is.
    """
    allowed = phrases().entry("doubled_words_allowed")
    for path, facts in audit.texts:
        if not any(map(eq, facts.in_letters, islice(facts.in_letters, 1, None))):
            continue
        doubled = next(
            (
                one
                for one, behind in pairwise(facts.tokens)
                if behind.rstrip(".,;:!?)") == one and one.isalpha() and one not in allowed
            ),
            None,
        )
        if doubled is not None:
            yield Fault(f"the text has `{doubled}` twice in a row", path)


@check("IMR726", "warning")
def causation_as_ground(audit: Audit) -> Iterator[Fault]:
    """A rationale argues with the cause of the condition, or with liability for it.

    Why: the review decides medical necessity and nothing else.
    Example: "the knee is not related to the industrial injury".
    Remedy: give clinical reasons; leave cause, liability and billing out.
    Authority: LC 4610.6(a); Loynachan 2014.
    """
    kinds = [kind for kind in ("causation", "liability") if audit.all_texts.could_match(kind)]
    for index, facts in enumerate(audit.rationales if kinds else ()):
        matches = chain.from_iterable(map(facts.in_sentences, kinds))
        sentences = {facts.sentence(match.start()) for match in matches}
        if any(
            not phrases().pattern("causation_aside").search(facts.lower[slice(*each)]) for each in sentences
        ):
            yield Fault(
                "the rationale argues with cause or liability, which this review does not decide",
                ("disputed_items", index, "rationale"),
            )


@check("IMR730", "note")
def hard_to_read(audit: Audit) -> Iterator[Fault]:
    """A rationale is hard to read.

    Why: the determination is written in a layperson's terms as far as practicable.
    Example: sentences of forty words full of terms that are not explained.
    Remedy: shorter sentences; say in plain words what a term means.
    Authority: LC 4610.6(d)(1); 8 CCR 9792.10.6(b)(1). The grade is Flesch and Kincaid's; no grade is law.
    """
    hardest = phrases().number("hardest_grade")
    grades = {
        index: found
        for index, facts in enumerate(audit.rationales)
        if (found := grade(facts.lower, phrases().number("least_words"), hardest)) is not None
    }
    if grades:
        worst = max(grades, key=lambda index: grades[index])
        yield Fault(
            f"hard to read: school grade {grades[worst]:.1f}, more than {hardest}",
            ("disputed_items", worst, "rationale"),
        )
