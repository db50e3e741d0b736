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


def undated(text: str) -> str:
    """A rationale in a case whose summary names no day."""
    return rationale(text, changed(SUMMARY, "A 41-year-old woman strained her back.", case=ONE_ITEM))


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


def titled(kind: str, title: str) -> Callable[[str], str]:
    """A rationale in a case that lists a document of that kind under that title."""
    case = changed("kind: progress-report", f"kind: {kind}, title: {title}", case=ONE_ITEM)
    return lambda text: rationale(text, case)


def names_record(kind: str) -> Callable[[str], str]:
    """A rationale of an item that names a record of that kind."""
    old = "kind: progress-report, author: treating physician, from: 2015-03-04, to: 2016-04-20"
    case = changed(old, f"kind: {kind}, date: 2015-04-01", "[R1, R2]", f"[R1, {HERE}R2]", case=ONE_ITEM)
    return lambda text: changed(RATIONALE, f"rationale: {json.dumps(f'{text} {ENDING}')}", case=case)


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


def certified(text: str) -> str:
    return changed("[Occupational Medicine]", f"[{HERE}{json.dumps(text)}]", case=ONE_ITEM)


TENS = ("twenty", "thirty", "fifty", "sixty", "seventy", "eighty", "ninety", "fifty", "sixty")
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

ACTS = "recommends|recommended|requests|requested|documents|documented|examines|examined|diagnoses|diagnosed|prescribes|prescribed|opines|opined|orders|ordered|refers her|referred her|certifies it|certified it|interprets it|interpreted it|has further requested it|subsequently ordered it|therefore requested it|thus requested it|had again requested it"
TELLS = "notes|noted|states|stated|finds|found|reports|reported|indicates|indicated|feels|felt|believes|believed|concludes|concluded|adds|added|writes|wrote|observes|observed|suggests|suggested|advises|advised|explains|explained"

Row = tuple[str, "Callable[[str], str]", str, str]

