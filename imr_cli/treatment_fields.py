"""The fields of treatment that a request belongs to, by its words: surgery, dental, medication, ...

Fields and their words are data: `guidelines/law/reviewers.yaml`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from imr_cli.law_files import phrases, reviewers

SURGERY = "surgery"


@lru_cache(1000)
def fields_of(request: str) -> tuple[str, ...]:
    """The fields of a request. A part, such as surgery of the spine, takes the place of its field."""
    text = " ".join(request.lower().split())
    found: list[str] = []
    for name, words in reviewers().fields.items():
        if re.search(words, text):
            parts = reviewers().narrower.get(name, {})
            found += [part for part, of_part in parts.items() if re.search(of_part, text)] or [name]
    return tuple(found)


@lru_cache(1000)
def is_surgery(request: str) -> bool:
    """Whether a request is for an operation, and not for a service around one."""
    text = " ".join(request.lower().split())
    is_around = phrases().pattern("associated").match(text) is not None
    return not is_around and re.search(reviewers().fields[SURGERY], text) is not None


def wider_field(name: str) -> str:
    """The field that a narrower one belongs to; any other field itself."""
    return next((wide for wide, parts in reviewers().narrower.items() if name in parts), name)
