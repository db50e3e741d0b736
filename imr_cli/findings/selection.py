"""Which findings a run reports, and how severe they are: --select, --ignore, --strict, a house's own.

To select narrows which warnings and notes are reported; an error is lowered by name only, by --ignore or a
house. Every rule has a floor below which nobody lowers it: what keeps a case from being read, and a letter
that is plainly false, stays an error, and a contradiction is never hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from imr_cli.findings.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from imr_cli.findings.finding import Finding, Rule, Severity

_RANK = {"off": 0, "note": 1, "warning": 2, "error": 3}


class Selection(NamedTuple):
    """What a run reports.

    `select` and `ignore` are codes or prefixes of codes (`IMR702`, `IMR7`); without `select` everything is
    selected, and the longer of two prefixes wins. `severities` are a house's own, by code. `strict` makes
    errors of the warnings that are reported, except of those that were lowered by `ignore`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    severities: Mapping[str, str] = {}

    def of_house(self, severities: Mapping[str, str]) -> Selection:
        """Return the same selection with a house's severities."""
        return self._replace(severities=severities) if severities else self

    def apply(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that are reported, with their severities."""
        if not (self.select or self.ignore or self.strict or self.severities):
            return list(findings)
        settled = ((each, self.severity_of(each.rule, each.severity)) for each in findings)
        return [each._replace(severity=severity) for each, severity in settled if severity is not None]

    def severity_of(self, rule: Rule, severity: Severity) -> Severity | None:
        """Return what a finding of that rule counts as in this run; None where it is not reported."""
        own = _at_least(rule, self.severities.get(rule.code, severity), severity)
        if own is None:
            return None
        chosen = max((len(each) for each in self.select if rule.code.startswith(each)), default=0)
        ignored = max((len(each) for each in self.ignore if rule.code.startswith(each)), default=0)
        if ignored and ignored >= chosen:
            return _at_least(rule, "off", own)
        if self.select and not chosen and own != "error":
            own = _at_least(rule, "off", own)
        return "error" if self.strict and own == "warning" else own


EVERYTHING = Selection()
"""All findings as their rules have them."""


def may_be(rule: Rule, severity: str) -> bool:
    """Return whether a rule may count as that severity: nothing is lowered below its rule's floor."""
    return _RANK[severity] >= _RANK[rule.floor]


def _at_least(rule: Rule, wanted: str, severity: Severity) -> Severity | None:
    """Return the wanted severity, or the rule's floor where that is higher; None for `off`."""
    lowest = max(_RANK[wanted], min(_RANK[rule.floor], _RANK[severity]))
    return next((each for each in SEVERITIES if _RANK[each] == lowest), None)
