"""The bundled guideline table is whole, proved, and found again by day, id and words."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from imr_cli.guideline.forms import TOPICS_FILE
from imr_cli.guideline.loading import load_table
from imr_cli.guideline.proof import table_findings
from support.checkout import CHECKOUT, SHARED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GUIDELINES = CHECKOUT / "guidelines"


@pytest.fixture(scope="module")
def table() -> Any:
    return load_table(GUIDELINES)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the table's files that a test may spoil."""
    (tmp_path / "topics").mkdir()
    for file in [*GUIDELINES.glob("*.yaml"), *GUIDELINES.glob("topics/*.yaml")]:
        (tmp_path / file.relative_to(GUIDELINES)).write_bytes(file.read_bytes())
    return tmp_path


class TestWhole:
    def test_check_guidelines_is_clean_and_counts(self, imr: Callable[..., Any]) -> None:
        ended = imr("check-guidelines")
        assert (ended.code, ended.stderr) == (0, "")
        assert "59 documents, 398 topics" in ended.stdout
        assert re.search(r"basis: \d+ verified, \d+ memory, \d+ draft", ended.stdout)
        assert "known gaps:" in ended.stdout

    @pytest.mark.skipif(not SHARED.is_dir(), reason="the researched facts are not at hand")
    def test_every_row_has_its_researched_values(self, table: Any) -> None:
        researched = {
            (row["document"], row["id"]): (row["stance"], row["basis"], row["confidence"])
            for file in sorted((SHARED / "facts").glob("topics-*.yaml"))
            for row in yaml.safe_load(file.read_text(encoding="utf-8"))["topics"]
        }
        missing: list[object] = [
            (topic.document, topic.id)
            for topic in table.topics()
            if researched.get((topic.document, topic.id)) != (topic.stance, topic.basis, topic.confidence)
        ]
        documents = yaml.safe_load((SHARED / "facts/documents.yaml").read_text(encoding="utf-8"))["documents"]
        for row in documents:
            document = table.document(row["id"])
            days = document and tuple(
                day and day.isoformat() for day in (document.first_day, document.end_day)
            )
            if days != (row["effective"], row["superseded"]):
                missing.append((row["id"], days))
        assert missing == []
        assert len(list(table.topics())) == 398
        assert len(table.document_ids) == len(documents) == 59

    def test_every_row_says_when_it_was_last_compared(self, table: Any) -> None:
        assert [topic.id for topic in table.topics() if topic.checked is None] == []

    def test_verified_rows_name_their_source(self, table: Any) -> None:
        assert [topic.id for topic in table.topics() if topic.basis == "verified" and not topic.source] == []


class TestDays:
    @pytest.mark.parametrize(
        ("guideline", "day", "before", "after"),
        [
            ("chronic-pain", "2009-07-18", None, "chronic-pain-2009"),
            ("postsurgical", "2009-07-18", None, "postsurgical-2009"),
            ("elbow", "2009-07-18", "elbow-2004", "elbow-2007"),
            ("chronic-pain", "2016-07-28", "chronic-pain-2009", "chronic-pain-2016"),
            ("opioids", "2016-07-28", None, "opioids-2016"),
            ("chronic-pain", "2017-12-01", "chronic-pain-2016", "chronic-pain-2017"),
            ("opioids", "2017-12-01", "opioids-2016", "opioids-2017"),
            ("low-back", "2017-12-01", "low-back-2004", "low-back-2016"),
            ("cervical-thoracic", "2017-12-01", "neck-upper-back-2004", "cervical-thoracic-2016"),
            ("cervical-thoracic", "2019-04-18", "cervical-thoracic-2016", "cervical-thoracic-2018"),
            ("elbow", "2019-04-18", "elbow-2013", "elbow-2018"),
            ("low-back", "2019-08-11", "low-back-2016", "low-back-2019"),
            ("hip-groin", "2019-10-07", "hip-groin-2011", "hip-groin-2019"),
            ("knee", "2020-09-21", "knee-2015", "knee-2019"),
            ("low-back", "2021-11-23", "low-back-2019", "low-back-2020"),
            ("shoulder", "2023-08-10", "shoulder-2016", "shoulder-2023"),
            ("forearm-wrist-hand", "2023-11-10", "hand-wrist-forearm-2019", "hand-wrist-forearm-2023"),
        ],
    )
    def test_an_edition_begins_on_its_day_and_not_the_day_before(
        self, guideline: str, day: str, before: str | None, after: str, table: Any
    ) -> None:
        first = date.fromisoformat(day)
        found = [table.edition_on(guideline, each) for each in (first - timedelta(days=1), first)]
        assert [edition and edition.id for edition in found] == [before, after]

    def test_no_guideline_has_two_editions_on_one_day(self, table: Any) -> None:
        days = {
            day for document in table.documents() for day in (document.first_day, document.end_day) if day
        }
        for day in sorted(days):
            in_force = [each.guideline for each in table.documents() if each.is_in_force(day)]
            assert sorted(in_force) == sorted(set(in_force)), day

    def test_unknown_first_days_are_never_in_force(self, table: Any) -> None:
        unknown = [each for each in table.documents() if each.first_day is None]
        assert "chronic-pain-2024" in [each.id for each in unknown]
        assert not any(each.is_in_force(date(2030, 1, 1)) for each in unknown)

    def test_the_command_answers_for_a_day(self, imr: Callable[..., Any]) -> None:
        older = imr("guideline", "massage-therapy", "--on", "2016-07-27").stdout
        newer = imr("guideline", "massage-therapy", "--on", "2016-07-28").stdout
        assert "chronic-pain-2009" in older
        assert "4 to 6 visits" in older
        assert "massage-therapy in chronic-pain-2016" in newer
        assert "since chronic-pain-2009" in newer


