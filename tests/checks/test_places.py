"""Where findings on texts point when a case has several items, how many there are, and what they say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from imr_cli.files.document import documents
from imr_cli.pipeline import examine
from support.case_file import CASE, ENDING, HERE, SUMMARY, changed, places
from support.findings import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = CASE[: CASE.index("  - treatment: Massage")]
NOBODY = changed("patient: {age: 41, sex: female}\n", "", case=HEAD)
BARE = changed(SUMMARY, "The back was strained on March 2, 2015.", case=NOBODY)
NO_RECORDS = HEAD.replace(HEAD[HEAD.index("records:") : HEAD.index("clinical_summary")], "")
LONG = "As the guideline asks, what was worn each day for many weeks had a good effect on what could be done at home and in the yard."
HARD = "multidisciplinary rehabilitation necessitates individualized reconditioning "


def item(rationale: str, treatment: str = "Massage", **fields: str) -> str:
    lines = [f"treatment: {treatment}", "claims_administrator_guideline: none", "reviewer_guideline: none"]
    fields = {"decision": "overturned", **fields, "rationale": rationale}
    lines += [f"{name}: {value}" for name, value in fields.items()]
    return "  - " + "\n    ".join(lines) + "\n"


def told(text: str) -> str:
    return f"{HERE}{json.dumps(f'{text} {ENDING}')}"


def plain(text: str) -> str:
    return json.dumps(f"{text} {ENDING}")


def fully(*items: str, head: str = HEAD) -> str:
    return head + "".join(items)


def with_summary(text: str, head: str = HEAD) -> str:
    return changed(f">-\n  {SUMMARY}" if SUMMARY in head else ">-\n  The back was strained on March 2, 2015.", f"{HERE}{json.dumps(text)}", case=head)  # fmt: skip


def records(*rows: str) -> str:
    old = HEAD[HEAD.index("records:") : HEAD.index("clinical_summary")]
    return HEAD.replace(old, "records:\n" + "".join(f"  - {{{row}}}\n" for row in rows))


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
    # how it is written
    ("IMR721", fully(item(told("See CM16-0123457."))), ["the text has the number of another case"]),
    ("IMR722", fully(item(told("Mr. Roe."))), ["this looks like a person's name; a letter names neither reviewer nor patient"]),
    ("IMR723", fully(item(told("DOB 1/2/1970."))), ["the text has a number that identifies a person"]),
    ("IMR724", fully(item(told("TBD"), f"{HERE}Massage ____"), item(plain("It helps."), f"{HERE}Brace", original_request="Brace TBD", authorized="Brace")), ["a left-over of a template stands in the text"] * 3),
    ("IMR725", fully(item(told("The the pain."))), ["the text has `the` twice in a row"]),
    ("IMR726", fully(item(told("It is non-industrial. It is not compensable.")), item(told("It is non-industrial."))), ["the rationale argues with cause or liability, which this review does not decide"] * 2),
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
    ("IMR730", fully(item(json.dumps((HARD * 12).strip())), item(f"{HERE}{json.dumps((HARD * 14).strip())}"), item(json.dumps((HARD * 13).strip()))), ["hard to read: school grade 80.1, more than 18"]),
    # parts of the body
    ("IMR705", fully(item(f'{HERE}"Massage of the foot, knee, hip, elbow and shoulder is medically necessary."', "Massage of the neck")), ["the rationale speaks of ankle foot, elbow, hip groin, knee, shoulder, the request is for neck"]),
    ("IMR705", fully(item(plain("It helps."), "Massage of the neck")), []),
    ("IMR705", fully(item(plain("The foot hurts. The foot is sore.")), item(told("The foot hurts. The foot is sore."), "Massage of the neck")), ["the rationale speaks of ankle foot, the request is for neck"]),
    ("IMR705", fully(item(plain("The neck hurts, and so does the foot. The foot is sore."), "Massage of the neck"), item(told("The foot hurts."), "Massage of the neck")), ["the rationale speaks of ankle foot, the request is for neck"]),
    ("IMR705", fully(item(plain("The neck hurts. The foot hurts. The foot is sore."), "Massage of the neck and of the knee")), []),
    ("IMR705", fully(item(plain("The foot hurts. The foot is sore."), "Massage of the neck", depends_on="2"), item(plain("It helps."))), []),
    # records
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
    # conclusions
    ("IMR701", fully(item('"It is not medically necessary."', decision=f"{HERE}overturned"), item('"It is medically necessary."', decision=f"{HERE}upheld")), ["the rationale concludes that the treatment is not medically necessary, but it is overturned", "the rationale concludes that the treatment is medically necessary, but it is upheld"]),
    ("IMR702", fully(item('"It is medically necessary."'), item(f'{HERE}"It helps."')), ["the rationale does not conclude whether the treatment is medically necessary"]),
    ("IMR703", fully(item('"The request is supported."', decision=f"{HERE}upheld"), item('"The request is not supported."', decision=f"{HERE}overturned")), ["the rationale seems to find the treatment medically necessary, but it is upheld", "the rationale seems to find the treatment not medically necessary, but it is overturned"]),
    ("IMR704", fully(item(plain("The massage goes on.")), item(f'{HERE}"The request for an xray is medically necessary."')), ["the rationale may be that of another treatment: its conclusion names another"]),
    ("IMR704", fully(item(told("The sleeve holds the joint and warms it, as the guideline asks, and was worn each day for many weeks with good effect on what could be done at home."), "Cushion")), ["the rationale may be that of another treatment: it names nothing of the request"]),
    ("IMR704", fully(item(plain("The sleeve holds the joint and warms it."), "Cushion")), []),
    ("IMR704", fully(item('"The request for an xray is medically necessary."', depends_on="2"), item(f'{HERE}"The request for an xray is medically necessary."')), ["the rationale may be that of another treatment: its conclusion names another"]),
    ("IMR704", fully(item('"The request for hydrocodone is medically necessary."', "'Norco #60'")), []),
    ("IMR704", fully(item(json.dumps(f"{LONG} It names hydrocodone. It is medically necessary."), "'Norco #60'")), []),
    ("IMR704", fully(item(json.dumps(f"{LONG} It names bracelets. It is medically necessary."), "Braces")), []),
    ("IMR704", fully(item(f'{HERE}{json.dumps(f"{LONG} It names a sleeve. It is medically necessary.")}', "Cushion")), ["the rationale may be that of another treatment: it names nothing of the request"]),
    ("IMR704", fully(item('"As the surgery is not medically necessary, this request for an xray is not medically necessary."', "Cushion", decision="upheld")), []),
    ("IMR704", fully(item('"The request for a cushion is medically necessary."', "Brace", original_request="Cushion", authorized="Brace")), []),
    ("IMR704", fully(item('"The request for a cushion is medically necessary."', "Cervical", original_request="Cushions", authorized="Brace"), item(f'{HERE}"The request for xrays is medically necessary."')), ["the rationale may be that of another treatment: its conclusion names another"]),
    ("IMR704", fully(item('"The request for an xray is medically necessary."', depends_on="2"), item(plain("The massage goes on."))), []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "marked", "messages"), PLACES)
def test_places_and_messages(code: str, marked: str, messages: list[str]) -> None:
    text, expected = places(marked)
    [document], _ = documents(text.encode())
    findings = [
        each
        for each in examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording).findings
        if each.rule.code == code
    ]
    assert [each.message for each in findings] == messages
    assert [(each.line, each.column) for each in findings] == expected


def test_an_item_that_nobody_has_decided_has_no_rationale_to_judge() -> None:
    undecided = item("", "Sleeve").replace("    decision: overturned\n", "").replace("    rationale: \n", "")
    text, _ = places(fully(undecided, item('"The request for an xray is medically necessary."')))
    [document], _ = documents(text.encode())
    findings = examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording).findings
    assert [each.path[1] for each in findings if each.rule.code == "IMR204"] == [0]
    assert [each.path[1] for each in findings if each.rule.code in ("IMR702", "IMR704")] == [1]


def of_words(number: int) -> str:
    """A rationale of so many words, all of them different, that names nothing of its request."""
    filling = [f"{first}{second}" for first in "bdfgk" for second in ("ab", "eb", "ib", "ob", "ub")]
    return json.dumps(f"{' '.join(filling[: number - 4]).capitalize()}. It is medically necessary.")


@pytest.mark.parametrize(
    ("rationale", "treatment", "is_another"),
    [
        (of_words(25), "Cushion", True),
        (of_words(24), "Cushion", False),
        ('"The request for masses is medically necessary."', "Massage", True),
        ('"The request for a bracelet is medically necessary."', "Braces", False),
        ('"The request for a bracelet is medically necessary."', "Brace", False),
        ('"The request for a brace is medically necessary."', "Bracelet", False),
        ('"The request for a cushion is medically necessary."', "Sleeve (cushion)", False),
        ('"The request for a pt is medically necessary."', "PT", False),
        # another treatment that the table knows, however the conclusion names it
        ('"Massage helps. The requested MRI is medically necessary."', "Massage", True),
        ('"Massage helps. Therefore, acupuncture is medically necessary."', "Massage", True),
        ('"Massage helps. The request for acupuncture has been found medically necessary."', "Massage", True),
        ('"Massage helps. Medical necessity for acupuncture is established."', "Massage", True),
        ('"Massage helps. As such, the acupuncture is medically necessary."', "Massage", True),
        ('"The requested care is medically necessary."', "Massage", False),
        ('"The requested surgical intervention is medically necessary."', "Massage", False),
        ('"Massage helps. Therefore, such relief is medically necessary."', "Massage", False),
        ('"Medical necessity of such visits is established."', "Massage", False),
        # amounts and units are nothing in common, nor is a decimal point an end
        ('"The request for Soma 350 mg tablets is medically necessary."', "Norco 10 mg tablets", True),
        ('"The request for Celebrex 37.5/325 mg is medically necessary."', "Norco 10/325 mg", True),
        ('"The request for a cold therapy unit is medically necessary."', "TENS unit", True),
        # by its kind, or by what the table calls it
        *(
            (f'"The request for {kind} is medically necessary."', treatment, False)
            for treatment, kind in (
                ("Norco 10/325 mg", "opioids"),
                ("Norco 10/325 mg", "a narcotic"),
                ("Flexeril 7.5 mg", "a muscle relaxant"),
                ("Naproxen 550 mg", "the NSAID"),
                ("Prilosec 20 mg", "a proton pump inhibitor"),
                ("Xanax 1 mg", "a benzodiazepine"),
                ("Cymbalta 30 mg", "an antidepressant"),
                ("Gabapentin 300 mg", "an anticonvulsant"),
                ("Zofran 4 mg", "antiemetics"),
                ("Ambien 10 mg", "the hypnotic"),
                ("Lidoderm patch", "a topical analgesic"),
                ("Polysomnography", "a sleep study"),
                ("EMG/NCV of both arms", "electrodiagnostic studies"),
                ("CBT", "psychotherapy"),
                ("Urine drug screen", "toxicology testing"),
                ("Cold therapy unit", "cryotherapy"),
                ("CBC, CMP", "laboratory tests"),
                ("H-wave unit", "electrical stimulation"),
                ("MRI of the low back", "imaging"),
                ("Left knee arthroscopy", "the surgery"),
                ("Walker", "durable medical equipment"),
                ("Senna", "the laxative"),
                ("Theramine", "a medical food"),
            )
        ),
        ('"The request for opioids is medically necessary."', "Flexeril 7.5 mg", True),
        ('"The request for imaging is medically necessary."', "Massage", True),
    ],
)
def test_a_rationale_of_another_treatment(rationale: str, treatment: str, is_another: bool) -> None:
    [document], _ = documents(fully(item(rationale, treatment)).encode())
    examined = examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording)
    assert examined.determination is not None
    assert ("IMR704" in [each.rule.code for each in examined.findings]) is is_another


def names_in_conclusion() -> Iterator[str]:
    for before in (
        "request for",
        "request for a",
        "request for an",
        "request for the",
        "requested for",
        'request for "',
    ):
        yield f"The {before} xray is medically necessary."
    for verb in ("is", "was", "are", "were", "is therefore", "is thus", "is not", "was therefore not"):
        yield f"The request for xrays {verb} medically necessary."
    yield "The request for massage is medically necessary, and the request for xrays is medically necessary."


@pytest.mark.parametrize("sentence", list(names_in_conclusion()))
def test_a_conclusion_that_names_another_treatment(sentence: str) -> None:
    decision = "upheld" if " not " in sentence else "overturned"
    text, [place] = places(
        fully(item(f"{HERE}{json.dumps(f'Massage goes on. {sentence}')}", decision=decision))
    )
    [document], _ = documents(text.encode())
    findings = examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording).findings
    assert ("IMR704", *place) in [(each.rule.code, each.line, each.column) for each in findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "The request for massages is medically necessary.",
        "The request for xrays is medically necessary, and the request for massage is medically necessary.",
        "The request for an xray was seen. It is medically necessary.",
        "The request for an xray of the back; this is medically necessary.",
        "The request for it is medically necessary.",
    ],
)
def test_a_conclusion_that_does_not(sentence: str) -> None:
    [document], _ = documents(fully(item(json.dumps(f"Massage goes on. {sentence}"))).encode())
    findings = examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording).findings
    assert "IMR704" not in [each.rule.code for each in findings]


@pytest.mark.parametrize(
    ("treatment", "rationale", "is_another"),
    [
        ("Lumbar MRI", "The foot is weak. A root to the foot is hurt. It is medically necessary.", False),
        ("Lumbar MRI", "The foot is sore. The foot is hurt. It is medically necessary.", True),
        ("Lumbar MRI", "The hand is weak. The hand is numb. It is medically necessary.", True),
        ("Cervical MRI", "The hand is numb. The hand is weak. It is medically necessary.", False),
        ("Brain MRI", "The neck is weak. The neck is sore. It is medically necessary.", False),
        ("Shoulder MRI", "The foot is numb. The foot is weak. It is medically necessary.", True),
    ],
)
def test_findings_of_the_spine_show_in_the_limbs(treatment: str, rationale: str, is_another: bool) -> None:
    [document], _ = documents(fully(item(rationale, treatment)).encode())
    findings = examine(document, "case.yaml", RESOURCES.table, RESOURCES.wording).findings
    assert ("IMR705" in [each.rule.code for each in findings]) is is_another
