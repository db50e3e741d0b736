"""Words of a text that tell the patient's sex, apart from those that stand for somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli.law_files import phrases

if TYPE_CHECKING:
    from imr_cli.text_facts import TextFacts


_REACH = 90
"""Characters around a word in which it is told whom it names."""
_CHAIN = 5
"""Sentences that one pronoun may go on for."""


def sexes_told(facts: TextFacts) -> list[tuple[str, bool]]:
    """Words that tell a sex, in their order: (sex, whether the word names the patient)."""
    words = phrases().sexes
    told = words.keys() & facts.words
    if not told:
        return []
    lower = phrases().pattern("sex", "either").sub(lambda match: " " * len(match[0]), facts.lower)
    found = []
    others: dict[int, bool] = {}
    with_age = {facts.sentence(each.start())[0] for each in facts.ages}
    for word in told:
        sex, is_noun = words[word]
        for match in re.finditer(rf"\b{word}\b", lower):
            start, end = facts.sentence(match.start())
            if start not in others:
                others[start] = _may_be_of_others(lower[start:end])
            is_of_others = others[start] or (not is_noun and _goes_on(start, lower, facts))
            is_introduced = is_noun and start in with_age
            if not is_of_others or is_introduced or _is_patient(match, start, is_noun=is_noun):
                found.append((match.start(), sex, is_noun))
    return [(sex, is_noun) for _, sex, is_noun in sorted(found)]


def _may_be_of_others(sentence: str) -> bool:
    """Whether a sentence names somebody beside the patient."""
    return phrases().pattern("sex", "others").search(sentence) is not None or _is_accident(sentence)


def _is_patient(match: re.Match[str], start: int, *, is_noun: bool) -> bool:
    """Whether a word is the patient, whoever else its sentence names: "this man", "his treating doctor"."""
    lower, place = match.string, match.start()
    if is_noun:
        before = lower[max(start, place - _REACH) : place]
        return phrases().pattern("sex", "patient").search(before) is not None
    behind = lower[match.end() : match.end() + _REACH]
    return place == start and phrases().pattern("sex", "own").match(behind) is not None


def _is_accident(sentence: str) -> bool:
    """Whether a sentence tells how a stranger and the patient, of different sexes, came together."""
    words = set(re.findall("[a-z]+", sentence))
    sexes = {phrases().sexes[word][0] for word in phrases().sexes.keys() & words}
    return len(sexes) > 1 and all(
        phrases().pattern("sex", name).search(sentence) for name in ("stranger", "accident")
    )


def _goes_on(start: int, lower: str, facts: TextFacts) -> bool:
    """Whether the pronoun that begins a sentence stands for somebody whom one before it names."""
    acts, tells = (phrases().pattern("sex", name) for name in ("acts", "tells"))
    others, subject = (phrases().pattern("sex", name) for name in ("others", "subject"))
    opening = lower[start : start + _REACH]
    is_act = acts.match(opening)
    is_said = is_act or tells.match(opening)
    for _ in range(_CHAIN):
        if not is_said or not start:
            break
        start, end = facts.sentence(start - 1)
        sentence = lower[start:end]
        found = others.search(sentence)
        if found is not None and (is_act or subject.search(sentence[: found.start()])):
            return True
        is_said = acts.match(sentence) or tells.match(sentence)
    return False