class TestTheCommand:
    def test_shows_a_topic_with_citation_and_provenance(self, imr: Callable[..., Any]) -> None:
        shown = imr("guideline", "massage-therapy", "--on", "2013-09-16").stdout
        assert "Chronic Pain Medical Treatment 2009, section Massage therapy, page 60" in " ".join(
            shown.split()
        )
        for words in ("memory, confidence high", "pages from:    verified", "confirmed", "adjunct-to-active"):
            assert words in shown

    def test_words_of_a_request_find_a_topic(self, imr: Callable[..., Any]) -> None:
        assert "tens-chronic-pain" in imr("guideline", "TENS", "unit", "--on", "2016-10-01").stdout.split()
        assert "id:            cyclobenzaprine" in imr("guideline", "Flexeril", "--on", "2016-10-01").stdout

    def test_a_body_part_lists_what_is_said_of_it(self, imr: Callable[..., Any]) -> None:
        shown = imr("guideline", "elbow", "--on", "2016-10-01").stdout
        assert {"elbow-mri", "elbow-emg"} <= set(shown.split())

    def test_a_document_lists_its_topics(self, imr: Callable[..., Any]) -> None:
        shown = imr("guideline", "acupuncture-2007").stdout
        assert "in force:      2007-06-15 to 2017-12-01" in shown
        assert "acupuncture-electrical-stimulation" in shown

    def test_all_documents_of_a_day(self, imr: Callable[..., Any]) -> None:
        shown = imr("guideline", "--on", "2017-11-30").stdout
        assert "low-back-2004" in shown
        assert "low-back-2016" not in shown

    def test_nothing_found_is_said(self, imr: Callable[..., Any]) -> None:
        ended = imr("guideline", "zebra", "stripes")
        assert (ended.code, ended.stdout) == (1, "")
        assert "nothing on" in ended.stderr


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    place = folder / file
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")


