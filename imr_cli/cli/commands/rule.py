"""`imr rule`: explain one finding code, or list them all."""

from __future__ import annotations

import inspect
import sys

import imr_cli.checks.catalogue  # noqa: F401  (every rule is listed)
from imr_cli.batch.options import DONE, WRONG_USAGE
from imr_cli.files.output import write_stdout
from imr_cli.findings.finding import RETIRED, RULES, Rule
from imr_cli.findings.suggest import did_you_mean


def show_rules(code: str | None) -> int:
    """Print a rule's documentation, or every rule with its summary. 2 where there is no such code."""
    if code is None:
        write_stdout("\n".join(map(_line, all_rules())) + "\n")
        return DONE
    rule = RULES.get(code.upper())
    family = [each for each in all_rules() if each.code.startswith(code.upper())]
    if rule is None and family:
        write_stdout("\n".join(map(_line, family)) + "\n")
        return DONE
    if code.upper() in RETIRED:
        write_stdout(f"{code.upper()} is retired: {RETIRED[code.upper()]}\n")
        return DONE
    if rule is None:
        print(f"imr: there is no rule {code}{did_you_mean(code.upper(), RULES)}", file=sys.stderr)
        return WRONG_USAGE
    write_stdout(f"{rule.code} {rule.name} ({rule.severity})\n\n{inspect.cleandoc(rule.documentation)}\n")
    return DONE


def all_rules() -> list[Rule]:
    """Return every rule, by code."""
    return [RULES[code] for code in sorted(RULES)]


def _line(rule: Rule) -> str:
    return f"{rule.code}  {rule.severity:<7}  {summary_of(rule)}"


def summary_of(rule: Rule) -> str:
    """Return the first sentence of a rule's documentation."""
    return rule.documentation.strip().split("\n")[0]
