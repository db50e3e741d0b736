"""What a run reports: --select, --ignore, --strict and a house's severities, never below a rule's floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from imr_cli.cli.run import read_selection
from imr_cli.files.bundled import DataFault
from imr_cli.files.document import documents
from imr_cli.findings.finding import RETIRED, RULES
from imr_cli.findings.selection import Selection
from imr_cli.pipeline import examine
from imr_cli.resources import Resources
from support.case_file import CASE, changed
from support.checkout import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KIT = Resources()
CONTRADICTION = changed("They are medically necessary.", "They are not medically necessary.")
LATE = changed("decision: 2016-06-06", "decision: 2016-07-06")
NO_RECORDS_DAY = changed("  records_received: 2016-05-18\n", "")


def severities(text: str, selection: Selection, resources: Resources = KIT) -> dict[str, str]:
    [document], _ = documents(text.encode())
    selection = selection.of_house(resources.house.severities)
    found = examine(document, "case.yaml", resources.table, resources.wording, selection).findings
    return {each.rule.code: each.severity for each in found}


@pytest.mark.parametrize(
    ("text", "selection", "expected"),
    [
        (CONTRADICTION, {}, {"IMR701": "error", "IMR505": None}),
        (CONTRADICTION, {"ignore": ["IMR701"]}, {"IMR701": "warning"}),
        (CONTRADICTION, {"ignore": ["imr7"]}, {"IMR701": "warning"}),
        (CONTRADICTION, {"ignore": ["IMR701"], "strict": True}, {"IMR701": "warning"}),
        (CONTRADICTION, {"select": ["IMR3"]}, {"IMR701": "error"}),
        (CONTRADICTION, {"select": ["IMR3"], "strict": True}, {"IMR701": "error"}),
        (CONTRADICTION, {"select": ["IMR3"], "ignore": ["IMR7"]}, {"IMR701": "warning"}),
        (CONTRADICTION, {"select": ["IMR701"], "ignore": ["IMR7"]}, {"IMR701": "error"}),
        (CONTRADICTION, {"select": ["IMR7"], "ignore": ["IMR7"]}, {"IMR701": "warning"}),
        (LATE, {}, {"IMR311": "warning"}),
        (LATE, {"strict": True}, {"IMR311": "error"}),
        (LATE, {"strict": True, "select": ["IMR1"]}, {"IMR311": None}),
        (LATE, {"strict": True, "select": ["IMR3"]}, {"IMR311": "error"}),
        (LATE, {"ignore": ["IMR6,IMR31"]}, {"IMR311": None}),
        (LATE, {"ignore": ["IMR31"], "select": ["IMR311"]}, {"IMR311": "warning"}),
        (LATE, {"ignore": ["IMR311"], "select": ["IMR31"]}, {"IMR311": None}),
        (LATE, {"ignore": ["IMR311"], "strict": True}, {"IMR311": None}),
        (NO_RECORDS_DAY, {"strict": True}, {"IMR312": "note"}),
        (changed("priority: standard\n", ""), {"ignore": ["IMR2", "IMR1"]}, {"IMR202": "error"}),
        (
            changed("decision: 2016-06-06", "decision: 2016-05-06"),
            {"ignore": ["IMR301"]},
            {"IMR301": "error"},
        ),
    ],
)
def test_selection(text: str, selection: dict[str, Any], expected: dict[str, str | None]) -> None:
    found = severities(text, read_selection(**selection))
    assert {code: found.get(code) for code in expected} == expected


def test_unknown_code_is_wrong_usage() -> None:
    with pytest.raises(ValueError, match="no rule has the code IMR799; did you mean"):
        read_selection(ignore=["IMR799"])
    with pytest.raises(ValueError, match="no rule"):
        read_selection(select=["E501"])


def house(folder: Path, severities: str) -> Resources:
    file = folder / "house.yaml"
    file.write_text(
        f"organization: {{name: A, short_name: A}}\nseverities: {{{severities}}}\n", encoding="utf-8"
    )
    return Resources(file)


@pytest.mark.parametrize(
    ("text", "own", "expected"),
    [
        (LATE, "IMR311: off", {"IMR311": None}),
        (LATE, "IMR311: note", {"IMR311": "note"}),
        (LATE, "IMR311: error", {"IMR311": "error"}),
        (CONTRADICTION, "IMR701: warning", {"IMR701": "warning"}),
    ],
)
def test_house(text: str, own: str, expected: dict[str, str | None], tmp_path: Path) -> None:
    found = severities(text, Selection(), house(tmp_path, own))
    assert {code: found.get(code) for code in expected} == expected


def test_house_under_strict_and_ignore(tmp_path: Path) -> None:
    resources = house(tmp_path, "IMR701: warning, IMR312: error")
    assert severities(CONTRADICTION, Selection(strict=True), resources)["IMR701"] == "error"
    assert severities(NO_RECORDS_DAY, Selection(), resources)["IMR312"] == "error"
    assert "IMR312" not in severities(NO_RECORDS_DAY, Selection(ignore=("IMR312",)), resources)


def test_what_a_house_sets_and_the_command_line_does_not_select(tmp_path: Path) -> None:
    resources = house(tmp_path, "IMR701: warning, IMR312: error")
    narrow = Selection(select=("IMR1",))
    assert severities(NO_RECORDS_DAY, narrow, resources) == {"IMR312": "error"}
    assert severities(CONTRADICTION, narrow, resources) == {
        "IMR701": "warning"
    }  # a contradiction is never hidden
    assert severities(CONTRADICTION, narrow._replace(strict=True), resources) == {"IMR701": "error"}


@pytest.mark.parametrize("options", [[], ["--strict"]])
def test_to_select_lowers_no_error(options: list[str], imr: Any) -> None:
    sample = (CHECKOUT / "samples" / "surgery-and-dependents.yaml").read_text(encoding="utf-8")
    text = sample.replace("decision: overturned", "decision: upheld", 1).replace(
        "is medically necessary", "is not medically necessary", 1
    )
    ended = imr("decide", "-", "--check", "--select", "IMR1", *options, stdin=text.encode())
    assert (ended.code, "error" in ended.stderr) == (1, True)
    assert "warning" not in ended.stderr


@pytest.mark.parametrize(
    ("own", "code", "column"),
    [
        ("IMR7O1: warning", "IMR862", 14),
        ("IMR701: off", "IMR863", 22),
        ("IMR301: warning", "IMR863", 22),
        ("imr701: off", "IMR863", 22),
        ("IMR311: never", "IMR206", 22),
        ("IMR311: off, imr311: note", "IMR105", 27),
    ],
)
def test_faults_of_a_house(own: str, code: str, column: int, tmp_path: Path) -> None:
    with pytest.raises(DataFault) as raised:
        _ = house(tmp_path, own).wording
    [fault] = raised.value.findings
    assert (fault.rule.code, fault.line, fault.column) == (code, 2, column)
    assert "did you mean" in fault.message or code != "IMR862"


def test_a_house_names_whole_codes_in_capitals_or_not(tmp_path: Path) -> None:
    assert "IMR311" not in severities(LATE, Selection(), house(tmp_path, "imr311: off"))
    with pytest.raises(DataFault, match=r"IMR6 is no whole code, and a house names whole codes \(IMR601 to"):
        _ = house(tmp_path, "IMR6: off").wording
    with pytest.raises(DataFault, match=r"no rule has the code `\.\.\.`"):
        _ = house(tmp_path, "I: off").wording


def test_errors_of_form_have_a_floor() -> None:
    assert {rule.floor for code, rule in RULES.items() if code[:4] in ("IMR1", "IMR2")} == {"error"}
    assert all(rule.floor == "off" for rule in RULES.values() if rule.severity != "error")
    assert severities(CASE, Selection()) == {}


@pytest.mark.parametrize("code", RETIRED)
def test_a_retired_code_is_known_still(code: str, tmp_path: Path, imr: Callable[..., Any]) -> None:
    assert code not in RULES
    options = read_selection([code], [code.lower()])
    assert (options.select, options.ignore) == ((code,), (code,))
    assert severities(LATE, Selection(), house(tmp_path, f"{code}: off")) == severities(LATE, Selection())
    ended = imr("rule", code)
    assert (ended.code, ended.stdout) == (0, f"{code} is retired: {RETIRED[code]}\n")
