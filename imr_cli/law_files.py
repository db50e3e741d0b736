"""Read the files of `guidelines/law`, each when a rule first asks for it.

They are read through shapes, so an unknown key or a wrong date is a fault with its position. Beside them is
their compiled form, `law.jsonl`; a file that is no longer the one it was made of is read as YAML.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from imr_cli.compiled_files import compiled_nodes, node_of
from imr_cli.conclusions_shape import CONCLUSIONS
from imr_cli.data_file import data_file
from imr_cli.law import CitationRule, Clocks, Phrases, RequiredPart, Reviewers
from imr_cli.law_shape import CITATIONS, CLOCKS, LETTER, REVIEWERS
from imr_cli.phrases_shape import PHRASES
from imr_cli.places import bundled, content_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from imr_cli.finding import Finding
    from imr_cli.places import Folder
    from imr_cli.shape import Shape

COMPILED = "law.jsonl"
_NAMES = ("citations", "clocks", "conclusions", "letter", "phrases", "reviewers")
FILES = tuple(f"law/{name}.yaml" for name in _NAMES)


@cache
def clocks() -> Clocks:
    """Deadlines and holidays."""
    read: Clocks = _read("law/clocks.yaml", CLOCKS)
    return read


@cache
def _citations() -> Mapping[str, Any]:
    read: Mapping[str, Any] = _read("law/citations.yaml", CITATIONS)
    return read


def citation_rules() -> tuple[CitationRule, ...]:
    """What the law asks of a citation."""
    rows: tuple[CitationRule, ...] = _citations()["requirements"]
    return rows


def source_names() -> Mapping[str, tuple[str, ...]]:
    """The expressions by which guidelines, studies and documents of the MTUS are told in free text."""
    names: Mapping[str, tuple[str, ...]] = _citations()["names"]
    return names


def citation_rule(name: str, day: dt.date) -> CitationRule | None:
    """The latest requirement of that name that holds for a decision of a day."""
    rows = [each for each in citation_rules() if each.id == name and each.since <= day]
    return max(rows, key=lambda each: each.since, default=None)


@cache
def required_parts() -> tuple[RequiredPart, ...]:
    """The parts that the law requires of a letter."""
    parts: tuple[RequiredPart, ...] = _read("law/letter.yaml", LETTER)["parts"]
    return parts


@cache
def reviewers() -> Reviewers:
    """States and specialties."""
    read: Reviewers = _read("law/reviewers.yaml", REVIEWERS)
    return read


@cache
def conclusions() -> Phrases:
    """How rationales conclude."""
    return Phrases(_read("law/conclusions.yaml", CONCLUSIONS))


@cache
def phrases() -> Phrases:
    """How texts say things."""
    return Phrases(_read("law/phrases.yaml", PHRASES))


@cache
def _compiled() -> Mapping[str, Any]:
    return compiled_nodes(bundled("guidelines"), COMPILED)


def law_contents(folder: Folder) -> dict[str, bytes]:
    """The files of the law below a folder of guidelines, by name."""
    return {name: content_of(folder, name) for name in FILES}


def is_outdated(folder: Folder) -> bool:
    """Whether the compiled form was made of other files than those below the folder of guidelines."""
    compiled = compiled_nodes(folder, COMPILED)
    contents = law_contents(folder) if compiled else {}
    return any(node_of(compiled, name, content) is None for name, content in contents.items())


def _read(name: str, shape: Shape) -> Any:
    file = data_file(_compiled(), bundled("guidelines"), name)
    faults: list[Finding] = []
    read = shape.read(file.node, (), faults)
    file.refuse(faults)
    return read