CAUGHT: list[Row] = [
    # age
    ("IMR711", summary, "This ~ woman strained her back on March 2, 2015.", "52-year-old|52 year old|52 years old|52year old|52 yr old|52 yrs old|52 y/o|52 y.o.|42-year-old|40-year-old"),
    ("IMR711", rationale, "The woman ~ exercises.", "aged 52|of 43 years old|of 39 years old|of 102 years old"),
    ("IMR711", rationale, "In adults ~ 65 years old it is rare.", "seen in this clinic"),
    ("IMR711", of_nobody, "The woman ~ exercises.", "aged 43|aged 39"),
    ("IMR711", rationale, "~ exercises.", "This 52-year-old truck driver|This 52-year-old injured worker|This 52-year-old mother of two|The patient, who is 52 years old,|Her brace is new. The woman of 52 years old"),
    ("IMR711", rationale, "~ exercises.", "The patient, age 53,|She, age: 53,|Age: 53. She|She is 53 years of age and|She is 53-years of age and|This 53\u2013year\u2013old|This fifty-three-year-old woman|This fifty three year old woman|This woman of nineteen years old|This woman of eighteen years of age|This thirty-year-old woman|The patient is fifty-three years old and|This patient is a 53-year-old and|The patient was a 53-year-old who|The claimant was a 53-year-old who|The patient of 53 years old"),
    ("IMR711", rationale, "~ exercises.", "This 14-year-old woman|This 4-year-old injured worker|She is 14 years old and|The patient, who is 14 years old,|The woman aged 14"),
    ("IMR711", rationale, "~ exercises.", "The worker, 94, a forklift operator,|The patient, 53, who is a nurse,|The woman, 53, is well and|This lady, 53, has pain and|The claimant, 53, was seen and|A woman of 53 with these findings|This worker of 53, with pain,|The applicant of 53 whose back hurts|The employee of 53 who lifts|At 53, the patient|At the age of 53 the patient|At the age of 53, she|It helps. At 53, this claimant|At 53, she"),
    *(("IMR711", rationale, f"This {tens}-{unit}-year-old woman exercises.", "") for tens, unit in zip(TENS, UNITS, strict=True)),
    # sex
    ("IMR712", rationale, "~ exercises.", "He|The man|This male|The gentleman|With him one|By himself one|His wound is closed, and one"),
    ("IMR712", of_man, "~ exercises.", "She|The woman|This female|The lady|With her one|By herself one|The choice was hers, and one"),
    ("IMR712", of_nobody, "~ exercises.", "He|The man"),
    ("IMR712", rationale, "A 41-year-old ~ lives with a child.", "man|male"),
    ("IMR712", rationale, "Her husband drives. ~ exercises.", "He"),
    ("IMR712", rationale, "~ exercises. Her husband drives.", "He"),
    ("IMR712", rationale, "The doctor agrees~ He exercises.", ".|!|?|.)|. 'So.'|. Seen no. 5."),
    ("IMR712", rationale, "If he or she exercises it helps, and ~ does.", "he"),
    ("IMR712", rationale, "~ by the treating physician.", "This male was seen|This injured man was seen|This pleasant gentleman was seen|The claimant is a male who was seen|The patient was a right-handed man who was seen|The worker is a man seen|The employee is a man seen|The applicant is a male seen"),
    ("IMR712", rationale, "~ reports pain.", "His treating physician|His primary treating physician|His primary care doctor|His treating provider|His treating surgeon|His doctor|His employer|His physician"),
    ("IMR712", of_man, "~ reports pain.", "Her treating physician"),
    ("IMR712", rationale, "~. He reported less pain.", "She exercises|She saw the back|The doctor was seen. The back hurts"),
    ("IMR712", rationale, "The doctor was asked. ~.", "His pain eased"),
    ("IMR712", rationale, "~. He recommended rest.", "She exercises"),
    ("IMR712", rationale, "The physician asked for massage. ~.", "He exercises|He has pain|The patient said that he hurts|The man noted less pain|He also underwent massage|He has had low back pain|He was diagnosed with a strain|He still limps|He is off work|His back hurts|His private insurance paid|He took it"),
    ("IMR712", rationale, "The physician asked for massage. The back hurts. ~.", "He noted less pain"),
    ("IMR712", rationale, "She is ~.", "a male who fell|a man who was hit"),
    ("IMR712", rationale, "~ her.", "A 41-year-old man lifted"),
    # dates of injury and of the denial
    ("IMR713", summary, "A 41-year-old woman ~ 3/4/2015.", "with a date of injury of|whose date of the injury was|with DOI|with DOI:|with a DOI (|with an injury date of|was injured on|was injured in a fall at work, on|with an industrial injury of|with a work injury on|with a work-related injury dated|with an occupational injury from|with a workplace accident on|with an industrial-work injury on|with a work claim of|with an industrial accident date|with an industrial back injury on|with a work back strain injury on|who sustained an injury on|who sustained a back injury on|whose date of injury is|with a work injury that occurred on|with a work injury which occurred on|with a date of injury:|with a date of injury ("),
    ("IMR713", summary, "Prior ~ on 3/3/2015.", "care ended. A 41-year-old woman with an industrial injury|care that the 41-year-old woman had had elsewhere for many years is over, and there was an industrial injury"),
    ("IMR713", summary, "A 41-year-old woman ~ 3/4/2015.", "with a date of injury listed as|with a date of injury reported as|with a date of injury given as|with a date of injury recorded as|with a date of injury documented as|with a date of injury noted as|with a date of injury stated as|with a date of injury on or about|with a date of injury on or around|with a date of injury of approximately|with a date of injury about|with a D.O.I. of|with a D.O.I of|, DOI -|with an industrial injury on or about|with an industrial injury on or around|with an industrial injury occurring on|injured her back on or about|injured her back on or around"),
    ("IMR713", summary, "A 41-year-old woman ~ 3/4/2015.", "who sustained an industrial injury to the low back on|who had a work injury to her neck, low back and right shoulder on|who had a work injury to both knees and the left ankle on|with an industrial injury to multiple body parts on|with an industrial injury to the cervical spine and lumbar spine that occurred on|who sustained injuries on|who sustained multiple injuries on|who sustained industrial injuries on|who suffered an injury on|who suffered an industrial injury on or about|who incurred a work injury on|who incurred work-related injuries occurring on|with a history of an occupational claim from"),
    ("IMR713", summary, "This ~ 3/4/2015.", "41-year-old woman with an injury of|41 year old woman with an injury on|41-year-old woman with an injury dated|41 y/o woman who had a back injury on or about|41-year-old woman with a low back injury occurring on|41-year-old woman strained her back on|41-year-old woman sprained her left ankle on|41-year-old truck driver who hurt her back on|41-year-old woman fractured the right wrist on or about|41-year-old female slipped and fell on|41-year-old woman who tripped and fell on or around"),
    ("IMR713", summary, "~.", "On 3/4/2015 this 41-year-old woman sustained an industrial injury|On 3/4/2015, the claimant sustained a work-related injury|On or about 3/4/2015, she suffered an occupational back injury|On or around March 4, 2015 the injured worker incurred multiple industrial injuries|On 3/4/2015 she was injured at work|On 3/4/2015 the patient was injured on the job|On 3/4/2015 she was injured while working|On 3/4/2015 the woman was injured while at work|A 41-year-old woman who, on 3/4/2015, sustained a workplace injury"),
    ("IMR713", summary, "The date of injury is ~.", "3/2/2014 - 3/3/2015|3/2/2014 through 3/3/2015"),
    ("IMR713", rationale, "~ on 3/3/2015.", "She is treated for a work injury|She was evaluated and sustained an industrial injury|She has had pain since the industrial injury|She was seen, and she had the work injury"),
    ("IMR713", summary, "A 41-year-old woman injured ~ 3/3/2015.", "at work on|at work while lifting a heavy box on|her right hand and wrist on|her back and her left leg on|her neck, back and both knees, on|her low back and upper back in a fall at work on"),
    ("IMR713", summary, "~ 3/3/2015. A 41-year-old woman strained her back.", "DOI"),
    ("IMR713", summary, "~ injury on 3/3/2015.", "Prior care ended. She had a work|She, 41, had an industrial"),
    ("IMR713", summary, "A 41-year-old woman with an industrial injury on 3/3/2015 and ~.", "a prior strain"),
    ("IMR713", summary, "A 41-year-old woman has pain. She ~ 3/4/2015.", "alleges an injury to her low back on|claims an injury to the neck on|reports injuries to her neck, left wrist and low back in a fall at work on|sustained injuries to both knees on or about|suffers from a specific injury of|has pain after a crush injury on|had a penetrating injury of the right eye from a metal fragment on|has a puncture injury to the hand dated|lives with a blast injury on or around|fell after an electrical injury on|claims a cumulative trauma from 3/4/2013 through|has a cumulative injury of|has a cumulative trauma injury dated|reports a cumulative injury for the period of"),
    ("IMR713", summary, "A 41-year-old woman has pain. She ~.", "reports a 3/4/2015 injury|reported an 3/4/2015 low back injury|alleges a March 4, 2015 injury|is treated for her 3/4/2015 industrial injury|is treated for the 3/4/2015 work injury|is seen with a 3/4/2015 work-related injury|suffers from an 3/4/2015 occupational injury"),
    ("IMR713", summary, "This 41-year-old woman ~ 3/4/2015.", "twisted her left knee on|broke her right wrist in a press on|crushed her hand on or about|jammed the thumb on|lacerated her hand on|fell from a ladder on|fell two stories on|was rear-ended on|was struck by a box on or around|was assaulted at work on|was hit by a pallet on|was burned by steam on|was bitten by a dog on|was attacked at work on|was hurt on"),
    ("IMR713", summary, "The patient is a 41-year-old woman. She ~ 3/4/2015.", "twisted her left knee on|fell from a ladder on"),
    ("IMR713", rationale, "~.", "She sustained an industrial injury on 3/2/2016|She sustained an industrial injury on 4/2/2015|This 41-year-old woman was injured on 9/3/2010|This 41-year-old woman is treated for an industrial injury of 9/3/2010|The date of injury is 9/3/2010"),
    ("IMR713", undated, "She ~ 9/3/2010.", "sustained an industrial injury on|was injured at work on|was injured at work while lifting a box to her manager, on|had an accepted industrial injury on"),
    ("IMR714", undated, "~.", "UR denied it on 4/12/2016|UR denied the massage on 4/12/2016|The utilization review physician non-certified the visits on 4/12/2016|The claims administrator's reviewer denied the surgery on 4/12/2016|A peer reviewer non-certified the trial on 4/12/2016|A physician reviewer modified this treatment on 4/12/2016|It was denied by UR on 4/12/2016|A request was received for a cushion that was non-certified by Utilization Review on 4/12/2016|The requested services were modified by the utilization review physician on 4/12/2016|The utilization review physician, in a decision of 4/12/2016, denied it|The UR reviewer, in a letter dated 4/12/2016, denied it|UR's 4/12/2016 decision is noted|The administrator's 4/12/2016 UR letter is noted|The claims administrator's April 12, 2016 denial is noted|On 4/12/2016, utilization review non-certified the massage|On 4/12/2016, UR denied the cream|The UR decision of 4/12/2016 certified 4 of 8 visits|The UR decision of 4/12/2016 certified only a part"),
    ("IMR714", more_summary, "The utilization review ~ 05/12/2016 is noted.", "of|on|dated|issued|completed|was on|from|on the|on a|date|(UR) of|("),
    ("IMR714", more_summary, "The UR ~ 05/12/2016 is noted.", "decision|determination|report|form|denial|letter|physician|decision dated the date of"),
    ("IMR714", more_summary, "It was ~ 05/12/2016.", "previously reviewed on|previously denied on|previously non-certified on|previously noncertified on|previously modified on|the prior determination of|the prior determination on|the prior determination dated"),
    ("IMR714", more_summary, "The utilization review~ 05/12/2016 is noted.", ", dated|, completed on| performed on| conducted on| rendered on| notice of"),
    ("IMR714", more_summary, "~ 05/12/2016.", "The request was denied on|This request was non-certified on|The requests were noncertified on|These requests were modified on|The request was denied by utilization review on|The request was modified by the claims administrator on|The request was denied by a UR physician. The request was denied by the UR physician on|The claims administrator denied it on|The claims administrator non-certified the request on|The claims administrator modified the requested massage on|A claims administrator denied them on|The prior UR of"),
    ("IMR714", more_summary, "On 05/12/2016~.", ", Utilization Review non-certified the request|, the utilization review denied it| UR modified the requested treatment| utilization review (UR) noncertified these services| the claims administrator denied the above requests|, the utilization review physician denied them|, the utilization review reviewer denied this request"),
    ("IMR715", more_summary, "An MRI is ~ 8 July 2016.", "of|scheduled. She was seen on|scheduled; she was seen on|next in a very long list of many things that were done on|dated"),
    ("IMR715", more_summary, "She was ~ 8 July 2016.", "seen by the physician on|better at the follow-up of|better at the follow-up visit of|seen at the follow-up examination dated|given the treatment plan of|given the plan dated|seen due to pain on|taken off work on|back: she returned to work on|treated from 5/5/2015 to|seen on 5/5/2015 and|asked on 5/5/2015, and requested to come, on"),
    ("IMR715", more_summary, "~.", "By the 7-8-16 report she was better|By the 8 July 2016 visit the wound had closed|By the 7/8/2016 progress note, she was well|She was seen for follow-up on 8 July 2016|She was last evaluated in follow-up on 8 July 2016|She presented for follow-up on 8 July 2016|She came for the appointment on 8 July 2016|The next report, of July 8, 2016, shows swelling|The next MRI dated 8 July 2016 is clear|She was due for surgery which took place on 8 July 2016|The planned surgery was performed on 8 July 2016|The expected relapse occurred on 8 July 2016|The scheduled block was planned; she underwent surgery on 8 July 2016"),
    ("IMR715", more_summary, "She was seen on ~.", "8-Jul-2016|08-July-2016|7.8.2016|07.08.2016|2016/07/08"),
    # how it is written
    ("IMR721", rationale, "See ~ too.", "CM16-12345|cm16-0123457|CM16-0123456 and CM15-0123456|CM 16-0123457|CM16 0123457|CM16\u20130123457|IMR case number 16-0123457|IMR case no. 16-0123457|IMR #16-0123457|IMR no: 16-0123457"),
    ("IMR722", more_summary, "Seen by Maria Roe~.", ", M.D|, M. D|, MD| MD|,MD|, D.O|, D. O|, DO|, D.C|, DC|, DPM|, Ph.D|, Ph. D|, PhD|, PsyD|, DDS|, PA-C|, NP"),
    ("IMR722", more_summary, "~ was seen.", "Mr. Roe|Mrs. Roe|Ms. Roe|Miss Roe|Mr Roe|Mrs Roe|Ms Roe|Maria Q. Roe, M.D.|Maria Q Roe, M.D.|Maria-Roe, M.D.|Maria O'Roe, M.D."),
    ("IMR722", more_summary, "~ was seen.", "Mr. McRoe|Mr. O'Roe|Ms. Roe-Smith|MARIA ROE, MD|MARIA Q. ROE, M.D.|MARIA ROE, DO|M. Q. Roe, MD|M. Roe, DPM|M.Roe, D.O.|Maria Roe, RN|Maria Roe, R.N.|Maria Roe, DPT|Maria Roe, L.Ac.|Maria Roe, LAc|Maria Roe, D.P.M.|Maria Roe, PT|Maria Roe, P.T.|Maria Q. Roe, PA|John Roe, OT"),
    ("IMR722", more_summary, "~ too.", "Dr. Roe asked for it|Dr Roe asked for it|It hurt; Dr. M. Roe asked for it|She asked that Dr. Roe see it|It eased when Dr. Roe saw it|It stayed because Dr. Roe left|It hurt while Dr. Roe saw it|It helps if Dr. Roe is asked|Per Dr. Maria Roe it hurt|She was seen by Dr. Maria Roe and|She saw Dr. Roe's chart|She saw Dr. Roe. All|She saw a chart (that of Dr. Roe) and|She saw Dr. Roe; all|She saw Dr. Roe who saw it"),
    ("IMR722", more_summary, "~.", "Electronically signed by Maria Roe|electronically signed by: Maria Q. Roe|Reviewed by Maria Roe|It was signed by Maria Q. Roe|The patient, Maria Roe, exercises|The patient is Maria Roe|The worker was John Q. Roe|The claimant John Roe exercises|The employee, John Roe, exercises|Patient's name: Jo Roe|Physician name: Jo Roe|The provider name, Jo Roe|The worker's name: Jo Roe|The employee name: Jo Roe|The claimant's name: Jo Roe|Patient Name: Jo Roe"),
    ("IMR722", more_summary, "~ Maria Roe", "Signed:|signed:|Signed by:|signed,|Sincerely,|sincerely,|Reviewed by:|reviewed by:|Reviewer:|reviewer,|Reviewer name:|Name:|name:|Patient name:|Signed: Dr.|Signed:Dr "),
    ("IMR723", more_summary, "~ 12 is noted.", "SSN:|SSN|Social security number|Claim number|Claim no.|Claim no|Claim #:|License number|License no.|License no|License #:|DOB|Date of birth:"),
    ("IMR723", more_summary, "~ is noted.", "123-45-6789|Claim number: AB-12|DOB: 1/2/1970"),
    ("IMR723", more_summary, "The ~ is noted.", "claim #12345|claim #: 12345|claim#12345|license #A12|license # A12|claim # AB-12"),
    ("IMR723", more_summary, "~ is noted.", "Her date of birth is 5/5/1975|The DOB is 5/5/1975|The date of birth of 5/5/1975|D.O.B. 5/5/1975|DOB (5/5/1975)|DOB: May 5, 1975|She was born on 5/5/1975|The patient was born on May 5|MRN 1234567|MRN: 1234567|Medical record number 1234|Medical record #1234|ADJ1234567|ADJ 1234567|The claim number is 123456|The SSN ending in 1234|The worker was born on 5/5/1975|The employee was born on Jan. 5|The claimant was born on 12/5/1975|He was born on Sept 5|An SSN that was 1234, of the SSN ends in 1234"),
    ("IMR724", more_summary, "Seen at ~ again.", "[provider]|[diagnosis]|[diagnoses]|[number] sessions|[quantity]|[medication]|[medication name]|[dates]|[xx]|[X] visits|[x] weeks|[he/she]|[she/he]|[his/her]|[him/her]|[left/right]|[right/left]|xx/xx/xx|XX/XX/2016|xx/12/16|MM/DD/YYYY|dd/mm/yy|***|Error! Reference source not found.|Error! Bookmark not defined."),
    ("IMR724", more_summary, "Seen at ~ again.", "[name]|[date]|[age]|[sex]|[insert]|[insert the day]|[TBD]|[todo]|[patient]|[patient name]|[treatment]|[body part]|[physician]|[reviewer]|[case number]|[fill in]|[fill in day]|[blank]|[_]|[...]|[?]|XXX|TBD|TODO|FIXME|{name}|{{ name }}|{ patient.age }|___|<name>|<date>|<insert day>|<patient>|<treatment>|<age>|<sex>|???|%s|%d|insert name|insert date|insert text|insert here"),
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
    ("IMR726", rationale, "A ~.", "full recovery is not likely|complete recovery was not likely|complete recovery is unlikely|full recovery is not expected|full recovery not to be expected|full recovery is not promised|full recovery is not possible"),
    ("IMR726", rationale, "The knee ~.", "is unrelated to the industrial injury|is unrelated to her accepted claim|is not caused by the industrial injury|is not a result of the work injury|is not a direct consequence of the industrial accident|was never attributable to the claimed injury|is not industrial|is not industrial in nature|was not an industrial condition|is not industrial, and it hurts|isn't industrial|is a non industrial condition|isn't work related|wasn't industrially caused|is not part of the accepted claim|is not a part of her industrial injury|is not part of the original claim|has not been accepted by the claims administrator|was never accepted by the carrier|has not yet been accepted as industrial"),
    ("IMR726", rationale, "There is ~.", "no causal relationship between the knee and the injury|no occupational connection|no industrial relationship|no evidence that the knee is related to the industrial injury|no proof that the pain was caused by the work accident|no indication that it is a result of the industrial injury|no work-related injury|no evidence of a work-related injury"),
    ("IMR726", rationale, "The ~ not accepted by the employer.", "back is|neck has been seen and the spine is|shoulder was|shoulders were|elbow is|wrists are|hand is|hip is|knee had|ankle is|foot is|feet are|head is|psyche is|condition is|disorder is|injury is|injuries are|diagnosis is|diagnoses are|claim is|symptoms are"),
    ("IMR726", rationale, "The knee is not ~ the industrial injury.", "related to|connected to|due to|attributable to|caused by|the result of|a consequence of"),
    ("IMR726", rationale, "There is no ~ to the industrial injury.", "evidence that the knee is related|indication that the knee is connected|proof that the knees are due|documentation that the knee was attributable|showing that the knees were causally related"),
    ("IMR726", rationale, "The body parts were not accepted by ~.", "the claims adjuster|the adjuster|the insurer|the employer"),
    ("IMR726", rationale, "The knee is not work related. ~.", "It is not decided here"),
    ("IMR726", rationale, "It is not decided here. The knee is ~ related.", "not work"),
    # what is missing
    ("IMR727", documented, "There is ~ documentation of functional improvement.", "no|a lack of|without|without any|an absence of|insufficient|not any|no clear|no recent|no clinical|no objective|no specific|no adequate|no such|no sufficient|no further|no clear recent"),
    ("IMR727", documented, "She lacks ~ of functional improvement.", "documentation|evidence|record|records|report|indication|mention|description|proof"),
    ("IMR727", documented, "There is ~.", "no documented functional improvement|no evidence submitted that shows an improvement that is functional|no proof of pain. There is no proof of functional improvement"),
    ("IMR727", documented, "~.", "Functional improvement is not documented|Functional improvement has not been clearly documented|Functional improvement wasn't shown|Functional improvement hasn't been demonstrated|It helps, but functional improvement was not recorded|No functional improvement was documented|No objective functional improvement has been shown|The records do not document functional improvement|The records submitted do not show functional improvement|The physician fails to describe a functional improvement|The notes failed to clearly establish functional improvement|Documentation of functional improvement is lacking|Evidence of functional improvement was not provided|A description of functional improvement is absent|There is no documentation of improvement in function|There is no evidence that she improved functionally|The provider has not documented functional improvement|The records have not clearly shown a functional improvement|Records lack documentation of functional improvement|Functional improvement was not noted|There is no documentation of relief, and functional improvement is lacking|There is no documentation of relief, and functional improvement is not documented"),
    ("IMR727", documented, "~.", "There is no evidence of functional improvement, and pain relief is documented|I agree with the utilization review that there is no evidence of functional improvement|The MTUS asks for it; functional improvement is not documented|The MTUS requires it, and there is no documentation of functional improvement|When seen in May, there was no documentation of functional improvement|UR denied it. There is no proof of functional improvement|UR denied it, and there is no proof of functional improvement|The utilization review is upheld because there is no proof of functional improvement|The carrier is affirmed since there is no proof of functional improvement|UR is sustained as there is no proof of functional improvement|I concur with UR that there is no proof of functional improvement|UR correctly found that there is no proof of functional improvement|UR rightly says there is no proof of functional improvement"),
    ("IMR727", documented, "The ~ functional improvement.", "records do not document|record does not show|reports did not demonstrate|report fails to describe|notes fail to mention|note does not record|documentation does not establish|documents do not show|chart does not show|file does not show|physician has not shown|surgeon has not described|provider had not recorded|report has not established|file has not clearly demonstrated|chart failed to clearly show"),
    ("IMR727", documented, "Functional improvement ~.", "is not shown|are not demonstrated|was not described|were not established|has not been recorded|have not been noted|had not been documented|isn't documented|weren't documented|haven't been documented|hadn't been documented|is not well documented"),
    ("IMR727", documented, "The ~.", "documentation of functional improvement is missing|evidence of functional improvement was absent|proof of functional improvement is insufficient|description of functional improvement is inadequate|mention of functional improvement is not found|evidence of functional improvement is not present|evidence of functional improvement is not included|evidence of functional improvement was not available|evidence of functional improvement was not submitted|evidence of functional improvement is not provided"),
    ("IMR727", documented, "No ~.", "clear functional improvement was noted|measured functional improvement is demonstrated|further functional improvement has been recorded|significant functional improvement was reported|functional improvements have been shown"),
    ("IMR727", found_yes("failed-conservative-care"), "There is no evidence that conservative care ~.", "failed|fails|did fail|met failure|met failures"),
    ("IMR727", found_yes("failed-conservative-care"), "There is no documentation of ~ conservative care.", "failure of|failed"),
    ("IMR727", found_yes("instability-evidence"), "There is ~ instability.", "no evidence of|no documentation of any"),
    ("IMR727", found_no("no-radiculopathy"), "There is ~ radiculopathy.", "no evidence of|no documentation of|no proof of a"),
    ("IMR728", listed("imaging"), "~ submitted.", "No MRI was|A lack of an MRI is|Without an MRI is|Without any MRI was|The absence of an MRI was|No MRI were|No MRI are|No MRI has been|No MRI have been|No recent MRI of the back was|The MRI was not|The MRI were not|The MRI is not|The MRI are not"),
    ("IMR728", listed("imaging"), "No MRI was ~.", "provided|available|included|received|on file|furnished|supplied|in the file|reviewed"),
    ("IMR728", listed("imaging"), "~ submitted.", "No X-ray was|No x-ray/MRI was|No left-sided MRI was|No MRI of the left knee was"),
    ("IMR728", listed("imaging"), "The MRI was not ~.", "provided|available|included|received|on file|furnished|supplied|in the file"),
    ("IMR728", listed("imaging"), "No ~ was submitted.", "MRI|xray|xrays|radiograph|radiographs|CT scan|CT scans|imaging study|imaging studies|imaging report"),
    ("IMR728", listed("imaging"), "The ~ was not submitted.", "X-ray|x-rays"),
    ("IMR728", listed("imaging"), "~.", "The MRI report has not been provided|The MRI has not been submitted|There was no MRI report provided|There is no MRI in the records|There is no MRI on file|The records did not include an MRI|The file does not contain the MRI report|No imaging was provided|The MRI report is missing|MRI report not provided|A copy of the MRI was not provided|The report of the MRI was not submitted|The results of the MRI of the left knee were not provided|No documentation of the MRI was provided|No plain films were submitted|No CT was submitted|No magnetic resonance imaging was submitted|The exam is clear, and the MRI was not provided|X-ray report and timing of x-ray was not provided|The MRI and the date of it were not provided|The MRI report or a plan was not submitted"),
    ("IMR728", listed("imaging"), "The MRI ~.", "was missing|were missing|has not been included|had not been received|have not been furnished|has not been supplied, it hurts|study was not provided|films were not provided|scan was not provided|findings were not provided|reading was not provided|documentation was not provided"),
    ("IMR728", listed("imaging"), "There ~.", "is no MRI submitted|was no MRI available|were no MRIs included|are no MRIs received|is no MRI furnished|is no MRI supplied|is no MRI in the file|is no MRI in the chart|is no MRI in the documents|is no MRI in the documentation"),
    ("IMR728", listed("imaging"), "The ~ MRI.", "record does not contain an|file did not have any|documents do not include the|documentation does not include an|chart does not contain an"),
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
    ("IMR522", outside, "The ~.", "MTUS addresses it|MTUS is cited. It is silent|record is silent|MTUS does not decide"),
    ("IMR614", certified, "~", "Maria Roe, MD|John Roe|John Q. Roe|Dr. John Roe|Dr. Roe|JOHN ROE, MD"),
    # records
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
    ("IMR605", rationale, "The report of May 2, 2016, and ~ are clear.", "the report of May 30, 2016,"),
    *(("IMR606", names_record(kind), "~.", "It helps") for kind in ("laboratory", "electrodiagnostic", "therapy-note", "imaging")),
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
    ("IMR716", for_left("Left knee MRI"), "The right knee hurts. ~.", "There is no conservative option left to try|No option is left|Little cartilage was left|Nothing has been left to offer|She left, and he was told|There is little left of the meniscus|No visits are left after this one|It was left behind|There are options left to explore"),
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
    ("IMR711", rationale, "~.", "The injury is nearly 3 years old|This is a 4-year-old injury|The hearing aids are 5 years old and out of warranty|She has a 6-year-old lumbar fusion|The mattress is 10 years old|The house is 30 years old|The car was 20 years old|She has two kids, 5 and 7 years old|Her kids are 15 and 17 years old"),
    ("IMR711", rationale, "It is recommended for ~.", "women aged 50 and above|men aged 60 or older|a cohort of women, age 65, too|women aged 50|workers, aged 50,|a person aged 50 or over|ages 50 to 75 years old|ages 50-75 years old|those of 50 or 60 years old|the average patient of 65 years old|any patient 65 years old|male patients aged 60|each 60-year-old and above"),
    ("IMR711", rationale, "~.", "She lives with her 70-year-old grandmother|Her mother, age 70, helps|Her grandfather, age: 80, helps|She started working when 18 years old|When about 18 years old she began to work|At 18 years of age she began to work|By 60 years of age it is common|It was so from 18 years of age|The patient was a 35-year-old woman at the time of the injury|She was 35 years old at that time|This 35-year-old woman at injury is now older|The stage: 53|The dosage: 53"),
    ("IMR711", rationale, "~.", "The ladder was 30 years old|The scaffolding is about 30 years old|The wheelchair is now 12 years old|She was 19 years old when she began roofing|She was 19 years old before she first worked|She cares for a 72-year-old neighbor|She lives with a 72-year-old frail aunt|She was hit by a 30-year-old inmate|She lifted a 72-year-old resident|At 18, the patient began to work|At 90, the patient's flexion is full|At 60, the patient stopped the test|At 90 she has a pinch|At 90, she felt a pinch|At the age of 19 she had an appendectomy|At the age of 19 the patient first was hurt|Flexion is measured at 53, the patient says|Forces, 53, a number|The patient, 53, 54 and 55 visits ago, was well|A woman of 53 kg"),
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
    ("IMR712", rationale, "The ~ says that he agrees.", "QME|AME|PTP|PCP|PA|neurosurgeon|podiatrist|physiatrist|radiologist|anesthesiologist|internist|consultant|examiner|pharmacist|adjuster|lawyer|caregiver|aide|neighbor|neighbour|roommate|manager|foreman|suspect|prisoner|grandson|granddaughter|grandmother|grandfather|grandchild|nephew|niece|uncle|aunt|fiancé|fiance|one of the doctors|one of her clients|one of the nurses"),
    ("IMR712", rationale, "~.", "The treating physician requested massage. He noted that the pain persists|The treating provider recommended therapy. He also noted spasm|On 4/5/2016, the surgeon examined the back. He found spasm. He then recommended therapy|She was seen by Dr. Roe. He recommended therapy|She saw the doctor. He has ordered an MRI|Her primary treating physician was asked. He states that she is better|The agreed medical examiner wrote. He concludes that she is better|Her husband came. He reported pain|The surgeon examined the back. His plan is rest|The doctor was asked. His report is clear|The doctor was asked. His note, opinion and request agree|The doctor was asked. His opinion is clear|The doctor was asked. His request is clear|The doctor was asked. His recommendation is rest|The doctor was asked. His impression is a strain|The doctor was asked. His assessment is a strain|Dr. Roe noted spasm. His examination showed tenderness|Dr. Roe noted spasm. His exam was brief|The doctor was asked. His findings are clear"),
    ("IMR712", of_man, "The ~.", "treating provider recommended therapy. She also noted spasm|panel QME was asked. She opined that it helps"),
    *(("IMR712", rationale, f"The doctor was seen. He {verbs}.", "") for verbs in ACTS.split("|")),
    *(("IMR712", rationale, f"The doctor was asked. He {verbs} that it helps.", "") for verbs in TELLS.split("|")),
    ("IMR712", rationale, "~.", "A combative patient hit her with his elbow|She was lifting a 200-pound male when her back gave out|A large man fell on her in the store|A drunk man grabbed her, and he pushed her|She was struck by a heavy man"),
    ("IMR712", of_man, "~.", "Urinary incontinence is more common in female patients|It is of the female population|In female adults it is rare|In female individuals it is rare|An angry woman hit him with her bag"),
    ("IMR712", rationale, "~.", "Two men entered her branch, one of them put a gun to her head, and he told her to empty the drawer|She was assaulted by an inmate on 4/5/2015. He struck her in the face|She rolled her ankle, as a boy ran in front of a car and she went after him|She was struck by a bicyclist on campus; he did not stop|The source patient was a man with HIV|The index patient was a male|An intoxicated man shoved her|A homeless man entered and threatened her|A man with pain followed her|She fears that he will return|She lifted a 72-year-old man|She cared for a frail 72-year-old man|She was struck by a 30-year-old male who fled from her|She was pushed by a confused patient. He was not hurt|She was lifting a heavy patient. He let go|With him she exercises|His wound is closed, and she exercises|She saw the doctor. He reported less pain|The patient met her husband. He reported less pain|The physician asked for massage. He said so|The men left. He was not found"),
    ("IMR712", rationale, "~ it. He was not found.", "A robber took|The burglar took|A thief took|Thieves took|An assailant did|Her attacker did|The perpetrator did|The gunman did|The gunmen did|The shooter did|The intruder did|An aggressor did|A stranger did|A bystander saw|Two witnesses saw|A witness saw|The homeowner saw|The owner saw|The store owner saw|A motorist saw|A pedestrian saw|A cyclist saw|The pastor saw|A priest saw|The caller did|The boy did|A girl did|A teenager did|The attending saw|A colleague saw|Visitors saw|The dog did|The coach saw|A trucker did|An ex-convict did|A patient broke|The box fell, as a patient dropped|He hit her with|The one who robbed her did|The horse did|The officer saw|The tenant saw|The landlord saw"),
    ("IMR712", of_man, "~.", "He was inducted on buprenorphine by an addiction specialist. She sees him monthly. She notes that he is well. She wants more|The physiatrist noted that he walks a mile. She increased the dose to 60 mg|The radiologist agreed. She saw no fracture|His case manager came along. She reported that the visit was short|A nurse case manager attended. Her notes are brief|The podiatrist ordered x-rays. In her opinion a lesion is likely|The podiatrist was worried about the talus. She wants an MRI before deciding on surgery|The provider noted swelling. At that time she gave him a brace|The homeowner saw the fall. She called an ambulance|A woman from the office drove him to the hospital|The attending asked for an MRI. Her request was complete|His wife came. Her doctor was there too"),
    ("IMR712", rationale, "Her husband is a doctor. ~.", "His son reports that he has pain"),
    ("IMR713", summary, "A 41-year-old woman with ~ 3/3/2011.", "a prior industrial injury on|a previous industrial injury on|an earlier industrial injury on|another industrial injury on|a past industrial injury on|a second industrial injury on|a subsequent industrial injury on|a former industrial injury on|an unrelated industrial injury on|a re-injury, an industrial injury on|a reinjury, an industrial injury on|a back that was previously injured on|a visit on|a back that was reinjured on"),
    ("IMR713", summary, "A 41-year-old ~ on 3/3/2015.", "injured worker was seen|injured employee was seen|injured person was seen"),
    ("IMR713", summary, "A 41-year-old woman was injured at work ~ 3/3/2016.", "and was seen on|and had surgery on|and filed a form on|and underwent surgery on|but was seen on|, was treated on|, who was seen on|then was seen on|and again on|when lifting and was first treated for it on"),
    ("IMR713", summary, "A 41-year-old woman with a date of injury of 3/2/2015 ~ 3/3/2015.", "(in another form, a work injury of"),
    ("IMR713", rationale, "~.", "She presented for follow-up of her work-related injury on 04/20/2016|She was evaluated for the industrial injury on 3/5/2015|She was re-evaluated for this industrial injury on 3/5/2015|She was seen for the work injury on 3/5/2015|She was examined for her occupational injury on 3/5/2015|The visit for her work injury dated 3/5/2015 is noted|She consulted for the work injury on 3/5/2015|She filed the work injury claim on 3/5/2015|She underwent care for the work injury on 3/5/2015|She received care of the work injury on 3/5/2015|She started care of the work injury on 3/5/2015|She began care of the work injury on 3/5/2015|The Doctor's First Report of Occupational Injury dated 03/05/2015 was reviewed|The report of an industrial injury on 3/5/2015 is noted|She reported the work injury on 3/4/2015|She had surgery for the work-related injury on 6/1/2015|She was operated for the work injury on 6/1/2015|She had treatment of the work injury on 6/1/2015|She was declared stationary for the industrial injury on 4/4/2016|An MRI after the industrial injury on 4/4/2015 showed a protrusion|An MRI following her work injury on 4/4/2015 showed a protrusion|She stopped due to her work injury on 4/4/2015|Repair of the industrial injury on 6/1/2015 failed|She was cleared from her work injury on 6/1/2015|Her attorney filed a work injury claim on 4/1/2015|She filed the work injury claim dated 4/1/2015"),
    ("IMR713", rationale, "~.", "She sustained a cumulative trauma injury from 3/2/2014 through 3/2/2015|The date of injury is 3/2/2014 - 3/2/2015 (cumulative trauma)|DOI: 3/2/14-3/2/15 (CT)|DOI: 3/2/14\u20133/2/15 (CT)|The date of injury is 3/2/2014 to 3/2/2015|DOI 3/2/2014 thru 3/2/2015|DOI 3/2/2014 until 3/2/2015|DOI 3/2/2014 till 3/2/2015"),
    ("IMR713", rationale, "The injured ~ 3/3/2016.", "claimant was seen on|patient was seen on|applicant was seen on|knee was operated on|claimant of|knee, on"),
    ("IMR713", rationale, "~.", "She returned to work after the injury on 5/5/2015|She was off work after the accident from 3/3/2015 to 5/5/2015|Work status after injury on 4/4/2016 was modified duty|She returned after the industrial injury on 5/5/2015|The work status of the industrial injury on 4/4/2016 is noted|The work comp claim of 4/1/2015 lists the back|The work compensation claim of 4/1/2015 lists the back|She left work since injury on 4/4/2015|She missed work due to injury on 4/4/2015"),
    ("IMR713", rationale, "She ~.", "has a history of a work injury on 5/5/2010 to the left knee|has a past history of an industrial injury on 5/5/2010|reports a history of a work injury of 5/5/2010|had a remote history of a work injury on 5/5/2010|sustained a non-industrial injury on 7/4/2012|sustained a non industrial injury on 7/4/2012|sustained a nonindustrial injury on 7/4/2012|sustained a knee injury on 5/5/2008 playing soccer|sustained a knee injury while skiing on 5/5/2008|sustained a tennis injury on 5/5/2008|sustained a knee injury on vacation on 5/5/2008|sustained an off-duty injury on 5/5/2008|sustained a new injury on 3/3/2016|had a separate work injury on 3/3/2012|had a different work injury on 3/3/2012|had an older work injury on 3/3/2012|has an old work injury on 3/3/2012|had the first work injury on 3/3/2012|injured the knee again on 8/8/2015|suffered a knee injury on 5/5/2008|sustained no injuries on 5/5/2015"),
    ("IMR713", summary, "~.", "A 41-year-old woman with an industrial injury to the low back, MRI on 3/3/2016|A 41-year-old woman with an industrial injury to the low back and had surgery on 3/3/2016|A 41-year-old woman injured her back, MRI on 3/3/2016|A 41-year-old woman injured her back, surgery on 3/3/2016|A 41-year-old woman with pain after a fall and a report of injury on 3/3/2016|A 41-year-old woman seen for an injury on 3/3/2016|A 41-year-old woman with a prior injury of 3/3/2012|A 41-year-old woman with back pain who slipped and fell on 3/3/2016|A 41-year-old woman hurt her back again on 3/3/2016"),
    ("IMR713", summary, "~.", "On 3/4/2016 this 41-year-old woman was seen for an industrial injury|On 3/4/2016 she sustained another industrial injury|On 3/4/2012 she sustained an industrial injury, unrelated to this one|The visit on 3/4/2016 she missed. She sustained an industrial injury|On 3/4/2016 she sustained a fall|As of 3/4/2016 she sustained an industrial injury|A 41-year-old woman hurt her back on 3/3/2016 at home"),
    ("IMR713", summary, "~.", "A 41-year-old woman with a knee injury on 6/1/2014 and a back injury on 3/2/2015|On 6/1/2014 she sustained an industrial injury to the knee, and on 3/2/2015 one to the back|She sustained industrial injuries on 6/1/2014 and 3/2/2015|She sustained industrial injuries on 6/1/2014, 3/2/2015|DOI 6/1/2014 & 3/2/2015|The date of injury is 6/1/2014 or 3/2/2015|DOI: 6/1/2014 / 3/2/2015"),
    ("IMR713", summary, "~.", "A 41-year-old woman strained her back on March 2, 2015. She sustained an industrial injury on 3/3/2015|A 41-year-old woman was seen on 3/2/2015. The date of injury is 3/3/2015|A 41-year-old woman with diabetes fell from a ladder on 3/3/2015|A 41-year-old woman strained her back. She was seen. She twisted the knee on 3/3/2015|A 41-year-old woman fell at home on 3/3/2015|A 41-year-old woman has a back. A provider reports a 3/3/2015 injury report|A 41-year-old woman had pain and was hit on 3/3/2015|A 41-year-old woman fell at work. She was hurt in a car on 3/3/2012|A 41-year-old woman has a cumulative trauma of 3/2/2014 through 3/2/2015"),
    ("IMR713", undated, "~.", "His brother was injured on the same roof on 3/3/2015|Her father sustained a work injury on 5/1/1999|A coworker was injured in the same fall on 3/3/2015|A colleague was also injured on 3/3/2015|A coworker who was injured on 3/3/2015 told of it|She reported a work injury on 3/3/2015 to her foreman|She reported to her supervisor the work injury on 3/3/2015|She notified her employer of a work injury on 3/3/2015|She informed the clinic of a work injury on 3/3/2015|The claims administrator accepted the industrial injury on 3/3/2015|The patient's work injury claim on 3/3/2015 was accepted|The physician discussed the industrial injury on 3/3/2015|She was off work with an industrial injury from 3/3/2015 to 4/3/2015|She was declared temporarily disabled by the industrial injury from 3/3/2015 to 4/3/2015|She was diagnosed with an industrial injury on 3/3/2015|Records also mention an industrial injury of 3/5/2014 to the left hand|She also sustained an injury on 3/3/2015"),
    ("IMR713", undated, "~.", "She sustained a work injury on 3/3/2012 with a different employer|She sustained a work injury on 3/3/2012 with a former employer|She injured her back on 3/3/2006 while in the Army|While in the Navy she injured her back on 3/3/2006|As a teenager she sustained a work injury on 3/3/2006|She injured her knee in college on 3/3/2006|As a compensable consequence she injured her knee on 3/3/2016|She injured the knee on 3/3/2016 as a compensable consequence|She was injured in a collision on 3/3/2016, on her way to therapy|She was injured in a collision on 3/3/2016, without new complaints|In a flare she injured the ankle on 3/3/2016|She injured the ankle anew on 3/3/2016|She injured the back on 3/3/2014, in a separate claim|Under a companion claim she injured the back on 3/3/2014|A companion claim with DOI 3/3/2014 concerns the back|On 2/3/2010, she sustained an industrial injury to the back that has resolved|On 3/5/2014, the applicant suffered an industrial hand injury, since settled|The UR letter lists a date of injury of 3/3/2015, which is wrong|A date of injury of 3/3/2015 is listed in error"),
    ("IMR713", rationale, "~.", "She sustained an industrial injury on 4/3/2014 to the hand|She sustained an industrial injury on 4/3/2014, and this one on 3/2/2015|Strained on 3/2/2015, she was injured on 3/3/2015|This 41-year-old woman was treated for an industrial injury on 3/24/2015|This 41-year-old woman was first seen with an industrial injury on 3/24/2015|This 41-year-old woman was hospitalized with a work injury on 3/24/2015|This 41-year-old woman was stationary after a work injury on 3/24/2015|This 41-year-old woman returned after a work injury on 3/24/2015|This 41-year-old woman was injured on 9/3/2010, and again last year|This 41-year-old woman has two claims, an industrial injury on 9/3/2010 and this one|This 41-year-old woman was injured on 9/3/2010 and recovered|This 41-year-old woman has a pending claim for an industrial injury on 9/3/2010|This 41-year-old woman has a rating for a work injury of 9/3/2010|A work injury of 3/3/2015 is in remission"),
    ("IMR714", undated, "~.", "UR denied an MRI on 4/12/2016|UR denied the MRI on 4/12/2016|On 4/12/2016, UR denied the MRI|The UR report of 4/12/2016 approved eight visits|The UR decision of 4/12/2016 certified an MRI|The UR of 4/12/2016 was upheld|Therapy was denied by UR on 4/12/2016 and later approved|It was denied by UR on 4/12/2016 and later approved|A reconsideration by UR on 5/12/2016 upheld the denial|A reconsideration, the UR of 5/12/2016, is noted|An appeal of the UR decision of 5/12/2016 is noted"),
    ("IMR714", more_summary, "The UR of 05/02/2016 and the UR ~ are noted.", "of 05/12/2016"),
    ("IMR714", rationale, "It helps. ~.", "The UR of 05/02/2016 is noted. The request was denied on 05/12/2016"),
    ("IMR714", more_summary, "The ~ is noted.", "utilization review of 05/02/2016|report of 05/12/2016|utilization review of 05/02/2016 (in the form, utilization review of 05/12/2016)|utilization review by a physician of 05/12/2016"),
    ("IMR714", rationale, "~.", "A prior utilization review dated 1/5/2016 certified 6 visits|A previous UR of 1/5/2016 certified 6 visits|A former UR of 1/5/2016 certified 6 visits|A later UR of 5/20/2016 denied it|A new UR of 5/20/2016 denied it|An earlier UR decision of 11/20/2015 approved 6 visits|The earlier UR decision of 11/20/2015 approved 6 visits|A subsequent UR dated 5/20/2016 certified the MRI|A second utilization review of 5/20/2016 denied it|Another UR of 5/20/2016 denied it|The request was received by UR on 4/27/2016|The form was sent to the UR on 4/27/2016|It was submitted to utilization review on 4/27/2016|The request for UR was made on 4/28/2016|An MRI was previously denied on 12/1/2015|Some lumbar visits were denied. A lumbar MRI was previously denied on 12/1/2015"),
    ("IMR714", rationale, "~.", "On 12/12/2015, Utilization Review certified the request|On 12/12/2015, Utilization Review non-certified an MRI|As of 12/12/2015, Utilization Review had denied nothing|The request for an MRI was denied on 12/12/2015|An MRI was denied on 12/12/2015|The claims administrator denied an MRI on 12/12/2015|The request was denied on 5/2/2016, again denied on 5/20/2016|The request was denied on 4/28/2016. It was denied again on 5/2/2016|The utilization review of 4/28/2016 and 5/2/2016 denied it"),
    ("IMR715", more_summary, "An MRI is ~ 8 July 2016.", "scheduled for|planned for|in the plan for|good until|good through|to expire on|such that it expires on|expected on|anticipated on|due on|to be done by|for the follow-up on|for the followup on|for the appointment on|to come next, on"),
    ("IMR715", more_summary, "~ 8 July 2016.", "She is to return to clinic on|She is off work to|She is on TTD till|She is disabled thru|RTC|She will be seen on|She will undergo surgery on|She shall rest from|Surgery is set for|She returns to the office on|She is to be seen on|The visits are to be held on|The visit needs to be held on|Rest is asked for by the end of the week, by|It ends by the|Restrictions from 5/5/2016 through|The card is valid to|The visits may be used up to"),
    ("IMR715", more_summary, "~.", "The requested dates of service are between 5/2/2016 and 7/31/2016|The visits were authorized from 5/2/2016 to 7/31/2016|The visits were certified 5/2/2016-7/31/2016|The visits are approved between 5/2/2016 and 7/31/2016|TTD from 5/20/2016 to 7/1/2016|Modified duty from May 20, 2016 to July 1, 2016|Work status from 5/20/2016 thru 7/1/2016 is noted|Section 9792.24.2 and 9792.20.2016 apply|Version 1.8.5.2016 is used|See 8.5.2016.3"),
    ("IMR715", more_summary, "~ 8 July 2016.", "She was seen and is to come for follow-up on|She will have been seen for follow-up by|She was seen for an MRI that is scheduled for|She will be seen for follow-up on|The surgery underwent review and is due on|The surgery is to take place on|She is to return for an exam on|The report is due by the visit of|It ends by the end of"),
    ("IMR715", more_summary, "~.", "The report is due by the 7/8/2016 visit|The visits are to be used by the 7/8/2016 visit|They are to be used by 7/8/2016 by those who had pain"),
    ("IMR715", more_summary, "An MRI is ~.", "of 6 June 2016|of June 6, 2016"),
    ("IMR721", rationale, "See ~ too.", "CM16-1234|CM16-0123456|XCM16-0123457|CM15-01234567|CM1-0123457|CM 16-0123456|CM16 0123456|CM16\u20130123456|IMR case number 16-0123456|case number 16-0123457|wound of 3 cm 16 12345|scar of 5 cm 12-14 long"),
    ("IMR722", more_summary, "~ was seen.", "Mercy, MD|A physician, M.D.,|The MD|Mr. x|Miss x|The reviewer: a physician|The name: none given|Maria Roe|It was signed by the physician who|Maria Roe, MDX,"),
    ("IMR722", more_summary, "It was seen ~.", "at the Pain Clinic, MD|in Low Back, MD Guidelines|by Physical Therapy, PA-C|by the Treating Physician, M.D|by the Orthopedic Surgeon, M.D|at Mercy Hospital, MD|by a Hand Surgeon MD"),
    ("IMR722", more_summary, "~.", "The MTUS Chronic Pain Guidelines DO NOT recommend it|The Pain Text DO NOT recommend it|THE PAIN TEXT, DO NOT ASK|Ms Contin was given|Ms. Contin was given|The generic name: Hydrocodone Bitartrate|The brand name: Lidoderm Patch|Reviewed by: Utilization Review|It was reviewed by Liberty Mutual|It was signed by Treating Physicians|A Nurse Practitioner, NP|The Nurse Case Manager, RN|The Primary Treating Physician, MD|It was in Silver Spring, MD|It was in Baltimore, MD|It was in Washington, DC|Seen at Baltimore, MD|Near Baltimore, MD|The Low Limb, MD Guidelines|SPINE SURGERY, MD|PAIN CENTER, MD|L. Knee, MD|Home Exercise, PT|Aquatic Therapy, PT|A Case Manager, PT|The Medical Association, MD|The Restoration Program, RN"),
    ("IMR722", more_summary, "~.", "It was asked for by Dr. The patient hurts|She saw Dr. Treatment went on|It was seen by Dr. on 3/3/2016|Dr. and nurse agree|Dr. The patient hurts|Per Dr. , it hurts|An insole of Dr. Scholl's make|The patient, Home Exercise, hurts|The patient is On Leave|The worker, who hurts|The patient Jamar test"),
    ("IMR723", more_summary, "The ~ is noted.", "SSN|DOB|claim number|claim note 12|license 12|123-45-678|12-34-56789|date of birth in the chart|claim 12"),
    ("IMR723", more_summary, "The ~ is noted.", "claim # in the form|license # of the reviewer|claim of 12 visits|adjustment of 12|MRN|medical record of 12|DOB in May 2016|child born on the 5th|birth of 5 children"),
    ("IMR614", certified, "~", "Family Medicine, DO|Podiatric Surgery, DPM|Internal Medicine, MD|Clinical Psychology, PhD|Emergency Medicine, DO|Family Practice, MD|Medical Toxicology, MD|Infectious Disease, MD|Critical Care, MD|Oriental Medicine, L.Ac.|Preventive Medicine|Sports Medicine|Hand Surgery|Pain Management|Clinical Psychology|Licensed Acupuncturist|Physical Medicine and Rehabilitation|Victoria|Virginia Medicine|Orthopaedic Surgery of the Spine"),
    ("IMR724", more_summary, "Seen at ~ again.", "[X] PT checked|[x]|x/x|'TBD' in the form|a quantity given as TBD|a quantity marked TBD|mm/s|**|an error! No reference|[the medication]|[121]|[CRPS]|[patients 4, 5]|xx|__|??|{4-5}|C < 5 and D > 3|5% dose|the insertion|[xy]|<3 months|tbdx|[dated]"),
    ("IMR725", rationale, "The pain ~ eased.", "had had|that that|ha ha|no no|bora bora|very very|so so|many many|much much|long long|is is|3 3|hurt, hurt,|- -|has hasty|a able"),
    ("IMR726", rationale, "Whether the knee is not work related ~.", "is not decided here|is not to be determined|was never addressed|is not considered|is not judged|is not in question|is not in dispute|is what we do not dispute|is not a concern|is not part of this|is not part of the dispute|is not at issue|is for others: medical necessity only counts|is outside the scope|is beyond the scope"),
    ("IMR726", rationale, "The knee is ~.", "work related|not related to age|related to the industrial injury|not better. A work related strain is|not due to age|not accepted|compensated|a full recovery|in an industrial area|not industrial strength|not part of the exam|related to the original tear"),
    ("IMR726", rationale, "~.", "There are no work-related restrictions|She has not returned to work related duties|She has not been able to do work-related tasks|There is no history of prior work-related injury|There are no other work-related injuries|A full recovery was not achieved with conservative care|Without surgery, full recovery is unlikely|A full recovery is not expected without surgery|Past medical history includes non-industrial diabetes|Her medical history is that of a non-industrial asthma|Her history is significant for non-industrial diabetes|There is comorbid non-industrial diabetes|The AME report addressed apportionment and future care|The evaluator commented on the apportionment|The request was not accepted by the claims administrator|It is not clear when the work-related injury healed|The pain did not start with the work-related injury alone"),
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
    ("IMR522", outside, "The ~.", "MTUS is silent|ACOEM chapter is silent|guideline is silent|guidelines are silent|MTUS does not address it|guidelines do not mention it|MTUS did not discuss it|MTUS does not speak of it|MTUS does not cover it|MTUS does not contain it|MTUS does not include it|MTUS does not refer to it|MTUS does not specifically address it|treatment is not addressed by the MTUS: in the MTUS it is not addressed|MTUS (in which it is not mentioned) is read|MTUS (in which it is not discussed) is read|MTUS (in which it is not covered) is read|MTUS (in which it is not really covered) is read|MTUS has no recommendation on it|MTUS has no recommendations on it|MTUS contains no word on it"),
    ("IMR602", only_listed, "~", "progress-report|imaging|agreed-medical-evaluation|letter"),
    ("IMR604", more_summary, "The ~.", "MRI is asked for|exam revealed pain, and an MRI was asked for|EMG revealed a tear|therapy note is clear|laboratory test is clear|MRI is asked for. The exam showed a tear|psychological evaluation is clear|name is clear|MRI is now asked for, since no change of any kind came in a year of care, and it showed"),
    ("IMR604", more_summary, "~.", "An MRI was denied; the record showed pain|No MRI showed a tear|There is no lumbar MRI that showed it|Without an MRI dated this year it is unknown|There is no QME|Neither AME nor QME was held|An MRI was asked for, and the exam showed pain|An MRI is not indicated as no red flag was documented|An MRI is asked for since red flags are not documented"),
    ("IMR602", only_listed, "~", "other, title: UR denial with medical records|other, title: Progress report and RFA|letter, title: Report sent with the RFA|rfa, title: RFA and PR-2"),
    ("IMR604", more_summary, "~.", "An MRI of the knee was requested as the examination showed a click|The request for an MRI dated 4/20/2016 was denied|MRI is recommended when the exam shows a deficit|It helps if the MRI shows a tear|The operative report was not provided|An AME is scheduled|The AME report has not been seen|A panel QME was requested|The AME was recommended|Per the progress report the MRI showed a bulge|According to the provider's note, an MRI showed a bulge|In the note of 4/1/2016 the MRI showed a bulge|As noted in the evaluation, her MRI showed a bulge|The MRI dated 4/20/2016 was not provided|CT release showed a good effect|Under the guidelines it helps where a tear is seen on MRI|If a tear is seen on MRI it helps|A tear was not seen on MRI|MRI: denied|MRI of the knee: one is asked for|Medical imaging and exam revealed pain|An MRI is indicated|Imaging is asked for; the exam was positive for a click|An MRI and exam are asked for and the click is positive for that|Use of MRI is consistent with the MTUS|The provider asked for an AME|She will see a QME|She is referred to an AME|The findings of the MRI are unknown"),
    ("IMR604", more_summary, "It is ~.", "a request for AME|requested for an AME|not certain: a recommended new AME|ordered for the AME|an order for an AME|awaiting the AME|pending another AME|scheduled for an AME|a need of a repeat AME|a need for the AME|asking for an AME|a referral to an AME|hard to obtain an AME|unknown if AME|unknown whether an AME|asked unless the AME"),
    ("IMR604", more_summary, "The operative report ~.", "was not submitted|is not available|was not included|were not received|is not furnished|was not supplied|was not reviewed|has not been seen|was requested|is scheduled|is pending|has been recommended|was ordered|will be planned|is needed|is missing|is awaited|will be ordered|to be needed"),
    ("IMR604", more_summary, "~ the MRI showed a bulge.", "Per the report,|According to the notes|As noted in the notes|As stated in the report|As reported in her evaluation|As documented in the consultation|As quoted in the summary|As mentioned in the physician's note|In the progress note|In his evaluation,|In the consultation it is said that|In a summary"),
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
    ("IMR407", treatment, "~", "Retropharyngeal injection|Massage therapy (DOS unknown)|Massage therapy, retrospective"),
    ("IMR456", goes_with_upheld, "~", "Sling after the surgery|Sling, post-op|Surgical sling"),
    ("IMR456", upheld_beside_overturned, "As the ~ not medically necessary.", "surgery is medically necessary, the sling is|sling is not supported, the sling is|surgery is not medically necessary; the sling is"),
    ("IMR704", another_request, "~", "massage|cushion"),
    ("IMR704", massage, "The massage helps. The request for ~ is medically necessary.", "request|requested|service|services|treatment|treatments|surgery|surgical|procedure|intervention|ancillary|additional|current|original|associated|remaining|item|items|medication|medications|therapy|the|for|with|and|this|that|times|per|week|weeks|unspecified|quantity|unknown|left|right|bilateral|qty|visits|sessions|session|visit|retrospective|prospective|post|operative|pre|postoperative|preoperative|purchase|rental|use|day|days|month|months"),
    ("IMR716", side_of, "~", "neck|side|arm"),
    ("IMR716", for_left("Left knee MRI"), "~.", "Compared to the right knee, there is a 5 degree loss of motion|It is worse than in the right knee|Unlike the right knee it is swollen|Versus the normal right knee it is weak|The contralateral right knee is well|Relative to the right knee it is swollen|The right knee examination was normal. There was tenderness over the left medial joint line|The patient has a left medial meniscal tear. The right knee is normal|The right knee is normal. The pain is in the L knee|The right knee is normal. The (L) knee hurts|The right knee is normal. The Lt. knee hurts|The right knee is normal. The knee on the left hurts|The right knee is normal. The pain is on the left|The right knee is normal. The worse one is the left|The right knee is normal. The worse side is left|The right knee is normal. The pain is left, and medial|The right knee is normal. It is left medial joint pain"),
    ("IMR716", for_left("Left carpal tunnel release"), "~.", "The right carpal tunnel release last year brought full relief. The symptoms now persist on the left side|She is right hand dominant|She is right-handed"),
    ("IMR716", for_left("Left shoulder arthroscopy"), "~.", "There is pain in the right upper extremity and in the left one|There is pain in the right upper extremity; the shoulder is stiff|There is pain in the right lower extremity|She sat in the right arm chair"),
    ("IMR716", for_left("Left L4-5 facet block"), "There is ~.", "bilateral L4-5 facet tenderness|right L4-5 facet tenderness, and left|left L4-5 facet tenderness|pain of the right paraspinal muscles"),
    ("IMR716", for_left("Left L4-5 and right L5-S1 facet block"), "There is ~.", "right L5-S1 facet tenderness"),
    ("IMR717", rationale, "~.", "The patient is right hand dominant|She is right-hand dominant|She is left handed|She walks with a cane in the right hand|She holds a crutch with her left hand|Pain radiates to the left foot|There is weakness of the left big toe extensor|Pain radiates into the right buttock|There is numbness in the right thigh, and in the left foot|Sensation is less in the right foot|Pain shoots down to the left foot|The right ankle jerk is absent|The left knee reflex is weak|The right Achilles reflexes are weak|The left patellar reflex is weak"),
    ("IMR717", rationale, "She has a ~.", "prior right knee replacement|previous right knee replacement|past injury to the right knee|prior industrial injury of the right knee"),
    ("IMR717", rationale, "~.", "She limps and overloads the left knee|She favors the right ankle|She has been compensating with the left knee|Overuse of the left shoulder is noted|Left knee pain from limping was noted and is not at issue|Pain of the left knee from overuse was noted|The right wrist is not part of this claim|The left knee is not in dispute|The right knee is not the subject of it|She slipped at home and injured the right wrist|She injured the right wrist at home|The left ankle was used for comparison|It is weak compared to the left ankle|An unrelated fall hurt the left knee|The left knee pain is unrelated|She has non-industrial pain of the right knee|The right knee is nonindustrial"),
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
