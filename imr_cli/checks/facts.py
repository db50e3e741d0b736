"""The rules of facts in the text against the facts of the case: IMR711 to IMR715."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli.findings.finding import Fault, check
from imr_cli.texts.case_dates import dates_of_denial, dates_of_injury, is_to_come
from imr_cli.texts.people import sexes_told
from imr_cli.texts.phrases import phrases
from imr_cli.texts.prose import Prose

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from imr_cli.checks.audit import Audit
    from imr_cli.texts.sides import Sided

_WORD = re.compile("[a-z]+")

_REACH = 50
"""Characters before and behind an age in which it is told whose it is."""

_SIDE_REACH = 70
"""Characters before a side in which it is told why it is named."""

_OTHER_SEX = {"female": "male", "male": "female"}
_OPPOSITE = {"left": "right", "right": "left"}


@check("IMR711", "warning")
def age_differs(audit: Audit) -> Iterator[Fault]:
    """An age in the text is not the patient's.

    Why: one of the two is wrong, or the text is of another case.
    Example: `patient: {age: 34}` and a summary that begins "This 43-year-old woman".
    Remedy: correct the age; it is that on the decision date.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    stated = audit.case.patient.age if audit.case.patient is not None else None
    for path, facts in audit.texts:
        ages = [_years(match) for match in facts.ages if not _is_of_others(match, facts)]
        if ages and stated is None:
            stated = ages[0]  # the summary comes first, and begins with the patient
        wrong = [
            age for age in ages if stated is not None and abs(age - stated) > (path != ("clinical_summary",))
        ]
        if wrong and stated not in ages:
            yield Fault(f"the text says {wrong[0]} years old, the case {stated}", path)


@check("IMR712", "warning")
def sex_differs(audit: Audit) -> Iterator[Fault]:
    """The text speaks of a person of the other sex.

    Why: one of the two is wrong, or the text is of another case.
    Example: a summary of a 34-year-old woman and a rationale with "he has failed physical therapy".
    Remedy: correct the word. Sentences that name other people (a spouse, a physician), those right behind
    them and those with words of both sexes are left alone.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    patient = audit.case.patient
    stated = patient.sex if patient is not None and patient.sex in _OTHER_SEX else None
    told = {phrases().sexes[word][0] for word in phrases().sexes.keys() & audit.all_texts.words}
    if len(told) < 2 and told <= {stated}:
        return
    for path, facts in audit.texts:
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


@check("IMR713", "error", floor="warning")
def date_of_injury_differs(audit: Audit) -> Iterator[Fault]:
    """The text gives another date of injury than the header.

    Why: both are printed, and one of them is wrong.
    Example: "an industrial injury on 10-21-2016" under a date of injury of 10/20/2016.
    Remedy: correct the date. Earlier injuries are told apart by words such as "prior", and a summary that has
    the header's day is left alone; where the tool misreads a day, `--ignore IMR713` makes a warning of the
    finding.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    injury = audit.case.dates.injury
    for path, facts in audit.texts:
        named = dates_of_injury(facts, injury, audit.summary)
        if named and injury not in named:
            yield Fault(_dates_differ("date of injury", named[0], injury), path)


@check("IMR714", "warning")
def date_of_denial_differs(audit: Audit) -> Iterator[Fault]:
    """The text gives another day of the utilization review's decision than the header.

    Why: one of the two is wrong; the header prints it as the UR Denial Date.
    Example: "the Utilization Review of 1-12-2017" under a UR Denial Date of 01/21/2017.
    Remedy: correct the date.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    denial = audit.case.dates.utilization_review
    for path, facts in audit.texts:
        named = dates_of_denial(facts, denial, audit.summary, audit.treatments)
        if named and denial not in named:
            yield Fault(_dates_differ("utilization review", named[0], denial), path)


@check("IMR715", "warning")
def day_after_decision(audit: Audit) -> Iterator[Fault]:
    """The text names a day after the decision.

    Why: what was reviewed existed before the decision; the day is a slip, or the decision date is.
    Example: "an MRI of 04/02/2017" in a letter decided on 2017-02-14.
    Remedy: correct the day. Words such as "scheduled" or "until" right before it are taken into account.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    decision = audit.case.dates.decision
    for path, facts in audit.texts:
        for each in facts.dates:
            if each.day > decision and not is_to_come(each, facts):
                yield Fault(f"the text names {each.day.isoformat()}, a day after the decision", path)
                break


def _years(match: re.Match[str]) -> int:
    digits = next((each for each in match.groups() if each), None)
    if digits is not None:
        return int(digits)
    numbers = phrases().entry("number_words")
    return sum(int(numbers.get(word, 0)) for word in _WORD.findall(match[0]))


