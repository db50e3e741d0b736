"""Whether two requests are the same, spelling and order apart: `MRI of the right knee` and `Right knee MRI`.

A number stays with what it counts and a side with its part of the body. Where a request has two of a kind,
such as two sides, the order tells them apart and counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imr_cli.guideline.law import reviewers
from imr_cli.texts.phrases import phrases, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_cli.case.model import Item

_TOKEN = re.compile(r"#?[a-z0-9%]+(?:[-/.][a-z0-9]+)*")
_AMOUNT = re.compile(r"#?\d[\d./-]*")
_TIMES = re.compile(r"\bx (?=\d)|(?<=#) (?=\d)")


def identity(item: Item) -> tuple[tuple[str, ...], ...]:
    """Return what tells a request from the others of its letter: its words, and the day of the service.

    What is not printed, such as the diagnosis, tells nobody which of two equal headings is which.
    """
    return (_words(item.treatment), _words(item.original_request or ""), (str(item.service_date),))


def sides_of(text: str) -> frozenset[str]:
    """Return the sides that a request names."""
    return word_set("sides") & frozenset(_TOKEN.findall(text.lower()))


def _words(text: str) -> tuple[str, ...]:
    bound = list(_bound(text))
    kinds = [kind for kind, _ in bound if kind]
    words = [word for _, word in bound]
    return tuple(words if len(set(kinds)) < len(kinds) else sorted(words))


def _bound(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words but small ones, with their kind: dose or count for an amount, side, or nothing."""
    words = _TOKEN.findall(_TIMES.sub(lambda match: match[0].strip(), _spaced(text)))
    tokens = [each for each in words if each not in word_set("small_words")]
    place = 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        behind = tokens[place] if place < len(tokens) else ""
        if token in word_set("sides"):
            place += bool(behind)
            yield "side", f"{token} {behind}"
        elif token.startswith("#"):
            yield "count", token
        elif _AMOUNT.fullmatch(token):
            is_word = behind.isalpha() and behind not in word_set("sides")
            place += is_word
            unit = behind if is_word else ""
            yield "dose" if unit in word_set("units_of_dose") else "count", f"{token} {unit}"
        else:
            yield "", token


def _spaced(text: str) -> str:
    """Return the text in lower case, white space folded, numbers parted from units: `50mg` as `50 mg`."""
    return re.sub(
        rf"(?<=\d)(?=(?:{'|'.join(sorted(word_set('units_of_dose')))})\b)",
        " ",
        " ".join(text.casefold().split()),
    )


def treatment_fields(request: str) -> tuple[str, ...]:
    """Return the fields of a request. A part, such as surgery of the spine, takes the place of its field."""
    text = " ".join(request.lower().split())
    found: list[str] = []
    for name, words in reviewers().fields.items():
        if re.search(words, text):
            parts = reviewers().narrower.get(name, {})
            found += [part for part, of_part in parts.items() if re.search(of_part, text)] or [name]
    return tuple(found)


def is_surgery(request: str) -> bool:
    """Return whether a request is for an operation, and not for a service around one."""
    text = " ".join(request.lower().split())
    is_around = phrases().pattern("associated").match(text) is not None
    return not is_around and re.search(reviewers().fields["surgery"], text) is not None


def wider_field(name: str) -> str:
    """Return the field that a narrower one belongs to; any other field itself."""
    return next((wide for wide, parts in reviewers().narrower.items() if name in parts), name)
