"""How texts are written: numbers and names of persons, left-overs of templates, how hard they are to read."""

from __future__ import annotations

import json
import random

import pytest

from imr_cli.checks.prose import grade
from support.case_file import HERE
from support.items import fully, item, plain, told
from support.sentences import Row, left_alone, more_summary, noticed, placed, rationale

EASIEST = -1000


def counted(words: int, ends: int, syllables: int) -> object:
    return pytest.approx(0.39 * words / ends + 11.8 * syllables / words - 15.59)


@pytest.mark.parametrize(
    ("text", "words", "ends", "syllables"),
    [
        ("the cat sat on the mat.", 6, 1, 6),
        ("the cat sat on the mat", 6, 1, 6),
        ("the cat sat. it ran! did it? yes; it did.", 10, 5, 10),
        ("the cat (old) sat (there). it ran 'so'! it did", 10, 2, 10),
        ('it sat on "mats". then it ran', 7, 1, 7),
        ("it is on page 60. it is 5%. it is [so]. it is", 13, 3, 13),
        ('it sat on "mats." then it ran', 7, 1, 7),
        ("it weighs 3.5 or 4.5 and so", 7, 1, 7),
        ("it is in part a.b of it. it is", 9, 1, 9),
        ("the table is made to make many", 7, 1, 8),
        ("made, made (made) made", 4, 1, 4),
        ("the idea is in a museum", 6, 1, 7),
        ("hmm hmm hmm it is", 5, 1, 5),
        ("of one", 2, 1, 2),
        ("one", 1, 1, 1),
    ],
)
def test_counts(text: str, words: int, ends: int, syllables: int) -> None:
    assert grade(text, 1, EASIEST) == counted(words, ends, syllables)


def test_fewer_words_than_asked_for_have_no_grade() -> None:
    assert grade("one two three four", 4, EASIEST) is not None
    assert grade("one two three four", 5, EASIEST) is None


def texts() -> list[str]:
    """Sentences of easy and hard words, of all lengths."""
    dice = random.Random(3)
    words = [
        "the",
        "knee",
        "of",
        "a",
        "queue",
        "quiet",
        "idea",
        "beautiful",
        "rehabilitation",
        "physiological",
        "table",
        "made",
        "one",
        "eye",
        "pain",
    ]
    made = []
    for _ in range(200):
        sentences = (
            " ".join(dice.choices(words, k=dice.randint(1, 30))) + dice.choice([".", ".", ";", "!", ".)"])
            for _ in range(dice.randint(1, 6))
        )
        made.append(" ".join(sentences))
    return made


def test_only_easier_texts_are_left_out() -> None:
    for text in texts():
        own = grade(text, 1, EASIEST)
        assert own is not None
        for hardest in (5, 12, 18, 30, own - 0.01):
            assert grade(text, 1, hardest) == (own if own > hardest else None), text
        assert grade(text, 1, own) is None
        assert grade(text, 1, own + 0.01) is None


HARD = "multidisciplinary rehabilitation necessitates individualized reconditioning "


