"""The page of all rules, `docs/rules.md`: made from their documentation (`python -m imr_cli.rules_page`)."""

from __future__ import annotations

import inspect
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from imr_cli.checks import catalogue as all_rules  # noqa: F401  (every rule is on the page)
from imr_cli.findings.finding import RETIRED, RULES

if TYPE_CHECKING:
    from imr_cli.findings.finding import Rule

PAGE = Path("docs/rules.md")

_FAMILIES = {
    "IMR1": "Files and YAML",
    "IMR2": "Fields",
    "IMR3": "Dates and clocks",
    "IMR4": "Items, decisions and several reviewers",
    "IMR5": "Guideline and citation",
    "IMR6": "Records and reviewer",
    "IMR7": "Text of summary and rationale",
    "IMR8": "House, templates, table and law",
    "IMR9": "Batches",
}
_FLOORS = {
    "error": "It stays an error.",
    "warning": "`--ignore` or a house makes a warning of it and no less.",
    "off": "`--ignore` or a house can switch it off.",
}
_HEAD = """\
# Rules

Made from the rules' own documentation (`python -m imr_cli.rules_page`); `imr rule CODE` prints one of them.

An **error** keeps a letter from being written: the case cannot be read, or the letter would be false,
contradictory or
unprintable. A **warning**: the law or good practice asks for more. A **note** is worth a look. Whatever
rests on law that
is not settled, or on an unverified row of the guideline table, is at most a warning. "Memory" and
"inference" under
Authority mean that no public source was read.

A house file sets its own severities (`severities: {IMR311: note, IMR606: off}`). `--select` and `--ignore`
take codes or prefixes (`IMR7`); the longer of two wins. `--select` narrows which warnings and notes are
reported; an error that is not selected stays one. Only `--ignore` and a house file lower an error, and
nobody lowers a rule below its floor: an error of form or a plain falsehood stays an error, and a
contradiction that is read in free text becomes a warning and is never hidden. `--strict` counts the warnings
that are reported as errors, except those that `--ignore` made.
"""


def rules_page() -> str:
    """The page as text."""
    parts = [_HEAD]
    for family, codes in groupby(sorted(RULES), key=lambda code: code[:4]):
        parts.append(f"\n## {_FAMILIES[family]}\n")
        parts += [_entry(RULES[code]) for code in codes]
    parts.append(
        "\n## Retired codes\n\nOptions and house files may name them still; no other rule gets them.\n\n"
    )
    parts += [f"- {code}: {reason}.\n" for code, reason in RETIRED.items()]
    return "".join(parts)


def _entry(rule: Rule) -> str:
    documentation = inspect.cleandoc(rule.documentation)
    summary, _, rest = documentation.partition("\n\n")
    lines = []
    for line in rest.splitlines():
        name, colon, text = line.partition(": ")
        is_start = bool(colon) and name in ("Why", "Example", "Remedy", "Authority")
        lines.append(f"- **{name}** {text}" if is_start else f"  {line}")
    return (
        f"\n### {rule.code} {rule.name}\n\n{rule.severity.capitalize()}. {' '.join(summary.split())} "
        f"{_FLOORS[rule.floor]}\n\n" + "\n".join(lines) + "\n"
    )


if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
