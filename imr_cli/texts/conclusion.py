"""What a rationale concludes: whether it finds the requested treatment medically necessary.

Rationales also say what others think, what would be, and what holds for other treatments. So each phrase is
weighed by the words around it, and one that is on the request goes before one that may be on something
else. The ways of saying it stand in `guidelines/language/conclusions.yaml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from imr_cli.texts.phrases import conclusions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.texts.prose import Prose
    from imr_cli.texts.subject import Subject

Necessity = Literal["necessary", "not-necessary", "unclear"]
_WEAK: tuple[tuple[str, Necessity], ...] = (("weak_against", "not-necessary"), ("weak_for", "necessary"))
_VERBS = ("is ", "are ", "was ", "were ")
_NONE = ("no ", "none ", "nothing ", "neither ")
_OF_WHAT = re.compile(r"medical necessity (?:of|for) ")
_PERHAPS, _CALLED_OTHERWISE, _SURE = 1, 2, 3

_REACH, _NAME_REACH = 60, 200
"""Characters behind a phrase in which it is said of what, and up to its end in which a treatment is named."""


class Conclusion(NamedTuple):
    """What is said of medical necessity and the sentence that says it; None and nothing where none does.

    `nearness` is 3 where it is on the request, 2 where it is on a request that is called otherwise, 1 where
    it may be on it, 0 where it names something else.
    """

    said: Necessity | None = None
    sentence: str = ""
    nearness: int = 0

    @property
    def is_on_request(self) -> bool:
        """Whether it is, or is meant to be, on the request."""
        return self.nearness >= _CALLED_OTHERWISE


def conclusion_of(facts: Prose, subject: Subject | None = None) -> Conclusion:
    """Return the phrase that is nearest to the request, of several the last."""
    nearest = Conclusion(nearness=-1)
    for each in _conclusions(facts, subject):
        if each.nearness > nearest.nearness:
            nearest = each
        if nearest.nearness == _SURE:
            break
    return nearest if nearest.said is not None else Conclusion()


def weak_conclusion_of(facts: Prose) -> Necessity | None:
    """Return what the last two sentences say of the request in weaker words, such as `is supported`.

    `unclear` where they are no more than a hint at the decision.
    """
    last = facts.lower[facts.start_of_last(2) :]
    said: tuple[int, Necessity] | None = None
    for name, meant in _WEAK:
        for match in _finditer(name, last):
            if _is_said_now(match, last):
                is_negated = _found("negated", _behind_last("thought", _sentence_before(match, last)))
                said = max(said or (-1, meant), (match.start(), "unclear" if is_negated else meant))
    if said is None:
        return "unclear" if _found("hints", last) else None
    return said[1]


def _conclusions(facts: Prose, subject: Subject | None) -> Iterator[Conclusion]:
    """Yield whatever concludes, the last first."""
    end = len(facts.lower)
    while end > 0:
        start, _ = facts.sentence(end - 1)
        sentence = facts.lower[start:end]
        if ways := _ways_in(sentence):
            plainly = _plainly(sentence, subject)
            if plainly is not None and not facts.is_quoted(start):
                yield plainly
                end = start
                continue
            for match in reversed(list(_either_way(ways).finditer(sentence))):
                said, is_plain = _said(match, sentence)
                if said is not None and not facts.is_quoted(start + match.start()):
                    nearness = _nearness(match, sentence, subject)
                    yield Conclusion(said, sentence, nearness if is_plain else min(nearness, _PERHAPS))
        end = start


def _plainly(sentence: str, subject: Subject | None) -> Conclusion | None:
    """Return what a sentence that says nothing else concludes: in a tenth of the time of weighing it."""
    match = _pattern("plainly").match(sentence)
    if match is None or '"' in sentence:
        return None
    is_other = subject is not None and match["names"] is not None and subject.names_other(match["names"])
    said: Necessity = "not-necessary" if match["not"] else "necessary"
    return Conclusion(said, sentence, _CALLED_OTHERWISE if is_other else _SURE)


def _said(match: re.Match[str], sentence: str) -> tuple[Necessity | None, bool]:
    """Return what a phrase concludes, and if plainly; None for conditions, questions, others' thoughts.

    A negation that reaches the phrase through other words turns it round, and leaves room for doubt.
    """
    before, behind = sentence[: match.start()], sentence[match.end() :]
    is_against = match["against"] is not None
    if _found("exceeded", before):
        return ("unclear", False) if is_against else ("not-necessary", True)
    if _is_left_open(match, before, behind, sentence):
        return None, False
    if _found("others", _behind_last("turn", before)):
        return ("unclear" if _found("taken_back", behind) else None), False
    thought = _pattern("no_doubt").sub("", _behind_last("thought", before))
    if is_against:
        if "that " in thought and _found("negated", thought):
            return "necessary", False
        return ("unclear", False) if _found("rejected", behind) else ("not-necessary", True)
    begins_with_verb = match[0].endswith(" medical necessity")  # something supports it, or meets its measure
    if _found("negated", thought) or (begins_with_verb and _found("negated_verb", thought)):
        return "not-necessary", False
    return ("not-necessary" if _found("taken_back", behind) else "necessary"), True


def _is_left_open(match: re.Match[str], before: str, behind: str, sentence: str) -> bool:
    is_of_request = "request" in sentence
    if _found("open", before):
        return True
    if (match[0].startswith(_VERBS) and _found("relative", before)) or (
        match[0].startswith("be ") and _found("infinitive", before)
    ):
        return True
    if _found("would", before) and _found("supposed_of_request" if is_of_request else "supposed", sentence):
        return True
    if _found("past_behind", behind) or (not is_of_request and _found("general_behind", behind)):
        return True
    if match["against"] is not None:
        return False
    if _found("possible", before) or (match[0].startswith("as ") and not _found("seen_as", before)):
        return True
    return not is_of_request and _found("condition_behind", behind)


def _nearness(match: re.Match[str], sentence: str, subject: Subject | None) -> int:
    """Return how near a phrase is to the requested treatment, by what it says that it is on."""
    before, phrase = sentence[: match.start()], match[0]
    if "medical necessity" in phrase:
        phrase = sentence[match.start() : match.end() + _REACH] if phrase.endswith("necessity") else phrase
        if not _OF_WHAT.search(phrase):
            return _PERHAPS if _found("beyond_request", phrase) else _SURE
    clause = f"{_clause(before)}{phrase}"
    named = _pattern("named").search(f"{before}{phrase}"[-_NAME_REACH:])
    if _found("later", before):
        return _PERHAPS
    if subject is not None and named is not None and subject.names_other(named[1]):
        return _CALLED_OTHERWISE
    if phrase.startswith(_NONE) and _found("perhaps_on_request", clause):
        return _SURE
    names_request = subject is not None and subject.is_named_in(clause)
    beyond = _pattern("beyond_request").search(clause)
    if beyond is not None and "request" not in clause:
        may_be = names_request or _found("perhaps_on_request", clause)
        return _PERHAPS if may_be or (subject is not None and subject.is_named_in(beyond[0])) else 0
    if any(_found("on_request", each) for each in (clause, phrase)):
        return _SURE
    if _found("leads_to_request", before) or names_request:
        return _SURE
    return _PERHAPS if _found("perhaps_on_request", clause) else 0


def _clause(before: str) -> str:
    """Return the clause before a phrase. Where it is but a verb, the commas before it do not count."""
    clause = before
    for match in reversed(list(_finditer("clause", before))):
        if match[0] != "," or clause is before:
            clause = before[match.end() :]
            if not _found("bare", clause):
                return clause
    return before


def _is_said_now(match: re.Match[str], text: str) -> bool:
    """Return whether weaker words are the reviewer's, and on the request as it is now."""
    before = _sentence_before(match, text)
    if _found("weak_past", before) or _found("weak_decided_before", match[0]):
        return False
    return not (_found("open", before) or _found("others", _behind_last("turn", before)))


