"""What a rationale concludes, in every way of saying it that the tool knows: as its reader sees it in findings."""

from __future__ import annotations

import json

import pytest
from case_file import CASE, changed
from test_rules import ENDING, found

ONE_ITEM = CASE[: CASE.index("  - treatment: Transport")]
OLD = f"decision: overturned\n    rationale: {ENDING}"
CONTRADICTED = {
    ("IMR701", "upheld"): "necessary",
    ("IMR701", "overturned"): "not necessary",
    ("IMR703", "upheld"): "weakly necessary",
    ("IMR703", "overturned"): "weakly not necessary",
    ("IMR702", "upheld"): "nothing",
    ("IMR702", "overturned"): "nothing",
}


def said(text: str) -> str:
    """What the text concludes, told by what is found under either decision; `unclear` where nothing is."""
    heard = set()
    for decision in ("upheld", "overturned"):
        case = changed(OLD, f"decision: {decision}\n    rationale: {json.dumps(text)}", case=ONE_ITEM)
        heard |= {
            CONTRADICTED[code, decision] for code, _, _ in found(case) if (code, decision) in CONTRADICTED
        }
    assert len(heard) < 2, heard
    return heard.pop() if heard else "unclear"


BETWEEN = "be|been|being|to|considered|deemed|found|felt|seen|shown|judged|thought|established|documented|proven|as|a|both|currently|therefore|thus|also|clearly|reasonable and|reasonable, and|appropriate and|supported and|considered to be|at this time"
ESTABLISHED = "established|supported|demonstrated|shown|met|determined|confirmed|substantiated"
WEAK = (
    "supported|warranted|indicated|certified|approved|authorized|appropriate|necessary|recommended|justified"
)

