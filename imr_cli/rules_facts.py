"""The rules of facts in the text against the facts of the case: IMR711 to IMR715."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check
from imr_cli.law_files import phrases
from imr_cli.text_sex import sexes_told
from imr_cli.told_days import dates_of_denial, dates_of_injury, is_to_come

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from imr_cli.review import Review
    from imr_cli.text_facts import TextFacts

_WORD = re.compile("[a-z]+")
_REACH = 50
"""Characters before and behind an age in which it is told whose it is."""
_OTHER_SEX = {"female": "male", "male": "female"}


@check("review", "IMR711", "warning")
def age_differs(review: Review) -> Iterator[Fault]:
    """An age in the text is not the patient's.

    Why: one of the two is wrong, or the text is of another case.
    Example: `patient: {age: 34}` and a summary that begins "This 43-year-old woman".
    Remedy: correct the age; it is that on the decision date.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    stated = review.case.patient.age if review.case.patient is not None else None
    for path, facts in review.texts:
        ages = _ages(facts)
        if ages and stated is None:
            stated = ages[0]  # the summary comes first, and begins with the patient
        wrong = [
            age for age in ages if stated is not None and abs(age - stated) > (path != ("clinical_summary",))
        ]
        if wrong and stated not in ages:
            yield Fault(f"the text says {wrong[0]} years old, the case {stated}", path)


@check("review", "IMR712", "warning")
def sex_differs(review: Review) -> Iterator[Fault]:
    """The text speaks of a person of the other sex.

    Why: one of the two is wrong, or the text is of another case.
    Example: a summary of a 34-year-old woman and a rationale with "he has failed physical therapy".
    Remedy: correct the word. Sentences that name other people (a spouse, a physician), those right behind
    them and those with words of both sexes are left alone.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    patient = review.case.patient
    stated = patient.sex if patient is not None and patient.sex in _OTHER_SEX else None
    told = {phrases().sexes[word][0] for word in phrases().sexes.keys() & review.whole.words}
    if len(told) < 2 and told <= {stated}:
        return
    for path, facts in review.texts:
        said = sexes_told(facts)
        nouns = {sex for sex, is_noun in said if is_noun}
        if stated is None and said:
            stated = next((sex for sex, is_noun in said if is_noun), said[0][0])
        if stated is None:
            continue
        other = _OTHER_SEX[stated]
        if other in {sex for sex, _ in said}:
            word = "patient" if other in nouns else "pronouns"
            yield Fault(f"the text has {word} of the other sex: the case is that of a {stated} patient", path)


@check("review", "IMR713", "error", floor="warning")
def date_of_injury_differs(review: Review) -> Iterator[Fault]:
    """The text gives another date of injury than the header.

    Why: both are printed, and one of them is wrong.
    Example: "an industrial injury on 10-21-2016" under a date of injury of 10/20/2016.
    Remedy: correct the date. Earlier injuries are told apart by words such as "prior", and a summary that has
    the header's day is left alone; where the tool misreads a day, `--ignore IMR713` makes a warning of the
    finding.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    injury = review.case.dates.injury
    for path, facts in review.texts:
        named = dates_of_injury(facts, injury, review.summary)
        if named and injury not in named:
            yield Fault(_dates_differ("date of injury", named[0], injury), path)


@check("review", "IMR714", "warning")
def date_of_denial_differs(review: Review) -> Iterator[Fault]:
    """The text gives another day of the utilization review's decision than the header.

    Why: one of the two is wrong; the header prints it as the UR Denial Date.
    Example: "the Utilization Review of 1-12-2017" under a UR Denial Date of 01/21/2017.
    Remedy: correct the date.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    denial = review.case.dates.utilization_review
    for path, facts in review.texts:
        named = dates_of_denial(facts, denial, review.summary, review.treatments)
        if named and denial not in named:
            yield Fault(_dates_differ("utilization review", named[0], denial), path)


@check("review", "IMR715", "warning")
def day_after_decision(review: Review) -> Iterator[Fault]:
    """The text names a day after the decision.

    Why: what was reviewed existed before the decision; the day is a slip, or the decision date is.
    Example: "an MRI of 04/02/2017" in a letter decided on 2017-02-14.
    Remedy: correct the day. Words such as "scheduled" or "until" right before it are taken into account.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    decision = review.case.dates.decision
    for path, facts in review.texts:
        for each in facts.dates:
            if each.day > decision and not is_to_come(each, facts):
                yield Fault(f"the text names {each.day.isoformat()}, a day after the decision", path)
                break


def _ages(facts: TextFacts) -> list[int]:
    return [_years(match) for match in facts.ages if not _is_of_others(match, facts)]


def _years(match: re.Match[str]) -> int:
    digits = next((each for each in match.groups() if each), None)
    if digits is not None:
        return int(digits)
    numbers = phrases().entry("number_words")
    return sum(numbers.get(word, 0) for word in _WORD.findall(match[0]))


def _is_of_others(match: re.Match[str], facts: TextFacts) -> bool:
    """Whether an age is not the patient's own: of somebody else, of a thing, or of another time."""
    start = max(0, match.start() - _REACH)
    if phrases().pattern("age_of_others").search(facts.lower, start, match.start()):
        return True
    around = f"{facts.lower[start : match.start()]}~{facts.lower[match.end() : match.end() + _REACH]}"
    if phrases().pattern("age_of_other_things").search(around):
        return True
    is_young = _years(match) < phrases().entry("youngest_worker")
    return is_young and phrases().pattern("young_person").search(around) is None


def _dates_differ(what: str, named: dt.date, stated: dt.date) -> str:
    return f"the text dates the {what} {named.isoformat()}, the case {stated.isoformat()}"
