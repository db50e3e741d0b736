"""The records of a case, and those that its texts rest on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from support.case_file import ENDING, HERE, ONE_ITEM, RECORDS, changed
from support.findings import messages
from support.items import HEAD, fully, item, plain, records, told
from support.sentences import (
    RATIONALE,
    Row,
    left_alone,
    more_summary,
    noticed,
    placed,
    rationale,
)

if TYPE_CHECKING:
    from collections.abc import Callable

NO_RECORDS = HEAD.replace(HEAD[HEAD.index("records:") : HEAD.index("clinical_summary")], "")
PROGRESS = "kind: progress-report, author: treating physician, from: 2015-03-04, to: 2016-04-20"


def names_record(kind: str) -> Callable[[str], str]:
    """A rationale of an item that names a record of that kind."""
    old = "kind: progress-report, author: treating physician, from: 2015-03-04, to: 2016-04-20"
    case = changed(old, f"kind: {kind}, date: 2015-04-01", "[R1, R2]", f"[R1, {HERE}R2]", case=ONE_ITEM)
    return lambda text: changed(RATIONALE, f"rationale: {json.dumps(f'{text} {ENDING}')}", case=case)


def only_listed(kind: str) -> str:
    return changed("records:\n  - {id: R1", f"records:\n  {HERE}- {{id: R1", "kind: progress-report", f"kind: {kind}", case=ONE_ITEM)  # fmt: skip


NOTICED: list[Row] = [
    ("IMR602", only_listed, "~", "utilization-review|application|request-for-authorization|correspondence"),
    ("IMR602", only_listed, "~", "rfa|utilization-review-letter|other, title: UR denial letter|letter, title: Utilization review report|form, title: Request for Authorization|form, title: IMR application"),
    ("IMR604", more_summary, "~.", "The MRI was positive for a tear|The MRI is consistent with a tear|The knee MRI was also negative for a tear|X-rays of the left knee were notable for a spur|The MRI confirmed a tear|The MRI identified a tear|MRI: L4-5 disc bulge|MRI of the knee: medial tear|X-rays: unremarkable|A tear was seen on MRI|A tear is clearly visible on the recent MRI|A fracture has been confirmed by x-ray|Magnetic resonance imaging revealed a tear|Imaging revealed a tear|Plain films showed a fracture|CT revealed stenosis|CT of the spine showed stenosis|The PQME found a strain|The panel QME found a strain|A panel QME found a strain|According to the provider, the MRI showed a bulge"),
    ("IMR604", more_summary, "The MRI ~ a tear.", "was suggestive of|is significant for|was remarkable for|is notable for|findings of May included|that was asked for showed|which was denied in May revealed"),
    ("IMR604", more_summary, "The MRI of the knee: ~.", "a bulge|bulging disc|two tears|a fracture|a protrusion|stenosis|herniation|degenerative change|spondylosis|an effusion|edema|it is unremarkable"),
    ("IMR604", more_summary, "A tear ~ MRI.", "was seen on|is noted by|has been found on the|was shown in an|were demonstrated on|is also revealed by her|is clearly evident on|is visible in his|was identified on the lumbar|was confirmed by a recent lumbar|is visualized on"),
    ("IMR604", more_summary, "~ showed a tear.", "Radiographic imaging|Radiography|Plain film|An imaging report|Imaging reports"),
    ("IMR604", more_summary, "~.", "The requested MRI showed a tear|An MRI was ordered and showed a tear|The MRI that was requested in May showed a tear|The report of the MRI showed a tear|Per the report of the MRI, the MRI showed a tear|Per the physician. The MRI showed a tear|The AME found a strain, and the plan was not provided|When the knee locked, the MRI showed a tear|The MRI findings include a tear|The MRI results of May included a tear"),
    ("IMR604", more_summary, "The ~ is long.", "agreed medical evaluation|agreed medical evaluator report|AME|qualified medical evaluation|QME|operative report|operative notes|operative note|surgical report"),
    ("IMR604", more_summary, "The ~ a tear.", "MRI revealed|MRIs revealed|X-ray revealed|xrays revealed|radiographs revealed|CT scan revealed|CT scans revealed|imaging study revealed|imaging studies revealed|imaging report revealed|MRI reveals|MRI showed|MRI shows|MRI demonstrated|MRI demonstrates|MRI dated May 1 has|MRI performed on May 1 has|MRI documented"),
    ("IMR604", more_summary, "An MRI was asked for. ~.", "An MRI showed a tear|Another MRI showed a tear"),
    ("IMR604", more_summary, "~.", "The MRI of June 27, 2015 was normal|X-rays were negative|X-rays of the foot were entirely negative|Her MRI was read as unremarkable, and it hurts|The MRI was within normal limits|The MRI was abnormal in May|X-rays were positive|The MRI disclosed a tear|The MRI of the knee found a tear|The MRI clearly disclosed a tear|An MR arthrogram showed a tear|An arthrogram showed a tear|Ultrasound showed a tear|The ultrasound of the shoulder revealed a tear|Ultrasounds showed a tear|A bone scan revealed a fracture|Bone scans showed it|The operative findings were a tear|An operative finding is a tear|Surgical reports tell of it"),
    ("IMR604", rationale, "~.", "An MRI showed a tear|The QME is clear"),
    ("IMR604", more_summary, "~.", "No doubt: the MRI showed a tear|No exam was made, and the MRI showed a tear|The MRI of the knee, of good quality, showed a tear|An MRI clearly documented a tear"),
    ("IMR605", rationale, "The ~ May 30, 2016, is clear.", "report of|reports of|note of|notes of|evaluation of|consultation of|examination of|visit of|study of|scan of|MRI of|x-ray of|xrays of|CT of|EMG of|letter of|report dated|report from|report on|report of the back of|report on the knee dated"),
    ("IMR605", rationale, "~.", "On 5/30/2016, the provider noted spasm|It hurts, and on 5/30/2016 the treating physician documented spasm|The May 30, 2016 office visit is clear|Per the 5/30/2016 progress note it hurts|Her May 30, 2016 physical therapy notes are clear|A 5/30/2016 MRI is clear|The progress note, dated 5/30/2016, is clear|The report (5/30/2016) is clear|The exam of 5/30/2016 is clear|The EMG/NCV dated 5/30/2016 is clear|The NCS of 5/30/2016 is clear|The PR-2 dated 5/30/2016 is clear|The PR2 of 5/30/2016 is clear|The RFA dated 5/30/2016 is clear|The request for authorization of 5/30/2016 is clear"),
    ("IMR605", rationale, "The 5/30/2016 ~ is clear.", "report|progress report|note|notes|evaluation|consultation|exam|physical examination|visit|MRI|x-ray|xrays|EMG|NCV|NCS|PR-2|PR2"),
    ("IMR605", rationale, "On 5/30/2016, ~ spasm.", "the provider noted|her physician documented|his doctor recorded|the treating surgeon reported|the requesting chiropractor wrote of|the attending therapist stated|the primary treating physician found"),
    ("IMR605", rationale, "~ (5/30/2016) is clear.", "The reports|The note|The evaluation|The consultation|The exam|The examination|The visit|The study|The scan|The MRI|The x-ray|The CT|The EMG|The NCV|The letter|The PR-2|The RFA"),
    ("IMR605", rationale, "~.", "Per the physician report dated 5/30/2016 it hurts|According to the surgeon's report dated 5/30/2016 it hurts|Per the note of 4/20/2016 and the report of 5/30/2016, it hurts|In the shoulder, the report of 5/30/2016 has a tear|There is no change in the report of 5/30/2016|There is no tear on the MRI of 5/30/2016|According to the physician, the exam of 5/30/2016 is clear|She was not better at the visit of 5/30/2016|It did not change by the exam of 5/30/2016|There is no change, and the report of 5/30/2016 is clear|It is not only the report of 5/30/2016 that is clear|In the report of 4/20/2016 and in that of pain. The note of 5/30/2016 is clear"),
    ("IMR605", rationale, "The report ~ is clear.", "dated (May 30, 2016)|of 5/30/2016|of 30 May 2016"),
    ("IMR605", rationale, "The ~ May 30, 2016, is clear.", "MRI of the left knee dated|MRI of the right lower leg performed on|x-ray of the left hand or thumb taken on|scan of the left lower back done on"),
    ("IMR605", rationale, "~.", "The sleep questionnaire of May 30, 2016 was blank|The questionnaires of 5/30/2016 are clear|The echocardiogram of May 30, 2016 was normal|The echocardiograms of 5/30/2016 are normal|In an addendum of May 30, 2016 she explains why|The addenda of 5/30/2016 are clear"),
    ("IMR605", rationale, "The report of May 2, 2016, and ~ are clear.", "the report of May 30, 2016,"),
    *(("IMR606", names_record(kind), "~.", "It helps") for kind in ("laboratory", "electrodiagnostic", "therapy-note", "imaging")),
]  # fmt: skip


test_sentence_is_noticed = noticed(NOTICED)


LEFT_ALONE: list[Row] = [
    ("IMR602", only_listed, "~", "progress-report|imaging|agreed-medical-evaluation|letter"),
    ("IMR604", more_summary, "The ~.", "MRI is asked for|exam revealed pain, and an MRI was asked for|EMG revealed a tear|therapy note is clear|laboratory test is clear|MRI is asked for. The exam showed a tear|psychological evaluation is clear|name is clear|MRI is now asked for, since no change of any kind came in a year of care, and it showed"),
    ("IMR604", more_summary, "~.", "An MRI was denied; the record showed pain|No MRI showed a tear|There is no lumbar MRI that showed it|Without an MRI dated this year it is unknown|There is no QME|Neither AME nor QME was held|An MRI was asked for, and the exam showed pain|An MRI is not indicated as no red flag was documented|An MRI is asked for since red flags are not documented"),
    ("IMR602", only_listed, "~", "other, title: UR denial with medical records|other, title: Progress report and RFA|letter, title: Report sent with the RFA|rfa, title: RFA and PR-2"),
    ("IMR604", more_summary, "~.", "An MRI of the knee was requested as the examination showed a click|The request for an MRI dated 4/20/2016 was denied|MRI is recommended when the exam shows a deficit|It helps if the MRI shows a tear|The operative report was not provided|An AME is scheduled|The AME report has not been seen|A panel QME was requested|The AME was recommended|Per the progress report the MRI showed a bulge|According to the provider's note, an MRI showed a bulge|In the note of 4/1/2016 the MRI showed a bulge|As noted in the evaluation, her MRI showed a bulge|The MRI dated 4/20/2016 was not provided|CT release showed a good effect|Under the guidelines it helps where a tear is seen on MRI|If a tear is seen on MRI it helps|A tear was not seen on MRI|MRI: denied|MRI of the knee: one is asked for|Medical imaging and exam revealed pain|An MRI is indicated|Imaging is asked for; the exam was positive for a click|An MRI and exam are asked for and the click is positive for that|Use of MRI is consistent with the MTUS|The provider asked for an AME|She will see a QME|She is referred to an AME|The findings of the MRI are unknown"),
    ("IMR604", more_summary, "It is ~.", "a request for AME|requested for an AME|not certain: a recommended new AME|ordered for the AME|an order for an AME|awaiting the AME|pending another AME|scheduled for an AME|a need of a repeat AME|a need for the AME|asking for an AME|a referral to an AME|hard to obtain an AME|unknown if AME|unknown whether an AME|asked unless the AME"),
    ("IMR604", more_summary, "The operative report ~.", "was not submitted|is not available|was not included|were not received|is not furnished|was not supplied|was not reviewed|has not been seen|was requested|is scheduled|is pending|has been recommended|was ordered|will be planned|is needed|is missing|is awaited|will be ordered|to be needed"),
    ("IMR604", more_summary, "~ the MRI showed a bulge.", "Per the report,|According to the notes|As noted in the notes|As stated in the report|As reported in her evaluation|As documented in the consultation|As quoted in the summary|As mentioned in the physician's note|In the progress note|In his evaluation,|In the consultation it is said that|In a summary"),
    ("IMR604", more_summary, "~.", "The QME process has not begun|The AME has not yet started|The QME selection has not taken place|The AME appointment has not occurred|An AME has been selected by the parties|A QME was chosen|An AME was agreed upon|He is to be seen by a QME in March|She will be seen by an AME|She shall be evaluated by the panel QME|He should be examined by an AME|The panel QME will be seen later|The AME will take place in May|The QME will evaluate her|Surgical reports are not expected|The operative findings are not known|He was told by a friend that an MRI shows everything|A co-worker said that an MRI showed his tear|If x-rays were negative it helps|Under the guidelines it helps where x-rays were normal|No x-rays were positive|The MRI request was negative|The MRI was requested, as the exam found a click|The MRI denial found no reason|The MRI report found in the file is old|Ultrasound therapy showed a good effect|Ultrasound showed no benefit|Ultrasound revealed some good relief|Ultrasound-guided injections were positive|The intra-operative findings are clear"),
    ("IMR605", rationale, "~.", "A study published on May 30, 2016 supports it|The exam before surgery on May 30, 2016 is not in dispute|The visit after surgery on May 30, 2016 is told|The notes following surgery on May 30, 2016 are told|The exam prior to injury on May 30, 2016 is told|No report until surgery on May 30, 2016 is told|The study since surgery on May 30, 2016 is told"),
    ("IMR605", rationale, "The report dated 5/30/2016 ~.", "was not submitted|is not available|was not included|was not received|were not furnished|is not supplied|was not reviewed|has not been provided|had not been received|is missing"),
    ("IMR605", rationale, "There is ~ report of 5/30/2016.", "a lack of a|an absence of the|neither a|no progress"),
    ("IMR605", rationale, "She ~ visit of 5/30/2016.", "never came to the|cancelled the|failed to attend the|was seen without the|did not keep her|did not appear at the|did not complete any|missed a"),
    ("IMR605", rationale, "~.", "No report dated 5/30/2016 was provided|The report dated 5/30/2016 was not provided|The report (5/30/2016) is missing|She did not attend the visit on 5/30/2016|She missed her visit on 5/30/2016|Per the progress report of 4/1/2016, an MRI dated 2/1/2014 showed a bulge|In the note of 4/1/2016, the exam of 2/1/2014 is told|Per the report, on 5/30/2016 she fell|The 5/30/2016 injury report is clear|On 5/30/2016, the provider asked for it|The provider noted on 5/30/2016, the pain eased|Pain from 4/1/2016 to 5/30/2016 visits eased|The visit planned on 5/30/2016 is told"),
    ("IMR606", names_record("laboratory"), "~.", "UDS was inconsistent|Toxicology is clear|The drug screen is clear"),
    ("IMR606", names_record("electrodiagnostic"), "~.", "NCS is normal|Electromyography is normal"),
    ("IMR606", names_record("therapy-note"), "~.", "She completed 12 PT visits|She had OT|Acupuncture helps|Chiropractic care helps"),
    ("IMR606", names_record("imaging"), "~.", "Plain films are normal|CT is normal"),
    ("IMR605", rationale, "The ~ is clear.", "pain of May 30, 2016,|report of April 20, 2016,|report. Of May 30, 2016, all|reports in the file that were written before May 30, 2016,"),
    ("IMR605", rationale, "The ~ May 30, 2016, is clear.", "report of the worker who was hurt on|report says that the back was hurt on|report of the left knee that is dated"),
]  # fmt: skip


test_sentence_is_left_alone = left_alone(LEFT_ALONE)


PLACES = [
    ("IMR604", fully(item(plain("It helps.")), item(told("The MRI showed a tear.")), item(plain("The MRI showed a tear."))), ["the text rests on a document of the kind imaging, which is not listed"]),
    ("IMR604", fully(item(told("The MRI showed a tear. The QME is clear."))).replace(HERE, HERE * 2), ["the text rests on a document of the kind qualified-medical-evaluation, which is not listed", "the text rests on a document of the kind imaging, which is not listed"]),
    ("IMR605", fully(item(told("The report of 5/30/2016 and the note of 5/31/2016 are clear.")), item(told("The note of 5/31/2016 is clear."))), ["the rationale rests on a document of 2016-05-30, which is not listed", "the rationale rests on a document of 2016-05-31, which is not listed"]),
    ("IMR606", fully(item(plain("It helps."), records=f"[{HERE}R1]"), item(plain("It helps."), records="[R1, R2]"), head=records("id: R1, kind: imaging, date: 2015-04-01", "id: R2, kind: laboratory, date: 2015-04-02")), ["the rationale does not seem to rest on this record (nor on 2 more in this case)"]),
    ("IMR604", fully(item(told("The AME is clear. The MRI showed a tear.")), head=records("kind: agreed-medical-evaluation, date: 2015-04-01")), ["the text rests on a document of the kind imaging, which is not listed"]),
    ("IMR604", fully(item(plain("The MRI showed a tear.")), head=records("title: A note, date: 2015-04-01", "kind: imaging, date: 2015-04-01")), []),
    ("IMR604", fully(item(plain("The MRI showed a tear.")), head=records("title: A note, date: 2015-04-01", "title: An MRI, date: 2015-04-01")), []),
    ("IMR604", fully(item(plain("The operative report is long.")), head=records("kind: surgical-report, date: 2015-04-01")), []),
    ("IMR604", fully(item(plain("The MRI showed a tear.")), head=NO_RECORDS), []),
    ("IMR605", fully(item(plain("The report of 5/30/2016 is clear.")), head=NO_RECORDS), []),
    ("IMR602", fully(item(plain("It helps.")), head=NO_RECORDS), []),
    ("IMR606", fully(item(plain("It helps."), records=f"[{HERE}R1, R2]"), head=records("id: R1, kind: imaging, date: 2015-04-01", "id: R2, kind: laboratory, date: 2015-04-02")), ["the rationale does not seem to rest on this record (nor on 1 more in this case)"]),
    ("IMR606", changed(f"    decision: overturned\n    rationale: {ENDING}\n", "", "kind: progress-report", "kind: operative-report"), []),
    *(("IMR606", fully(item(plain(sentence), records="[R1]"), head=records(f"id: R1, kind: imaging, date: 2015-04-01, {more}")), []) for sentence, more in (("The imaging is clear.", "author: A radiologist"), ("The scan is clear.", "title: Spine-scan"), ("The neck is clear.", "title: Of the neck"), ("The radiologist is clear.", "author: Radiologist"), ("The spine is clear.", "title: 'Scan, spine, (2 views).'"))),
    ("IMR606", fully(item(plain("The MRI helps."), records=f"[R1, {HERE}R2]"), head=records("id: R1, kind: imaging, date: 2015-04-01", "id: R2, kind: laboratory, date: 2015-04-02")), ["the rationale does not seem to rest on this record"]),
    ("IMR606", fully(item(plain("It helps."), records="[R1, R2, R3]"), head=records("id: R1, kind: progress-report, date: 2015-04-01", "id: R2, kind: utilization-review, date: 2015-04-02", "id: R3, title: A note, date: 2015-04-03")), []),
    ("IMR601", fully(item(plain("It helps."))).replace("case_number: ", f"case_number: {HERE}").replace(HEAD[HEAD.index("records:") : HEAD.index("clinical_summary")], ""), ["the documents reviewed are not listed (`records`)"]),
    ("IMR602", fully(item(plain("It helps.")), head=records("kind: application, date: 2016-05-09")).replace("records:\n  - {", f"records:\n  {HERE}- {{"), ["only utilization-review paperwork is listed, no medical record"]),
    ("IMR602", fully(item(plain("It helps.")), head=records("kind: application, date: 2016-05-09", "title: A note, date: 2016-05-01")), []),
    ("IMR603", fully(item(plain("It helps.")), head=records("id: R1, title: A note", "id: R2, date: 2016-05-02")).replace("{id: R2", f"{HERE}{{id: R2"), ["a record needs `title` or `kind`, or its entry in the letter names nothing"]),
]  # fmt: skip


test_places_and_messages = placed(PLACES)


@pytest.mark.parametrize(
    ("record", "is_listed"),
    [
        ("date: 2015-05-05", True),
        ("date: 2015-05-06", False),
        ("from: 2015-05-01, to: 2015-06-01", True),
        ("from: 2015-05-05, to: 2015-05-05", True),
        ("from: 2015-05-06, to: 2015-06-01", False),
        ("to: 2015-05-05", True),
        ("to: 2015-05-04", False),
        ("from: 2015-05-05", True),
        ("from: 2015-05-06", False),
        ("title: Reports", True),
    ],
)
def test_days_that_a_record_covers(record: str, is_listed: bool) -> None:
    says = f"The note of May 5, 2015, is clear. {ENDING}"
    findings = messages(changed(PROGRESS, f"kind: progress-report, {record}", ENDING, says), "IMR605")
    assert (not findings) == is_listed


@pytest.mark.parametrize(
    ("record", "told", "is_used"),
    [
        ("id: X9, kind: imaging, date: 2015-04-01", "See x9.", True),
        ("id: X9, kind: imaging, date: 2015-04-01", "On April 1, 2015, it was seen.", True),
        ("id: X9, kind: imaging, date: 2015-04-01", "The MRI shows it.", True),
        (
            "id: X9, kind: imaging, title: Scan of the (spine), date: 2015-04-01",
            "The spine is straight.",
            True,
        ),
        ("id: X9, kind: imaging, author: radiologist, date: 2015-04-01", "The radiologist saw it.", True),
        ("id: X9, kind: therapy-note, date: 2015-04-01", "In therapy it was seen.", True),
        ("id: X9, kind: imaging, title: Of the leg, date: 2015-04-01", "The leg is straight.", False),
        ("id: X9, kind: imaging, date: 2015-04-01", "On April 2, 2015, it was seen.", False),
    ],
)
def test_records_that_a_rationale_rests_on(record: str, told: str, is_used: bool) -> None:
    listed = RECORDS[: RECORDS.index("  - {id: R2")] + f"  - {{{record}}}\n"
    findings = messages(
        changed(RECORDS, listed, "records: [R1, R2]", "records: [X9]", ENDING, f"{told} {ENDING}"), "IMR606"
    )
    assert (not findings) == is_used