# What is said, a sentence, and what stands in it in place of `~`, one after the other.
CONCLUSIONS = [
    ("not necessary", "Massage ~ medically necessary.", "is not|is never|is neither safe nor|cannot|is hardly|isn't|aren't|wasn't|weren't|is not to be,|is not considered to be also|is not seen as a"),
    ("not necessary", "Massage is not ~ medically necessary.", BETWEEN),
    ("not necessary", "Massage is not medically ~.", "necessary|appropriate|indicated|warranted"),
    ("not necessary", "Massage ~.", "is medically unnecessary|lacks medical necessity|and heat lack medical necessity"),
    ("not necessary", "The medical necessity ~ established.", "cannot be|can not be|could not be|has not been|have not been|had not been|is not|was not|of four visits is not|of massage two three four five six seven is not"),
    ("not necessary", "Massage is said to be medically necessary, which means that medical necessity cannot be ~.", ESTABLISHED),
    ("not necessary", "Massage that they call medically necessary has not been ~.", ESTABLISHED),
    ("not necessary", "There is ~ of medical necessity.", "no evidence|no proof|no showing|insufficient evidence|insufficient proof|insufficient showing"),
    ("not necessary", "Massage is not~ medically necessary.", ", in this reviewer's opinion,|, therefore,|, based on what is known and on the guideline,|, given the above, considered|, at this time, to be"),
    ("necessary", "Massage is~ medically necessary.", ", in this reviewer's opinion,|, therefore,|, based on what is known and on the guideline,|, given the above, considered"),
    ("not necessary", "That massage is medically necessary ~.", "has not been established|is not supported|cannot be shown|could not be confirmed|at this time has not been established|is, we find, not so; it is not"),
    ("necessary", "Massage is medically necessary ~.", "and harm has not been shown|because other care has not been shown to help|as harm is not established|, though a cure is not supported|since a cure was not met|but a cure cannot be shown|, and its harm has not been established"),
    ("not necessary", "~.", "Medical necessity is lacking|Medical necessity is clearly lacking|Medical necessity was absent|Medical necessity remains unproven|There is no medical necessity|There is no medical necessity for massage|There is no clear medical necessity"),
    ("not necessary", "The ~.", "denial is therefore upheld|utilization review determination is thus upheld|denial is hereby sustained|denial is not overturned|denial was not reversed|denial should not be overturned|denial must not be reversed"),
    ("necessary", "The ~.", "denial is therefore overturned|utilization review decision is hereby reversed|denial is not upheld|denial was not affirmed|denial should not be upheld|denial must not be sustained"),
    ("not necessary", "The ~.", "denial is upheld|denial was affirmed|denial should be sustained|denial must be upheld|denial of massage is upheld|non-certification is upheld|noncertification is upheld|utilization review decision is upheld|utilization review determination is upheld|utilization review decision is affirmed|utilization review decision is sustained"),
    ("necessary", "Massage ~ medically necessary.", "is|and heat are|was|and heat were|should be|has been|remains|and heat remain|is found|is deemed|is considered|is safe and|, therefore|is seen as|is to be considered as|is as such both clearly and"),
    ("necessary", "Massage, ~ medically necessary, may go on.", "found|deemed|considered|therefore"),
    ("necessary", "Massage is ~ medically necessary.", BETWEEN),
    ("necessary", "Massage is medically ~.", "necessary|appropriate|indicated|warranted"),
    ("necessary", "Medical necessity ~ established.", "is|was|has been|have been|of massage is|for massage is|is therefore|is clearly|is thus"),
    ("necessary", "Medical necessity is ~.", "established|supported|demonstrated|shown|met|confirmed|substantiated"),
    ("necessary", "The ~.", "denial is overturned|denial was reversed|denial should be overturned|denial must be overturned|denial of massage is overturned|non-certification is overturned|noncertification is overturned|utilization review decision is overturned|utilization review determination is overturned|utilization review decision is reversed"),
    ("necessary", "~ recommend overturning this.", "I|We"),
    # The last sentence that concludes decides, and the last phrase in it; a quotation and a condition do not count.
    ("necessary", "Massage is not medically necessary. ~", "Massage is medically necessary.|The visits are medically necessary. They help.|Massage helps, and is medically necessary"),
    ("not necessary", "Massage is medically necessary. ~", "Massage is not medically necessary.|Such care is not asked for; it is medically unnecessary. It helps.|The first six visits were medically necessary; the next six are not medically necessary"),
    ("not necessary", "Massage is not medically necessary. ~", 'The letter says "it is medically necessary" of it.|"It is medically necessary" is said.|"It helps." "It is medically necessary." So it is said.'),
    ("necessary", "~ massage is medically necessary.", 'The "best" care with|The "best" care (of "all") with|The 1" band with|The 1" and 2" and 3" bands with'),
    ("nothing", "~ it is medically necessary.", "If|Whether|Unless|Until|Why|When|How|Only where|Had it|They contend that|They contended that|They argue that|It was argued that|It asserts that|They assert that|It was asserted that|It states that|It stated that|It claims that|Utilization review found that|Utilization review concluded that|Utilization review held that|Utilization review determined that|Utilization review found in a letter of the second day of the month of May of the year that it was asked for that, as it says,"),
    ("necessary", "~ it is medically necessary.", "If asked for by request, then|It is asked whether; and|How it helps is clear. Thus|Elif:"),
    ("not necessary", "~ is medically necessary. It is not medically necessary.", "The claim is whether it"),
    # What would be, what others think, and what is on something else, does not count.
    ("not necessary", "The request is not medically necessary. ~", "Additional visits may be medically necessary if function improves.|More visits might then be medically necessary.|With documentation of function, visits could be considered medically necessary.|These visits can be medically necessary.|Should function improve, massage would be medically necessary.|If function improves, massage is medically necessary.|Unless it is shown, massage is medically necessary.|Further massage would be medically necessary without it.|Opioids should be tapered, and a taper is medically appropriate.|Tapering should proceed as medically indicated.|A home program is medically appropriate.|Care that is medically appropriate should be sought.|Options which are medically appropriate are known.|Those who are medically indicated are few.|The six sessions already authorized are medically necessary.|Massage is medically necessary if exercise goes on.|Massage is medically necessary only when exercise goes on.|Massage is medically necessary in patients who exercise.|Massage is medically necessary within the acute phase.|For massage to be medically necessary, exercise goes on.|What is medically necessary was told.|“Massage is medically necessary” stands in it.|It says 'massage is medically necessary' there.|The provider says that massage is medically necessary.|The physician has also noted that the massage was medically necessary.|UR found that massage is medically necessary.|The guideline considers massage medically necessary.|The patient's view is that massage is medically necessary."),
    ("necessary", "Massage is medically necessary. ~", "Further visits without gains would not be medically necessary.|Heat may not be medically necessary.|It is needed because surgery is not medically indicated.|Surgery is not medically necessary.|Massage is not medically necessary in the first weeks.|The request was denied since medical necessity was not established.|The reviewer of UR held that massage is not medically necessary.|The request was not certified, as massage was not medically necessary."),
    ("necessary", "Massage is medically necessary ~.", "since drugs are not medically appropriate|because surgery is not medically indicated|while heat is medically unnecessary"),
    ("necessary", "~ medically necessary.", "The request would be|The requested further massage would be|This would be|The request is considered|The request appears to be|Massage seems|Massage appears|Massage continues to be|Massage has been shown to be|I find the massage|We find this to be|I consider massage and heat is|UR said no, but the massage is|The provider says that it helps; therefore massage is|The provider noted pain, and the request is|UR denied it, however it is|The request for heat, ice, and massage is|The request, as it was first made for the back, is|The patient has failed exercise and the massage is|As drugs cannot be borne the massage is|With no gain from exercise the massage is|I disagree with UR and find that the massage is"),
    ("not necessary", "~ medically necessary.", "The request would not be|The request could not be considered|The massage is no longer|The massage was wanted but is no longer|The massage is neither reasonable nor|The massage is neither|The massage does not appear to be|The massage is not reasonable or|Massage cannot, on this record, be considered|As the surgery is not needed, none of these visits are|None of it is|Neither of the requests is|No further visits are|The request exceeds what is|The requested frequency is in excess of what is|The massage is more than is|The request, as it was first made for the back, is not"),
    ("not necessary", "The massage is ~.", "not medically reasonable and necessary|not medically required|in no way more than what is needed; it is not medically necessary"),
    ("necessary", "The massage is ~.", "medically reasonable and necessary|medically required"),
    ("unclear", "~ massage is medically necessary.", "There is a lack of documentation that the|The file is insufficient to show that|It is inadequate to show that|I am unable to conclude that the|It is unlikely that|It is doubtful that further|It has yet to be shown that|The evidence falls short of establishing that|There is no evidence, in the records provided, that the|None of the records, the reports included, supports a finding that|It is not explained why more of this care, beyond six visits,|There is no documentation per Dr. Roe that the|It is unclear that|The letter does not show the|No study could convince anybody that|The provider declined to say that"),
    ("unclear", "~.", "The provider's opinion that massage is medically necessary is not supported|UR stated that massage is medically necessary is not shown|There is no basis to conclude that massage is not medically necessary|It cannot be said that massage is not medically necessary|I do not agree that massage is not medically necessary|There is nothing to support medical necessity"),
    ("not necessary", "Documentation that the massage is medically necessary ~.", "is lacking|is still wholly absent|was insufficient|is at best unclear|has been inadequate"),
    ("not necessary", "~.", "The medical necessity of massage is not clearly established|Medical necessity was not yet sufficiently demonstrated|Medical necessity is not evident|Medical necessity is not documented|Medical necessity is not apparent|Medical necessity has not been proven|Medical necessity remains questionable|Medical necessity is in doubt|The criteria for medical necessity are not met|The standard of medical necessity has not been satisfied|The requirements for medical necessity of massage were not fulfilled|The massage does not meet the criteria for medical necessity|The file does not support medical necessity|The file fails to establish the medical necessity|The file failed to show any medical necessity|It is insufficient to demonstrate medical necessity|It cannot satisfy the definition of medical necessity|There is a lack of documentation of medical necessity|There is inadequate support for the medical necessity|The UR decision is upheld|The adverse determination is affirmed|The denial of massage of 0.5 hours is upheld"),
    ("necessary", "~.", "Medical necessity for massage has therefore been established|Medical necessity is clearly evident|The records support the medical necessity of massage|The massage meets the criteria for medical necessity|The file demonstrates medical necessity|The file satisfies the requirements for medical necessity|The criteria for medical necessity are met|The standard of medical necessity has been fully satisfied|The UR decision is overturned|The prior determination is reversed"),
    # On something else, as far as the words tell: then weaker words decide, and what is found is a warning.
    ("weakly necessary", "~ is medically necessary.", "Heat|The neck brace|Six of one and ice"),
    ("weakly not necessary", "~ not medically necessary.", "Heat is|Surgery of the knee is|The medical necessity of heat is such that heat is"),
    ("weakly not necessary", "~", "Heat is medically necessary. The request is not supported.|Therefore, the massage is not supported.|The request is denied.|The request is hereby non-certified.|The request does not meet the guideline.|The request is not clinically supported.|The request for massage is not supported.|The request for 0.5 hours of massage is not supported.|I recommend non-certification.|I concur with the utilization review.|We agree with the denial.|The requested massage is excessive."),
    ("weakly necessary", "~", "Heat is not medically necessary. The request is supported.|Therefore, the massage is supported.|The request meets the guideline.|The request is reasonable.|The request for massage is supported.|The request fits the guideline and should be approved.|I recommend approval.|I disagree with the utilization review.|I cannot agree with UR."),
    ("unclear", "~", "The file does not show that the request is warranted.|There is no evidence that the request is justified.|The criteria of the guideline are not met.|The guideline supports it.|It exceeds the guideline.|The requirements have been met."),
    ("nothing", "~", "The original request was certified. More lacks gains.|The prior request was approved in part. The rest goes on.|The requested massage is recommended as an adjunct to exercise.|The request was not certified by UR. It was sent on.|While the request is reasonable, no quantity was given.|The request for massage was modified as a trial is recommended.|If asked, the request is supported.|The provider states that the request is supported.|The request was certified. It goes on."),
    ("unclear", "~ that it is medically necessary.", "It is not so|It never seems|It is hardly clear|It cannot be said|Neither letter says|None says|No letter says|The letter fails to show|The letters fail to show|The letter failed to show|Nor is it clear|It is without doubt|They dispute|It is disputed|She disputes|He disagrees|They disagree"),
    ("necessary", "~ it is medically necessary.", "It is notable that|Nobody doubts that|It is not said, but|Not all helped; yet|The knot in the neck shows that|It did not help. Yet|There is no more in this long letter than what was said in the one before, and"),
    ("not necessary", "Six visits are medically necessary; the other six ~.", "are not|is not|were not|was not|are not so|are not; so it is"),
    ("necessary", "Six visits are medically necessary; the other six ~.", "are not asked for|are|do not count|help"),
    ("not necessary", "~", "Six visits are medically necessary; the other six are not|Six visits are medically necessary; six are not ; it ends."),
    ("necessary", "~ six are medically necessary.", "The other six visits are not;|The other six visits are not so;"),
    ("necessary", "Massage is medically necessary~ The other is not.", """.|!|?|.)|."|.')|!) """),
    # Weaker words count where there is nothing stronger, in the last two sentences.
    ("weakly not necessary", "The request ~ supported.", "is not|was not|would not be|should not be|can not be|could not be|is therefore not|is thus not|are not|were not"),
    ("weakly not necessary", "The ~ not supported.", "requests are|requested visits are|proposed visits are"),
    ("weakly not necessary", "The request is not ~.", WEAK),
    ("weakly not necessary", "The ~.", "request cannot be supported|request cannot be certified|request cannot be approved|request cannot be authorized|request cannot be recommended|requests cannot be approved|requested visits cannot be approved"),
    ("weakly necessary", "The ~ supported.", "request is|request was|request should be|request is therefore|request is thus|requests are|requests were|requested visits are|proposed visits are"),
    ("weakly necessary", "The request is ~.", WEAK),
    ("weakly necessary", "~", "The request is not supported. The request is supported.|The request is supported. It helps."),
    ("weakly not necessary", "~", "The request is supported. The request is not supported.|The request is not supported. It helps.|The request is not supported, and the request was supported, but the request is not approved."),
    ("weakly necessary", "~", "Requests are supported.|The request is supported, though the request was not indicated, and so the request is approved."),
    ("nothing", "~", '"It is medically necessary" is what they say.|"It is medically necessary" and "it helps" are what they say.'),
    ("nothing", "~", "The request is supported. It helps. It goes on.|The guideline is supported.|The massage helps.|The request goes on; heat is approved.|The request is under review. It was reviewed. It is on file."),
    ("necessary", "~", "The request is not supported. Massage is medically necessary.|Massage is medically necessary. The request is not supported."),
    ("not necessary", "~", "Massage is not medically necessary. The request is supported."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("conclusion", "text"),
    [
        pytest.param(conclusion, template.replace("~", words), id=template.replace("~", words))
        for conclusion, template, filled in CONCLUSIONS
        for words in filled.split("|")
    ],
)
def test_conclusion(conclusion: str, text: str) -> None:
    assert said(text) == conclusion
