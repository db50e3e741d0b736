"""Case files for tests: one valid case, and changes of it that say where a finding must point."""

from __future__ import annotations

HERE = "‸"
"""Stands in a changed case where the finding must point; it is taken out before the case is used."""

CASE = """\
case_number: CM16-0123456
priority: standard
dates:
  injury: 2015-03-02
  utilization_review: 2016-05-02
  application_received: 2016-05-09
  assigned: 2016-05-16
  records_received: 2016-05-18
  decision: 2016-06-06
reviewer:
  board_certifications: [Occupational Medicine]
  licensed_in: [California]
  active_practice_hours_per_week: 30
patient: {age: 41, sex: female}
records:
  - {id: R1, kind: utilization-review, title: Denial, date: 2016-05-02}
  - {id: R2, kind: progress-report, author: treating physician, from: 2015-03-04, to: 2016-04-20}
clinical_summary: >-
  A 41-year-old woman strained her back on March 2, 2015.
disputed_items:
  - treatment: Massage therapy
    topic: massage-therapy
    requested: {visits: 4}
    prior: {visits: 2}
    findings: {adjunct-to-active-rehabilitation: yes, functional-improvement-documented: yes}
    records: [R1, R2]
    claims_administrator_guideline: none
    reviewer_guideline:
      mtus:
        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}
      other:
        - {kind: guideline, organization: ODG, year: 2016, chapter: Pain}
      adds: It gives a number of visits.
    decision: overturned
    rationale: The visits go along with exercise. They are medically necessary.
  - treatment: Transport to the visits
    depends_on: 1
    claims_administrator_guideline: none
    reviewer_guideline: none
    decision: overturned
    rationale: The visits cannot be reached on foot. The transport is medically necessary.
"""

# Pieces of the case, and usual changes.
NOT_STATED = ("patient: {age: 41, sex: female}\n", "")
SUMMARY = "A 41-year-old woman strained her back on March 2, 2015."
ENDING = "The visits go along with exercise. They are medically necessary."
UPHELD = ("They are medically necessary.", "They are not medically necessary.")
TREATMENT_LINE = "treatment: Massage therapy\n"
TREATMENT = "  - treatment: Massage therapy\n    topic: massage-therapy\n"
RECORDS = CASE[CASE.index("records:") : CASE.index("clinical_summary")]
ITEM_RECORDS = "    records: [R1, R2]\n"
AMOUNTS = "    requested: {visits: 4}\n    prior: {visits: 2}\n"
OTHER = "      other:\n        - {kind: guideline, organization: ODG, year: 2016, chapter: Pain}\n      adds: It gives a number of visits.\n"
ONE_ITEM = CASE[: CASE.index("  - treatment: Transport")]
LAST_ITEM = CASE[CASE.index("  - treatment: Transport") :]
SURGERY = LAST_ITEM.replace("Transport to the visits\n    depends_on: 1", "Knee arthroscopy")


def changed(*changes: str, case: str = CASE) -> str:
    """The case with texts replaced: old, new, old, new. Each old text must be there exactly once."""
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        if case.count(old) != 1:
            raise ValueError(f"{old!r} is {case.count(old)} times in the case")
        case = case.replace(old, new)
    return case


def numbered(number: int, case: str = CASE) -> str:
    """The case under another case number."""
    return changed("CM16-0123456", f"CM16-{number:07}", case=case)


def places(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the line and column of each mark."""
    found, plain = [], ""
    for piece in marked.split(HERE)[:-1]:
        plain += piece
        found.append((plain.count("\n") + 1, len(plain) - (plain.rfind("\n") + 1) + 1))
    return marked.replace(HERE, ""), found
