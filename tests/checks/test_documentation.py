"""What a rationale calls missing, where the case says that it is there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from support.case_file import ENDING, HERE, ONE_ITEM, changed
from support.items import fully, item, plain, records, told
from support.sentences import RATIONALE, Row, left_alone, noticed, placed, rationale

if TYPE_CHECKING:
    from collections.abc import Callable

FINDING = "functional-improvement-documented: yes"


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


def listed(kind: str) -> Callable[[str], str]:
    """A rationale in a case that lists a document of that kind."""
    case = changed("kind: progress-report", f"kind: {kind}", case=ONE_ITEM)
    return lambda text: rationale(text, case)


def titled(kind: str, title: str) -> Callable[[str], str]:
    """A rationale in a case that lists a document of that kind under that title."""
    case = changed("kind: progress-report", f"kind: {kind}, title: {title}", case=ONE_ITEM)
    return lambda text: rationale(text, case)


NOTICED: list[Row] = [
    ("IMR727", documented, "There is ~ documentation of functional improvement.", "no|a lack of|without|without any|an absence of|insufficient|not any|no clear|no recent|no clinical|no objective|no specific|no adequate|no such|no sufficient|no further|no clear recent"),
    ("IMR727", documented, "She lacks ~ of functional improvement.", "documentation|evidence|record|records|report|indication|mention|description|proof"),
    ("IMR727", documented, "There is ~.", "no documented functional improvement|no evidence submitted that shows an improvement that is functional|no proof of pain. There is no proof of functional improvement"),
    ("IMR727", documented, "~.", "Functional improvement is not documented|Functional improvement has not been clearly documented|Functional improvement wasn't shown|Functional improvement hasn't been demonstrated|It helps, but functional improvement was not recorded|No functional improvement was documented|No objective functional improvement has been shown|The records do not document functional improvement|The records submitted do not show functional improvement|The physician fails to describe a functional improvement|The notes failed to clearly establish functional improvement|Documentation of functional improvement is lacking|Evidence of functional improvement was not provided|A description of functional improvement is absent|There is no documentation of improvement in function|There is no evidence that she improved functionally|The provider has not documented functional improvement|The records have not clearly shown a functional improvement|Records lack documentation of functional improvement|Functional improvement was not noted|There is no documentation of relief, and functional improvement is lacking|There is no documentation of relief, and functional improvement is not documented"),
    ("IMR727", documented, "~.", "There is no evidence of functional improvement, and pain relief is documented|I agree with the utilization review that there is no evidence of functional improvement|The MTUS asks for it; functional improvement is not documented|The MTUS requires it, and there is no documentation of functional improvement|When seen in May, there was no documentation of functional improvement|UR denied it. There is no proof of functional improvement|UR denied it, and there is no proof of functional improvement|The utilization review is upheld because there is no proof of functional improvement|The carrier is affirmed since there is no proof of functional improvement|UR is sustained as there is no proof of functional improvement|I concur with UR that there is no proof of functional improvement|UR correctly found that there is no proof of functional improvement|UR rightly says there is no proof of functional improvement"),
    ("IMR727", documented, "The ~ functional improvement.", "records do not document|record does not show|reports did not demonstrate|report fails to describe|notes fail to mention|note does not record|documentation does not establish|documents do not show|chart does not show|file does not show|physician has not shown|surgeon has not described|provider had not recorded|report has not established|file has not clearly demonstrated|chart failed to clearly show"),
    ("IMR727", documented, "Functional improvement ~.", "is not shown|are not demonstrated|was not described|were not established|has not been recorded|have not been noted|had not been documented|isn't documented|weren't documented|haven't been documented|hadn't been documented|is not well documented"),
    ("IMR727", documented, "The ~.", "documentation of functional improvement is missing|evidence of functional improvement was absent|proof of functional improvement is insufficient|description of functional improvement is inadequate|mention of functional improvement is not found|evidence of functional improvement is not present|evidence of functional improvement is not included|evidence of functional improvement was not available|evidence of functional improvement was not submitted|evidence of functional improvement is not provided"),
    ("IMR727", documented, "No ~.", "clear functional improvement was noted|measured functional improvement is demonstrated|further functional improvement has been recorded|significant functional improvement was reported|functional improvements have been shown"),
    ("IMR727", documented, "~.", "There has been no functional improvement|There is no clear functional improvement to date|There was no functional improvement, and it hurts|The patient has shown no functional improvement|She showed no functional improvement so far|He has made no lasting functional improvement|The records show no functional improvement|The worker had demonstrated no functional improvement in the file|Nothing in the record shows functional improvement|Nothing on file documents a functional improvement|Functional improvement of the back is not evident|Functional improvement was not apparent|Functional improvement cannot be found in the records|Functional improvement could not be found in the submitted file|The file is devoid of functional improvement|The records are silent on functional improvement|The notes submitted are void of functional improvement|No functional gains are documented|No functional gain was noted|Functional benefit was not documented|There is no documentation of functional benefits"),
    ("IMR727", documented, "~.", "Prior to surgery she was weak, and there is no documentation of functional improvement|There is no documentation of functional improvement prior to the request|There is no documentation of functional improvement before more visits|The denial is upheld; there is no documentation of functional improvement|The denial is correct because there is no documentation of functional improvement|I agree with the denial, which found no evidence of functional improvement|There is no documentation of functional improvement, which is required by the MTUS|There is no documentation of functional improvement that is required by the MTUS"),
    ("IMR727", found_yes("failed-conservative-care"), "There is no evidence that conservative care ~.", "failed|fails|did fail|met failure|met failures"),
    ("IMR727", found_yes("failed-conservative-care"), "There is no documentation of ~ conservative care.", "failure of|failed"),
    ("IMR727", found_yes("instability-evidence"), "There is ~ instability.", "no evidence of|no documentation of any"),
    ("IMR727", found_no("no-radiculopathy"), "There is ~ radiculopathy.", "no evidence of|no documentation of|no proof of a"),
    ("IMR728", listed("imaging"), "~ submitted.", "No MRI was|A lack of an MRI is|Without an MRI is|Without any MRI was|The absence of an MRI was|No MRI were|No MRI are|No MRI has been|No MRI have been|No MRI of the back was|The MRI was not|The MRI were not|The MRI is not|The MRI are not"),
    ("IMR728", listed("imaging"), "No MRI was ~.", "provided|available|included|received|on file|furnished|supplied|in the file|reviewed"),
    ("IMR728", listed("imaging"), "~ submitted.", "No X-ray was|No x-ray/MRI was|No left-sided MRI was|No MRI of the left knee was"),
    ("IMR728", listed("imaging"), "The MRI was not ~.", "provided|available|included|received|on file|furnished|supplied|in the file"),
    ("IMR728", listed("imaging"), "No ~ was submitted.", "MRI|xray|xrays|radiograph|radiographs|CT scan|CT scans|imaging study|imaging studies|imaging report"),
    ("IMR728", listed("imaging"), "The ~ was not submitted.", "X-ray|x-rays"),
    ("IMR728", listed("imaging"), "~.", "The MRI report has not been provided|The MRI has not been submitted|There was no MRI report provided|There is no MRI in the records|There is no MRI on file|The records did not include an MRI|The file does not contain the MRI report|No imaging was provided|The MRI report is missing|MRI report not provided|A copy of the MRI was not provided|The report of the MRI was not submitted|The results of the MRI of the left knee were not provided|No documentation of the MRI was provided|No plain films were submitted|No CT was submitted|No magnetic resonance imaging was submitted|The exam is clear, and the MRI was not provided|X-ray report and timing of x-ray was not provided|The MRI and the date of it were not provided|The MRI report or a plan was not submitted"),
    ("IMR728", listed("imaging"), "The MRI ~.", "was missing|were missing|has not been included|had not been received|have not been furnished|has not been supplied, it hurts|study was not provided|films were not provided|scan was not provided|findings were not provided|reading was not provided|documentation was not provided"),
    ("IMR728", listed("imaging"), "There ~.", "is no MRI submitted|was no MRI available|were no MRIs included|are no MRIs received|is no MRI furnished|is no MRI supplied|is no MRI in the file|is no MRI in the chart|is no MRI in the documents|is no MRI in the documentation"),
    ("IMR728", listed("imaging"), "The ~ MRI.", "record does not contain an|file did not have any|documents do not include the|documentation does not include an|chart does not contain an"),
    ("IMR728", listed("imaging"), "~.", "No X-ray report was attached|No MRI was enclosed|The MRI was not attached|The MRI report is not enclosed|The MRI report could not be found in the records|The MRI cannot be located|The file lacks an MRI|The records submitted lack an MRI|The file on file lacks the MRI|The chart lacks any MRI report|I was not provided with the MRI report|We were not furnished with an MRI|This reviewer was never supplied with the MRI|We did not receive the MRI report|I never received any MRI|The reviewer has not received the MRI|We have not been provided with an MRI|No ultrasound report was submitted"),
    ("IMR728", listed("electrodiagnostic"), "~.", "I was not provided with the EMG report"),
    ("IMR728", listed("operative-report"), "~.", "We did not receive the surgical report"),
    ("IMR728", titled("imaging", "X-rays of the right ankle"), "~.", "X-rays of the right ankle were not provided|X-rays of the ankles were not provided"),
    ("IMR728", titled("imaging", "MR arthrogram"), "~.", "The MR arthrogram was not provided|The MRI was not provided"),
    ("IMR728", titled("imaging", "MRI of the lumbar spine"), "~ provided.", "No MRI was|No lumbar MRI was|The MRI of the low back was not|No imaging was|No MRI or CT was"),
    ("IMR728", listed("therapy-note"), "No ~ provided.", "PT notes were|PT progress notes were|physical therapy notes were"),
    ("IMR728", titled("therapy-note", "Physical therapy notes"), "No ~ provided.", "PT notes were|therapy notes were"),
    ("IMR728", listed("laboratory"), "No ~ was submitted.", "UDS|UDS report"),
    ("IMR728", listed("electrodiagnostic"), "No ~ was submitted.", "NCS|nerve conduction study|EMG/NCV|EMG/NCS report|electromyography"),
    ("IMR728", listed("application"), "No ~ was submitted.", "IMR application|application for IMR"),
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
]  # fmt: skip


test_sentence_is_noticed = noticed(NOTICED)


LEFT_ALONE: list[Row] = [
    ("IMR727", documented, "There is ~.", "documentation of functional improvement|no documentation of functional restoration|no documentation of improvement|no documentation; functional improvement is shown|no proof. The functional improvement is shown"),
    ("IMR727", documented, "~ no functional improvement was shown.", "Per the utilization review,|According to the UR|Per the claims administrator|Per the peer reviewer|According to the insurer|Per the carrier|The UR denied it because|The utilization reviewer denied it since|The peer review was against it as|The claims administrator stated that|The insurer noted that|The carrier says|UR found|UR reported|UR cited that|UR argued|UR held that|UR wrote that|It ends if|It ends when|It ends whenever|It ends where|It goes on unless|It goes on until|It is asked whether|It ends once"),
    ("IMR727", documented, "It ends ~ evidence of functional improvement.", "under the MTUS without|by ACOEM in the absence of|by the ODG with a lack of|in guidelines with insufficient|by the criteria without any"),
    ("IMR727", documented, "There is no evidence of misuse ~.", "and functional improvement is noted|but functional improvement was shown|while functional improvement is demonstrated|although functional improvement was recorded|though functional improvement has been reported|however functional improvement is evident|whereas functional improvement is present|yet functional improvement is confirmed|and functional improvement is clearly established|but there was functional improvement|and he has functional improvement|while the patient reported functional improvement|but shows functional improvement|, and functional improvement is good"),
    ("IMR727", documented, "There is no evidence of ~ functional improvement.", "the loss of|an absence of|any lack of|decline in|worsening of"),
    ("IMR727", documented, "Functional improvement has not been shown ~.", "in studies|in the literature|by clinical trials|by research|for the guidelines"),
    ("IMR727", documented, "There is no evidence that functional improvement ~.", "was lost|is absent|has declined|worsened|was reversed|ceased"),
    ("IMR727", documented, "~.", "There is no evidence of aberrant behavior, and objective functional improvement is documented|There is no evidence of adverse effects and functional improvement has been documented|There is no evidence of misuse, but there is functional improvement|There is no evidence of misuse, while she has shown a functional improvement|UR stated that there was no documentation of functional improvement, but the note of April has it|Per the utilization review, no functional improvement was documented|The claims administrator denied it since functional improvement was not documented|MTUS does not support massage without documentation of functional improvement|Under the guidelines it ends in the absence of evidence of functional improvement|It would end if there is no documentation of functional improvement|It ends unless functional improvement is not documented|There is no evidence of a loss of functional improvement|A lack of functional improvement is not documented|The functional improvement, for May, is not documented|No misuse and a functional improvement is documented|The records do not document misuse; the functional improvement is clear|There is no need for proof: functional improvement is shown|A functional improvement has not been shown in studies|Although the MTUS asks for it where functional improvement is not documented, it goes on|The notes do not document pain, and functional improvement is clear|The notes do not record pain but show functional improvement|Studies do not show a functional improvement"),
    ("IMR727", found_yes("taper-not-abrupt"), "There is ~.", "no evidence of an abrupt taper"),
    ("IMR727", found_no("no-radiculopathy"), "There is ~.", "evidence of radiculopathy|no evidence of a fracture"),
    ("IMR727", found_yes("not-postsurgical"), "There is ~.", "no evidence of a postsurgical state|no documentation of any postsurgical care"),
    ("IMR727", found_yes("no-radiculopathy"), "There is ~.", "no evidence of radiculopathy|no documentation of radiculopathy"),
    ("IMR728", listed("imaging"), "~.", "No EMG was submitted|An MRI was submitted|No pain is told. The MRI that was submitted is clear|The MRI was not read|No note was submitted, but the MRI is clear|The MRI is clear, has no change since the last one of two years ago, and as was said in it the note was not submitted|The MRI is clear. A note was not submitted"),
    ("IMR728", listed("imaging"), "No ~ submitted.", "change is in the MRI that was|tear is seen in the MRI which was|change and an MRI was|change in the MRI was"),
    ("IMR728", listed("imaging"), "~.", "The MRI shows a bulge, but no surgical plan was submitted|No MRI request was submitted|The request for the MRI was not submitted|No discussion of the MRI was provided|UR stated that no MRI was submitted|According to the utilization review, the MRI was not provided|It ends if the MRI was not provided|The MRI shows that a ligament is missing|The records do not include a plan; the MRI is clear|There is no MRI finding of note|The lack of CT release was not provided|The MRI report was provided, and the plan has not been provided|There is no change in the records or the MRI|The MRI was not included in the request|The MRI was not submitted for approval|The date of the MRI was not provided|The MRI was not needed|The MRI report does not include a grade|She had an MRI and a plan was not provided|The MRI is clear and a plan was not provided"),
    ("IMR728", titled("imaging", "MRI of the lumbar spine"), "~.", "No X-ray was provided|No MRI of the left knee was provided|The MRI of the shoulder was not submitted|There is no CT in the records"),
    ("IMR728", titled("imaging", "X-ray of the knee"), "~.", "X-rays were normal, and no MRI was provided"),
    ("IMR728", titled("therapy-note", "Acupuncture notes"), "~.", "No chiropractic notes were provided|No PT notes were provided"),
    ("IMR728", listed("request-for-authorization"), "~.", "In the RFA the quantity was not provided|The quantity in the RFA was not provided"),
    ("IMR728", listed("electrodiagnostic"), "~.", "EMG was requested, but a rationale was not provided"),
    ("IMR728", rationale, "~.", "Per the utilization review, no physical therapy notes were provided|UR stated that no MRI was submitted"),
    ("IMR727", documented, "~.", "Contrary to the denial, which found no evidence of functional improvement, the PR-2 shows it|The denial claims no documentation of functional improvement|The denial cited a lack of documentation of functional improvement|The denial letter states that there is no documentation of functional improvement|The determination alleged that there is no documentation of functional improvement|The denial asserted no evidence of functional improvement|The stated reason for denial was no documentation of functional improvement|The grounds given for the denial are that there is no proof of functional improvement|The basis for the non-certification is no proof of functional improvement|It is not true that there is no documentation of functional improvement|It is incorrect to say that there is no documentation of functional improvement|It is wrong that no functional improvement was documented"),
    ("IMR727", documented, "There is no evidence that functional improvement ~.", "has plateaued|diminished|is regressing|has deteriorated"),
    ("IMR727", documented, "~.", "There is no record of any functional improvement before the trial|There is no record of functional improvement prior to her first surgery|Before the trial no functional improvement was noted|Prior to the injection, there was no documentation of functional improvement|No documentation beyond the functional improvement in June is needed|There is no documentation besides that of functional improvement|No documentation of functional improvement is required|No proof of functional improvement is necessary|There is no functional improvement from the brace|There has been no functional improvement with naproxen|She has shown no functional improvement in the brace|There is no new functional improvement|There is no functional restoration|There is no doubt, functional improvement is there|Nothing in the record shows pain; functional improvement is clear"),
    ("IMR728", listed("imaging"), "~.", "No second MRI was submitted|No third MRI was submitted|No imaging other than the MRI was submitted|No other imaging was submitted|No additional imaging was submitted with the appeal|No further MRI was submitted|No newer MRI was submitted|No new MRI was submitted|No repeat MRI was submitted|No recent MRI of the back was submitted|No current x-rays were submitted|No updated MRI was submitted|No later MRI was submitted|No subsequent MRI was submitted|The latest MRI was not submitted|No prior imaging was submitted|No previous x-rays were submitted|No earlier MRI was submitted|No older MRI was submitted|No initial x-rays were submitted|No follow-up MRI was submitted|No post-operative MRI was submitted|No preoperative MRI was submitted|No stress radiographs were available|No flexion x-rays were submitted|No weight-bearing x-rays were submitted|No standing x-rays were submitted|No imaging besides the MRI was submitted|No imaging except the MRI was submitted|No imaging beyond the MRI was submitted|No ultrasound was provided|The records lack an MRI request|She did not receive an MRI|I was not provided with a reason for the MRI"),
    ("IMR728", titled("imaging", "X-rays of the right ankle"), "~.", "X-rays of the left ankle were not provided|No left ankle x-rays were provided|No bone scan was provided|No arthrogram was provided"),
]  # fmt: skip


test_sentence_is_left_alone = left_alone(LEFT_ALONE)


PLACES = [
    ("IMR727", fully(item(plain("There is no proof of functional improvement or early care."), findings="{functional-improvement-documented: " + HERE + "yes, early-care: yes}")), ["the rationale misses what the finding `functional-improvement-documented` says is there"]),
    ("IMR727", fully(item(plain("There is no proof of being homebound."), findings="{homebound: " + HERE + "yes}")), ["the rationale misses what the finding `homebound` says is there"]),
    ("IMR727", fully(item(plain("There is no proof of early care."), findings="{early-care: " + HERE + "yes}")), ["the rationale misses what the finding `early-care` says is there"]),
    ("IMR727", fully(item(plain("There is no proof of early care.")), item(plain("It helps."), findings="{early-care: yes}")), []),
    ("IMR727", fully(item(plain("There is no proof of early or late help."), findings="{early-care: yes}")), []),
    ("IMR727", fully(item(plain("It helps.")), item(plain("There is no proof of early care."), findings="{early-care: " + HERE + "yes}")), ["the rationale misses what the finding `early-care` says is there"]),
    ("IMR727", fully(item(plain("There is no proof of adjunct rehab surgery."), findings="{adjunct-to-rehab-or-surgery: " + HERE + "yes}")), ["the rationale misses what the finding `adjunct-to-rehab-or-surgery` says is there"]),
    ("IMR727", fully(item(plain("There is no proof of short long term goals."), findings="{goals-short-and-long-term: " + HERE + "yes}")), ["the rationale misses what the finding `goals-short-and-long-term` says is there"]),
    ("IMR727", fully(item(plain("There is no proof of frp loss and function."), findings="{frp-loss-of-function: " + HERE + "yes}")), ["the rationale misses what the finding `frp-loss-of-function` says is there"]),
    ("IMR728", fully(item(told("No MRI was submitted. No EMG was submitted.")), item(told("No EMG was submitted.")), head=records("kind: imaging, date: 2015-04-01", "kind: electrodiagnostic, date: 2015-04-01")), ["the rationale says that a document is missing, and one of the kind imaging is listed", "the rationale says that a document is missing, and one of the kind electrodiagnostic is listed"]),
    ("IMR728", fully(item(plain("No MRI was submitted.")), head=records("title: MRI, date: 2015-04-01")), []),
]  # fmt: skip


test_places_and_messages = placed(PLACES)
