"""Read the files of `guidelines/law`, each when a rule first asks for it.

They are read through shapes, so an unknown key or a wrong date is a fault with its position.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from imr_cli.law import Clocks, Phrases, RequiredPart, Reviewers
from imr_cli.law_shape import CLOCKS, LETTER, PHRASES, REVIEWERS
from imr_cli.places import bundled
from imr_cli.reader import documents

if TYPE_CHECKING:
    from imr_cli.finding import Finding
    from imr_cli.shape import Shape


class LawFault(Exception):
    """A file of `guidelines/law` cannot be used. `findings` say why, with positions."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{findings[0].source}:{findings[0].line}: {findings[0].message}")
        self.findings = findings


@cache
def clocks() -> Clocks:
    """Deadlines and holidays."""
    read: Clocks = _read("clocks.yaml", CLOCKS)
    return read


@cache
def required_parts() -> tuple[RequiredPart, ...]:
    """The parts that the law requires of a letter."""
    parts: tuple[RequiredPart, ...] = _read("letter.yaml", LETTER)["parts"]
    return parts


@cache
def reviewers() -> Reviewers:
    """States and specialties."""
    read: Reviewers = _read("reviewers.yaml", REVIEWERS)
    return read


@cache
def phrases() -> Phrases:
    """How texts say things."""
    return Phrases(_read("phrases.yaml", PHRASES))


def _read(name: str, shape: Shape) -> Any:
    file = bundled("guidelines") / "law" / name
    found, findings = documents(file.read_bytes())
    if findings:
        raise LawFault([each.in_source(name) for each in findings])
    node, faults = found[0].read()
    read = shape.read(node, (), faults) if node is not None else None
    if faults:
        raise LawFault([each.in_source(name) for each in found[0].places(faults)])
    return read