def _is_of_others(match: re.Match[str], facts: Prose) -> bool:
    """Return whether an age is not the patient's own: of somebody else, of a thing, or of another time."""
    start = max(0, match.start() - _REACH)
    if phrases().pattern("age_of_others").search(facts.lower, start, match.start()):
        return True
    around = f"{facts.lower[start : match.start()]}~{facts.lower[match.end() : match.end() + _REACH]}"
    if phrases().pattern("age_of_other_things").search(around):
        return True
    is_young = _years(match) < phrases().number("youngest_worker")
    return is_young and phrases().pattern("young_person").search(around) is None


def _dates_differ(what: str, named: dt.date, stated: dt.date) -> str:
    return f"the text dates the {what} {named.isoformat()}, the case {stated.isoformat()}"


@check("IMR716", "warning")
def side_differs(audit: Audit) -> Iterator[Fault]:
    """The text names the other side of the body than the request.

    Why: treatment of the wrong side is decided, or the text is of another case.
    Example: a left shoulder arthroscopy with a rationale on the right shoulder alone.
    Remedy: correct the side.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    if not any(facts.sided for facts in (audit.summary, *audit.rationales, *audit.treatments)):
        return
    for index, item in enumerate(audit.case.disputed_items):
        asked = Prose(item.treatment)
        spine = _sides_of_spine(asked)
        if not asked.sides and not spine:
            continue
        texts = (
            (("disputed_items", index, "rationale"), audit.rationales[index]),
            (("disputed_items", index, "original_request"), Prose(item.original_request or "")),
            (("clinical_summary",), audit.summary),
        )
        for part, side in sorted(asked.sides):
            if side not in _OPPOSITE or (part, _OPPOSITE[side]) in asked.sides:
                continue
            for path, facts in texts:
                if _is_of_other_side(facts, part, side):
                    name = part.replace("-", " or ")
                    yield Fault(
                        f"the text is about the {_OPPOSITE[side]} {name}, item {index + 1} the {side}", path
                    )
                    break
        for side in spine if len(spine) == 1 else ():
            for path, facts in texts:
                if _sides_of_spine(facts) == {_OPPOSITE[side]} and not facts.names_side(side):
                    yield Fault(
                        f"the text is about the {_OPPOSITE[side]} side, item {index + 1} the {side}", path
                    )
                    break


@check("IMR717", "warning")
def part_of_another_case(audit: Audit) -> Iterator[Fault]:
    """A rationale speaks of a side and part of the body that the summary and the request do not have.

    Why: the text may be of another case; or the summary leaves out what the decision rests on.
    Example: "the worker was experiencing right knee pain" where the summary has neck and arms only.
    Remedy: take the words out, or complete the summary.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    if not any(facts.sides for facts in audit.rationales):
        return
    told = (audit.summary, *audit.treatments)
    known = frozenset[str]().union(*(facts.parts | facts.regions for facts in told))
    is_of_spine = any(not facts.words.isdisjoint(phrases().entry("spine_words")) for facts in told)
    seen: set[str] = set()
    for index, facts in enumerate(audit.rationales):
        named = {
            (each.part, each.side)
            for each in facts.sided
            if each.part and each.part not in known and each.side in _OPPOSITE
            if not _is_named_aside(each, facts, is_of_spine=is_of_spine)
        }
        for part, side in sorted(named):
            if part not in seen:
                seen.add(part)
                yield Fault(
                    f"the rationale speaks of the {side} {part.replace('-', ' or ')}, "
                    "which neither the summary nor a request names",
                    ("disputed_items", index, "rationale"),
                )


def _is_of_other_side(facts: Prose, part: str, side: str) -> bool:
    """Return whether a text names a part on the other side only, and nothing else on the requested side."""
    other = _OPPOSITE[side]
    sides = {
        each.side for each in facts.sided if each.part == part and not _has_before("compared", each, facts)
    }
    if sides:
        return sides == {other} and not any(each.side == side and not each.part for each in facts.sided)
    if part in facts.parts or facts.names_side(side):
        return False
    limbs = {(match.lastgroup, match[1]) for match in facts.finditer("limb")}
    regions = phrases().entry("regions")
    return any(part in regions[limb]["parts"] and each == other for limb, each in limbs)


def _sides_of_spine(facts: Prose) -> set[str]:
    return {match[1] for match in facts.finditer("spine")}


def _is_named_aside(sided: Sided, facts: Prose, *, is_of_spine: bool) -> bool:
    """Return whether a part is named for another reason than that it is the one that is treated."""
    before = ("not_of_case", "compared", "of_spine") if is_of_spine else ("not_of_case", "compared")
    if any(_has_before(name, sided, facts) for name in before):
        return True
    end = min(facts.sentence(sided.start)[1], sided.start + _SIDE_REACH)
    return phrases().pattern("not_of_case_behind").search(facts.lower, sided.start, end) is not None


def _has_before(name: str, sided: Sided, facts: Prose) -> bool:
    """Return whether a phrase is found in the sentence before a side."""
    return phrases().pattern(name).search(facts.before(sided.start, _SIDE_REACH)) is not None
