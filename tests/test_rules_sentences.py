"""Sentences that a rule must notice, and near misses: each way of saying it that `phrases.yaml` knows.

A row holds a code, where its sentence stands, a sentence, and what stands in it in place of `~`, one after
the other. The finding must point at the mark that the place puts into the case.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from case_file import CASE, HERE, changed, places
from test_rules import ENDING, SUMMARY, found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ONE_ITEM = CASE[: CASE.index("  - treatment: Transport")]
SECOND = CASE[CASE.index("  - treatment: Transport") :].replace("    depends_on: 1\n", "")
OF_MAN = ONE_ITEM.replace("sex: female", "sex: male").replace("woman strained her", "man strained his")
NOTHING_SAID = ONE_ITEM.replace("patient: {age: 41, sex: female}\n", "")
MTUS = '      mtus:\n        - {document: chronic-pain-2009, sections: [Massage], pages: "60"}\n'
RATIONALE, TREATMENT = f"rationale: {ENDING}", "treatment: Massage therapy\n    topic: massage-therapy\n"
DECIDED = f"decision: overturned\n    {RATIONALE}"
FINDING = "functional-improvement-documented: yes"

UNREADABLE = {"IMR101", "IMR103", "IMR201", "IMR203", "IMR206", "IMR401"}
"""Where one of these is found, no rule has looked at any text."""


def summary(text: str, case: str = ONE_ITEM) -> str:
    return changed(
        f"clinical_summary: >-\n  {SUMMARY}", f"clinical_summary: {HERE}{json.dumps(text)}", case=case
    )


def more_summary(text: str) -> str:
    return summary(f"{SUMMARY} {text}")


def rationale(text: str, case: str = ONE_ITEM) -> str:
    return changed(RATIONALE, f"rationale: {HERE}{json.dumps(f'{text} {ENDING}')}", case=case)


def of_man(text: str) -> str:
    return rationale(text, OF_MAN)


def of_nobody(text: str) -> str:
    """Neither age nor sex are stated apart from the summary."""
    return rationale(text, NOTHING_SAID)


def massage(text: str) -> str:
    """The whole rationale of an item that is massage and nothing else."""
    return changed(
        TREATMENT, "treatment: Massage\n", RATIONALE, f"rationale: {json.dumps(text)}", case=ONE_ITEM
    )


def outside(text: str) -> str:
    """A rationale under a citation of nothing but other sources."""
    case = changed(
        MTUS, "", "reviewer_guideline:\n      other", f"reviewer_guideline:\n      {HERE}other", case=ONE_ITEM
    )
    return changed(RATIONALE, f"rationale: {json.dumps(f'{text} {ENDING}')}", case=case)


def documented(text: str) -> str:
    """A rationale under a finding that functional improvement is documented."""
    case = changed(FINDING, FINDING.replace("yes", f"{HERE}yes"), case=ONE_ITEM)
    return changed(RATIONALE, f"rationale: {json.dumps(f'{text} {ENDING}')}", case=case)


def found_as(criterion: str, finding: str) -> Callable[[str], str]:
    """A rationale under one finding."""
    findings = f"findings: {{adjunct-to-active-rehabilitation: yes, {FINDING}}}"
    case = changed(findings, f"findings: {{{criterion}: {HERE}{finding}}}", case=ONE_ITEM)
    return lambda text: changed(RATIONALE, f"rationale: {json.dumps(f'{text} {ENDING}')}", case=case)


def found_yes(criterion: str) -> Callable[[str], str]:
    return found_as(criterion, "yes")


def found_no(criterion: str) -> Callable[[str], str]:
    return found_as(criterion, "no")


def treatment(text: str) -> str:
    return changed(TREATMENT, f"treatment: {HERE}{json.dumps(text)}\n", case=ONE_ITEM)


def goes_with_upheld(text: str) -> str:
    """The treatment of an overturned item beside an upheld one."""
    case = changed(DECIDED, DECIDED.replace("overturned", "upheld").replace("are med", "are not med"))
    old = "treatment: Transport to the visits\n    depends_on: 1\n"
    return changed(old, f"treatment: {HERE}{json.dumps(text)}\n", case=case)


def upheld_beside_overturned(text: str) -> str:
    """The rationale of an upheld item beside an overturned one."""
    _, _, rest = SECOND.partition("decision: overturned\n")
    second = SECOND.replace(rest, f"    rationale: {json.dumps(text)}\n").replace("overturned", "upheld")
    return ONE_ITEM + second.replace("Transport to", f"{HERE}Transport to")


def listed(kind: str) -> Callable[[str], str]:
    """A rationale in a case that lists a document of that kind."""
    case = changed("kind: progress-report", f"kind: {kind}", case=ONE_ITEM)
    return lambda text: rationale(text, case)


def side_of(word: str) -> str:
    """A rationale on the other side of the part that is asked for."""
    return changed(TREATMENT, f"treatment: Massage of the left {word}\n",
                   RATIONALE, f"rationale: {HERE}The right {word} hurts. Massage is medically necessary.", case=ONE_ITEM)  # fmt: skip


def for_left(request: str) -> Callable[[str], str]:
    """The rationale of a request for the left side."""
    case = changed(TREATMENT, f"treatment: {request}\n", case=ONE_ITEM)
    return lambda text: changed(
        RATIONALE, f"rationale: {HERE}{json.dumps(f'{text} It is medically necessary.')}", case=case
    )


def knee_case(text: str) -> str:
    """A rationale in a case that is of the knee, and not of the spine."""
    return rationale(
        text, changed(SUMMARY, "A 41-year-old woman strained her knee on March 2, 2015.", case=ONE_ITEM)
    )


def region_of(words: str) -> str:
    """A part of the body in a rationale where the summary names a region: `arm: wrist`."""
    region, _, part = words.partition(": ")
    return rationale(f"There is pain of the right {part}.", changed(SUMMARY, f"{SUMMARY} There is pain of the {region}.", case=ONE_ITEM))  # fmt: skip


def structure_of(words: str) -> str:
    """A part of the body in a rationale where the summary names a structure of it: `SLAP tear: right shoulder`."""
    structure, _, part = words.partition(": ")
    return rationale(f"There is pain of the {part}.", changed(SUMMARY, f"{SUMMARY} There is {structure}.", case=ONE_ITEM))  # fmt: skip


def another_request(word: str) -> str:
    """A rationale that has nothing but that word in common with its request."""
    said = f"The request for an xray and {word} is medically necessary."
    return changed(
        TREATMENT, f"treatment: Massage {word}\n", RATIONALE, f"rationale: {HERE}{said}", case=ONE_ITEM
    )


def only_listed(kind: str) -> str:
    return changed("records:\n  - {id: R1", f"records:\n  {HERE}- {{id: R1", "kind: progress-report", f"kind: {kind}", case=ONE_ITEM)  # fmt: skip


Row = tuple[str, "Callable[[str], str]", str, str]

CAUGHT: list[Row] = [
    # age
    ("IMR711", summary, "This ~ woman strained her back on March 2, 2015.", "52-year-old|52 year old|52 years old|52year old|52 yr old|52 yrs old|52 y/o|52 y.o.|42-year-old|40-year-old"),
    ("IMR711", rationale, "The woman ~ exercises.", "aged 52|of 43 years old|of 39 years old|of 102 years old"),
    ("IMR711", rationale, "In adults ~ 65 years old it is rare.", "seen in this clinic"),
    ("IMR711", of_nobody, "The woman ~ exercises.", "aged 43|aged 39"),
    ("IMR711", rationale, "~ exercises.", "This 52-year-old truck driver|This 52-year-old injured worker|This 52-year-old mother of two|The patient, who is 52 years old,|Her brace is new. The woman of 52 years old"),
    # sex
    ("IMR712", rationale, "~ exercises.", "He|The man|This male|The gentleman|With him she|By himself she|His wound is closed, and she"),
    ("IMR712", of_man, "~ exercises.", "She|The woman|This female|The lady|With her he|By herself he|The choice was hers, and he"),
    ("IMR712", of_nobody, "~ exercises.", "He|The man"),
    ("IMR712", rationale, "A 41-year-old ~ lives with a child.", "man|male"),
    ("IMR712", rationale, "Her husband drives. ~ exercises.", "He"),
    ("IMR712", rationale, "~ exercises. Her husband drives.", "He"),
    ("IMR712", rationale, "The doctor agrees~ He exercises.", ".|!|?|.)|. 'So.'|. Seen no. 5."),
    ("IMR712", rationale, "If he or she exercises it helps, and ~ does.", "he"),
    # dates of injury and of the denial
    ("IMR713", summary, "A 41-year-old woman ~ 3/4/2015.", "with a date of injury of|whose date of the injury was|with DOI|with DOI:|with a DOI (|with an injury date of|was injured on|was injured in a fall at work, on|with an industrial injury of|with a work injury on|with a work-related injury dated|with an occupational injury from|with a workplace accident on|with an industrial-work injury on|with a work claim of|with an industrial accident date|with an industrial back injury on|with a work back strain injury on|who sustained an injury on|who sustained a back injury on|whose date of injury is|with a work injury that occurred on|with a work injury which occurred on|with a date of injury:|with a date of injury ("),
    ("IMR713", summary, "Prior ~ on 3/3/2015.", "care ended. A 41-year-old woman with an industrial injury|care that the 41-year-old woman had had elsewhere for many years is over, and there was an industrial injury"),
    ("IMR713", summary, "A 41-year-old woman injured ~ 3/3/2015.", "at work on|at work while lifting a heavy box on|her right hand and wrist on|her back and her left leg on|her neck, back and both knees, on|her low back and upper back in a fall at work on"),
    ("IMR713", summary, "~ 3/3/2015. A 41-year-old woman strained her back.", "DOI"),
    ("IMR713", summary, "~ injury on 3/3/2015.", "Prior care ended. She had a work|She, 41, had an industrial"),
    ("IMR713", summary, "A 41-year-old woman with an industrial injury on 3/3/2015 and ~.", "a prior strain"),
    ("IMR714", more_summary, "The utilization review ~ 05/12/2016 is noted.", "of|on|dated|issued|completed|was on|from|on the|on a|date|(UR) of|("),
    ("IMR714", more_summary, "The UR ~ 05/12/2016 is noted.", "decision|determination|report|form|denial|letter|physician|decision dated the date of"),
    ("IMR714", more_summary, "It was ~ 05/12/2016.", "previously reviewed on|previously denied on|previously non-certified on|previously noncertified on|previously modified on|the prior determination of|the prior determination on|the prior determination dated"),
    ("IMR715", more_summary, "An MRI is ~ 8 July 2016.", "of|scheduled. She was seen on|scheduled; she was seen on|next in a very long list of many things that were done on|dated"),
    # how it is written
    ("IMR721", rationale, "See ~ too.", "CM16-12345|cm16-0123457|CM16-0123456 and CM15-0123456"),
    ("IMR722", more_summary, "Seen by Maria Roe~.", ", M.D|, M. D|, MD| MD|,MD|, D.O|, D. O|, DO|, D.C|, DC|, DPM|, Ph.D|, Ph. D|, PhD|, PsyD|, DDS|, PA-C|, NP"),
    ("IMR722", more_summary, "~ was seen.", "Mr. Roe|Mrs. Roe|Ms. Roe|Miss Roe|Mr Roe|Mrs Roe|Ms Roe|Maria Q. Roe, M.D.|Maria Q Roe, M.D.|Maria-Roe, M.D.|Maria O'Roe, M.D."),
    ("IMR722", more_summary, "~ Maria Roe", "Signed:|signed:|Signed by:|signed,|Sincerely,|sincerely,|Reviewed by:|reviewed by:|Reviewer:|reviewer,|Reviewer name:|Name:|name:|Patient name:|Signed: Dr.|Signed:Dr "),
    ("IMR723", more_summary, "~ 12 is noted.", "SSN:|SSN|Social security number|Claim number|Claim no.|Claim no|Claim #:|License number|License no.|License no|License #:|DOB|Date of birth:"),
    ("IMR723", more_summary, "~ is noted.", "123-45-6789|Claim number: AB-12|DOB: 1/2/1970"),
    ("IMR723", more_summary, "The ~ is noted.", "claim #12345|claim #: 12345|claim#12345|license #A12|license # A12|claim # AB-12"),
    ("IMR724", more_summary, "Seen at ~ again.", "[name]|[date]|[age]|[sex]|[insert]|[insert the day]|[TBD]|[todo]|[patient]|[patient name]|[treatment]|[body part]|[physician]|[reviewer]|[case number]|[fill in]|[fill in day]|[blank]|[x]|[_]|[...]|[?]|XXX|TBD|TODO|FIXME|{name}|{{ name }}|{ patient.age }|___|<name>|<date>|<insert day>|<patient>|<treatment>|<age>|<sex>|???|%s|%d|insert name|insert date|insert text|insert here"),
    ("IMR724", more_summary, "Seen at lorem ~ again.", "ipsum"),
    ("IMR725", rationale, "The pain ~ eased.", "has has|was was not"),
    ("IMR725", rationale, "The pain ~.", "eased eased|had had eased, and the the wound is closed|(that it it) eased|eased, eased eased"),
    # cause
    ("IMR726", rationale, "The knee is ~ related.", "not industrially|never causally|neither work|nor occupationally|unlikely to be work|no longer work"),
    ("IMR726", rationale, "The knee is ~.", "not work-related|not industrially caused|not causally connected|not by any measure work related"),
    ("IMR726", rationale, "There is ~.", "no causally relationship|no industrially connection|no work relationship"),
    ("IMR726", rationale, "The knee ~ to the industrial injury.", "is not related|is not connected|is not due|is not attributable|isn't related|is unlikely to be related|is not in any way related"),
    ("IMR726", rationale, "The knee is not related to ~.", "industrial injury|the work accident|his occupational incident|her claimed exposure|this accepted claim|the original injury|the industrial back injury"),
    ("IMR726", rationale, "The knee is ~.", "non-industrial|nonindustrial|not compensable|non-compensable|noncompensable|a matter of compensability|to be apportioned|a matter of AOE/COE|arising out of and in employment|arising out of employment|not accepted body part|not an accepted body part|outside the accepted claim|a liability for the claim|a liability for the injury"),
    ("IMR726", rationale, "A ~.", "full recovery is not likely|complete recovery was not likely|complete recovery is unlikely|full recovery is not expected|full recovery not to be expected|full recovery is not promised|full recovery was not achieved|full recovery is not possible"),
    ("IMR726", rationale, "The knee is not work related. ~.", "It is not decided here"),
    ("IMR726", rationale, "It is not decided here. The knee is ~ related.", "not work"),
    # what is missing
    ("IMR727", documented, "There is ~ documentation of functional improvement.", "no|a lack of|without|without any|an absence of|insufficient|not any|no clear|no recent|no clinical|no objective|no specific|no adequate|no such|no sufficient|no further|no clear recent"),
    ("IMR727", documented, "She lacks ~ of functional improvement.", "documentation|evidence|record|records|report|indication|mention|description|proof"),
    ("IMR727", documented, "There is ~.", "no documented functional improvement|no evidence submitted that shows an improvement that is functional|no proof of pain. There is no proof of functional improvement"),
    ("IMR727", found_yes("instability-evidence"), "There is ~ instability.", "no evidence of|no documentation of any"),
    ("IMR727", found_no("no-radiculopathy"), "There is ~ radiculopathy.", "no evidence of|no documentation of|no proof of a"),
    ("IMR728", listed("imaging"), "~ submitted.", "No MRI was|A lack of an MRI is|Without an MRI is|Without any MRI was|The absence of an MRI was|No MRI were|No MRI are|No MRI has been|No MRI have been|No recent MRI of the back was|The MRI was not|The MRI were not|The MRI is not|The MRI are not"),
    ("IMR728", listed("imaging"), "No MRI was ~.", "provided|available|included|received|on file|furnished|supplied|in the file|reviewed"),
    ("IMR728", listed("imaging"), "~ submitted.", "No X-ray was|No x-ray/MRI was|No left-sided MRI was|No MRI of the left knee was"),
    ("IMR728", listed("imaging"), "The MRI was not ~.", "provided|available|included|received|on file|furnished|supplied|in the file"),
    ("IMR728", listed("imaging"), "No ~ was submitted.", "MRI|xray|xrays|radiograph|radiographs|CT scan|CT scans|imaging study|imaging studies|imaging report"),
    ("IMR728", listed("imaging"), "The ~ was not submitted.", "X-ray|x-rays"),
    ("IMR728", listed("imaging"), "No note was submitted. No ~ was submitted.", "MRI"),
    ("IMR728", listed("agreed-medical-evaluation"), "No ~ was submitted.", "agreed medical evaluation|agreed medical evaluator report|AME"),
    ("IMR728", listed("qualified-medical-evaluation"), "No ~ was submitted.", "qualified medical evaluation|qualified medical evaluator report|QME"),
    ("IMR728", listed("operative-report"), "No ~ was submitted.", "operative report|operative notes|surgical report"),
    ("IMR728", listed("electrodiagnostic"), "No ~ was submitted.", "EMG|NCV|electrodiagnostic report"),
    ("IMR728", listed("therapy-note"), "No ~ was submitted.", "therapy note|therapy notes|therapy progress note|acupuncture notes|chiropractic note"),
    ("IMR728", listed("laboratory"), "No ~ was submitted.", "urine drug screen|urine drug testing|laboratory report"),
    ("IMR728", listed("psychological-report"), "No ~ was submitted.", "psychological report|psychological evaluation"),
    ("IMR728", listed("application"), "No ~ was submitted.", "application for independent medical review"),
    ("IMR728", listed("request-for-authorization"), "No ~ was submitted.", "request for authorization|RFA"),
    ("IMR728", listed("correspondence"), "No ~ was submitted.", "correspondence"),
    ("IMR728", rationale, "No ~ was submitted.", "utilization review|UR"),
    ("IMR522", outside, "The ~.", "MTUS addresses it|MTUS is cited. It is silent|record is silent|MTUS does not decide"),
    # records
    ("IMR602", only_listed, "~", "utilization-review|application|request-for-authorization|correspondence"),
    ("IMR604", more_summary, "The ~ is long.", "agreed medical evaluation|agreed medical evaluator report|AME|qualified medical evaluation|QME|operative report|operative notes|operative note|surgical report"),
    ("IMR604", more_summary, "The ~ a tear.", "MRI revealed|MRIs revealed|X-ray revealed|xrays revealed|radiographs revealed|CT scan revealed|CT scans revealed|imaging study revealed|imaging studies revealed|imaging report revealed|MRI reveals|MRI showed|MRI shows|MRI demonstrated|MRI demonstrates|MRI dated May 1 has|MRI performed on May 1 has|MRI documented"),
    ("IMR604", more_summary, "An MRI was asked for. ~.", "An MRI showed a tear|Another MRI showed a tear"),
    ("IMR604", rationale, "~.", "An MRI showed a tear|The QME is clear"),
    ("IMR604", more_summary, "~.", "No doubt: the MRI showed a tear|No exam was made, and the MRI showed a tear|The MRI of the knee, of good quality, showed a tear|An MRI clearly documented a tear"),
    ("IMR605", rationale, "The ~ May 30, 2016, is clear.", "report of|reports of|note of|notes of|evaluation of|consultation of|examination of|visit of|study of|scan of|MRI of|x-ray of|xrays of|CT of|EMG of|letter of|report dated|report from|report on|report of the back of|report on the knee dated"),
    ("IMR605", rationale, "The report ~ is clear.", "dated (May 30, 2016)|of 5/30/2016|of 30 May 2016"),
    ("IMR605", rationale, "The ~ May 30, 2016, is clear.", "MRI of the left knee dated|MRI of the right lower leg performed on|x-ray of the left hand or thumb taken on|scan of the left lower back done on"),
    ("IMR605", rationale, "The report of May 2, 2016, and ~ are clear.", "the report of May 30, 2016,"),
    # requests
    ("IMR407", treatment, "~ massage therapy", "Retrospective|Retroactive|Retro|(Retrospective)"),
    ("IMR407", treatment, "Massage therapy ~", "(DOS 3/1/16)|(DOS: 3/1/16)|date of service 3/1/16"),
    ("IMR456", goes_with_upheld, "~ sling", "Associated surgical service:|Associated surgical services:|Associated surgical item:|Associated surgical request:|Post-op|Postoperative|Pre-op|Preoperative|Assistant surgeon and|Surgical assistant and|PA assist and|Co-surgeon and|Cosurgeon and|(Post-op)"),
    ("IMR456", upheld_beside_overturned, "As the ~, the sling is not medically necessary.", "surgery is not medically necessary|surgical repair is not medically necessary|procedure is not medically necessary|intervention is not medically necessary|operation is not medically necessary|treatment is not medically necessary|service is not medically necessary|request is not medically necessary|surgery was not supported|procedures are not approved|surgery is not certified|surgery is not warranted|surgery is not indicated|surgery of the knee is not medically necessary at this time"),
    ("IMR456", upheld_beside_overturned, "As the surgery is not supported, ~ medically necessary.", "this is not|none is|neither is|there is nothing that is|the sling is not"),
    ("IMR704", another_request, "~", "request|service|remaining|the|left|times|unknown|weeks"),
    # parts of the body
    ("IMR716", side_of, "~", "shoulder|shoulders|rotator|clavicle|scapula|slap|supraspinatus|infraspinatus|subscapularis|acromioclavicular|glenohumeral|subacromial|elbow|elbows|epicondyle|epicondylar|epicondylitis|cubital|olecranon|wrist|wrists|hand|hands|finger|fingers|thumb|thumbs|forearm|forearms|carpal|radius|metacarpal|cts|quervain|scaphoid|tfcc|hip|hips|groin|thigh|thighs|buttock|femur|knee|knees|patella|meniscus|patellar|meniscal|acl|pcl|mcl|tka|tkr|patellofemoral|ankle|ankles|foot|feet|heel|heels|toe|toes|achilles|metatarsal|tarsal|plantar|malleolus|calcaneus|calcaneal|hallux|eye|eyes|ear|ears"),
    ("IMR716", for_left("Shoulder arthroscopy, left shoulder"), "~.", "The R shoulder hurts|The (R) shoulder hurts|The Rt. shoulder hurts|The rt shoulder hurts|The (rt) shoulder hurts|R. shoulder pain|The shoulder on the right hurts|The shoulder pain on the right is worse|There is a right SLAP tear|There is right supraspinatus tendinosis|The right shoulder hurts. She left work|The right shoulder hurts, and the left arm does not|The right shoulder hurts. She left the job"),
    ("IMR716", for_left("Shoulder arthroscopy, left shoulder"), "There is ~.", "pain in the right upper extremity|weakness of the right arm|an injury to the right upper limb"),
    ("IMR716", for_left("Knee brace, left knee"), "There are ~.", "complaints of the right lower extremity|symptoms in the right leg"),
    ("IMR716", for_left("Left sacroiliac joint injection"), "There is tenderness over the right ~.", "sacroiliac joint|SI joint"),
    ("IMR716", for_left("Left L5-S1 transforaminal injection"), "There is ~.", "right leg radicular pain|right-sided radiculopathy|right sciatica|right lower extremity radiculopathy|a right L5 nerve that is pressed"),
    ("IMR716", for_left("Left L4-5 facet block"), "There is right ~ tenderness.", "L4-5 facet|lumbar facet|medial branch"),
    ("IMR717", region_of, "~", "arm: knee|leg: elbow|upper extremity: hip|lower extremity: shoulder|calf: ear|armchair: elbow|ankle: knee|hand: elbow"),
    ("IMR717", rationale, "There is ~.", "pain in the right knee|a cane, and the right hand hurts|weakness, and the right shoulder hurts|good sensation, and the right foot hurts|pain of the right hand. The prior cane is gone|a prior fall, and now the right knee hurts"),
    ("IMR717", knee_case, "~ the right hand.", "There is weakness of|The numbness is in|Pain radiates to"),
]  # fmt: skip

PASSES: list[Row] = [
    ("IMR711", summary, "This ~ woman strained her back on March 2, 2015.", "41-year-old|41 y/o|old"),
    ("IMR711", rationale, "It is rare ~ 65 years old.", "over|under|more than|older than|younger than|above|below|in at least|in a patient|in patients|in an adult|in adults|in children|in a person|in persons|in individuals|in those|in women who are|as it was a|as it was an|when he was|when she was|since|until|and then|for a wife of|for a husband of|for a son of|for a daughter of|for a mother of|for a father of|at age|at the age of|in adults of about"),
    ("IMR711", rationale, "~ exercises.", "This 42-year-old woman|This 40-year-old woman|The woman, 41 years old in the letter and 50 years old in the form,"),
    ("IMR711", of_nobody, "~ exercises.", "This 42-year-old woman|This 41-year-old woman"),
    ("IMR711", rationale, "It was so with ~.", "her 15 year old son|her younger 15-year-old daughter|his 70-year-old mother|the patient's 15-year-old child|a 12-year-old injury|a 12-year-old industrial injury|a 3 year old MRI|a 3-year-old lumbar fusion|an MRI which is 2 years old|an MRI that was 2 years old|an MRI that is now gone; the films are now 3 years old|a brace, and the brace is 3 years old|a 15-year-old girl"),
    ("IMR711", summary, "~ woman strained her back on March 2, 2015.", "A 41-year-old (in another place 14-year-old)"),
    ("IMR712", rationale, "The ~ says that he agrees.", "husband|wife|spouse|partner|mother|father|parent|parents|sister|brother|son|daughter|child|children|friend|girlfriend|boyfriend|physician|doctor|provider|surgeon|therapist|nurse|attorney|supervisor|boss|co-worker|coworker|employer|client|resident|student|inmate|dr|m.d.'s note|md|reviewer|chiropractor|psychologist|psychiatrist|acupuncturist|specialist|evaluator|customer|driver|passenger|study of patients who changed"),
    ("IMR712", rationale, "In a ~ that may differ.", "male patient|patient whose father was a man"),
    ("IMR712", of_man, "In a ~ that may differ.", "female patient|patient whose mother was a woman"),
    ("IMR712", rationale, "Her pain eased, and ~ should exercise.", "s/he|(s)he|he/she|she/he|he or she|she or he|his/her mate|her/his mate|his or her mate|her or his mate|him/her|him or her|himself/herself|male or female people|male and female people|female or male people|male than female people|male/female people"),
    ("IMR712", rationale, "Her pain eased. ~ that he agrees.", "The treating dr. says|Her friend from St. Dr. Mrs. Roe's school says|The treating m.d. says|The orthopedist says|The technician says|Her mom says|Her dad says|The practitioner says|The neurologist says"),
    ("IMR712", of_man, "His pain eased, and ~ should exercise.", "s/he|(s)he"),
    ("IMR712", rationale, "The ~ eased.", "pain of the wrist|human pain|pain in the chest|manual"),
    ("IMR712", of_man, "The ~ eased.", "hernia|shed|womanly manner"),
    ("IMR712", rationale, "If he or she exercises, it helps. ~. It goes on.", "The knee is better. Her husband says that he drives"),
    ("IMR712", rationale, "This 41-year-old woman lives with ~.", "her husband, and he drives"),
    ("IMR713", summary, "A 41-year-old woman with ~ 3/3/2011.", "a prior industrial injury on|a previous industrial injury on|an earlier industrial injury on|another industrial injury on|a past industrial injury on|a second industrial injury on|a subsequent industrial injury on|a former industrial injury on|an unrelated industrial injury on|a re-injury, an industrial injury on|a reinjury, an industrial injury on|a back that was previously injured on|a visit on|a back that was reinjured on"),
    ("IMR713", summary, "A 41-year-old ~ on 3/3/2015.", "injured worker was seen|injured employee was seen|injured person was seen"),
    ("IMR713", summary, "A 41-year-old woman was injured at work ~ 3/3/2016.", "and was seen on|and had surgery on|and filed a form on|and underwent surgery on|but was seen on|, was treated on|, who was seen on|then was seen on|and again on|when lifting and was first treated for it on"),
    ("IMR713", summary, "A 41-year-old woman with a date of injury of 3/2/2015 ~ 3/3/2015.", "(in another form, a work injury of"),
    ("IMR714", more_summary, "The ~ is noted.", "utilization review of 05/02/2016|report of 05/12/2016|utilization review of 05/02/2016 (in the form, utilization review of 05/12/2016)|utilization review by a physician of 05/12/2016"),
    ("IMR715", more_summary, "An MRI is ~ 8 July 2016.", "scheduled for|planned for|in the plan for|good until|good through|to expire on|such that it expires on|expected on|anticipated on|due on|to be done by|for the follow-up on|for the followup on|for the appointment on|to come next, on"),
    ("IMR715", more_summary, "An MRI is ~.", "of 6 June 2016|of June 6, 2016"),
    ("IMR721", rationale, "See ~ too.", "CM16-1234|CM16-0123456|XCM16-0123457|CM15-01234567|CM1-0123457"),
    ("IMR722", more_summary, "~ was seen.", "Mercy, MD|A physician, M.D.,|The MD|Mr. x|Miss x|The reviewer: a physician|The name: none given|Maria Roe|It was signed by the physician who|Dr. Roe, MDX,"),
    ("IMR722", more_summary, "It was seen ~.", "at the Pain Clinic, MD|in Low Back, MD Guidelines|by Physical Therapy, PA-C|by the Treating Physician, M.D|by the Orthopedic Surgeon, M.D|at Mercy Hospital, MD|by a Hand Surgeon MD"),
    ("IMR723", more_summary, "The ~ is noted.", "SSN|DOB|claim number|claim note 12|license 12|123-45-678|12-34-56789|date of birth in the chart|claim 12"),
    ("IMR723", more_summary, "The ~ is noted.", "claim # in the form|license # of the reviewer|claim of 12 visits"),
    ("IMR724", more_summary, "Seen at ~ again.", "[121]|[CRPS]|[patients 4, 5]|xx|__|??|{4-5}|C < 5 and D > 3|5% dose|the insertion|[xy]|<3 months|tbdx|[dated]"),
    ("IMR725", rationale, "The pain ~ eased.", "had had|that that|ha ha|no no|bora bora|very very|so so|many many|much much|long long|is is|3 3|hurt, hurt,|- -|has hasty|a able"),
    ("IMR726", rationale, "Whether the knee is not work related ~.", "is not decided here|is not to be determined|was never addressed|is not considered|is not judged|is not in question|is not in dispute|is what we do not dispute|is not a concern|is not part of this|is not at issue|is for others: medical necessity only counts|is outside the scope|is beyond the scope"),
    ("IMR726", rationale, "The knee is ~.", "work related|not related to age|related to the industrial injury|not better. A work related strain is|not due to age|not accepted|compensated|a full recovery"),
    ("IMR727", documented, "There is ~.", "documentation of functional improvement|no documentation of functional restoration|no documentation of improvement|no documentation; functional improvement is shown|no proof. The functional improvement is shown"),
    ("IMR727", documented, "There is no evidence that functional improvement ~.", "was lost|is absent|has declined|worsened|was reversed|ceased"),
    ("IMR727", found_yes("taper-not-abrupt"), "There is ~.", "no evidence of an abrupt taper"),
    ("IMR727", found_no("no-radiculopathy"), "There is ~.", "evidence of radiculopathy|no evidence of a fracture"),
    ("IMR727", found_yes("not-postsurgical"), "There is ~.", "no evidence of a postsurgical state|no documentation of any postsurgical care"),
    ("IMR727", found_yes("no-radiculopathy"), "There is ~.", "no evidence of radiculopathy|no documentation of radiculopathy"),
    ("IMR728", listed("imaging"), "~.", "No EMG was submitted|An MRI was submitted|No pain is told. The MRI that was submitted is clear|The MRI was not read|No note was submitted, but the MRI is clear|The MRI is clear, has no change since the last one of two years ago, and as was said in it the note was not submitted|The MRI is clear. A note was not submitted"),
    ("IMR728", listed("imaging"), "No ~ submitted.", "change is in the MRI that was|tear is seen in the MRI which was|change and an MRI was|change in the MRI was"),
    ("IMR522", outside, "The ~.", "MTUS is silent|ACOEM chapter is silent|guideline is silent|guidelines are silent|MTUS does not address it|guidelines do not mention it|MTUS did not discuss it|MTUS does not speak of it|MTUS does not cover it|MTUS does not contain it|MTUS does not include it|MTUS does not refer to it|MTUS does not specifically address it|treatment is not addressed by the MTUS: in the MTUS it is not addressed|MTUS (in which it is not mentioned) is read|MTUS (in which it is not discussed) is read|MTUS (in which it is not covered) is read|MTUS (in which it is not really covered) is read|MTUS has no recommendation on it|MTUS has no recommendations on it|MTUS contains no word on it"),
    ("IMR602", only_listed, "~", "progress-report|imaging|agreed-medical-evaluation|letter"),
    ("IMR604", more_summary, "The ~.", "MRI is asked for|exam revealed pain, and an MRI was asked for|EMG revealed a tear|therapy note is clear|laboratory test is clear|MRI is asked for. The exam showed a tear|psychological evaluation is clear|name is clear|MRI is now asked for, since no change of any kind came in a year of care, and it showed"),
    ("IMR604", more_summary, "~.", "An MRI was denied; the record showed pain|No MRI showed a tear|There is no lumbar MRI that showed it|Without an MRI dated this year it is unknown|There is no QME|Neither AME nor QME was held|An MRI was asked for, and the exam showed pain|An MRI is not indicated as no red flag was documented|An MRI is asked for since red flags are not documented"),
    ("IMR605", rationale, "The ~ is clear.", "pain of May 30, 2016,|report of April 20, 2016,|report. Of May 30, 2016, all|reports in the file that were written before May 30, 2016,"),
    ("IMR605", rationale, "The ~ May 30, 2016, is clear.", "report of the worker who was hurt on|report says that the back was hurt on|report of the left knee that is dated"),
    ("IMR407", treatment, "~", "Retropharyngeal injection|Massage therapy (DOS unknown)|Massage therapy, retrospective"),
    ("IMR456", goes_with_upheld, "~", "Sling after the surgery|Sling, post-op|Surgical sling"),
    ("IMR456", upheld_beside_overturned, "As the ~ not medically necessary.", "surgery is medically necessary, the sling is|sling is not supported, the sling is|surgery is not medically necessary; the sling is"),
    ("IMR704", another_request, "~", "massage|cushion"),
    ("IMR704", massage, "The massage helps. The request for ~ is medically necessary.", "request|requested|service|services|treatment|treatments|surgery|surgical|procedure|intervention|ancillary|additional|current|original|associated|remaining|item|items|medication|medications|therapy|the|for|with|and|this|that|times|per|week|weeks|unspecified|quantity|unknown|left|right|bilateral|qty|visits|sessions|session|visit|retrospective|prospective|post|operative|pre|postoperative|preoperative|purchase|rental|use|day|days|month|months"),
    ("IMR716", side_of, "~", "neck|side|arm"),
    ("IMR716", for_left("Left knee MRI"), "~.", "Compared to the right knee, there is a 5 degree loss of motion|It is worse than in the right knee|Unlike the right knee it is swollen|Versus the normal right knee it is weak|The contralateral right knee is well|Relative to the right knee it is swollen|The right knee examination was normal. There was tenderness over the left medial joint line|The patient has a left medial meniscal tear. The right knee is normal|The right knee is normal. The pain is in the L knee|The right knee is normal. The (L) knee hurts|The right knee is normal. The Lt. knee hurts|The right knee is normal. The knee on the left hurts|The right knee is normal. The pain is on the left"),
    ("IMR716", for_left("Left carpal tunnel release"), "~.", "The right carpal tunnel release last year brought full relief. The symptoms now persist on the left side|She is right hand dominant|She is right-handed"),
    ("IMR716", for_left("Left shoulder arthroscopy"), "~.", "There is pain in the right upper extremity and in the left one|There is pain in the right upper extremity; the shoulder is stiff|There is pain in the right lower extremity|She sat in the right arm chair"),
    ("IMR716", for_left("Left L4-5 facet block"), "There is ~.", "bilateral L4-5 facet tenderness|right L4-5 facet tenderness, and left|left L4-5 facet tenderness|pain of the right paraspinal muscles"),
    ("IMR716", for_left("Left L4-5 and right L5-S1 facet block"), "There is ~.", "right L5-S1 facet tenderness"),
    ("IMR717", rationale, "~.", "The patient is right hand dominant|She is right-hand dominant|She is left handed|She walks with a cane in the right hand|She holds a crutch with her left hand|Pain radiates to the left foot|There is weakness of the left big toe extensor|Pain radiates into the right buttock|There is numbness in the right thigh, and in the left foot|Sensation is less in the right foot|Pain shoots down to the left foot"),
    ("IMR717", rationale, "She has a ~.", "prior right knee replacement|previous right knee replacement|past injury to the right knee|prior industrial injury of the right knee"),
    ("IMR717", structure_of, "~", "a right meniscal tear: right knee|a right ACL tear: right knee|a right TKA: right knee|a right cruciate tear: left knee|chondromalacia: left knee|a meniscectomy: left knee|left plantar fasciitis: left foot|subtalar pain: left foot|a bunion: left foot|a talus fracture: left ankle|right lateral epicondylitis: right elbow|right cubital tunnel syndrome: right elbow|a SLAP tear: right shoulder|impingement: right shoulder|adhesive capsulitis: right shoulder|a supraspinatus tear: right shoulder|a Bankart tear: right shoulder|a labral tear: right shoulder|a torn labrum: right shoulder|trochanteric bursitis: left hip|CTS: right wrist|CMC pain: right thumb|Dupuytren disease: right hand|de Quervain's disease: right wrist|upper-extremity pain: right wrist"),
    ("IMR717", region_of, "~", "upper extremity: elbow|upper extremities: wrist|upper limb: shoulder|arm: elbow|arms: elbow|BUE: elbow|RUE: elbow|LUE: elbow|lower extremity: hip|lower extremities: knee|lower limb: ankle|leg: knee|legs: knee|BLE: knee|RLE: knee|LLE: knee|tibia: knee|fibula: ankle|calf: foot|knee: knee|patella: knee"),
]  # fmt: skip


def sentences(rows: list[Row]) -> Iterator[object]:
    for code, where, template, filled in rows:
        for words in filled.split("|"):
            sentence = template.replace("~", words)
            yield pytest.param(code, where, sentence, id=f"{code}-{sentence}")


@pytest.mark.parametrize(("code", "where", "sentence"), list(sentences(CAUGHT)))
def test_sentence_is_noticed(code: str, where: Callable[[str], str], sentence: str) -> None:
    text, [place] = places(where(sentence))
    assert (code, *place) in found(text)


@pytest.mark.parametrize(("code", "where", "sentence"), list(sentences(PASSES)))
def test_sentence_is_left_alone(code: str, where: Callable[[str], str], sentence: str) -> None:
    text, _ = places(where(sentence))
    codes = {each for each, _, _ in found(text)}
    assert code not in codes
    assert not codes & UNREADABLE
