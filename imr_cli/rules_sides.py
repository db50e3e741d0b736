"""The rules of sides and parts of the body that a text names: IMR716 and IMR717."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.finding import Fault, check
from imr_cli.law_files import phrases
from imr_cli.text_facts import TextFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.review import Review
    from imr_cli.text_sides import Sided

_OPPOSITE = {"left": "right", "right": "left"}
_REACH = 70
"""Characters before a side in which it is told why it is named."""


@check("review", "IMR716", "warning")
def side_differs(review: Review) -> Iterator[Fault]:
    """The text names the other side of the body than the request.

    Why: treatment of the wrong side is decided, or the text is of another case.
    Example: a left shoulder arthroscopy with a rationale on the right shoulder alone.
    Remedy: correct the side.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    if not any(facts.sided for facts in (review.summary, *review.rationales, *review.treatments)):
        return
    for place, item in enumerate(review.case.disputed_items):
        asked = TextFacts(item.treatment)
        spine = _sides_of_spine(asked)
        if not asked.sides and not spine:
            continue
        texts = (
            (("disputed_items", place, "rationale"), review.rationales[place]),
            (("disputed_items", place, "original_request"), TextFacts(item.original_request or "")),
            (("clinical_summary",), review.summary),
        )
        for part, side in sorted(asked.sides):
            if side not in _OPPOSITE or (part, _OPPOSITE[side]) in asked.sides:
                continue
            for path, facts in texts:
                if _is_of_other_side(facts, part, side):
                    name = part.replace("-", " or ")
                    yield Fault(
                        f"the text is about the {_OPPOSITE[side]} {name}, item {place + 1} the {side}", path
                    )
                    break
        for side in spine if len(spine) == 1 else ():
            for path, facts in texts:
                if _sides_of_spine(facts) == {_OPPOSITE[side]} and not facts.names_side(side):
                    yield Fault(
                        f"the text is about the {_OPPOSITE[side]} side, item {place + 1} the {side}", path
                    )
                    break


@check("review", "IMR717", "warning")
def part_of_another_case(review: Review) -> Iterator[Fault]:
    """A rationale speaks of a side and part of the body that the summary and the request do not have.

    Why: the text may be of another case; or the summary leaves out what the decision rests on.
    Example: "the worker was experiencing right knee pain" where the summary has neck and arms only.
    Remedy: take the words out, or complete the summary.
    Authority: LC 4610.6(h): a determination can be appealed for a plainly erroneous finding of fact.
    """
    if not any(facts.sides for facts in review.rationales):
        return
    told = (review.summary, *review.treatments)
    known = frozenset[str]().union(*(facts.parts | facts.regions for facts in told))
    is_of_spine = any(not facts.words.isdisjoint(phrases().entry("spine_words")) for facts in told)
    seen: set[str] = set()
    for place, facts in enumerate(review.rationales):
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
                    ("disputed_items", place, "rationale"),
                )


def _is_of_other_side(facts: TextFacts, part: str, side: str) -> bool:
    """Whether a text names a part on the other side only, and nothing else on the side that is asked for."""
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


def _sides_of_spine(facts: TextFacts) -> set[str]:
    return {match[1] for match in facts.finditer("spine")}


def _is_named_aside(sided: Sided, facts: TextFacts, *, is_of_spine: bool) -> bool:
    """Whether a part is named for another reason than that it is the one that is treated."""
    before = ("not_of_case", "compared", "of_spine") if is_of_spine else ("not_of_case", "compared")
    if any(_has_before(name, sided, facts) for name in before):
        return True
    end = min(facts.sentence(sided.start)[1], sided.start + _REACH)
    return phrases().pattern("not_of_case_behind").search(facts.lower, sided.start, end) is not None


def _has_before(name: str, sided: Sided, facts: TextFacts) -> bool:
    """Whether a phrase is found in the sentence before a side."""
    return phrases().pattern(name).search(facts.before(sided.start, _REACH)) is not None