NOTICED: list[Row] = [
    ("IMR721", rationale, "See ~ too.", "CM16-12345|cm16-0123457|CM16-0123456 and CM15-0123456|CM 16-0123457|CM16 0123457|CM16\u20130123457|IMR case number 16-0123457|IMR case no. 16-0123457|IMR #16-0123457|IMR no: 16-0123457"),
    ("IMR721", rationale, "See ~ too.", "CM160223344|CM-16-0223344|CM 16-0223344|case no. 16-0223344|case number 16-0223344|case #16-0223344|IMR 16-0223344"),
    ("IMR722", more_summary, "~.", "Per Dr. Nguyen, the ankle is unstable|According to Dr. Nguyen, it hurts|It eased, according to Dr. Nguyen, in May|It hurts per Dr. Q. Nguyen, who left|As Dr. Patel notes, it hurts|It hurts as Dr. Patel reported in May|Per Dr. Patel states it|The podiatrist, Dr. Nguyen, agrees|Doctor Nguyen agrees|Doctor O'Neil noted it|Doctor McRoe found it|She saw Doctor Nguyen|DR. NGUYEN agrees|MR. VASQUEZ hurts|MS. VASQUEZ hurts|MRS. O'ROE hurts|Karen Wu, Psy.D|Karen Wu, LCSW|Karen Wu, DNP|Karen Wu, FNP-C|Karen Wu, FNP|Karen Wu, OTR/L|/s/ Thomas Reed|/s/Thomas Q. Reed|Signed, T. Reed|Signed by: T. Q. Reed|Sincerely, T. Reed|I, Thomas Reed, find it so|It hurts; I, Thomas Q. Reed, find it so|Patient: Garcia, Luis|Patient: Luis Garcia|Claimant: Garcia, Luis|Smith, John MD|Smith, John Q. MD|Smith, John, M.D|Smith, John DC|Smith, John DO|Smith, John D.O|Smith, John DPM"),
    ("IMR722", more_summary, "Seen by Maria Roe~.", ", M.D|, M. D|, MD| MD|,MD|, D.O|, D. O|, DO|, D.C|, DC|, DPM|, Ph.D|, Ph. D|, PhD|, PsyD|, DDS|, PA-C|, NP"),
    ("IMR722", more_summary, "~ was seen.", "Mr. Roe|Mrs. Roe|Ms. Roe|Miss Roe|Mr Roe|Mrs Roe|Ms Roe|Maria Q. Roe, M.D.|Maria Q Roe, M.D.|Maria-Roe, M.D.|Maria O'Roe, M.D."),
    ("IMR722", more_summary, "~ was seen.", "Mr. McRoe|Mr. O'Roe|Ms. Roe-Smith|MARIA ROE, MD|MARIA Q. ROE, M.D.|MARIA ROE, DO|M. Q. Roe, MD|M. Roe, DPM|M.Roe, D.O.|Maria Roe, RN|Maria Roe, R.N.|Maria Roe, DPT|Maria Roe, L.Ac.|Maria Roe, LAc|Maria Roe, D.P.M.|Maria Roe, PT|Maria Roe, P.T.|Maria Q. Roe, PA|John Roe, OT"),
    ("IMR722", more_summary, "~ too.", "Dr. Roe asked for it|Dr Roe asked for it|It hurt; Dr. M. Roe asked for it|She asked that Dr. Roe see it|It eased when Dr. Roe saw it|It stayed because Dr. Roe left|It hurt while Dr. Roe saw it|It helps if Dr. Roe is asked|Per Dr. Maria Roe it hurt|She was seen by Dr. Maria Roe and|She saw Dr. Roe's chart|She saw Dr. Roe. All|She saw a chart (that of Dr. Roe) and|She saw Dr. Roe; all|She saw Dr. Roe who saw it"),
    ("IMR722", more_summary, "~.", "Electronically signed by Maria Roe|electronically signed by: Maria Q. Roe|Reviewed by Maria Roe|It was signed by Maria Q. Roe|The patient, Maria Roe, exercises|The patient is Maria Roe|The worker was John Q. Roe|The claimant John Roe exercises|The employee, John Roe, exercises|Patient's name: Jo Roe|Physician name: Jo Roe|The provider name, Jo Roe|The worker's name: Jo Roe|The employee name: Jo Roe|The claimant's name: Jo Roe|Patient Name: Jo Roe"),
    ("IMR722", more_summary, "~ Maria Roe", "Signed:|signed:|Signed by:|signed,|Sincerely,|sincerely,|Reviewed by:|reviewed by:|Reviewer:|reviewer,|Reviewer name:|Name:|name:|Patient name:|Signed: Dr.|Signed:Dr "),
    ("IMR723", more_summary, "~ 12 is noted.", "SSN:|SSN|Social security number|Claim number|Claim no.|Claim no|Claim #:|License number|License no.|License no|License #:|DOB|Date of birth:"),
    ("IMR723", more_summary, "~ is noted.", "123-45-6789|Claim number: AB-12|DOB: 1/2/1970"),
    ("IMR723", more_summary, "~ is noted.", "Birthdate: 3/5/1989|Her birth date is 3/5/1989|A birth date of 3/5/1989|A birthdate 3/5/1989|ADJ# 9876543|ADJ number: 9876543|ADJ no. 9876543|ADJ: 9876543|Social Security # 123 45 6789|Social security #1234|Member ID 12345|Member number: AB-12345|Policy number 12345|Policy no. is 12345|Policy #12345|Employee ID 12345|Employee ID number: X12345|NPI 1234567890|NPI number: 1234567890|NPI no. 1234567|License A67890|Driver's license D1234567|License 12345|(415) 555-0123|(415)555-0123|415-555-0123|1-415-555-0123|415.555-0123|j.doe@example.com|J_DOE@mail.example.org"),
    ("IMR723", more_summary, "It hurts. ~.", "Born 3/5/1989, she hurts|Born: 3-5-89"),
    ("IMR723", more_summary, "The ~ is noted.", "claim #12345|claim #: 12345|claim#12345|license #A12|license # A12|claim # AB-12"),
    ("IMR723", more_summary, "~ is noted.", "Her date of birth is 5/5/1975|The DOB is 5/5/1975|The date of birth of 5/5/1975|D.O.B. 5/5/1975|DOB (5/5/1975)|DOB: May 5, 1975|She was born on 5/5/1975|The patient was born on May 5|MRN 1234567|MRN: 1234567|Medical record number 1234|Medical record #1234|ADJ1234567|ADJ 1234567|The claim number is 123456|The SSN ending in 1234|The worker was born on 5/5/1975|The employee was born on Jan. 5|The claimant was born on 12/5/1975|He was born on Sept 5|An SSN that was 1234, of the SSN ends in 1234"),
    ("IMR724", more_summary, "Seen at ~ again.", "[provider]|[diagnosis]|[diagnoses]|[number] sessions|[quantity]|[medication]|[medication name]|[dates]|[xx]|[X] visits|[x] weeks|[he/she]|[she/he]|[his/her]|[him/her]|[left/right]|[right/left]|xx/xx/xx|XX/XX/2016|xx/12/16|MM/DD/YYYY|dd/mm/yy|***|Error! Reference source not found.|Error! Bookmark not defined."),
    ("IMR724", more_summary, "Seen at ~ again.", "[physician name]|[provider's name]|[doctor name]|[reviewer name]|[claimant name]|[worker name]|[facility name]|[guideline name]|[treatment name]|[drug name]|[date of service]|[dates of service]|[date of injury]|[date of birth]|[date of request]|[date of visit]|[date of report]|[date of exam]|[date of examination]|[date of denial]|<<provider>>|(insert finding)|(insert the name)|(insert a date)|(insert text of it)|(insert diagnosis)|(insert number)|(insert reason)|(insert rationale)|(insert guideline)|(insert treatment)|(insert body part)|(insert side)|(insert dose)|(insert quantity)|(insert age)|(insert sex)|(insert here)|??/??/2016|@@DATE@@|***NAME***|***date|***insert|***TBD|***todo|***xx|***fill in"),
    ("IMR724", more_summary, "Seen at ~ again.", "[name]|[date]|[age]|[sex]|[insert]|[insert the day]|[TBD]|[todo]|[patient]|[patient name]|[treatment]|[body part]|[physician]|[reviewer]|[case number]|[fill in]|[fill in day]|[blank]|[_]|[...]|[?]|XXX|TBD|TODO|FIXME|{name}|{{ name }}|{ patient.age }|___|<name>|<date>|<insert day>|<patient>|<treatment>|<age>|<sex>|???|%s|%d|insert name|insert date|insert text|insert here"),
    ("IMR724", more_summary, "Seen at lorem ~ again.", "ipsum"),
    ("IMR725", rationale, "The pain ~ eased.", "has has|was was not"),
    ("IMR725", rationale, "The pain ~.", "goes on on some days|is in in the knee|eased eased|had had eased, and the the wound is closed|(that it it) eased|eased, eased eased"),
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
    ("IMR726", rationale, "~.", "Causation has not been established|Causation for the knee was never shown|Causation has not yet been clearly proven|Causation is unproven|Causation is in doubt|Causation remains questionable|Causation was denied|Causation is doubtful|Causation has not been proved|Causation was not demonstrated|Causation is not documented|Causation was not accepted|There is no nexus between the injury and the headaches|There is no clear nexus|The pain is not due to her job|The pain isn't related to work, and it hurts|The pain was not caused by the job|It is not clearly connected to his employment|It is not attributable to the work|It is not a result of her occupation|It is never the consequence of work|The pain arises from obesity rather than from work|It stems from age rather than the industrial injury|It results from age rather than her job|It came from sport rather than from the accident|It comes from age rather than employment|It arose from age rather than his occupation|It stemmed from age rather than work|It resulted from age rather than the injury|The knee is a denied body part|It is a denied condition|It is a denied injury|It is a denied claim|The tear predates the injury and is not the responsibility of the claims administrator|It is not a liability of the employer|It is not clearly the responsibility of this carrier|It is not the responsibility of the insurer|The tear pre-existed and the employer should not pay for it|The carrier need not pay for it|The insurer must not have to pay for it|The claims administrator should not be liable|The employer is not responsible|The carrier is not liable|The insurer is not obliged to pay|The employer is not required to pay|The non-industrial diabetes is the cause of it|The diabetes is non-industrial. The knee is non-industrial|Non-industrial obesity is not covered"),
    ("IMR726", rationale, "It is not decided here. The knee is ~ related.", "not work"),
]  # fmt: skip