def _sentence_before(match: re.Match[str], text: str) -> str:
    before = text[: match.start()]
    return before[before.rfind(". ") + 1 :]


def _ways_in(sentence: str) -> tuple[str, ...]:
    """Return the ways of concluding that could be in a sentence."""
    return tuple(
        way
        for way in conclusions().entry("concludes")
        if any(need in sentence for need in conclusions().prefilter("concludes", way).texts)
    )


@cache
def _either_way(ways: tuple[str, ...]) -> re.Pattern[str]:
    """Return the phrases that conclude in these ways; the group `against` or `for_it` tells what.

    Those of all ways take a fifth of the time of a letter to compile, and few sentences need them.
    """
    against, positive = (
        "|".join(conclusions().expression("concludes", way, side) for way in ways)
        for side in ("against", "for")
    )
    return re.compile(f"(?P<against>{against})|(?P<for_it>{positive})")


def _behind_last(name: str, text: str) -> str:
    """Return the text behind the last place where that entry is found; all of it where it is not."""
    end = 0
    for match in _finditer(name, text):
        end = match.end()
    return text[end:]


def _found(name: str, text: str) -> bool:
    return _pattern(name).search(text) is not None


def _finditer(name: str, text: str) -> Iterator[re.Match[str]]:
    return _pattern(name).finditer(text)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return conclusions().pattern(name)
