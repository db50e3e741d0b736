"""What a rationale concludes: whether it finds the requested treatment medically necessary.

Rationales also say what others think, what would be, and what holds for other treatments. So each phrase is
weighed by the words around it, and one that is on the request goes before one that may be on something
else. The ways of saying it stand under `conclusion` in `guidelines/law/phrases.yaml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from imr_cli.law_files import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from imr_cli.text_facts import TextFacts

_VERBS = ("is ", "are ", "was ", "were ")
_OF_WHAT = re.compile(r"medical necessity (?:of|for) ")
_REACH = 60
"""Characters behind a phrase in which it is said of what."""

Said = Literal["necessary", "not-necessary", "unclear"]


class Conclusion(NamedTuple):
    """What is said of medical necessity and the sentence that says it; None and nothing where none does.

    `is_on_request` is False where the sentence may speak of another treatment.
    """

    said: Said | None = None
    sentence: str = ""
    is_on_request: bool = False


def conclusion_of(facts: TextFacts, names_request: Callable[[str], bool] = lambda _: False) -> Conclusion:
    """The last phrase that concludes on the request; where there is none, the last one that concludes.

    `names_request` tells whether a piece of the text names the requested treatment.
    """
    last = Conclusion()
    for each in _conclusions(facts, names_request):
        if each.is_on_request:
            return each
        if last.said is None:
            last = each
    return last


def weak_conclusion_of(facts: TextFacts) -> Said | None:
    """What the last two sentences say of the request in weaker words, such as `is supported`.

    `unclear` where they are no more than a hint at the decision.
    """
    last = facts.lower[facts.start_of_last(2) :]
    against, positive = (
        max((match.start() for match in _finditer(name, last) if _is_said_now(match, last)), default=-1)
        for name in ("weak_against", "weak_for")
    )
    if against == positive:
        return "unclear" if _found("hints", last) else None
    return "necessary" if positive > against else "not-necessary"


def _conclusions(facts: TextFacts, names_request: Callable[[str], bool]) -> Iterator[Conclusion]:
    """Whatever concludes, the last first."""
    anchors = phrases().entry("conclusion", "anchors")
    end = len(facts.lower)
    while end > 0:
        start, _ = facts.sentence(end - 1)
        sentence = facts.lower[start:end]
        if any(anchor in sentence for anchor in anchors):
            for match in reversed(list(phrases().conclusions.finditer(sentence))):
                said = None if facts.is_quoted(start + match.start()) else _said(match, sentence)
                if said is not None:
                    yield Conclusion(said, sentence, _is_on_request(match, sentence, names_request))
        end = start


def _said(match: re.Match[str], sentence: str) -> Said | None:
    """What one phrase concludes; None for a condition, a question, or what others think."""
    before, behind = sentence[: match.start()], sentence[match.end() :]
    is_against = match["against"] is not None
    if _found("exceeded", before):
        return "unclear" if is_against else "not-necessary"
    if _is_left_open(match, before, behind, sentence) or _found("others", _behind_last("turn", before)):
        return None
    thought = _behind_last("thought", before)
    if _found("negated", thought) or (_begins_with_verb(match) and _found("negated_verb", thought)):
        return "unclear"
    if is_against:
        return "not-necessary"
    return "not-necessary" if _found("taken_back", behind) else "necessary"


def _is_left_open(match: re.Match[str], before: str, behind: str, sentence: str) -> bool:
    is_of_request = "request" in sentence
    if _found("open", before) or (match[0].startswith(_VERBS) and _found("relative", before)):
        return True
    if not is_of_request and _found("would", before) and _found("supposed", sentence):
        return True
    if match["against"] is not None:
        return False
    if _found("possible", before) or (match[0].startswith("as ") and not _found("seen_as", before)):
        return True
    return not is_of_request and _found("condition_behind", behind)


def _begins_with_verb(match: re.Match[str]) -> bool:
    """Whether the phrase is that something supports, or meets the measure of, medical necessity."""
    return match["against"] is None and match[0].endswith(" medical necessity")


def _is_on_request(match: re.Match[str], sentence: str, names_request: Callable[[str], bool]) -> bool:
    """Whether a phrase is on the requested treatment, by what it says that it is on."""
    before, phrase = sentence[: match.start()], match[0]
    if "medical necessity" in phrase:
        phrase = sentence[match.start() : match.end() + _REACH] if phrase.endswith("necessity") else phrase
        if not _OF_WHAT.search(phrase):
            return True
    clause = _behind_last("clause", before)
    if _found("bare", clause):
        clause = _behind_last("clause", before.replace(",", " "))
    clause += phrase
    return _found("on_request", clause) or _found("leads_to_request", before) or names_request(clause)


def _is_said_now(match: re.Match[str], text: str) -> bool:
    """Whether weaker words are the reviewer's, and on the request as it is now."""
    before = text[: match.start()]
    sentence = before[before.rfind(". ") + 1 :]
    if _found("weak_past", sentence) or _found("weak_decided_before", match[0]):
        return False
    if _found("open", sentence) or _found("others", _behind_last("turn", sentence)):
        return False
    return not _found("negated", _behind_last("thought", sentence))


def _behind_last(name: str, text: str) -> str:
    """The text behind the last place where that entry is found; all of it where it is not."""
    end = 0
    for match in _finditer(name, text):
        end = match.end()
    return text[end:]


def _found(name: str, text: str) -> bool:
    return phrases().pattern("conclusion", name).search(text) is not None


def _finditer(name: str, text: str) -> Iterator[re.Match[str]]:
    return phrases().pattern("conclusion", name).finditer(text)
