"""Each rule catches its fault, on the line and column of the mark, and lets the near miss pass."""

from __future__ import annotations

import pytest

from support.case_file import (
    AMOUNTS,
    CASE,
    ENDING,
    HERE,
    ITEM_RECORDS,
    LAST_ITEM,
    NOT_STATED,
    OTHER,
    RECORDS,
    SUMMARY,
    SURGERY,
    TREATMENT,
    UPHELD,
    changed,
    places,
)
from support.findings import found


def rationale(text: str) -> tuple[str, str]:
    return f"rationale: {ENDING}", f"rationale: {HERE}{text}"


def ends(text: str) -> tuple[str, str]:
    return ENDING, f"The massage goes along with exercise. {text}"


def summary(text: str) -> tuple[str, str]:
    return f"clinical_summary: >-\n  {SUMMARY}", f"clinical_summary: {HERE}>-\n  {text}"


def partly(treatment: str, original: str, authorized: str) -> tuple[str, str]:
    item = (
        f"  - treatment: {HERE}{treatment}\n    original_request: {original}\n    authorized: {authorized}\n"
    )
    return TREATMENT + AMOUNTS, item


CATCHES = [
    # items and decisions
    ("IMR402", AMOUNTS, f"{AMOUNTS}    timing: {HERE}retrospective\n"),
    ("IMR402", AMOUNTS, f"{AMOUNTS}    service_date: {HERE}2016-02-02\n"),
    ("IMR405", *partly("Physical therapy, 4 visits", "Physical therapy, 12 visits", "Physical therapy, 6 visits")),
    ("IMR405", *partly("Tramadol 50 mg 20 tablets", "Tramadol 50 mg 90 tablets", "Tramadol 50 mg 60 tablets")),
    ("IMR406", "treatment: Massage therapy\n", "treatment: Massage therapy, 6 visits\n", "requested: {visits: 4}", f"requested: {{visits: {HERE}4}}"),
    ("IMR407", "treatment: Massage therapy\n", f"treatment: {HERE}Retrospective massage therapy\n"),
    ("IMR407", "treatment: Massage therapy\n", f"treatment: {HERE}Massage therapy (DOS 3/1/16)\n"),
    ("IMR453", LAST_ITEM, LAST_ITEM + CASE[CASE.index("  - treatment: Massage") : CASE.index("  - treatment: Transport")].replace("decision: overturned", "decision: upheld").replace("treatment: Massage", f"treatment: {HERE}massage").replace("are medically", "are not medically")),
    ("IMR454", LAST_ITEM, LAST_ITEM + CASE[CASE.index("  - treatment: Massage") : CASE.index("  - treatment: Transport")].replace("treatment: Massage", f"treatment: {HERE}Massage ")),
    ("IMR455", *UPHELD, "decision: overturned\n    rationale: The visits go", "decision: upheld\n    rationale: The visits go", LAST_ITEM, LAST_ITEM.replace("decision: overturned", f"decision: {HERE}overturned")),
    ("IMR456", *UPHELD, "decision: overturned\n    rationale: The visits go", "decision: upheld\n    rationale: The visits go", LAST_ITEM, LAST_ITEM.replace("Transport to the visits\n    depends_on: 1", f"{HERE}Post-op sling")),
    ("IMR456", LAST_ITEM, LAST_ITEM.replace("Transport to the visits\n    depends_on: 1", f"{HERE}Sling").replace("overturned", "upheld").replace("The visits cannot be reached on foot. The transport is medically necessary", "As the requested surgery is not medically necessary, the sling is not medically necessary")),
    # several reviewers
    ("IMR461", "    decision: overturned\n    rationale: The visits go", f"    votes: [upheld, upheld]\n    decision: {HERE}overturned\n    rationale: The visits go"),
    ("IMR462", "    decision: overturned\n    rationale: The visits go", f"    votes: {HERE}[overturned, overturned]\n    rationale: The visits go"),
    ("IMR463", "patient: {", f"{HERE}reviewers: [{{board_certifications: [A], licensed_in: [Texas]}}, {{board_certifications: [A], licensed_in: [Texas]}}]\npatient: {{"),
    ("IMR464", "    decision: overturned\n    rationale: The visits go", f"    votes: [{{reviewer: {HERE}2, decision: overturned}}, overturned]\n    rationale: The visits go"),
    # dates and clocks
    ("IMR311", "records_received: 2016-05-18", "records_received: 2016-05-16", "decision: 2016-06-06", f"decision: {HERE}2016-06-16"),
    ("IMR311", "priority: standard", "priority: expedited", "decision: 2016-06-06", f"decision: {HERE}2016-06-06"),
    ("IMR311", "priority: standard", "priority: standard\nformulary_dispute: yes", "decision: 2016-06-06", f"decision: {HERE}2018-06-06"),
    ("IMR312", "dates:\n  injury", f"dates:\n  {HERE}injury", "  records_received: 2016-05-18\n", ""),
    ("IMR313", "  records_received: 2016-05-18\n", "", "decision: 2016-06-06", f"decision: {HERE}2016-07-01"),
    ("IMR313", "  records_received: 2016-05-18\n", "", "priority: standard", "priority: expedited", "decision: 2016-06-06", f"decision: {HERE}2016-05-21"),
    # citation
    ("IMR521", 'reviewer_guideline:\n      mtus:\n        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}\n' + OTHER, f"reviewer_guideline: {HERE}none\n"),
    ("IMR522", 'reviewer_guideline:\n      mtus:\n        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}\n', f"reviewer_guideline:\n      {HERE}"[:-1] + HERE, "      other:", "other:"),
    ("IMR523", "organization: ODG, year: 2016", "organization: ODG, year: 2010", "- {kind", f"- {HERE}{{kind"),
    ("IMR523", "{kind: guideline, organization: ODG, year: 2016, chapter: Pain}", f"{HERE}ODG treatment guidelines of 2009"),
    ("IMR524", "    reviewer_guideline:\n      mtus:", f"    reviewer_guideline:\n      {HERE}mtus:", "      adds: It gives a number of visits.\n", ""),
    ("IMR525", "{kind: guideline, organization: ODG, year: 2016, chapter: Pain}", f"{HERE}{{kind: study, authors: A, title: B, journal: C, year: 2001}}"),
    ("IMR526", "{kind: guideline, organization: ODG, year: 2016, chapter: Pain}", f"{HERE}MTUS chronic pain"),
    ("IMR527", '        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}\n', "        - {document: chronic-pain-2009}\n        - {document: " + HERE + "chronic-pain-2009}\n"),
    # records and reviewer
    ("IMR601", "case_number: ", f"case_number: {HERE}", RECORDS, "", ITEM_RECORDS, ""),
    ("IMR602", "records:\n  - {id: R1", f"records:\n  {HERE}- {{id: R1", "kind: progress-report", "kind: request-for-authorization"),
    ("IMR603", "- {id: R1, kind: utilization-review, title: Denial, date", f"- {HERE}{{id: R1, date"),
    ("IMR604", *summary(f"{SUMMARY} An MRI of the back revealed a protrusion.")),
    ("IMR604", *summary(f"{SUMMARY} The AME found a strain.")),
    ("IMR605", *rationale(f"The report of May 30, 2016, is clear. {ENDING}")),
    ("IMR606", "kind: progress-report, author: treating physician, from: 2015-03-04, to: 2016-04-20", "kind: operative-report, date: 2015-04-01", "records: [R1, R2]", f"records: [R1, {HERE}R2]"),
    ("IMR611", "licensed_in: [California]", f"licensed_in: [{HERE}Califronia]"),
    ("IMR612", "licensed_in: [California]", f"licensed_in: {HERE}[Texas, California]"),
    ("IMR613", "[Occupational Medicine]", f"[Occupational Medicine, {HERE}occupational  medicine]"),
    ("IMR614", "[Occupational Medicine]", f'[Occupational Medicine, {HERE}"Maria Roe, M.D."]'),
    ("IMR615", "[Occupational Medicine]", "[Psychiatry]", "treatment: Massage therapy\n", f"treatment: {HERE}Knee arthroscopy\n"),
    # rationale against decision and request
    ("IMR701", *UPHELD, "decision: overturned\n    rationale: The visits go", f"decision: {HERE}overturned\n    rationale: The visits go"),
    ("IMR701", *ends("They were not medically necessary, medically appropriate, or indicated."), "decision: overturned\n    rationale: The massage", f"decision: {HERE}overturned\n    rationale: The massage"),
    ("IMR701", *ends("Thus medical necessity cannot be established."), "decision: overturned\n    rationale: The massage", f"decision: {HERE}overturned\n    rationale: The massage"),
    ("IMR701", *ends("The request will be considered not medically necessary."), "decision: overturned\n    rationale: The massage", f"decision: {HERE}overturned\n    rationale: The massage"),
    ("IMR701", "decision: overturned\n    rationale: The visits go", f"decision: {HERE}upheld\n    rationale: The visits go"),
    ("IMR701", *ends("I recommend overturning the decision."), "decision: overturned\n    rationale: The massage", f"decision: {HERE}upheld\n    rationale: The massage"),
    ("IMR702", *rationale("The massage goes along with exercise.")),
    ("IMR702", *rationale("It is asked whether the massage is medically necessary.")),
    ("IMR703", *ends("The request is not supported."), "decision: overturned\n    rationale: The massage", f"decision: {HERE}overturned\n    rationale: The massage"),
    ("IMR703", *ends("The request cannot be approved."), "decision: overturned\n    rationale: The massage", f"decision: {HERE}overturned\n    rationale: The massage"),
    ("IMR704", *rationale("Therefore, the request for an MRI scan is medically necessary.")),
    ("IMR705", "treatment: Massage therapy\n", "treatment: Massage therapy of the neck\n", *rationale("The massage of the foot went well. The foot is better. The massage is medically necessary.")),
    # facts in the text
    ("IMR711", *summary(SUMMARY.replace("41", "43"))),
    ("IMR711", *NOT_STATED, *rationale(f"This 52 year old patient exercises. {ENDING}")),
    ("IMR712", *summary(SUMMARY.replace("woman", "man").replace("her", "the"))),
    ("IMR712", *rationale(f"He exercises. {ENDING}")),
    ("IMR712", *NOT_STATED, *rationale(f"Her pain eased. He exercises. {ENDING}")),
    ("IMR713", *summary("A 41-year-old woman with an industrial injury on 3-3-2015.")),
    ("IMR713", *summary("A 41-year-old woman was injured on 4/2/15.")),
    ("IMR713", *rationale(f"The date of injury is April 2, 2015. {ENDING}")),
    ("IMR714", *summary(f"{SUMMARY} The utilization review dated 05/12/2016 denied it.")),
    ("IMR714", *summary(f"{SUMMARY} It was previously denied on 05/12/2016.")),
    ("IMR715", *summary(f"{SUMMARY} On 8 July 2016 there was no change.")),
    ("IMR716", "treatment: Massage therapy\n", "treatment: Massage of the left knee\n", *rationale("Massage of the right knee eases pain. It is medically necessary.")),
    ("IMR716", "treatment: Massage therapy\n", "treatment: Massage of the left knee\n", *summary(f"{SUMMARY} The right knee hurts.")),
    ("IMR717", *rationale(f"There is pain of the right knee. {ENDING}")),
    # how it is written
    ("IMR721", *rationale(f"As in CM16-0123457. {ENDING}")),
    ("IMR722", *rationale(f"{ENDING} Maria Q. Roe, M.D.")),
    ("IMR722", *summary(f"Ms. Roe is the patient. {SUMMARY}")),
    ("IMR723", *summary(f"{SUMMARY} DOB 1/2/1970.")),
    ("IMR723", *summary(f"{SUMMARY} 123-45-6789")),
    ("IMR724", *summary(f"{SUMMARY} Seen at [NAME].")),
    ("IMR724", *rationale(f"XXX exercises. {ENDING}")),
    ("IMR724", "treatment: Massage therapy\n", f"treatment: {HERE}Massage therapy ____\n"),
    ("IMR725", *rationale(f"The the pain eased. {ENDING}")),
    ("IMR726", *rationale(f"The pain is not related to the industrial injury. {ENDING}")),
    ("IMR726", *rationale(f"A complete recovery is not likely. {ENDING}")),
    ("IMR727", "functional-improvement-documented: yes", f"functional-improvement-documented: {HERE}yes", ENDING, f"There is no documentation of functional improvement. {ENDING}"),
    ("IMR728", "kind: progress-report, author", "kind: imaging, author", *rationale(f"No MRI was submitted. {ENDING}")),
    ("IMR730", *rationale("Notwithstanding considerations regarding multidisciplinary rehabilitation, physiological deconditioning necessitates individualized musculoskeletal reconditioning, incorporating progressively intensified neuromuscular reeducation, comprehensive biopsychosocial evaluation, interdisciplinary communication, pharmacological optimization, and systematically documented, objectively quantifiable improvements regarding functional capabilities, occupational participation, recreational activities, interpersonal relationships, psychological adaptation, medication utilization, and independently maintained therapeutic exercise participation throughout subsequent longitudinal convalescence, considering additionally contemporaneous comorbidities. They are medically necessary.")),
]  # fmt: skip