class TestFaultsInTheTable:
    @pytest.mark.parametrize(
        ("file", "old", "new", "code"),
        [
            ("topics/chronic-pain-2009.yaml", "max_visits: 4 to 6", "max_visits: about six", "IMR801"),
            ("topics/chronic-pain-2009.yaml", "max_visits: 4 to 6", "max_visits: 6 to 4", "IMR802"),
            ("topics/chronic-pain-2009.yaml", "- id: massage-therapy", "- id: Massage Therapy", "IMR803"),
            ("documents.yaml", "until: 2016-07-28", "until: 2006-07-28", "IMR804"),
            (
                "topics/chronic-pain-2009.yaml",
                "- id: chiropractic-treatment",
                "- id: massage-therapy",
                "IMR805",
            ),
            (
                "topics/chronic-pain-2009.yaml",
                "criteria: [adjunct-to-active-rehabilitation]",
                "criteria: [adjunct-to-activ-rehabilitation]",
                "IMR806",
            ),
            ("topics/chronic-pain-2009.yaml", "limits: {max_visits: 4", "limits: {most_visits: 4", "IMR806"),
            (
                "topics/low-back-2004.yaml",
                "criteria_logic: red-flag or (",
                "criteria_logic: red-flag or ",
                "IMR807",
            ),
            ("topics/chronic-pain-2009.yaml", "basis: memory", "basis: verified\n    flags: []", None),
            ("topics/knee-2004.yaml", "id: knee-surgery", "id: knee-surgery\n    titel: x", "IMR201"),
            ("documents.yaml", "until: 2016-07-28", "until: 2016-07-29", "IMR810"),
            ("limits.yaml", "    bound: at-most\n", "", "IMR811"),
            ("topics/knee-2004.yaml", "document: knee-2004", "document: knee-2015", "IMR812"),
            ("documents.yaml", "from: 2009-07-18", "from: 2009-06-31", "IMR208"),
            ("documents.yaml", "confidence: high", "confidence: certain", "IMR206"),
        ],
    )
    def test_each_is_found_with_its_position(
        self, file: str, old: str, new: str, code: str | None, copied: Path
    ) -> None:
        spoil(copied, file, old, new)
        found = table_findings(
            {str(each.relative_to(copied)): each.read_bytes() for each in copied.rglob("*.yaml")}
        )
        if code is not None:
            assert code in [finding.rule.code for finding in found]
        assert all(finding.line and finding.source for finding in found)

    def test_the_sound_table_has_none(self, copied: Path) -> None:
        assert (
            table_findings(
                {str(each.relative_to(copied)): each.read_bytes() for each in copied.rglob("*.yaml")}
            )
            == []
        )

    def test_an_alias_belongs_to_one_topic(self, copied: Path) -> None:
        spoil(copied, "topics/knee-2004.yaml", "aliases: [", "aliases: [knee brace, ")
        found = table_findings(
            {str(each.relative_to(copied)): each.read_bytes() for each in copied.rglob("*.yaml")}
        )
        assert "IMR809" in [finding.rule.code for finding in found]

    def test_an_edited_file_is_never_overlooked(self, copied: Path) -> None:
        assert load_table(copied).fingerprint == load_table(GUIDELINES).fingerprint
        spoil(copied, "topics/chronic-pain-2009.yaml", "max_visits: 4 to 6", "max_visits: 5 to 7")
        topic = load_table(copied).topic("chronic-pain-2009", "massage-therapy")
        assert str(topic.limits["max_visits"]) == "5 to 7"


class TestAHousesRows:
    ROW = """\
document: chronic-pain-2009
checked: 2026-11-23
topics:
  - id: cupping
    title: Cupping
    stance: not-recommended
    aliases: [cupping]
    basis: memory
    confidence: high
"""

    @pytest.fixture
    def own(self, tmp_path: Path) -> Path:
        (tmp_path / "topics").mkdir()
        (tmp_path / "topics/chronic-pain-2009.yaml").write_text(self.ROW, encoding="utf-8")
        return tmp_path

    def test_are_added(self, own: Path, imr: Callable[..., Any]) -> None:
        shown = imr("guideline", "cupping", "--guidelines", own).stdout
        assert "not-recommended" in shown
        assert "massage-therapy" in imr("guideline", "chronic-pain-2009", "--guidelines", own).stdout

    def test_replace_rows_of_the_same_id(self, own: Path, imr: Callable[..., Any]) -> None:
        spoil(own, "topics/chronic-pain-2009.yaml", "id: cupping", "id: massage-therapy")
        shown = imr("guideline", "massage-therapy", "--on", "2013-01-01", "--guidelines", own).stdout
        assert "stance:        not-recommended" in shown

    @pytest.mark.parametrize(
        "spoiled", [("basis: memory", "basis: hearsay"), ("id: cupping", "id: cupping\n    sea: [x]")]
    )
    def test_a_fault_stops_the_run(
        self, spoiled: tuple[str, str], own: Path, imr: Callable[..., Any]
    ) -> None:
        spoil(own, "topics/chronic-pain-2009.yaml", *spoiled)
        ended = imr("decide", CHECKOUT / "samples/massage-therapy.yaml", "--guidelines", own)
        assert (ended.code, ended.stdout) == (2, "")
        assert re.search(r"topics/chronic-pain-2009\.yaml:\d+:\d+: error: ", ended.stderr)

    def test_a_folder_without_rows_is_said(self, tmp_path: Path, imr: Callable[..., Any]) -> None:
        ended = imr("decide", CHECKOUT / "samples/massage-therapy.yaml", "--guidelines", tmp_path)
        assert (ended.code, ended.stdout) == (2, "")
        assert "IMR815" in ended.stderr


def test_the_forms_of_table_and_schema_are_one() -> None:
    """A topic's fields in the file and on the row cannot drift apart."""
    fields = set(TOPICS_FILE.fields["topics"].shape.shape.fields)
    row = load_table(GUIDELINES).topic("chronic-pain-2009", "massage-therapy")
    assert fields | {"document"} == set(type(row)._fields)


def test_json_of_a_clean_table_is_an_empty_list(imr: Callable[..., Any]) -> None:
    assert json.loads(imr("check-guidelines", "--output-format", "json").stdout) == []
