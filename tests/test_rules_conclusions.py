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