PASSES = [
    ("IMR402", AMOUNTS, f"{AMOUNTS}    timing: retrospective\n    service_date: 2016-02-02\n"),
    ("IMR405", *partly("Physical therapy, 6 visits", "Physical therapy, 12 visits", "Physical therapy, 6 visits")),
    ("IMR405", *partly("Physical therapy", "Physical therapy, 12 visits", "Physical therapy, 6 visits")),
    ("IMR405", *partly("Physical therapy, 12 visits", "Physical therapy, 12 visits", "Massage, 6 visits")),
    ("IMR406", "treatment: Massage therapy\n", "treatment: Massage therapy, 4 visits\n"),
    ("IMR407", "treatment: Massage therapy\n", "treatment: Retropharyngeal injection\n"),
    ("IMR454", LAST_ITEM, LAST_ITEM + SURGERY),
    ("IMR455",),
    ("IMR455", LAST_ITEM, LAST_ITEM.replace("overturned", "upheld").replace("is medically", "is not medically")),
    ("IMR456", LAST_ITEM, LAST_ITEM.replace("Transport to the visits\n    depends_on: 1", "Post-op sling")),
    ("IMR311", "records_received: 2016-05-18", "records_received: 2016-05-16", "decision: 2016-06-06", "decision: 2016-06-15"),
    ("IMR311", "priority: standard", "priority: expedited", "decision: 2016-06-06", "decision: 2016-05-21"),
    ("IMR311", "priority: standard", "priority: standard\nformulary_dispute: yes"),
    ("IMR312",),
    ("IMR313", "  records_received: 2016-05-18\n", "", "decision: 2016-06-06", "decision: 2016-06-30"),
    ("IMR313", "records_received: 2016-05-18", "records_received: 2016-06-28", "decision: 2016-06-06", "decision: 2016-07-20"),
    ("IMR521", LAST_ITEM, LAST_ITEM.replace("overturned", "upheld"), "decision: overturned\n    rationale: The visits go", "decision: upheld\n    rationale: The visits go"),
    ("IMR522", '      mtus:\n        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}\n', "", *ends("The MTUS does not address it. It is medically necessary.")),
    ("IMR522", '      mtus:\n        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}\n', "      why_not_mtus: not-addressed\n"),
    ("IMR523", "organization: ODG, year: 2016", "organization: ODG, year: 2011"),
    ("IMR523", "{kind: guideline, organization: ODG, year: 2016, chapter: Pain}", '{kind: study, authors: A, title: B, journal: C, year: 2001, pages: "1"}'),
    ("IMR524",),
    ("IMR524", '      mtus:\n        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}\n', "", "      adds: It gives a number of visits.\n", ""),
    ("IMR525", "{kind: guideline, organization: ODG, year: 2016, chapter: Pain}", '{kind: study, authors: A, title: B, journal: C, year: 2001, pages: "9"}'),
    ("IMR526",),
    ("IMR601",),
    ("IMR602",),
    ("IMR604", *summary(f"{SUMMARY} An MRI was asked for.")),
    ("IMR604", "title: Denial", "title: Denial with an MRI report", *summary(f"{SUMMARY} An MRI revealed a protrusion.")),
    ("IMR605", *rationale(f"The report of April 20, 2016, is clear. {ENDING}")),
    ("IMR605", *rationale(f"The report of March 4, 2015, is clear. {ENDING}")),
    ("IMR606",),
    ("IMR606", "kind: progress-report, author: treating physician, from: 2015-03-04, to: 2016-04-20", "kind: operative-report, date: 2015-04-01", "rationale: The visits go", "rationale: The operative report says that the visits go"),
    ("IMR606", "kind: progress-report, author: treating physician, from: 2015-03-04, to: 2016-04-20", "kind: imaging, date: 2015-04-01", "rationale: The visits go", "rationale: As of 4/1/15 the visits go"),
    ("IMR612", "licensed_in: [California]", "licensed_in: [California, Texas]"),
    ("IMR613", "[Occupational Medicine]", "[Occupational Medicine, Pain Medicine]"),
    ("IMR614", "[Occupational Medicine]", "[Physical Medicine & Rehabilitation]"),
    ("IMR615", "[Occupational Medicine]", "[Psychiatry, Internal Medicine]", "treatment: Massage therapy\n", "treatment: Knee arthroscopy\n"),
    ("IMR701", *ends("It was said not to be medically necessary. However, it is medically necessary.")),
    ("IMR701", *ends("Therefore it is medically necessary. This medical necessity decision is no advice to stop.")),
    ("IMR701", *ends('They are medically necessary. "More is not medically necessary" is what the guideline says of others.')),
    ("IMR701", *ends("It cannot be said that the massage is medically necessary.")),
    ("IMR702", *ends("The request is supported.")),
    ("IMR703", *ends("The request is supported.")),
    ("IMR703", *ends("The guideline is not supported. The visits are medically necessary.")),
    ("IMR704", *ends("Therefore, the request for six visits of massage is medically necessary.")),
    ("IMR705", "treatment: Massage therapy\n", "treatment: Massage therapy of the neck\n", *rationale("The massage of the cervical spine went well. The foot is better. The massage is medically necessary.")),
    ("IMR711", *rationale(f"This 40-year-old patient exercises. {ENDING}")),
    ("IMR711", *rationale(f"In patients 65 years old it is rare. {ENDING}")),
    ("IMR712", *rationale(f"Her husband says that he drives her. {ENDING}")),
    ("IMR712", *rationale(f"The surgeon says that he agrees. {ENDING}")),
    ("IMR712", "patient: {age: 41, sex: female}", "patient: {age: 41, sex: unknown}"),
    ("IMR713", *summary("A 41-year-old woman was injured on 3/2/15.")),
    ("IMR713", *summary("A 41-year-old woman with a prior industrial injury on 3-3-2011.")),
    ("IMR713", *summary("The injured worker presented on 12-07-2015.")),
    ("IMR714", *summary(f"{SUMMARY} The utilization review of May 2, 2016, denied it.")),
    ("IMR715", *summary(f"{SUMMARY} Surgery is scheduled for 8 July 2016.")),
    ("IMR715", *summary(f"{SUMMARY} On 13/45/2017 there was no such day, on June 6, 2016, there was.")),
    ("IMR716", "treatment: Massage therapy\n", "treatment: Massage of the left knee\n", *rationale("The left and right knees hurt. It is medically necessary.")),
    ("IMR716", "treatment: Massage therapy\n", "treatment: Massage of the left knee\n", *rationale("The left knee hurts, the right hip does not. It is medically necessary.")),
    ("IMR717", *summary(f"{SUMMARY} The leg hurts."), *rationale(f"There is pain of the right knee. {ENDING}")),
    ("IMR721", *rationale(f"In CM16-0123456 nothing changed in 12 cm16. {ENDING}")),
    ("IMR722", *rationale(f"The MD at Mercy saw the patient. {ENDING}")),
    ("IMR723", *summary(f"{SUMMARY} L4-5 and C5-6, 2016-05-02.")),
    ("IMR724", *rationale(f"As cited [121] for CRPS [CRPS]. {ENDING}")),
    ("IMR725", *rationale(f"She had had 10 10 minute walks. {ENDING}")),
    ("IMR726", *rationale(f"Whether it is not related to the industrial injury is not decided here. {ENDING}")),
    ("IMR727", "functional-improvement-documented: yes", "functional-improvement-documented: no", ENDING, f"There is no documentation of functional improvement. {ENDING}"),
    ("IMR728", *rationale(f"No MRI was submitted. {ENDING}")),
    ("IMR730",),
]  # fmt: skip


@pytest.mark.parametrize(("code", "changes"), [(code, changes) for code, *changes in CATCHES])
def test_caught(code: str, changes: list[str]) -> None:
    text, [place] = places(changed(*changes))
    assert (code, *place) in found(text), found(text)


@pytest.mark.parametrize(("code", "changes"), [(code, changes) for code, *changes in PASSES])
def test_near_miss(code: str, changes: list[str]) -> None:
    text, _ = places(changed(*changes))
    codes = [each for each, _, _ in found(text)]
    assert code not in codes
    assert not {"IMR101", "IMR103", "IMR201", "IMR203", "IMR206"} & set(codes)


def test_the_case_itself_is_clean() -> None:
    assert found(CASE) == []
