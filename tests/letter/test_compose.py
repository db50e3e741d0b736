"""The letter has the published order and labels, and every fact of the case where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.case_file import CASE, changed

if TYPE_CHECKING:
    from collections.abc import Callable

SIDES = ("Claims Administrator guideline:", "MAXIMUS guideline:")


@pytest.fixture
def letter(imr: Callable[..., Any]) -> Callable[..., str]:
    """The text letter of a case, its white space folded."""

    def write(case: str = CASE) -> str:
        ended = imr("decide", "-", "--format", "text", stdin=case.encode())
        assert ended.code == 0, ended.stderr
        return " ".join(ended.stdout.split())

    return write


def line(letter: str, label: str, number: int = 0) -> str:
    """What stands behind a label, up to the next label of an item."""
    rest = letter.split(label)[number + 1]
    return min((rest.partition(each)[0] for each in (*SIDES, "Decision rationale:")), key=len)


def test_labels_in_the_order_of_the_contract(letter: Callable[..., str]) -> None:
    text = letter()
    labels = (
        "Case Number: CM16-0123456",
        "Date Assigned: 05/16/2016",
        "Date of Injury: 03/02/2015",
        "Decision Date: 06/06/2016",
        "UR Denial Date: 05/02/2016",
        "Priority: Standard",
        "Application Received: 05/09/2016",
        "HOW THE IMR FINAL DETERMINATION WAS MADE",
        "State(s) of Licensure: California",
        "Certification(s)/Specialty: Occupational Medicine",
        "DOCUMENTS REVIEWED",
        "CLINICAL CASE SUMMARY",
        "A 41-year-old woman strained her back",
        "IMR ISSUES, DECISIONS AND RATIONALES",
        "Massage therapy: Overturned",
        *SIDES,
        "Decision rationale: The visits go along with exercise.",
        "Transport to the visits: Overturned",
        *SIDES,
        "Decision rationale: The visits cannot be reached on foot.",
    )
    place = -1
    for label in labels:
        place = text.find(label, place + 1)
        assert place >= 0, label


def test_two_events_may_fall_on_one_day(letter: Callable[..., str]) -> None:
    day = "2016-05-02"
    text = letter(changed("application_received: 2016-05-09", f"application_received: {day}", "assigned: 2016-05-16", f"assigned: {day}",
                          "records_received: 2016-05-18", f"records_received: {day}", "decision: 2016-06-06", f"decision: {day}",
                          "injury: 2015-03-02", f"injury: {day}", " on March 2, 2015", "", ", from: 2015-03-04, to: 2016-04-20", f", from: {day}, to: {day}"))  # fmt: skip
    assert text.count("05/02/2016") >= 5


def test_the_reviewer_is_described_in_the_words_of_the_case(letter: Callable[..., str]) -> None:
    assert "more than five years" in letter()
    assert "30 hours" in letter()
    own = letter(changed("active_practice_hours_per_week: 30", "active_practice_years: more than twelve"))
    assert "more than twelve years" in own
    assert "24 hours" in own


def test_several_certifications_and_states_keep_their_order(letter: Callable[..., str]) -> None:
    text = letter(
        changed(
            "[Occupational Medicine]",
            "[Orthopedic Surgery, Sports Medicine]",
            "[California]",
            "[California, Texas]",
        )
    )
    assert "Certification(s)/Specialty: Orthopedic Surgery, Sports Medicine" in text
    assert "State(s) of Licensure: California, Texas" in text


def test_documents_reviewed_only_where_the_case_lists_some(letter: Callable[..., str]) -> None:
    start, end = CASE.index("records:\n  - {id: R1"), CASE.index("clinical_summary")
    without = (CASE[:start] + CASE[end:]).replace("    records: [R1, R2]\n", "")
    assert "DOCUMENTS REVIEWED" not in letter(without)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        ("{id: R1, title: Denial, date: 2016-05-02}", ["Denial", "05/02/2016"]),
        (
            "{id: R1, kind: operative-report, from: 2015-03-04, to: 2016-04-20}",
            ["Operative report", "03/04/2015", "04/20/2016"],
        ),
        ("{id: R1, kind: operative-report, from: 2015-03-04}", ["Operative report", "03/04/2015"]),
        ("{id: R1, kind: operative-report, to: 2016-04-20}", ["Operative report", "04/20/2016"]),
        ("{id: R1, kind: odd-kind, author: treating physician}", ["odd kind", "treating physician"]),
    ],
)
def test_a_record_with_what_is_known_of_it(record: str, shown: list[str], letter: Callable[..., str]) -> None:
    text = letter(changed("{id: R1, kind: utilization-review, title: Denial, date: 2016-05-02}", record))
    listed = text[text.index("DOCUMENTS REVIEWED") : text.index("CLINICAL CASE SUMMARY")]
    places = [listed.find(words) for words in shown]
    assert -1 not in places
    assert places == sorted(places)
    assert "R1" not in listed


class TestGuidelineLines:
    """Both sides have one grammar: documents of the MTUS, then other sources, or nothing."""

    @pytest.fixture(params=["claims_administrator", "reviewer"])
    def said(self, request: pytest.FixtureRequest, letter: Callable[..., str]) -> Callable[[str], str]:
        """The line of one side of the second item, for what that side cites there."""
        field = f"{request.param}_guideline: none"
        label = SIDES[request.param == "reviewer"]

        def manifest_entry(cited: str) -> str:
            start = CASE.index("  - treatment: Transport")
            return line(letter(CASE[:start] + CASE[start:].replace(field, f"{field[:-4]}{cited}")), label, 1)

        return manifest_entry

    def test_documents_with_sections_and_pages(self, said: Callable[[str], str]) -> None:
        text = said(
            "{mtus: [{document: chronic-pain-2009, sections: [Massage, Acupuncture], pages: '13, 60'}, {document: acupuncture-2007}]}"
        )
        places = [
            text.find(words)
            for words in (
                "Chronic Pain Medical Treatment 2009",
                "Massage",
                "Acupuncture",
                "13, 60",
                "Acupuncture Treatment 2007",
            )
        ]
        assert -1 not in places
        assert places == sorted(places)
        assert "outside" not in text

    def test_documents_then_sources(self, said: Callable[[str], str]) -> None:
        text = said("{mtus: [{document: acupuncture-2007}], other: [First source, Second source.]}")
        assert text.index("2007") < text.index("First source") < text.index("Second source.")

    def test_sources_only(self, said: Callable[[str], str]) -> None:
        text = said("{other: ['A source, 2015']}")
        assert "outside the MTUS" in text
        assert "A source, 2015." in text

    def test_sources_in_parts(self, said: Callable[[str], str]) -> None:
        text = said(
            "{other: [{kind: study, authors: A. Author, title: On backs, journal: Spine, year: 2014, volume: 39, pages: 1-9}]}"
        )
        places = [text.find(words) for words in ("A. Author", "On backs", "Spine", "2014", "39", "1-9")]
        assert -1 not in places
        assert places == sorted(places)

    def test_nothing_cited(self, said: Callable[[str], str]) -> None:
        text = said("none")
        assert "cited no" in text
        assert "outside" not in text

    def test_why_and_what_it_adds(self, said: Callable[[str], str]) -> None:
        text = said(
            "{other: [A source], why_not_mtus: not-addressed, adds: [It counts visits, It is newer.]}"
        )
        assert (
            text.index("does not address")
            < text.index("A source")
            < text.index("It counts visits. It is newer.")
        )


class TestPartlyAuthorized:
    """A request that was approved in part states what was asked, what was approved and what is left."""

    @staticmethod
    def case(treatment: str, **more: str) -> str:
        fields = {"original_request": "Transport to 12 visits", "authorized": "4 rides", **more}
        return changed(
            "treatment: Transport to the visits",
            "\n    ".join([f"treatment: {treatment}", *map(": ".join, fields.items())]),
        )

    def test_what_remains(self, letter: Callable[..., str]) -> None:
        text = letter(self.case("Transport to 8 visits"))
        heading = text[text.index("12 visits") : text.index("Decision rationale: The visits cannot")]
        assert heading.index("4 rides") < heading.index("Transport to 8 visits: Overturned")
        assert "remain" in heading

    def test_the_whole_where_the_treatment_repeats_it(self, letter: Callable[..., str]) -> None:
        text = letter(self.case("transport  to 12 visits"))
        assert "leaves the request open" in text
        assert text.index("4 rides") < text.index("transport to 12 visits: Overturned")

    def test_the_case_may_say_which(self, letter: Callable[..., str]) -> None:
        assert letter(self.case("Other words", disputed_part="whole")).count("leaves the request open") == 1
        assert (
            letter(self.case("Transport to 12 visits", disputed_part="remainder")).count(
                "leaves the request open"
            )
            == 0
        )