test_sentence_is_noticed = noticed(NOTICED)


LEFT_ALONE: list[Row] = [
    ("IMR721", rationale, "See ~ too.", "CM16-1234|CM16-0123456|XCM16-0123457|CM15-01234567|CM1-0123457|CM 16-0123456|CM16 0123456|CM16\u20130123456|IMR case number 16-0123456|case number 16-0123456|case no. 16-01234|CM160123456|CM-16-0123456|in this case 16-0123457|CM1601234567|wound of 3 cm 16 12345|scar of 5 cm 12-14 long"),
    ("IMR722", more_summary, "~ was seen.", "Mercy, MD|A physician, M.D.,|The MD|Mr. x|Miss x|The reviewer: a physician|The name: none given|Maria Roe|It was signed by the physician who|Maria Roe, MDX,"),
    ("IMR722", more_summary, "It was seen ~.", "at the Pain Clinic, MD|in Low Back, MD Guidelines|by Physical Therapy, PA-C|by the Treating Physician, M.D|by the Orthopedic Surgeon, M.D|at Mercy Hospital, MD|by a Hand Surgeon MD"),
    ("IMR722", more_summary, "~.", "The MTUS Chronic Pain Guidelines DO NOT recommend it|The Pain Text DO NOT recommend it|THE PAIN TEXT, DO NOT ASK|Ms Contin was given|Ms. Contin was given|The generic name: Hydrocodone Bitartrate|The brand name: Lidoderm Patch|Reviewed by: Utilization Review|It was reviewed by Liberty Mutual|It was signed by Treating Physicians|A Nurse Practitioner, NP|The Nurse Case Manager, RN|The Primary Treating Physician, MD|It was in Silver Spring, MD|It was in Baltimore, MD|It was in Washington, DC|Seen at Baltimore, MD|Near Baltimore, MD|The Low Limb, MD Guidelines|SPINE SURGERY, MD|PAIN CENTER, MD|L. Knee, MD|Home Exercise, PT|Aquatic Therapy, PT|A Case Manager, PT|The Medical Association, MD|The Restoration Program, RN"),
    ("IMR722", more_summary, "~.", "It was asked for by Dr. The patient hurts|She saw Dr. Treatment went on|It was seen by Dr. on 3/3/2016|Dr. and nurse agree|Dr. The patient hurts|Per Dr. , it hurts|An insole of Dr. Scholl's make|The patient, Home Exercise, hurts|The patient is On Leave|The worker, who hurts|The patient Jamar test"),
    ("IMR722", more_summary, "~.", "Dr. Scholl's inserts were tried|It was noted per Dr. The patient, who hurts, left|She saw Dr. However, it hurts|She saw the surgeon, Dr. Additionally, it hurts|It was so per Dr. Currently, it hurts|It was so per Dr. Passively, it hurts|It was so per Dr. CRPS, if it is there, hurts|She was seen by a Doctor According to it, she hurts|The Doctor Additional care was asked for by|As Dr. Treatment notes were clear|As Dr. Progress notes stated|As Dr. Patient reported pain|It is in a Doctor First Report|It is a Doctor Visit too|The Doctor of the clinic|DR. THE PATIENT HURTS|MS. CONTIN was given|MR. IN THE FILE|Occupational Therapy, OTR/L|A Licensed Psychologist, Psy.D|A Social Worker, LCSW|A Marriage Counselor, LCSW|The Family Nurse, FNP|A /s/ mark|Signed, A. note|Type I, Home Exercise, was tried|I, too, find it so|Patient: Back, Neck|Back, Neck MD|Baltimore, Maryland MD"),
    ("IMR723", more_summary, "The ~ is noted.", "SSN|DOB|claim number|claim note 12|license 12|123-45-678|12-34-56789|date of birth in the chart|claim 12"),
    ("IMR723", more_summary, "The ~ is noted.", "claim # in the form|license # of the reviewer|claim of 12 visits|adjustment of 12|MRN|medical record of 12|DOB in May 2016|child born on the 5th|birth of 5 children"),
    ("IMR723", more_summary, "The ~ is noted.", "birthdate|birth date in the chart|member 12|policy number|policy of 2016|employee 12|NPI|license D12|son born 3/5/2015|NDC 12345-678-9012|code 415-555-01234|span 415-555-012|mark @ 12|L4-5 @ home|ADJ of 12345"),
    ("IMR724", more_summary, "Seen at ~ again.", "[X] PT checked|[x]|x/x|'TBD' in the form|a quantity given as TBD|a quantity marked TBD|mm/s|**|an error! No reference|[the medication]|[121]|[CRPS]|[patients 4, 5]|xx|__|??|{4-5}|C < 5 and D > 3|5% dose|the insertion|[xy]|<3 months|tbdx|[dated]"),
    ("IMR724", more_summary, "Rated ~ today.", "***severe***|***severe|(insert removed)|(inserts)|(insert and brace)|a @@ sign|[physician notes]"),
    ("IMR725", rationale, "The pain ~ eased.", "had had|that that|ha ha|no no|bora bora|very very|so so|many many|much much|long long|is is|3 3|hurt, hurt,|- -|has hasty|a able"),
    ("IMR725", rationale, "~.", "She is from Walla Walla"),
    ("IMR726", rationale, "Whether the knee is not work related ~.", "is not decided here|is not to be determined|was never addressed|is not considered|is not judged|is not in question|is not in dispute|is what we do not dispute|is not a concern|is not part of this|is not part of the dispute|is not at issue|is for others: medical necessity only counts|is outside the scope|is beyond the scope"),
    ("IMR726", rationale, "The knee is ~.", "work related|not related to age|related to the industrial injury|not better. A work related strain is|not due to age|not accepted|compensated|a full recovery|in an industrial area|not industrial strength|not part of the exam|related to the original tear"),
    ("IMR726", rationale, "~.", "Non-industrial diabetes slows healing|A non-industrial severe asthma is there|The diabetes is nonindustrial but affects wound healing|Hypertension was also non-industrial|It hurts. The non-industrial diabetes slows healing|He has no non-industrial risk factors such as gout|She has non-industrial comorbidities|Pain is not work related only; it wakes him at night|Pain is not only work related|The pain is not just work-related, nor merely work-related|It is not work-related alone|Causation is not in dispute|Whether causation is denied is not decided here|The delay is not due to work restrictions|It is not due to work hardening|It came from rest rather than from use|The claims administrator denied claim forms|The denied condition of the file|It is not the responsibility of the patient|The employer did not pay heed|The carrier should not delay it"),
    ("IMR726", rationale, "~.", "There are no work-related restrictions|She has not returned to work related duties|She has not been able to do work-related tasks|There is no history of prior work-related injury|There are no other work-related injuries|A full recovery was not achieved with conservative care|Without surgery, full recovery is unlikely|A full recovery is not expected without surgery|Past medical history includes non-industrial diabetes|Her medical history is that of a non-industrial asthma|Her history is significant for non-industrial diabetes|There is comorbid non-industrial diabetes|The AME report addressed apportionment and future care|The evaluator commented on the apportionment|The request was not accepted by the claims administrator|It is not clear when the work-related injury healed|The pain did not start with the work-related injury alone"),
]  # fmt: skip


