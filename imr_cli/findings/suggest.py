"""The nearest of the allowed words to what somebody typed: "did you mean ...?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word closest to `word`, or None where nothing is close."""
    from difflib import get_close_matches  # only a faulty file pays for the import

    folded = {each.lower().replace("_", "-"): each for each in allowed}
    close = get_close_matches(word.lower().replace("_", "-"), folded, n=1, cutoff=0.7)
    return folded[close[0]] if close else None


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return a question to end a sentence with, or nothing."""
    near = nearest(word, allowed)
    return f"; did you mean `{near}`?" if near else ""


def joined(words: Iterable[str], last: str = "or") -> str:
    """Return the words as `a, b or c`."""
    *head, tail = [f"`{word}`" for word in words]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def quoted(word: str) -> str:
    """Return a typed word as a message may repeat it: a plain token in backquotes, or `...` in its place.

    Whatever could be a name, a birth date or a claim number in the wrong field is not repeated.
    """
    return (
        f"`{word}`"
        if len(word) <= 40 and re.fullmatch(r"[a-z]+([_-][a-z]+)*([_-][0-9]{1,4})?", word)
        else "`...`"
    )


def shown_code(code: str) -> str:
    """Return a rule's code as a message may repeat it; what does not look like one is not repeated."""
    return code if re.fullmatch("[A-Z]{3}[0-9A-Z]{1,4}", code) else "`...`"
