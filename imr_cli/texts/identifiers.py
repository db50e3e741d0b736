"""How a person can be reached, told by its form: telephone numbers and e-mail addresses."""

from __future__ import annotations

import re

from imr_cli.texts.dates import _like_dates, places_of

_SOCIAL_SECURITY = re.compile(r"\d{3}-\d\d-\d{4}")
_LAST_PART = re.compile(r"-\d{4}(?!\d)")
_FIRST_PARTS = re.compile(r"(?<!\d)(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}$")
_MAIL = re.compile(r"[a-z0-9]@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b")

_BEFORE = 10
"""Characters of a telephone number before its last hyphen, with one more that may be a digit."""


def has_social_security_number(text: str) -> bool:
    """Return whether a number of that form stands in the text."""
    return any(_SOCIAL_SECURITY.fullmatch(match[0]) for match in _like_dates(text))


def has_telephone_number(text: str) -> bool:
    """Return whether a telephone number with its area code stands in the text: `(415) 555-0123`."""
    return any(
        _LAST_PART.match(text, place) and _FIRST_PARTS.search(text[max(0, place - _BEFORE) : place])
        for place in places_of("-", text)
    )


def has_mail_address(text: str) -> bool:
    """Return whether an e-mail address stands in a text in lower case."""
    return "@" in text and _MAIL.search(text) is not None
