"""A reason that a step gives without wording it."""

from __future__ import annotations


class Reason:
    """A sentence to be said: its key in the wording, and the facts for its placeholders."""

    __slots__ = ("facts", "key")

    def __init__(self, key: str, **facts: str | float | Reason) -> None:
        self.key = key
        self.facts = facts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reason) and (self.key, self.facts) == (other.key, other.facts)

    __hash__ = None  # type: ignore[assignment]
