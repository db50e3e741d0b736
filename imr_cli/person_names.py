"""What looks like a person's name in a text, told by its capitals and by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.law_files import phrases

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from imr_cli.text_facts import TextFacts

_WORDS_OF_NAME = (2, 3)
"""A first and a last name, with or without an initial."""


def names_person(facts: TextFacts) -> bool:
    """Whether a text has what looks like a person's name."""
    if any(map(_may_be_name, _found("names", facts))):
        return True
    if phrases().given_names.isdisjoint(facts.words):
        return False
    return any(
        _begins_with_given_name(name) and _may_be_name(name) for name in _found("names_by_given", facts)
    )


def is_name(text: str) -> bool:
    """Whether a text is a person's first and last name and nothing else."""
    words = text.split()
    return len(words) in _WORDS_OF_NAME and _begins_with_given_name(text) and _may_be_name(text)


def _found(entry: str, facts: TextFacts) -> Iterator[str]:
    if not facts.may_have(entry):
        return
    flat = " ".join(facts.text.split())
    if any(piece in flat for piece in phrases().entry(entry, "written")):
        yield from map(_name_in, phrases().pattern(entry).finditer(flat))


def _name_in(match: re.Match[str]) -> str:
    return str(match[match.lastindex or 0])


def _begins_with_given_name(name: str) -> bool:
    return name.lower().replace("-", " ").split()[0] in phrases().given_names


def _may_be_name(name: str) -> bool:
    """Whether nothing tells that it is the name of a place, of a specialty, or of anything else."""
    none = phrases().entry("no_names")
    last = name.lower().replace(".", ". ").split()[-1].removesuffix("'s")
    return not (
        last in none["words"]
        or last.split("-")[-1] in none["words"]
        or last.endswith(tuple(none["endings"]))
        or name.lower() in none["places"]
    )
