"""What a rationale concludes: the last sentence that says whether the treatment is medically necessary.

The ways of saying it stand under `conclusion` in `guidelines/law/phrases.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from imr_cli.law_files import phrases

if TYPE_CHECKING:
    import re

    from imr_cli.text_facts import TextFacts

Said = Literal["necessary", "not-necessary", "unclear"]


class Conclusion(NamedTuple):
    """What is said of medical necessity, and the sentence that says it; None and nothing where none does."""

    said: Said | None
    sentence: str


def conclusion_of(facts: TextFacts) -> Conclusion:
    """The last sentence that concludes decides, and the last phrase in it."""
    anchors = phrases().entry("conclusion", "anchors")
    end = len(facts.lower)
    while end > 0:
        start, _ = facts.sentence(end - 1)
        sentence = facts.lower[start:end]
        if any(anchor in sentence for anchor in anchors):
            for match in reversed(list(phrases().conclusions.finditer(sentence))):
                said = None if facts.is_quoted(start + match.start()) else _said(match, sentence)
                if said is not None:
                    return Conclusion(said, sentence)
        end = start
    return Conclusion(None, "")


def weak_conclusion_of(facts: TextFacts) -> Said | None:
    """What the last two sentences say of the request in weaker words, such as `is supported`."""
    last = facts.lower[facts.start_of_last(2) :]
    against = [match.start() for match in phrases().pattern("conclusion", "weak_against").finditer(last)]
    positive = [match.start() for match in phrases().pattern("conclusion", "weak_for").finditer(last)]
    if not against and not positive:
        return None
    return "necessary" if max(positive, default=-1) > max(against, default=-1) else "not-necessary"


def _said(match: re.Match[str], sentence: str) -> Said | None:
    """What one phrase concludes; None for a condition or a question."""
    before = sentence[: match.start()]
    if phrases().pattern("conclusion", "conditional").search(before):
        return None
    if match["against"] is not None:
        return "not-necessary"
    if phrases().pattern("conclusion", "negated").search(before):
        return "unclear"
    taken_back = phrases().pattern("conclusion", "taken_back").search(sentence[match.end() :])
    return "not-necessary" if taken_back else "necessary"
