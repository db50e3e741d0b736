"""A rationale that stands word for word in two cases of a run."""

from __future__ import annotations

from imr_cli.batch.seen import SeenCases, rationale_digests
from imr_cli.case.form import CASE as SHAPE
from imr_cli.files.document import documents
from imr_cli.findings.selection import EVERYTHING
from support.case_file import CASE, changed, numbered

LONG = " ".join(
    f"The {number} visit went along with exercise." for number in ("first", "second", "third") * 3
)
ENDING = "The visits go along with exercise. They are medically necessary."
REPEATED = changed(ENDING, f"{LONG} {ENDING}")


def case_of(text: str):  # noqa: ANN201  (a case)
    [document], _ = documents(text.encode())
    return SHAPE.read(document.read()[0], (), [])


def found_in(seen: SeenCases, case):  # noqa: ANN001, ANN201  (findings on a case)
    return seen.repeats(case.case_number, rationale_digests(case))


def test_the_second_case_is_reported() -> None:
    seen = SeenCases(EVERYTHING)
    assert found_in(seen, case_of(REPEATED)) == []
    [finding] = found_in(seen, case_of(numbered(7, REPEATED.replace("  The first", "  THE   first"))))
    assert (finding.rule.code, finding.path) == ("IMR729", ("disputed_items", 0, "rationale"))
    assert "CM16-0123456" in finding.message


def test_the_same_case_again_and_another_rationale_are_not() -> None:
    seen = SeenCases(EVERYTHING)
    assert found_in(seen, case_of(REPEATED)) == []
    assert found_in(seen, case_of(REPEATED)) == []
    assert found_in(seen, case_of(numbered(7, REPEATED.replace("third", "fourth")))) == []


def test_short_rationales_are_rightly_alike() -> None:
    assert list(rationale_digests(case_of(CASE))) == []
    assert [place for place, _ in rationale_digests(case_of(REPEATED))] == [0]
    just = changed(ENDING, " ".join(["word"] * 40))
    assert len(list(rationale_digests(case_of(just)))) == 1
    assert list(rationale_digests(case_of(just.replace("word word ", "word ", 1)))) == []