test_sentence_is_left_alone = left_alone(LEFT_ALONE)


PLACES = [
    ("IMR721", fully(item(told("See CM16-0123457."))), ["the text has the number of another case"]),
    ("IMR722", fully(item(told("Mr. Roe."))), ["this looks like a person's name; a letter names neither reviewer nor patient"]),
    ("IMR723", fully(item(told("DOB 1/2/1970."))), ["the text has a number that identifies a person"]),
    ("IMR724", fully(item(told("TBD"), f"{HERE}Massage ____"), item(plain("It helps."), f"{HERE}Brace", original_request="Brace TBD", authorized="Brace")), ["a left-over of a template stands in the text"] * 3),
    ("IMR725", fully(item(told("The the pain."))), ["the text has `the` twice in a row"]),
    ("IMR726", fully(item(told("It is non-industrial. It is not compensable.")), item(told("It is non-industrial."))), ["the rationale argues with cause or liability, which this review does not decide"] * 2),
    ("IMR730", fully(item(json.dumps((HARD * 12).strip())), item(f"{HERE}{json.dumps((HARD * 14).strip())}"), item(json.dumps((HARD * 13).strip()))), ["hard to read: school grade 80.1, more than 18"]),
]  # fmt: skip


test_places_and_messages = placed(PLACES)


def test_grade() -> None:
    """Six words of one syllable a sentence; the longer text has more of both."""
    plain = "the cat sat on the mat. " * 20
    assert grade(plain.strip(), 60, -100) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade("short text.", 60) is None
    assert grade(plain, 60, 10) is None
    hard = "considerable functional improvement notwithstanding multidisciplinary rehabilitation. " * 12
    assert grade(hard.strip(), 60, 10) == pytest.approx(0.39 * 6 + 11.8 * 26 / 6 - 15.59, abs=9)
