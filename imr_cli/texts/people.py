"""Words of a text that tell the patient's sex, apart from those that stand for somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli.texts.phrases import phrases, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.texts.prose import Prose

_REACH = 90
"""Characters around a word in which it is told whom it names."""

_CHAIN = 5
"""Sentences that one pronoun may go on for."""

_WORD = re.compile("[a-z]+")


def sexes_told(facts: Prose) -> list[tuple[str, bool]]:
    """Return the words that tell a sex, in their order: (sex, whether the word names the patient)."""
    words = phrases().sexes
    told = words.keys() & facts.words
    if not told:
        return []
    lower = phrases().pattern("sex", "either").sub(lambda match: " " * len(match[0]), facts.lower)
    people = _People(lower, facts)
    found = []
    with_age = {
        facts.sentence(each.start())[0]
        for each in facts.ages
        if not phrases()
        .pattern("sex", "met")
        .search(facts.lower[max(0, each.start() - _REACH) : each.start()])
    }
    for word in told:
        sex, is_noun = words[word]
        for match in re.finditer(rf"\b{word}\b", lower):
            start, _ = facts.sentence(match.start())
            if is_noun:
                is_patient = start in with_age or not people.others_in(start) or _is_called_so(match, start)
            else:
                is_patient = people.is_pronoun_of_patient(match, start)
            if is_patient:
                found.append((match.start(), sex, is_noun))
    return [(sex, is_noun) for _, sex, is_noun in sorted(found)]


class _People:
    """Whom the sentences of a text may speak of, beside the patient."""

    def __init__(self, lower: str, facts: Prose) -> None:
        self.lower, self.facts = lower, facts
        self._others: dict[int, bool] = {}

    def others_in(self, start: int) -> bool:
        """Return whether the sentence that begins there names somebody else, or has words of both sexes."""
        found = self._others.get(start)
        if found is None:
            sentence = self.lower[start : self.facts.sentence(start)[1]]
            found = phrases().pattern("sex", "others").search(sentence) is not None
            found = self._others[start] = found or len(self._sexes(sentence)) > 1
        return found

    def is_pronoun_of_patient(self, match: re.Match[str], start: int) -> bool:
        """Return whether a pronoun stands for nobody but the patient."""
        if match.start() == start and not self._follows_others(start):
            behind = self.lower[match.end() : match.end() + _REACH]
            if phrases().pattern("sex", "own").match(behind):
                return True
        if self.others_in(start):
            return False
        is_named = phrases().pattern("sex", "names_patient").search(self.lower, start, match.start())
        return bool(is_named) or not self._follows_others(start) or self._is_as_of_patient(match.start())

    def _is_as_of_patient(self, place: int) -> bool:
        return phrases().pattern("sex", "of_patient").match(self.lower[place : place + _REACH]) is not None

    def _follows_others(self, start: int) -> bool:
        """Return whether the sentence right before names others, or goes on about them with a pronoun."""
        for _ in range(_CHAIN):
            if not start:
                break
            start, end = self.facts.sentence(start - 1)
            if self.others_in(start):
                return True
            sentence = self.lower[start:end]
            is_of_patient = phrases().pattern("sex", "names_patient").search(sentence)
            if is_of_patient or self._is_as_of_patient(start) or not self._sexes(sentence):
                break
        return False

    @staticmethod
    def _sexes(sentence: str) -> set[str]:
        words = phrases().sexes
        return {words[word][0] for word in words.keys() & {*_WORD.findall(sentence)}}


def _is_called_so(match: re.Match[str], start: int) -> bool:
    """Return whether a noun is the patient, whoever else its sentence names: "this man"."""
    before = match.string[max(start, match.start() - _REACH) : match.start()]
    return phrases().pattern("sex", "patient").search(before) is not None


def names_person(facts: Prose) -> bool:
    """Return whether a text has what looks like a person's name."""
    if any(map(_may_be_name, _found("names", facts))):
        return True
    if word_set("given_names").isdisjoint(facts.words):
        return False
    return any(
        _begins_with_given_name(name) and _may_be_name(name) for name in _found("names_by_given", facts)
    )


def is_name(text: str) -> bool:
    """Return whether a text is a person's first and last name and nothing else."""
    words = text.split()
    # A first and a last name, with or without an initial.
    return len(words) in (2, 3) and _begins_with_given_name(text) and _may_be_name(text)


def _found(entry: str, facts: Prose) -> Iterator[str]:
    if not facts.could_match(entry):
        return
    flat = " ".join(facts.text.split())
    if any(piece in flat for piece in phrases().entry(entry, "written")):
        for match in phrases().pattern(entry).finditer(flat):
            yield match[match.lastindex or 0]


def _begins_with_given_name(name: str) -> bool:
    return name.lower().replace("-", " ").split()[0] in word_set("given_names")


def _may_be_name(name: str) -> bool:
    """Return whether nothing tells that it is the name of a place, of a specialty, or of anything else."""
    none = phrases().entry("no_names")
    last = name.lower().replace(".", ". ").split()[-1].removesuffix("'s")
    return not (
        last in none["words"]
        or last.split("-")[-1] in none["words"]
        or last.endswith(tuple(none["endings"]))
        or name.lower() in none["places"]
    )
