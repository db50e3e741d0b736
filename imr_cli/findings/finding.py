"""Findings, the rules that they are of, and the checks that make them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Unreadable(Exception):
    """A value was used that could not be read."""


class _Unread:
    """Stands in a case for a value that could not be read, so that the rest of it can be looked at.

    Any use raises, and a check that needed the value says nothing.
    """

    def _refuse(self, *_: object) -> NoReturn:
        raise Unreadable

    __getattr__ = __call__ = _refuse
    __bool__ = __len__ = __iter__ = __contains__ = __getitem__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __hash__ = _refuse
    __str__ = __repr__ = __format__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __int__ = __float__ = __index__ = _refuse


UNREAD: Any = _Unread()
Severity = Literal["error", "warning", "note"]

Path = tuple["str | int", ...]
"""Field names and list indexes from the top of a case down to a value."""

_FIELD = re.compile(r"[a-z][a-z0-9_.-]{0,60}")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")

Floor = Literal["error", "warning", "off"]
"""How far a house or a user may lower a rule. An error's is `error` unless its rule says otherwise."""


class Rule(NamedTuple):
    """A rule's identity: `code` is stable and never used again, `name` is for reading."""

    code: str
    severity: Severity
    name: str
    documentation: str
    floor: Floor = "off"


class Finding(NamedTuple):
    """One sentence about one place of one file.

    `path` leads to the value (to the key where `at_key`). `line` and `column` count from 1; 0 stands for
    the file as a whole. `source` is the file as the user named it, empty until the reader adds it.
    """

    rule: Rule
    message: str
    path: Path = ()
    at_key: bool = False
    source: str = ""
    line: int = 0
    column: int = 0
    severity: Severity = "error"

    def at(self, line: int, column: int) -> Finding:
        """Return the same finding, with its place."""
        return self._replace(line=line, column=column)

    def in_source(self, source: str) -> Finding:
        """Return the same finding, with the file it is about."""
        return self._replace(source=source)

    def under(self, path: Path) -> Finding:
        """Return the same finding, its path continued from `path`."""
        return self._replace(path=path + self.path)


RULES: dict[str, Rule] = {}
"""Every rule by its code, filled as the modules that hold rules are imported."""

RETIRED = {"IMR814": "nothing is compiled ahead any more that could be out of date"}
"""Codes of former rules, with what became of them. Options and house files may name them still."""


def rule(
    code: str, severity: Severity = "error", floor: Floor | None = None
) -> Callable[[Callable[..., str]], Callable[..., Finding]]:
    """Make a rule of a function that words a finding.

    What the decorator returns takes the same facts and, by keyword, `path` and `at_key`.
    """

    def make(words: Callable[..., str]) -> Callable[..., Finding]:
        made = _register(code, severity, floor, words)

        @wraps(words)
        def finding(*facts: object, path: Path = (), at_key: bool = False) -> Finding:
            return Finding(made, words(*facts), path, at_key, severity=severity)

        return finding

    return make


class Fault(NamedTuple):
    """What a check found: a sentence, and the path of the value that it is about."""

    message: str
    path: Path = ()
    at_key: bool = False


Stage = Literal["form", "case", "determination"]
"""What a check needs: a case that is read, also for rendering alone; one to be decided; its determination."""

Check = Callable[[Any], "Iterator[Fault]"]
"""A function that yields what is wrong with a case under audit (`checks.audit.Audit`)."""

CHECKS: dict[Stage, list[tuple[Rule, Check]]] = {"form": [], "case": [], "determination": []}
"""The checks of each stage, in the order of their modules."""


def check(
    code: str, severity: Severity = "error", floor: Floor | None = None, *, stage: Stage = "determination"
) -> Callable[[Check], Check]:
    """Make a rule of a function that looks at a case under audit and yields what is wrong with it.

    The function is registered among the checks of its stage. Its docstring documents the rule.
    """

    def make(look: Check) -> Check:
        CHECKS[stage].append((_register(code, severity, floor, look), look))
        return look

    return make


def run_checks(stage: Stage, audit: object, *, is_whole: bool = True) -> list[Finding]:
    """Return all findings of the checks of a stage.

    Of a case that could not be read as a whole, checks that need what is missing say nothing.
    """
    silent = () if is_whole else (Unreadable, TypeError)  # functions of C take no object for a text or a day
    found: list[Finding] = []
    for rule, look in CHECKS[stage]:
        try:
            for message, path, at_key in look(audit):
                found.append(Finding(rule, message, path, at_key, severity=rule.severity))
        except silent:  # noqa: PERF203
            continue
    return found


def _register(code: str, severity: Severity, floor: Floor | None, documented: Callable[..., object]) -> Rule:
    if code in RULES or code in RETIRED:
        raise ValueError(f"rule code {code} is used twice")
    lowest: Floor = floor or ("error" if severity == "error" else "off")
    name = documented.__name__.replace("_", "-")
    return RULES.setdefault(code, Rule(code, severity, name, documented.__doc__ or "", lowest))


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return those that keep a letter from being written."""
    return [each for each in findings if each.severity == "error"]


def shown_path(path: Path) -> str:
    """Return the path as machines get it. A name that no form has could be anything and is not repeated."""
    return ".".join(str(part) if isinstance(part, int) or _FIELD.fullmatch(part) else "..." for part in path)


def as_record(finding: Finding) -> Mapping[str, object]:
    """Return the finding as the determination record and `--output-format json` print it."""
    return {
        "code": finding.rule.code,
        "severity": finding.severity,
        "message": finding.message,
        "path": shown_path(finding.path),
        "file": finding.source,
        "line": finding.line,
        "column": finding.column,
    }
