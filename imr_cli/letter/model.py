"""A letter as plain data: every word chosen, nothing laid out yet.

The layouts of all formats get the same `Letter`, so they say the same words.
"""

from __future__ import annotations

from typing import NamedTuple


class Labeled(NamedTuple):
    """A label and its text, such as `Date Assigned:` and `08/05/2013`."""

    label: str
    text: str


class Part(NamedTuple):
    """A labeled part of an item: the first paragraph stands on the label's line."""

    id: str
    label: str
    paragraphs: tuple[str, ...]


class LetterItem(NamedTuple):
    """One disputed item: its heading with the decision, then guideline lines and rationale."""

    number: int
    heading: str
    decision: str
    is_proposed: bool
    parts: tuple[Part, ...]


class Section(NamedTuple):
    """A headed part of the letter, in the order of its fields. Whatever is empty is not there."""

    id: str
    heading: str
    lead: str = ""
    paragraphs: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    labeled_lead: str = ""
    labeled: tuple[Labeled, ...] = ()
    items: tuple[LetterItem, ...] = ()


class Letter(NamedTuple):
    """The whole letter. `header` holds rows of one or two labeled facts."""

    language: str
    title: str
    letterhead: tuple[str, ...]
    header: tuple[tuple[Labeled, ...], ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    draft_mark: str
    draft_notice: str

    @property
    def is_draft(self) -> bool:
        """Whether a decision in it is only proposed."""
        return bool(self.draft_notice)
