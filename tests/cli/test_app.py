"""The command line: exit codes, options, the house's files, and what goes to which stream."""
# ruff: noqa: RUF001  (one example a line; odd characters are what is tested)

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import imr_cli
from support.case_file import CASE, HERE, changed, numbered, places
from support.checkout import CHECKOUT
from support.findings import errors_of

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = ("decide", "render", "check-guidelines", "guideline", "rule", "new", "schema")
STDIN = CASE.encode()
REFUSED = changed("priority: standard", f"priority: {HERE}urgent")
WARNED = changed(
    "    claims_administrator_guideline: none\n    reviewer_guideline: none\n",
    "    reviewer_guideline: none\n",
)
HOUSE = "organization: {name: Example Reviews Inc., short_name: EXAMPLE}\n"


class TestUsage:
    """Wrong usage ends with 2, says what is wrong, and writes nothing."""

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            pytest.param(["nope"], "nope", id="no-such-command"),
            pytest.param(["decide"], "CASE", id="no-case"),
            pytest.param(["decide", "-", "--nope"], "--nope", id="no-such-option"),
            pytest.param(["decide", "-", "--format", "docs"], "markdown, html, text", id="no-such-format"),
            pytest.param(["decide", "-", "--output-format", "loud"], "concise", id="no-such-style"),
            pytest.param(["decide", "-", "-o", "a.md", "-O", "."], "-O", id="file-and-folder"),
            pytest.param(["decide", "-", "-f", "md", "-f", "html"], "-O", id="two-formats-one-output"),
            pytest.param(["decide", "a.yaml", "b.yaml"], "-O", id="two-cases-one-output"),
            pytest.param(["decide", "-", "-O", "no-such-folder"], "no-such-folder", id="no-such-folder"),
            pytest.param(["render", "-", "--format", "json"], "json", id="render-json"),
            pytest.param(["render", "."], "decide", id="render-a-folder"),
            pytest.param(
                ["guideline", "massage", "--on", "9/16/2013"], "YYYY-MM-DD", id="guideline-on-no-date"
            ),
            pytest.param(
                ["guideline", "massage", "--on", "2013-02-30"], "calendar", id="guideline-on-no-day"
            ),
            pytest.param(["rule", "IMR000"], "IMR000", id="no-such-rule"),
            pytest.param(
                ["check-guidelines", "--output-format", "loud"], "concise", id="no-such-style-of-check"
            ),
        ],
    )
    def test_wrong_usage(self, arguments: list[str], says: str, tmp_path: Path, imr: Callable[..., Any],
                         monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
        monkeypatch.chdir(tmp_path)
        ended = imr(*arguments, stdin=STDIN)
        assert (ended.code, ended.stdout) == (2, "")
        assert says in ended.stderr
        assert list(tmp_path.iterdir()) == []

    def test_without_a_command_the_help(self, imr: Callable[..., Any]) -> None:
        ended = imr()
        assert ended.code == 2
        assert all(command in ended.stdout + ended.stderr for command in COMMANDS)

    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_help_with_an_example(self, command: str, imr: Callable[..., Any]) -> None:
        ended = imr(command, "--help")
        assert (ended.code, ended.stderr) == (0, "")
        assert f"imr {command}" in ended.stdout[ended.stdout.index("Example") :]

    def test_the_help_tells_the_exit_codes(self, imr: Callable[..., Any]) -> None:
        ended = imr("--help")
        assert ended.code == 0
        assert {"0", "1", "2", "3", "130"} <= set(re.findall(r"\d+", ended.stdout))

    def test_version(self, imr: Callable[..., Any]) -> None:
        assert imr("--version") == type(imr("--version"))(0, f"imr {imr_cli.__version__}\n", "")


class TestOptionsOfDecide:
    """What the options do to a run that is fine, and to one that is not."""

    @pytest.mark.parametrize(
        ("suffix", "begins"),
        [("md", "# "), ("html", "<!DOCTYPE html>"), ("txt", " "), ("json", "{"), ("out", "# "), ("", "# ")],
    )
    def test_the_suffix_chooses_the_format(
        self, suffix: str, begins: str, tmp_path: Path, imr: Callable[..., Any]
    ) -> None:
        letter = tmp_path / f"letter.{suffix}".rstrip(".")
        assert imr("decide", "-", "-o", letter, stdin=STDIN).code == 0
        assert letter.read_text(encoding="utf-8").startswith(begins)

    def test_the_format_goes_before_the_suffix(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        letter = tmp_path / "letter.html"
        imr("decide", "-", "-o", letter, "-f", "txt", stdin=STDIN)
        assert "<" not in letter.read_text(encoding="utf-8")

    @pytest.mark.parametrize(("short", "long"), [("md", "markdown"), ("txt", "text")])
    def test_short_names_of_formats(self, short: str, long: str, imr: Callable[..., Any]) -> None:
        assert imr("decide", "-", "-f", short, stdin=STDIN) == imr(
            "decide", "-", "--format", long, stdin=STDIN
        )

    @pytest.mark.parametrize(("case", "code"), [(CASE, 0), (places(REFUSED)[0], 1)], ids=["fine", "refused"])
    def test_check_writes_nothing_and_ends_as_the_run_would(
        self, case: str, code: int, tmp_path: Path, imr: Callable[..., Any]
    ) -> None:
        for output in ([], ["-o", tmp_path / "letter.md"], ["-O", tmp_path]):
            ended = imr("decide", "-", "--check", *output, stdin=case.encode())
            assert (ended.code, ended.stdout) == (code, "")
            assert list(tmp_path.iterdir()) == []

    def test_check_needs_no_folder_for_several_cases(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        for number in (1, 2):
            (tmp_path / f"{number}.yaml").write_text(numbered(number), encoding="utf-8")
        assert imr("decide", tmp_path, "--check").code == 0

    def test_warnings_do_not_refuse_unless_strict(self, imr: Callable[..., Any]) -> None:
        plain, strict = (
            imr("decide", "-", *options, stdin=WARNED.encode()) for options in ([], ["--strict"])
        )
        assert plain.code == 0
        assert plain.stdout
        assert ": warning: " in plain.stderr
        assert (strict.code, strict.stdout) == (1, "")
        assert "IMR508" in [code for code, _, _ in errors_of(strict.stderr)]

    def test_quiet_keeps_errors_only(self, imr: Callable[..., Any]) -> None:
        both = changed("priority: standard", "priority: urgent", case=WARNED)
        assert imr("decide", "-", "-q", stdin=WARNED.encode()).stderr == ""
        assert [code for code, _, _ in errors_of(imr("decide", "-", "-q", stdin=both.encode()).stderr)] == [
            "IMR206"
        ]

    def test_what_is_refused_has_no_letter_on_stdout(self, imr: Callable[..., Any]) -> None:
        for form in ("markdown", "html", "text", "json"):
            ended = imr("decide", "-", "--format", form, stdin=places(REFUSED)[0].encode())
            assert (ended.code, ended.stdout) == (1, "")


class TestStylesOfFindings:
    """One finding, for people and for machines."""

    @pytest.fixture
    def case(self, tmp_path: Path) -> Path:
        case = tmp_path / "case.yaml"
        case.write_text(places(REFUSED)[0], encoding="utf-8")
        return case

    def test_concise(self, case: Path, imr: Callable[..., Any]) -> None:
        assert re.fullmatch(rf"{case}:2:11: error: .*`standard`.*  \[IMR206\]\n", imr("decide", case).stderr)

    def test_full_shows_the_line_and_the_remedy(self, case: Path, imr: Callable[..., Any]) -> None:
        ended = imr("decide", case, "--output-format", "full")
        first, text, caret, remedy = ended.stderr.splitlines()[:4]
        assert first.endswith("[IMR206]")
        assert text.strip() == "priority: urgent"
        assert caret.index("^") == text.index("urgent")
        assert "remedy" in remedy

    @pytest.mark.parametrize("check", [True, False])
    def test_json(self, check: bool, case: Path, imr: Callable[..., Any]) -> None:
        ended = imr("decide", case, "--output-format", "json", *(["--check"] if check else []))
        (finding,) = json.loads(ended.stdout if check else ended.stderr)
        assert finding.pop("message")
        assert finding == {
            "code": "IMR206",
            "severity": "error",
            "path": "priority",
            "file": str(case),
            "line": 2,
            "column": 11,
        }
        assert (ended.stderr if check else ended.stdout) == ""
        assert ended.code == 1

    def test_json_is_a_list_where_no_error_is_found(self, imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", "--check", "--output-format", "json", stdin=STDIN)
        assert ended.code == 0
        assert [each for each in json.loads(ended.stdout) if each["severity"] == "error"] == []

    def test_github(self, case: Path, imr: Callable[..., Any]) -> None:
        ended = imr("decide", case, "--output-format", "github")
        assert re.fullmatch(rf"::error file={case},line=2,col=11,title=IMR206::.*standard.*\n", ended.stderr)

    def test_github_survives_odd_file_names(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        case = tmp_path / "a,b:c%d.yaml"
        case.write_text(places(REFUSED)[0], encoding="utf-8")
        ended = imr("decide", case, "--output-format", "github")
        assert "a%2Cb%3Ac%25d.yaml,line=2," in ended.stderr

    def test_brackets_in_names_are_shown(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        case = tmp_path / "[red]case[bold].yaml"
        case.write_text(places(REFUSED)[0], encoding="utf-8")
        assert imr("decide", case).stderr.startswith(f"{case}:2:11: ")


class TestHouse:
    """A house says its own sentences; a fault in its file stops everything."""

    @pytest.fixture
    def house(self, tmp_path: Path) -> Path:
        house = tmp_path / "house.yaml"
        house.write_text(
            HOUSE + "wording:\n  summary.lead: '{organization} sums up:'\n  made.law: ''\n", encoding="utf-8"
        )
        return house

    def assert_houses_letter(self, ended: Any) -> None:
        assert ended.code == 0
        assert "Example Reviews Inc. sums up:" in ended.stdout
        assert "EXAMPLE guideline:" in ended.stdout
        assert "MAXIMUS" not in ended.stdout
        assert "order of strength" not in ended.stdout

    def test_option(self, house: Path, imr: Callable[..., Any]) -> None:
        self.assert_houses_letter(imr("decide", "-", "--house", house, "-f", "text", stdin=STDIN))

    def test_environment(self, house: Path, imr: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("IMR_HOUSE", str(house))
        self.assert_houses_letter(imr("decide", "-", "-f", "text", stdin=STDIN))
        record = imr("decide", "-", "-f", "json", stdin=STDIN).stdout
        self.assert_houses_letter(imr("render", "-f", "text", stdin=record.encode()))

    def test_the_option_goes_before_the_environment(
        self, house: Path, imr: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("IMR_HOUSE", "no-such-file")
        self.assert_houses_letter(imr("decide", "-", "--house", house, "-f", "text", stdin=STDIN))

    def test_letterhead_and_signature(self, house: Path, imr: Callable[..., Any]) -> None:
        house.write_text("organization:\n  name: Example Reviews Inc.\n  short_name: EXAMPLE\n  address: [1 A Street, B City]\n"
                         "  medical_director: C. D., M.D.\n", encoding="utf-8")  # fmt: skip
        for form in ("markdown", "html", "text"):
            letter = imr("decide", "-", "--house", house, "-f", form, stdin=STDIN).stdout
            assert letter.index("1 A Street") < letter.index("Case Number:") < letter.index("C. D., M.D.")

    @pytest.mark.parametrize(
        ("content", "code", "says"),
        [
            pytest.param(
                f"{HOUSE}wording:\n  {HERE}summary.led: x\n",
                "IMR851",
                "`summary.lead`",
                id="unknown-sentence",
            ),
            pytest.param(
                f"{HOUSE}wording:\n  summary.lead: {HERE}'{{nme}}'\n",
                "IMR852",
                "{nme}",
                id="unknown-placeholder",
            ),
            pytest.param(
                f"{HOUSE}wording:\n  summary.lead: {HERE}'{{}}'\n", "IMR852", "", id="empty-placeholder"
            ),
            pytest.param(
                f"{HOUSE}wording:\n  summary.lead: {HERE}[x]\n", "IMR203", "text", id="list-for-sentence"
            ),
            pytest.param(
                f"{HOUSE}wording:\n  summary.lead: x\n  {HERE}summary.lead: y\n",
                "IMR105",
                "twice",
                id="sentence-twice",
            ),
            pytest.param(f"{HOUSE}{HERE}wordng: {{}}\n", "IMR201", "`wording`", id="unknown-field"),
            pytest.param(
                f"organization: {HERE}{{name: Example}}\n", "IMR202", "short_name", id="short-name-missing"
            ),
            pytest.param(f"organization: {HERE}*other\n", "IMR106", "", id="alias"),
            pytest.param(f"{HERE}\torganization: x\n", "IMR103", "tab", id="bad-yaml"),
            pytest.param(HERE, "IMR101", "", id="empty"),
        ],
    )
    def test_a_broken_house_file_stops_the_run(
        self, content: str, code: str, says: str, tmp_path: Path, imr: Callable[..., Any]
    ) -> None:
        text, (place,) = places(content)
        house, letters = tmp_path / "house.yaml", tmp_path / "letters"
        house.write_text(text, encoding="utf-8")
        letters.mkdir()
        ended = imr("decide", "-", "--house", house, "-O", letters, stdin=STDIN)
        assert (ended.code, ended.stdout, list(letters.iterdir())) == (2, "", [])
        assert errors_of(ended.stderr) == [(code, *place)]
        assert ended.stderr.startswith(f"{house}:")
        assert says in ended.stderr

    def test_all_faults_of_a_house_file_in_one_run(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        text, expected = places(
            f"{HOUSE}wording:\n  {HERE}a: x\n  summary.lead: {HERE}'{{b}}'\n  {HERE}c: x\n"
        )
        (tmp_path / "house.yaml").write_text(text, encoding="utf-8")
        ended = imr("decide", "-", "--house", tmp_path / "house.yaml", stdin=STDIN)
        assert [each[1:] for each in errors_of(ended.stderr)] == expected

    FAULTY = f"{HOUSE}wording:\n  summary.lead: '{{b}}'\nseverities: {{IMR301: note}}\n"

    @pytest.mark.parametrize("options", [["--check"], ["-q"], ["-O", "."], ["-O", ".", "--check"]])
    def test_faults_of_a_house_file_in_the_asked_style(
        self, options: list[str], tmp_path: Path, imr: Callable[..., Any]
    ) -> None:
        house = tmp_path / "house.yaml"
        house.write_text(self.FAULTY, encoding="utf-8")
        base = ["decide", "-", "--house", house, *options, "--output-format"]
        as_json = imr(*base, "json", stdin=STDIN)
        found = json.loads(as_json.stdout if "--check" in options else as_json.stderr)
        assert [(each["code"], each["file"], each["line"]) for each in found] == [
            ("IMR852", str(house), 3),
            ("IMR863", str(house), 4),
        ]
        full = imr(*base, "full", stdin=STDIN)
        assert "\n      summary.lead: '{b}'\n                    ^\n    remedy: " in full.stderr
        github = imr(*base, "github", stdin=STDIN)
        assert github.stderr.startswith(f"::error file={house},line=")
        assert {as_json.code, full.code, github.code} == {2}

    def test_faults_of_layouts_and_of_reading_in_the_asked_style(
        self, tmp_path: Path, imr: Callable[..., Any]
    ) -> None:
        (tmp_path / "letter.txt.jinja").write_text("{{ letter.title }}", encoding="utf-8")
        options = ["-", "-f", "text", "--templates", tmp_path, "--output-format"]
        for command in ("decide", "render"):
            full = imr(command, *options, "full", stdin=STDIN)
            assert (full.code, full.stdout) == (2, "")
            assert "    remedy: put the part back" in full.stderr
            assert "    authority: LC 4610.6" in full.stderr
        found = json.loads(imr("decide", *options, "json", "--check", stdin=STDIN).stdout)
        assert {each["code"] for each in found} == {"IMR861"}
        unreadable = imr(
            "decide", "-", "--house", "none.yaml", "--check", "--output-format", "json", stdin=STDIN
        )
        assert [each["code"] for each in json.loads(unreadable.stdout)] == ["IMR855"]

    def test_no_fact_is_listed_twice(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        house = tmp_path / "house.yaml"
        house.write_text(f"{HOUSE}wording:\n  made.sent: '{{b}}'\n", encoding="utf-8")
        ended = imr("decide", "-", "--house", house, stdin=STDIN)
        assert "(facts: `organization` and `short_name`)" in ended.stderr

    @pytest.mark.parametrize("place", ["none.yaml", "."])
    def test_a_house_file_that_is_none(self, place: str, tmp_path: Path, imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", "--house", tmp_path / place, stdin=STDIN)
        assert (ended.code, ended.stdout) == (2, "")
        assert "[IMR855]" in ended.stderr

    def test_a_house_file_of_two_documents(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        """The second one would be lost without a word."""
        (tmp_path / "house.yaml").write_text(f"{HOUSE}---\nwording: {{summary.lead: x}}\n", encoding="utf-8")
        ended = imr("decide", "-", "--house", tmp_path / "house.yaml", stdin=STDIN)
        assert (ended.code, ended.stdout) == (2, "")
        assert "house.yaml:2" in ended.stderr

    def test_text_of_a_case_is_no_template(self, house: Path, imr: Callable[..., Any]) -> None:
        case = changed(
            "treatment: Transport to the visits", "treatment: '{organization} {treatment} {decision}'"
        )
        ended = imr("decide", "-", "--house", house, "-f", "text", stdin=case.encode())
        assert "{organization} {treatment} {decision}: Overturned" in ended.stdout


class TestTemplates:
    """A folder's layouts go before the bundled ones; a broken one stops everything."""

    @staticmethod
    def add(folder: Path, suffix: str, end: str) -> None:
        """A house's own layout: the bundled one with an end of its own."""
        bundled = (CHECKOUT / "templates" / f"letter.{suffix}.jinja").read_text(encoding="utf-8")
        (folder / f"letter.{suffix}.jinja").write_text(f"{bundled}\n{end}\n", encoding="utf-8")

    def test_one_layout_is_replaced_the_others_stay(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        self.add(tmp_path, "txt", "{{ letter.header[0][0].text }} ends")
        own = imr("decide", "-", "--templates", tmp_path, "-f", "text", stdin=STDIN)
        assert own.stdout.endswith("\nCM16-0123456 ends\n")
        bundled = imr("decide", "-", "-f", "html", stdin=STDIN)
        assert imr("decide", "-", "--templates", tmp_path, "-f", "html", stdin=STDIN) == bundled

    def test_own_layouts_are_escaped_too(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        case = changed("treatment: Transport to the visits", "treatment: <b>*x*</b>")
        for suffix, expected in (("html", "END &lt;b&gt;*x*"), ("md", r"END \<b\>\*x\*")):
            self.add(tmp_path, suffix, "END {{ letter.sections[-1]['items'][1].heading }}")
            assert (
                expected
                in imr("decide", "-", "--templates", tmp_path, "-f", suffix, stdin=case.encode()).stdout
            )

    @pytest.mark.parametrize(
        "layout",
        [
            pytest.param(b"\n{% if letter %}\n", id="not-closed"),
            pytest.param(b"\n{{ letter.nope }}\n", id="no-such-part"),
            pytest.param(b"\n{{ nope }}\n", id="no-such-name"),
            pytest.param(b"\n{{ letter.title | nope }}\n", id="no-such-filter"),
            pytest.param(b"\n{% include 'nope.jinja' %}\n", id="no-such-file"),
            pytest.param(b"\n{{ letter.title + 1 }}\n", id="wrong-kind"),
            pytest.param(b"\n{{ 1 // 0 }}\n", id="division-by-zero"),
            pytest.param(b"\n\xff\n", id="not-utf-8"),
        ],
    )
    def test_a_broken_layout_stops_the_run(
        self, layout: bytes, tmp_path: Path, imr: Callable[..., Any]
    ) -> None:
        templates, letters = tmp_path / "templates", tmp_path / "letters"
        templates.mkdir()
        letters.mkdir()
        (templates / "letter.html.jinja").write_bytes(layout)
        ended = imr(
            "decide", "-", "--templates", templates, "-O", letters, "-f", "md", "-f", "html", stdin=STDIN
        )
        assert (ended.code, ended.stdout, list(letters.iterdir())) == (2, "", [])
        assert "[IMR854]" in ended.stderr
        assert "letter.html.jinja" in ended.stderr

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(
                lambda words: words.replace("summary.lead:", "summary.leed:"), id="sentence-missing"
            ),
            pytest.param(
                lambda words: words.replace('"{treatment}: {decision}"', '"{treatmnt}: {decision}"'),
                id="unknown-fact",
            ),
            pytest.param(lambda words: words.replace("language: en", "language: English"), id="no-language"),
            pytest.param(lambda words: words.replace("sentences:", "sentence:"), id="no-sentences"),
        ],
    )
    def test_a_broken_wording_stops_the_run(
        self, change: Callable[[str], str], tmp_path: Path, imr: Callable[..., Any]
    ) -> None:
        wording = tmp_path / "wording" / "en.yaml"
        wording.parent.mkdir()
        words = (CHECKOUT / "templates" / "wording" / "en.yaml").read_text(encoding="utf-8")
        assert change(words) != words
        wording.write_text(change(words), encoding="utf-8")
        ended = imr("decide", "-", "--templates", tmp_path, stdin=STDIN)
        assert (ended.code, ended.stdout) == (2, "")
        assert re.match(rf"{wording}(:\d+:\d+)?: error: .*  \[IMR\d+\]", ended.stderr)

    def test_a_folder_that_is_none(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        ended = imr("decide", "-", "--templates", tmp_path / "none", stdin=STDIN)
        assert (ended.code, ended.stdout) == (2, "")
        assert "none" in ended.stderr


class TestOtherCommands:
    """`new`, `schema`, `rule`, `guideline`, `check-guidelines`."""

    def test_new_writes_a_case_that_is_accepted(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        case = tmp_path / "case.yaml"
        ended = imr("new", case)
        assert (ended.code, ended.stdout) == (0, "")
        assert imr("decide", case, "--check", "--strict").code == 0, imr("decide", case, "--check").stderr
        text = case.read_text(encoding="utf-8")
        assert text.count("#") > 10
        assert imr("new").stdout == text

    def test_new_never_overwrites(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        case = tmp_path / "case.yaml"
        case.write_text("mine", encoding="utf-8")
        ended = imr("new", case)
        assert (ended.code, ended.stdout) == (2, "")
        assert "case.yaml" in ended.stderr
        assert case.read_text(encoding="utf-8") == "mine"

    def test_new_in_a_missing_folder(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        ended = imr("new", tmp_path / "none" / "case.yaml")
        assert ended.code == 2
        assert "case.yaml" in ended.stderr

    def test_schema_has_every_field_of_the_contract(self, imr: Callable[..., Any]) -> None:
        ended = imr("schema")
        assert ended.code == 0
        schema = json.loads(ended.stdout)
        assert schema["additionalProperties"] is False
        fields = {
            "": "case_number priority dates reviewer patient records clinical_summary disputed_items parties",
            "dates": "injury utilization_review application_received assigned records_received decision",
            "reviewer": "board_certifications licensed_in active_practice_years active_practice_hours_per_week",
            "patient": "age sex",
            "records": "id kind title author date from to",
            "disputed_items": "treatment topic timing service_date requested prior original_request authorized disputed_part "
            "depends_on findings records claims_administrator_guideline reviewer_guideline decision departure rationale",
        }
        for name, names in fields.items():
            part = schema["properties"][name] if name else schema
            assert set(names.split()) <= set(part.get("items", part)["properties"]), name
        item = schema["properties"]["disputed_items"]["items"]["properties"]
        cited = json.dumps(item["reviewer_guideline"])
        for name in (
            "mtus",
            "other",
            "why_not_mtus",
            "adds",
            "document",
            "sections",
            "pages",
            "organization",
            "journal",
            "none",
        ):
            assert f'"{name}"' in cited
        assert set(item["decision"]["enum"]) == {"upheld", "overturned", "uphold", "overturn"}

    def test_schema_and_reader_agree_on_the_sample(self, imr: Callable[..., Any]) -> None:
        """What the reader cannot do without is what the schema requires."""
        schema = json.loads(imr("schema").stdout)
        for name in schema["required"]:
            case = re.sub(rf"(?ms)^{name}:.*?(?=^\S|\Z)", "", CASE)
            assert case != CASE
            assert "IMR202" in imr("decide", "-", stdin=case.encode()).stderr
        for name in ("patient", "parties"):
            case = re.sub(rf"(?ms)^{name}:.*?(?=^\S|\Z)", "", CASE)
            assert imr("decide", "-", "-q", stdin=case.encode()).stderr == ""

    def test_every_code_is_explained(self, imr_process: Callable[..., Any]) -> None:
        """In a process of its own: a command must not know only what others have loaded."""
        listed = imr_process("rule").stdout.decode()
        codes = re.findall(r"^IMR\d{3}", listed, re.MULTILINE)
        assert codes == sorted(set(codes))
        for code in ("IMR104", "IMR204", "IMR301", "IMR401", "IMR451", "IMR505", "IMR801", "IMR851"):
            assert code in codes
        explained = imr_process("rule", "imr104")
        assert explained.returncode == 0
        assert explained.stdout.startswith(b"IMR104")

    def test_every_rule_has_its_parts(self, imr: Callable[..., Any]) -> None:
        for code in re.findall(r"^IMR\d{3}", imr("rule").stdout, re.MULTILINE):
            text = imr("rule", code).stdout
            assert all(f"\n{part}:" in text for part in ("Why", "Example", "Remedy")), code

    def test_guideline_shows_citation_and_provenance(self, imr: Callable[..., Any]) -> None:
        ended = imr("guideline", "massage-therapy", "--on", "2013-09-16")
        assert ended.code == 0
        for words in ("Chronic Pain Medical Treatment 2009", "chronic-pain-2009", "60", "confidence"):
            assert words in ended.stdout
        assert "chronic-pain-2016" not in ended.stdout

    def test_guideline_of_nothing_known(self, imr: Callable[..., Any]) -> None:
        ended = imr("guideline", "zzyzx")
        assert ended.code != 0
        assert (ended.stdout, "Traceback" in ended.stderr) == ("", False)

    def test_the_bundled_table_is_proved(self, imr: Callable[..., Any]) -> None:
        ended = imr("check-guidelines", "-q")
        assert (ended.code, ended.stderr) == (0, "")

    def test_a_broken_table_stops_the_run(self, tmp_path: Path) -> None:
        for name in ("imr_cli", "templates", "guidelines"):
            shutil.copytree(CHECKOUT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        place = tmp_path / "guidelines" / "criteria.yaml"
        place.write_text(place.read_text(encoding="utf-8") + "\tcriteria: x\n", encoding="utf-8")
        ended = subprocess.run(
            [sys.executable, "-m", "imr_cli", "decide", "-", "-o", tmp_path / "letter.md"],
            input=STDIN, capture_output=True, check=False, cwd=tmp_path, timeout=60,
        )  # fmt: skip
        assert (ended.returncode, ended.stdout) == (2, b"")
        assert re.match(rb".*criteria\.yaml:\d+:\d+: error: ", ended.stderr)
        assert not (tmp_path / "letter.md").exists()


class TestEndings:
    """Faults of our own, interruptions and readers that go away."""

    def raise_in_decide(self, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
        def fail(*_: object) -> int:
            raise error

        monkeypatch.setattr("imr_cli.cli.commands.decide.decide", fail)

    def test_a_fault_of_the_program_is_one_line(
        self, imr: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.raise_in_decide(monkeypatch, RuntimeError("Ann Example, born 1970-01-01"))
        ended = imr("decide", "-", stdin=STDIN)
        assert (ended.code, ended.stdout) == (3, "")
        assert len(ended.stderr.splitlines()) == 1
        assert "RuntimeError" in ended.stderr
        assert "Ann" not in ended.stderr

    def test_debug_shows_where(self, imr: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
        self.raise_in_decide(monkeypatch, RuntimeError("here"))
        with pytest.raises(RuntimeError, match="here"):
            imr("--debug", "decide", "-", stdin=STDIN)

    def test_interrupted(self, imr: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
        self.raise_in_decide(monkeypatch, KeyboardInterrupt())
        ended = imr("decide", "-", stdin=STDIN)
        assert (ended.code, ended.stdout) == (130, "")
        assert "Traceback" not in ended.stderr

    @pytest.mark.skipif(os.name != "posix", reason="pipes break in this way on POSIX systems")
    def test_a_reader_that_goes_away_is_no_fault(self, tmp_path: Path) -> None:
        case = tmp_path / "case.yaml"
        case.write_text(CASE, encoding="utf-8")
        reading, writing = os.pipe()
        os.close(reading)
        try:
            ended = subprocess.run(
                [sys.executable, "-m", "imr_cli", "decide", case],
                stdout=writing, stderr=subprocess.PIPE, check=False, cwd=CHECKOUT, timeout=60,
            )  # fmt: skip
        finally:
            os.close(writing)
        assert ended.stderr == b""
        assert ended.returncode != 3


class TestRealProcess:
    """The program as a shell starts it."""

    def test_the_installed_command(self) -> None:
        command = Path(sys.executable).with_name("imr")
        if not command.exists():
            pytest.skip("imr is not installed beside this Python")
        ended = subprocess.run([command, "--version"], capture_output=True, check=False, timeout=60)
        assert (ended.returncode, ended.stdout.decode()) == (0, f"imr {imr_cli.__version__}\n")

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
    def test_letters_are_utf8_whatever_the_terminal(
        self, encoding: str, imr_process: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONIOENCODING", encoding)
        monkeypatch.setenv("LC_ALL", "C")
        case = changed("treatment: Transport to the visits", "treatment: Fahrt zur Kur § 5° – ×2 😀")
        ended = imr_process("decide", "-", "--format", "text", stdin=case.encode())
        assert ended.returncode == 0
        assert "Fahrt zur Kur § 5° – ×2 😀: Overturned" in ended.stdout.decode("utf-8")

    def test_exit_codes_reach_the_shell(self, imr_process: Callable[..., Any]) -> None:
        assert imr_process("decide", "-", stdin=places(REFUSED)[0].encode()).returncode == 1
        assert imr_process("decide").returncode == 2

    def test_file_names_that_are_no_text(self, tmp_path: Path, imr_process: Callable[..., Any]) -> None:
        case = os.fsencode(tmp_path) + b"/\xff.yaml"
        try:
            Path(os.fsdecode(case)).write_text(WARNED, encoding="utf-8")
        except OSError:
            pytest.skip("this file system has no such names")
        ended = imr_process("decide", os.fsdecode(case), "--format", "json")
        assert ended.returncode == 0
        assert json.loads(ended.stdout)["findings"]

    @pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
    def test_a_terminal_gets_a_table_stdout_does_not(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pty = pytest.importorskip("pty")
        monkeypatch.setenv("COLUMNS", "100")
        case = tmp_path / "case.yaml"
        case.write_text(
            changed("treatment: Transport to the visits", "treatment: '[red]Transport[/red]'"),
            encoding="utf-8",
        )
        ours, theirs = pty.openpty()
        try:
            arguments = [sys.executable, "-m", "imr_cli", "decide", case, "--format", "text"]
            ended = subprocess.run(
                arguments, stdout=subprocess.PIPE, stderr=theirs, check=False, cwd=CHECKOUT, timeout=60
            )
            shown = os.read(ours, 65536).decode()
        finally:
            os.close(theirs)
            os.close(ours)
        assert ended.returncode == 0
        for words in ("Massage therapy", "supports", "Overturned", "[red]Transport[/red]"):
            assert words in shown
        assert b"supports" not in ended.stdout
        assert "\x1b[3" not in shown
