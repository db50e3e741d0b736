"""Age, sex, dates and sides of the body in the texts, against those of the case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from support.case_file import ENDING, HERE, ONE_ITEM, SUMMARY, TREATMENT_LINE, changed
from support.items import HEAD, fully, item, plain, told
from support.sentences import (
    RATIONALE,
    TREATMENT_AND_TOPIC,
    Row,
    left_alone,
    more_summary,
    noticed,
    placed,
    rationale,
    summary,
    worded,
)

if TYPE_CHECKING:
    from collections.abc import Callable

OF_MAN = ONE_ITEM.replace("sex: female", "sex: male").replace("woman strained her", "man strained his")
NOTHING_SAID = ONE_ITEM.replace("patient: {age: 41, sex: female}\n", "")
TENS = ("twenty", "thirty", "fifty", "sixty", "seventy", "eighty", "ninety", "fifty", "sixty")
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ACTS = "recommends|recommended|requests|requested|documents|documented|examines|examined|diagnoses|diagnosed|prescribes|prescribed|opines|opined|orders|ordered|refers her|referred her|certifies it|certified it|interprets it|interpreted it|has further requested it|subsequently ordered it|therefore requested it|thus requested it|had again requested it"
TELLS = "notes|noted|states|stated|finds|found|reports|reported|indicates|indicated|feels|felt|believes|believed|concludes|concluded|adds|added|writes|wrote|observes|observed|suggests|suggested|advises|advised|explains|explained"
NOBODY = changed("patient: {age: 41, sex: female}\n", "", case=HEAD)
BARE = changed(SUMMARY, "The back was strained on March 2, 2015.", case=NOBODY)


def undated(text: str) -> str:
    """A rationale in a case whose summary names no day."""
    return rationale(text, changed(SUMMARY, "A 41-year-old woman strained her back.", case=ONE_ITEM))


def of_man(text: str) -> str:
    return rationale(text, OF_MAN)


def of_nobody(text: str) -> str:
    """Neither age nor sex are stated apart from the summary."""
    return rationale(text, NOTHING_SAID)


def side_of(word: str) -> str:
    """A rationale on the other side of the part that is asked for."""
    return changed(TREATMENT_AND_TOPIC, f"treatment: Massage of the left {word}\n",
                   RATIONALE, f"rationale: {HERE}The right {word} hurts. Massage is medically necessary.", case=ONE_ITEM)  # fmt: skip


def for_left(request: str) -> Callable[[str], str]:
    """The rationale of a request for the left side."""
    case = changed(TREATMENT_AND_TOPIC, f"treatment: {request}\n", case=ONE_ITEM)
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


def with_summary(text: str, head: str = HEAD) -> str:
    return changed(f">-\n  {SUMMARY}" if SUMMARY in head else ">-\n  The back was strained on March 2, 2015.", f"{HERE}{json.dumps(text)}", case=head)  # fmt: skip


NOTICED: list[Row] = [
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


test_sentence_is_noticed = noticed(NOTICED)


LEFT_ALONE: list[Row] = [
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


test_sentence_is_left_alone = left_alone(LEFT_ALONE)


PLACES = [
    # age: the case's own, else the first one of the summary, else the first one of a rationale
    ("IMR711", fully(item(told("A man of 52 years old.")), item(told("A man of 60 years old."))), ["the text says 52 years old, the case 41", "the text says 60 years old, the case 41"]),
    ("IMR711", fully(item(plain("A man of 52 years old.")), item(told("A man of 60 years old.")), head=BARE), ["the text says 60 years old, the case 52"]),
    ("IMR711", fully(item(plain("It helps.")), head=with_summary("At 42 years old the back was strained, at 44 years old the knee.")), ["the text says 42 years old, the case 41"]),
    ("IMR711", fully(item(plain("A man of 42 years old.")), item(told("A man of 43 years old."))), ["the text says 43 years old, the case 41"]),
    ("IMR711", fully(item(told("A man of 52 years old.")), item(plain("A man of 41 years old.")), head=with_summary("At 41 years old the back was strained. It hurt when 30 years old.", BARE).replace(HERE, "")), ["the text says 52 years old, the case 41"]),
    # sex: the case's own, else the first noun, else the first word
    ("IMR712", fully(item(plain("He is seen. She is a woman.")), head=BARE).replace('"He', f'{HERE}"He'), ["the text has pronouns of the other sex: the case is that of a female patient"]),
    ("IMR712", fully(item(told("He is seen.")), item(told("A man is seen."))), ["the text has pronouns of the other sex: the case is that of a female patient", "the text has patient of the other sex: the case is that of a female patient"]),
    ("IMR712", fully(item(plain("She is seen.")), item(told("His back hurts. He is seen.")), head=BARE), ["the text has pronouns of the other sex: the case is that of a female patient"]),
    ("IMR712", fully(item(told("Himself he is seen. She is not.")), head=BARE), ["the text has pronouns of the other sex: the case is that of a male patient"]),
    ("IMR712", fully(item(told("She is seen. He is not. She is.")), head=BARE), ["the text has pronouns of the other sex: the case is that of a female patient"]),
    ("IMR712", fully(item(told("She is seen.")), head=HEAD.replace("sex: female", "sex: male").replace("woman strained her", "man strained his")), ["the text has pronouns of the other sex: the case is that of a male patient"]),
    # dates
    ("IMR713", fully(item(told("The date of injury is 4/2/2015, the DOI 5/2/2015."))), ["the text dates the date of injury 2015-04-02, the case 2015-03-02"]),
    ("IMR714", fully(item(told("The UR of 5/12/2016 and the UR of 5/13/2016 deny it."))), ["the text dates the utilization review 2016-05-12, the case 2016-05-02"]),
    ("IMR715", fully(item(told("It was so on 7/8/2016 and on 7/9/2016."))), ["the text names 2016-07-08, a day after the decision"]),
    ("IMR715", fully(item(told("Seen on 6/6/2016 and on 6/7/2016.")), item(told("Seen on 7/8/2016."))), ["the text names 2016-06-07, a day after the decision", "the text names 2016-07-08, a day after the decision"]),
    # sides: the rationale first, then the request as it was made, then the summary
    ("IMR716", fully(item(told("The right knee hurts."), "Brace of the left knee", original_request="Brace of the right knee", authorized="Brace")), ["the text is about the right knee, item 1 the left"]),
    ("IMR716", fully(item(plain("The knee hurts."), "Brace of the left knee", original_request=f"{HERE}Brace of the right knee", authorized="Brace")), ["the text is about the right knee, item 1 the left"]),
    ("IMR716", fully(item(plain("The left knee hurts."), "Brace of the left knee"), item(plain("The knee hurts."), "Brace of the left elbow"), head=with_summary(f"{SUMMARY} The right elbow and the left knee hurt.")), ["the text is about the right elbow, item 2 the left"]),
    ("IMR716", fully(item(plain("The right knee hurts."), "Brace of the left knee and of the right knee")), []),
    ("IMR716", fully(item(plain("The right knee hurts."), "Brace of both knees")), []),
    ("IMR716", fully(item(told("The right knee and the left hip hurt."), "Brace of the left knee and right hip")).replace(HERE, HERE * 2), ["the text is about the left hip, item 1 the right", "the text is about the right knee, item 1 the left"]),
    ("IMR717", fully(item(told("The right knee hurts.")), item(plain("The left knee hurts.")), item(told("The left eye hurts."))), ["the rationale speaks of the right knee, which neither the summary nor a request names", "the rationale speaks of the left eye, which neither the summary nor a request names"]),
    ("IMR716", fully(item(told("The right knee hurts."), "Brace of both elbows and of the left knee")), ["the text is about the right knee, item 1 the left"]),
    ("IMR717", fully(item(told("The right knee, left elbow, right hip, left foot and right eye hurt."))).replace(HERE, HERE * 5), [f"the rationale speaks of the {each}, which neither the summary nor a request names" for each in ("left ankle or foot", "left elbow", "right eye", "right hip", "right knee")]),
    ("IMR717", fully(item(told("The left foot hurts."))), ["the rationale speaks of the left ankle or foot, which neither the summary nor a request names"]),
    ("IMR717", fully(item(plain("Both knees hurt."))), []),
    ("IMR717", fully(item(plain("The right knee hurts.")), item(plain("It helps."), "Knee brace")), []),
    ("IMR717", fully(item(plain("The right knee hurts.")), item(plain("It helps."), "Brace", original_request="Knee brace", authorized="Brace")), []),
    ("IMR717", fully(item(plain("The right knee hurts.")), item(plain("It helps."), "Leg brace")), []),
    ("IMR717", fully(item(plain("The right knee hurts.")), head=changed(SUMMARY, f"{SUMMARY} The left knee hurts.", case=HEAD)), []),
]  # fmt: skip


test_places_and_messages = placed(PLACES)


MESSAGES = [
    ("IMR716", [TREATMENT_LINE, "treatment: Massage of the left ankle\n", ENDING, "The right foot hurts. They are medically necessary."], "the text is about the right ankle or foot, item 1 the left"),
    ("IMR711", [SUMMARY, SUMMARY.replace("41", "55")], "the text says 55 years old, the case 41"),
    ("IMR713", [SUMMARY, "A 41-year-old woman was injured on 3-4-2015."], "the text dates the date of injury 2015-03-04, the case 2015-03-02"),
]  # fmt: skip


test_message = worded(MESSAGES)
