"""Read the files of `guidelines/law`, each when a rule first asks for it.

They are read through shapes, so an unknown key or a wrong date is a fault with its position. Beside them is
their compiled form, `law.jsonl`; a file that is no longer the one it was made of is read as YAML.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from imr_cli.compiled_files import compiled_nodes, node_of
from imr_cli.law import Clocks, Phrases, RequiredPart, Reviewers
from imr_cli.law_shape import CLOCKS, LETTER, PHRASES, REVIEWERS
from imr_cli.places import bundled, content_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from imr_cli.finding import Finding
    from imr_cli.places import Folder
    from imr_cli.shape import Shape

COMPILED = "law.jsonl"
FILES = ("clocks.yaml", "letter.yaml", "phrases.yaml", "reviewers.yaml")


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


@cache
def _compiled() -> Mapping[str, Any]:
    return compiled_nodes(bundled("guidelines"), COMPILED)


def law_contents(folder: Folder) -> dict[str, bytes]:
    """The files of the law below a folder of guidelines, by name."""
    return {name: content_of(folder, f"law/{name}") for name in FILES}


def is_outdated(folder: Folder) -> bool:
    """Whether the compiled form was made of other files than those below the folder of guidelines."""
    compiled = compiled_nodes(folder, COMPILED)
    contents = law_contents(folder) if compiled else {}
    return any(node_of(compiled, name, content) is None for name, content in contents.items())


def _read(name: str, shape: Shape) -> Any:
    content = content_of(bundled("guidelines"), f"law/{name}")
    faults: list[Finding] = []
    node = node_of(_compiled(), name, content)
    if node is not None:
        read = shape.read(node, (), faults)
        if not faults:
            return read
    from imr_cli.reader import documents  # for a file that was edited, and for the places of its faults

    found, findings = documents(content)
    if findings:
        raise LawFault([each.in_source(name) for each in findings])
    node, faults = found[0].read()
    read = shape.read(node, (), faults) if node is not None else None
    if faults:
        raise LawFault([each.in_source(name) for each in found[0].places(faults)])
    return read
