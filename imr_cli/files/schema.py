"""What a piece of a document must look like: one shape reads its values and describes them.

A *shape* turns a node (text, list, mapping) into a typed value, adds a finding for every fault it sees and
goes on, so that one run shows all faults of a file. The same shapes give the JSON Schema, so the two
cannot disagree. Cases, house files, wordings and the guideline table are all read through shapes.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from imr_cli.findings.faults import fields as rules
from imr_cli.findings.faults.table import not_an_expression
from imr_cli.findings.finding import UNREAD
from imr_cli.findings.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from imr_cli.files.yaml import Node
    from imr_cli.findings.finding import Finding, Path

Schema = dict[str, Any]
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,4})?", re.ASCII)


class Shape(Protocol):
    """Reads one kind of node."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        """Return the typed value; `UNREAD`, or something with it inside, where a fault was added."""

    def schema(self) -> Schema:
        """Return the same as JSON Schema."""


def _refused(faults: list[Finding], fault: Finding) -> Any:
    """Add a fault, and return what stands for the value."""
    faults.append(fault)
    return UNREAD


def _wrong_kind(faults: list[Finding], path: Path, expected: str) -> Any:
    return _refused(faults, rules.wrong_kind(path[-1] if path else "", expected, path=path))


class Text:
    """Text, verbatim. Blank text is a fault unless `blank`: in a letter it hides a missing fact."""

    def __init__(self, *, blank: bool = False) -> None:
        self.blank = blank

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if not isinstance(node, str):
            return _wrong_kind(faults, path, "text")
        if not self.blank and not node.strip():
            return _refused(faults, rules.blank(path[-1] if path else "", path=path))
        return node

    def schema(self) -> Schema:
        return {"type": "string"} if self.blank else {"type": "string", "pattern": r"\S"}


class Pattern:
    """A token of a fixed form, such as a case number. `fault` words what is wrong with another."""

    def __init__(self, pattern: str, fault: Callable[..., Finding], example: str) -> None:
        self.pattern = pattern
        self._form = re.compile(pattern, re.ASCII)
        self.fault = fault
        self.example = example

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        text = TEXT.read(node, path, faults)
        if text is UNREAD or self._form.fullmatch(text):
            return text
        return _refused(faults, self.fault(text, path=path))

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern}$", "examples": [self.example]}


class OneOf:
    """One of a few words. `also` maps other accepted spellings to them."""

    def __init__(self, words: tuple[str, ...], also: Mapping[str, str] | None = None) -> None:
        self.words = words
        self.also = also or {}

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if not isinstance(node, str):
            return _wrong_kind(faults, path, "one word")
        word = self.also.get(node, node)
        if word not in self.words:
            return _refused(faults, rules.not_allowed(path[-1], node, self.words, path=path))
        return word

    def schema(self) -> Schema:
        return {"enum": [*self.words, *self.also]}


class Day:
    """A calendar day, `YYYY-MM-DD` and nothing else, of a year in which a case can have happened."""

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if isinstance(node, str) and _ISO_DAY.fullmatch(node):
            try:
                day = date.fromisoformat(node)
            except ValueError:
                return _refused(faults, rules.no_such_day(path[-1], node, path=path))
            if _FIRST_YEAR <= day.year <= _LAST_YEAR:
                return day
            return _refused(
                faults, rules.no_such_year(path[-1], day.year, _FIRST_YEAR, _LAST_YEAR, path=path)
            )
        return _refused(faults, rules.not_a_day(path[-1], path=path))

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


class Number:
    """A number from `least` to `most`; whole unless `parts`."""

    def __init__(self, least: float = 0, most: float = 999_999, *, parts: bool = False) -> None:
        self.least = least
        self.most = most
        self.parts = parts

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if isinstance(node, str) and _NUMBER.fullmatch(node):
            number = float(node)
            whole = number.is_integer()
            if (whole or self.parts) and self.least <= number <= self.most:
                return int(number) if whole else number
        return _refused(faults, rules.not_a_number(path[-1], self.least, self.most, self.parts, path=path))

    def schema(self) -> Schema:
        return {"type": "number" if self.parts else "integer", "minimum": self.least, "maximum": self.most}


class ListOf:
    """A list. One value alone is not a list: a forgotten dash would hide the rest."""

    def __init__(self, shape: Shape, least: int = 0) -> None:
        self.shape = shape
        self.least = least

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if not isinstance(node, list):
            return _wrong_kind(faults, path, "a list")
        if len(node) < self.least:
            few = rules.too_few(path[-1], len(node), self.least, path=path)
            return _refused(faults, few if node else rules.empty_list(path[-1], path=path))
        read = self.shape.read
        return tuple([read(each, (*path, place), faults) for place, each in enumerate(node)])

    def schema(self) -> Schema:
        return {"type": "array", "items": self.shape.schema(), "minItems": self.least}


class MapOf:
    """A mapping of names to values of one shape. `names` (when given) says which names there are."""

    def __init__(self, shape: Shape, names: tuple[str, ...] = ()) -> None:
        self.shape = shape
        self.names = names

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if not isinstance(node, dict):
            return _wrong_kind(faults, path, "a mapping of names to values")
        unknown = [name for name in node if name not in self.names] if self.names else ()
        faults += [rules.unknown_field(name, self.names, path=(*path, name), at_key=True) for name in unknown]
        read = self.shape.read
        return {name: read(each, (*path, name), faults) for name, each in node.items()}

    def schema(self) -> Schema:
        if not self.names:
            return {"type": "object", "additionalProperties": self.shape.schema()}
        properties = dict.fromkeys(self.names, self.shape.schema())
        return {"type": "object", "properties": properties, "additionalProperties": False}


class Field(NamedTuple):
    """One field of a record. `help` is for the person who writes the file.

    A field that is left out has `default`, or else what the record's own class gives it.
    """

    name: str
    shape: Shape
    help: str = ""
    required: bool = False
    default: Any = None


class Record:
    """A mapping with known fields, read into `kind` (a class with the same names).

    One with a fault is None; or, where it is read `in_part`, what could be read of it.
    """

    in_part = False

    def __init__(self, kind: Callable[..., Any], *fields: Field) -> None:
        self.kind = kind
        self.fields = {each.name: each for each in fields}
        self._reads = {each.name: each.shape.read for each in fields}
        self._defaults = {each.name: each.default for each in fields if each.default is not None}
        self._required = [each for each in fields if each.required]

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        if not isinstance(node, dict):
            return _wrong_kind(faults, path, "a mapping of fields")
        before = len(faults)
        values = self._defaults.copy()
        for name, each in node.items():
            read = self._reads.get(name)
            if read is None:
                faults.append(rules.unknown_field(name, tuple(self.fields), path=(*path, name), at_key=True))
                values.update(dict.fromkeys(self._may_mean(name, node), UNREAD))
            else:
                values[name] = read(each, (*path, name), faults)
        for known in self._required:
            if known.name not in node:
                faults.append(rules.missing_field(known.name, path=path))
                values[known.name] = UNREAD
        if len(faults) > before and not self.in_part:
            return None
        return self.kind(**values)

    def _may_mean(self, name: str, node: Mapping[str, Node]) -> list[str]:
        """Return the fields that an unknown name may stand for: the nearest, or else all that are missing."""
        near = nearest(name, self.fields)
        return [each for each in ((near,) if near else self.fields) if each not in node]

    def schema(self) -> Schema:
        properties = {
            name: each.shape.schema() | ({"description": each.help} if each.help else {})
            for name, each in self.fields.items()
        }
        return {
            "type": "object",
            "properties": properties,
            "required": [each.name for each in self._required],
            "additionalProperties": False,
        }


class Either:
    """Plain text or something with parts: which of the two is seen from the node itself."""

    def __init__(self, text: Shape, parts: Shape) -> None:
        self.text = text
        self.parts = parts

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        return (self.text if isinstance(node, str) else self.parts).read(node, path, faults)

    def schema(self) -> Schema:
        return {"anyOf": [self.text.schema(), self.parts.schema()]}


class Expression(Text):
    """A regular expression. Compiling all of them takes longer than a letter: only tests do it here."""

    tried = False

    def read(self, node: Node, path: Path, faults: list[Finding]) -> Any:
        text = super().read(node, path, faults)
        if self.tried:
            try:
                re.compile(text)
            except re.error as error:
                faults.append(not_an_expression(str(error), path=path))
        return text


TEXT, DAY, EXPRESSION = Text(), Day(), Expression()


def required(make: Any, /, **shapes: Any) -> Record:
    """Return a mapping in which every field is required that `make` has no default for."""
    optional = getattr(make, "_field_defaults", ())
    return Record(
        make, *(Field(name, shape, required=name not in optional) for name, shape in shapes.items())
    )
