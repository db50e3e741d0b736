"""Two hundred faults put into the published cases: how many the checks see."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import yaml

from imr_cli.files.document import documents
from imr_cli.pipeline import examine
from imr_cli.resources import Resources
from support.mutations import mutations

if TYPE_CHECKING:
    from pathlib import Path

NUMBER, LEAST_CAUGHT = 200, 0.9
KIT = Resources()


def codes_of(data: dict[str, Any]) -> set[tuple[str, str]]:
    """The errors and warnings of a case: codes with their sentences."""
    text = json.dumps(data, ensure_ascii=False)
    [document], _ = documents(text.encode())
    found = examine(document, "case.yaml", KIT.table, KIT.wording).findings
    return {(each.rule.code, each.message) for each in found if each.severity != "note"}


def test_most_mutations_are_caught(shared: Path) -> None:
    cases = {
        file.stem: yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        for file in sorted((shared / "cases").glob("*.yaml"))
    }
    before = {name: codes_of(data) for name, data in cases.items()}
    made = mutations(cases, NUMBER)
    missed = [each for each in made if not codes_of(each.data) - before[each.case]]
    kinds, not_caught = Counter(each.kind for each in made), Counter(each.kind for each in missed)
    for kind, number in sorted(kinds.items()):
        print(f"{number - not_caught[kind]:3} of {number:3}  {kind}")
    for each in missed:
        print(f"not caught: {each.kind} in {each.case}")
    assert len(made) == NUMBER
    assert 1 - len(missed) / NUMBER >= LEAST_CAUGHT, not_caught
