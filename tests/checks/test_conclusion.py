"""What a rationale concludes, in every way of saying it that the tool knows, and on which treatment."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from imr_cli.checks.conclusion import _other_parts
from imr_cli.files.document import documents
from imr_cli.pipeline import examine
from support.case_file import ENDING, HERE, ONE_ITEM, TREATMENT_LINE, changed, places
from support.findings import RESOURCES, findings, found
from support.items import fully, item, plain, told
from support.sentences import (
    RATIONALE,
    TREATMENT_AND_TOPIC,
    Row,
    left_alone,
    noticed,
    placed,
    worded,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    ("not necessary", "The medical necessity ~ established.", "cannot be|can not be|could not be|has not been|have not been|had not been|is not|was not|of these visits is not|of massage two three four five six seven is not"),
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
    ("weakly not necessary", "~ massage is medically necessary.", "There is a lack of documentation that the|The file is insufficient to show that|It is inadequate to show that|I am unable to conclude that the|It is unlikely that|It is doubtful that further|It has yet to be shown that|The evidence falls short of establishing that|There is no evidence, in the records provided, that the|None of the records, the reports included, supports a finding that|It is not explained why more of this care, beyond six visits,|It is unclear that|The letter does not show the|No study could convince anybody that"),
    ("nothing", "~ massage is medically necessary.", "The provider declined to say that"),
    ("unclear", "~.", "The provider's opinion that massage is medically necessary is not supported|UR stated that massage is medically necessary is not shown"),
    ("weakly necessary", "~.", "There is no basis to conclude that massage is not medically necessary|It cannot be said that massage is not medically necessary|I do not agree that massage is not medically necessary"),
    ("weakly not necessary", "~.", "There is nothing to support medical necessity"),
    ("not necessary", "Documentation that the massage is medically necessary ~.", "is lacking|is still wholly absent|was insufficient|is at best unclear|has been inadequate"),
    ("not necessary", "~.", "The medical necessity of massage is not clearly established|Medical necessity was not yet sufficiently demonstrated|Medical necessity is not evident|Medical necessity is not documented|Medical necessity is not apparent|Medical necessity has not been proven|Medical necessity remains questionable|Medical necessity is in doubt|The criteria for medical necessity are not met|The standard of medical necessity has not been satisfied|The requirements for medical necessity of massage were not fulfilled|The massage does not meet the criteria for medical necessity|The file does not support medical necessity|The file fails to establish the medical necessity|The file failed to show any medical necessity|It is insufficient to demonstrate medical necessity|It cannot satisfy the definition of medical necessity|There is a lack of documentation of medical necessity|There is inadequate support for the medical necessity|The UR decision is upheld|The adverse determination is affirmed|The denial of massage of 0.5 hours is upheld"),
    ("necessary", "~.", "Medical necessity for massage has therefore been established|Medical necessity is clearly evident|The records support the medical necessity of massage|The massage meets the criteria for medical necessity|The file demonstrates medical necessity|The file satisfies the requirements for medical necessity|The criteria for medical necessity are met|The standard of medical necessity has been fully satisfied|The UR decision is overturned|The prior determination is reversed"),
    ("not necessary", "~ medically necessary.", "None of the visits is|None of these visits are|None of those is|None of them were|None of its parts is|None of that was|None of this is|Nothing is|Nothing here is|Nothing that was asked for is here; none is|None are|No additional visits are|No more visits were|No such request is"),
    ("not necessary", "The file ~ medical necessity.", "does not support|cannot support|fails to support|is unable to confirm|is inadequate to show|does not confirm|does not substantiate|does not justify|does not document|does not meet any standard of|does not meet the requirement for|lacks|is lacking"),
    ("not necessary", "Medical necessity ~.", "can not be shown|could not be shown|have not been shown|had not been shown|was not shown|is missing|is unsubstantiated|is doubtful|was absent|is not otherwise shown"),
    ("not necessary", "There is no ~ medical necessity.", "current|established|proven|lack of support for the"),
    ("not necessary", "The ~.", "standards for medical necessity is not met|requirement of medical necessity was not met|criteria for medical necessity have not been met|criteria for medical necessity are not yet fulfilled|denial is accordingly upheld|previous decision is upheld|original determination is upheld"),
    ("necessary", "~ medical necessity.", "The file establishes|The file established|The file supported|The file satisfied|The notes satisfy|The notes justify|The file justifies|The file confirms|The notes confirm|The file shows|The file substantiates|The notes met|The notes show"),
    ("necessary", "The ~.", "standard of medical necessity is met|requirement of medical necessity was met|criteria for medical necessity were met|criteria for medical necessity have been met|requirements for medical necessity are fulfilled|denial is thus overturned|denial is accordingly overturned"),
    ("necessary", "~ medically necessary.", "We consider the massage|We deem this|I judge these visits|I find it|I find them|We find such visits"),
    ("necessary", "Massage is, ~, medically necessary.", "by the guideline|from what is known|under the guideline|as was said|for these reasons|with what is known|however|accordingly|thus|then|indeed"),
    ("nothing", "Massage is~ medically necessary.", ", in parts not told,|, if at all,"),
    ("nothing", "~ massage is medically necessary.", "The provider indicates that|The physician believed that|The doctor opines that|The surgeon said that|The therapist states that|The chiropractor stated that|The psychologist notes that|The practitioner noted that|The patient feels that|The worker felt that|The claimant reports that|The claims administrator reported that|The adjuster claims that|The carrier contended that|The insurer argued that|The utilization reviewer asserted that|The UR physician suggests that|The UR doctor maintains that|The UR nurse found that|The appeal says that|The guidelines state that|MTUS found that|ACOEM concluded that|ODG held that|The provider has then determined that|The provider then judged that|The doctor later said that|The doctor had said that|The doctor also says that|The physicians have said that|The UR report's position is that|The provider denies that|UR denied that|The UR letter says that|The provider's position, as told, was that|The provider's view is that|The provider's assertion was that|The provider's statement was that|The UR determination was that|The UR decision was that|The provider's finding was that|The provider's conclusion was that|The provider finds that"),
    ("nothing", "~ medically necessary.", "The guideline regards massage as found|The provider described massage as seen as|The doctor deems massage in all that is said to be found|The physician considered massage and heat to be found|UR found massage not|UR non-certified it as not|The adjuster denied it as not"),
    ("nothing", "The massage ~ it was not medically necessary.", "was denied since|was modified because|were non-certified as|had been noncertified, it is said, for|was not certified on the ground that"),
    ("nothing", "~", "It would be medically necessary if it helped.|Should it help, it is medically necessary.|Were it to help, it is medically necessary.|Until it helps, it is medically necessary.|Additional massage would then be medically necessary.|Future massage would also be medically necessary.|Longer massage would still be medically necessary.|More massage would thus be medically necessary.|Continued massage would therefore be medically necessary.|Massage would be medically necessary once it helps.|Massage would be medically necessary absent pain.|Massage would be medically necessary when it helps.|Massage would be medically necessary unless it hurts.|With evidence of gains massage would be medically necessary.|With more time massage would be medically necessary.|It can also be medically necessary.|It could then be medically necessary.|It could still be medically necessary.|It might soon be medically necessary."),
    ("nothing", "Massage is medically necessary ~.", "where it helps|unless it hurts|until it helps|once it helps|provided that it helps|as long as it helps|so long as it helps|in cases of pain|in the case of pain|in the event of pain|in those who hurt|when it helps|during the initial weeks|in the subacute phase|within the chronic phase"),
    ("nothing", "The visits ~ medically necessary.", "which are|that were|previously approved are|initially certified are|first provided were|already completed were|already given were"),
    ("not necessary", "The ~ medically necessary.", "request is beyond what is|request is greater than what is|request is longer than is|request is higher than is|request is other than what is|request exceeds that which is"),
    ("necessary", "Massage ~ as medically necessary.", "is seen|was considered|is deemed|is regarded|is viewed|is accepted|has been established|has been shown|has been found|is fully supported|qualifies|is classified"),
    ("weakly not necessary", "~ massage is medically necessary.", "Neither of them shows that|None shows that|It lacks a note that shows|The file, which is lacking, does not say that|It falls short of proof that|The notes fall short of proof that|It is questionable that|He refused to hold that|It does not tell that|The notes fail at showing that|It was never shown that|It does not establish that|It failed to demonstrate that|It does not prove that|It cannot support that|It is without support, and hardly supports that|The notes do not support the claim that|I cannot find that|He never finds that|I am not finding that|I cannot conclude that|No one concludes that|It does not document that|No note documents that|It cannot justify that|Nothing justifies it, and none justifies that|It does not confirm that|No note confirms that|It does not substantiate that|No note substantiates that|It does not explain that|It did not convince me that|It has not persuaded anyone that|No red flags are told, and there is, in sum, no ground to say that"),
    ("weakly not necessary", "There is ~ supports medical necessity.", "no note that|neither note nor letter that|lack of a letter that|nothing that|never a note that|hardly a note that|insufficient care that|inadequate care that|not a note that"),
    ("weakly not necessary", "~ support medical necessity.", "None of the notes|No notes|It fails since notes do not always|It failed as too few notes|It lacks notes that|It cannot be told that notes|Neither note nor letter would|He is unable to say that notes"),
    ("necessary", "Massage is medically necessary ~ harm was not shown.", "and|or else|but|yet|as|because|since|for|while|although|though"),
    ("not necessary", "That massage is medically necessary ~.", "can not be shown|have not been shown|had not been shown|was not shown|are missing|were missing|is doubtful|is questionable|was wanting|is absent"),
    ("necessary", "~ massage is medically necessary.", "It is not told; |It was not said, so |It is not shown, but |It was not shown, yet |No note was kept and so the |It is without a note; therefore |It is without a note and thus |There is no note, hence |It is not told, accordingly |It is not told, consequently |It is not told, however |No note was kept and the |No note was kept and this |No note was kept and these visits of |No note was kept and I hold that |No note was kept and we find that |It cannot be told and conclude that |It is not told and determine that |I cannot see it and recommend that "),
    ("necessary", "The provider says that it hurts~ massage is medically necessary.", ";|; so|, so|, but|, yet|, however|, therefore|, thus|, hence|, accordingly|, consequently|, and the current request for|, and the present request for|, and this request for|, and I find that|, and we find that"),
    ("necessary", "Heat is medically necessary. ~ is medically necessary.", "This|These|Those|It|All|Both|Each|The same|Such|And it|So it|Or it|But it|Yet it|Then it|Also, it|Overall it|Clearly it|At this time it|The treatment|The services|These procedures|The medication|These drugs|The said items|The proposed equipment|The disputed devices|Such therapy|The first visit|The session|Therefore, what is asked|Hence, what is asked|Accordingly, what is asked|Consequently, what is asked|As such, what is asked|In conclusion, what is asked|In summary, what is asked|It was told; and therefore what is asked|It was told, so thus what is asked|The requests for heat, ice and massage|The requested heat, ice and massage"),
    ("not necessary", "Such care helps some; heat is medically necessary. ~ not medically necessary.", "Neither is|Six are|The other 6 visits are|And two of them are|But the first three are|The next four sessions are|The remaining five are|The last seven were|Eight is|Nine was|Ten were|Twelve are"),
    ("not necessary", "The request is not medically necessary. ~ is medically necessary.", "The request was told, since heat|The requests are known, because heat|The request has ended, but heat|The request had ended, although heat|The requests have ended, while heat|The request does stand, and a brace|The requests do stand, and further heat|The request did stand, and any heat|The note shows the request shows pain and an x-ray|The requests were many, and other heat"),
    ("weakly not necessary", "~ massage is medically necessary.", "No note shows|No note showing|It has never been shown|It cannot establish|Nothing is told, nor does it establish|No note establishes|It was never established|It is not establishing|It cannot demonstrate|No note demonstrates|It was never demonstrated|It is not demonstrating|It cannot prove|No note proves|It was never proved|It is not proving|No notes support|No note supports|No note supporting|No one finds|There is no finding|I cannot conclude|No one concludes|No notes document|No note documents|No notes justify|No note justifies|No notes confirm|No note confirms|No notes substantiate|No note substantiates|No note explains|No note is convincing as to what|No note persuaded anyone|It is lacking in notes to show|Neither note nor letter proves that"),
    ("weakly not necessary", "~ massage is medically necessary.", "None of what was sent, of this year or of the last, leads to the view that|Neither letter, of this year or of the last, leads to the view that|No letter, of this year or of the last, leads to the view that"),
    ("necessary", "Massage helps, ~ medically necessary.", "or is|but is|yet is|also is|thus is|and therefore is|so is|and indeed is|it was, and was|and were|and can be said to be, and has been|and is|and have been"),
    ("weakly necessary", "Heat~ ice is medically necessary.", " is massage of a kind; as|, whereas|, although|, though|, but|, if told, and when told, so| is not massage, so| is not massage, which is told;| is not massage and the| is not massage and a| is not massage and further| is not massage and other| is not massage and any"),
    ("nothing", "~ massage not medically necessary.", "The guideline considers|UR had considered|The adjuster deems|The adjuster deemed|The insurer regards|The insurer regarded|The guideline describes|The guideline described|UR found|UR finds|The letter is told: the carrier denied|The administrator noncertified"),
    ("not necessary", "The request is not medically necessary. Heat was ~ as medically necessary.", "given|told|done, it is said, where they saw it"),
    ("not necessary", "Massage ~ medically necessary.", "cannot be regarded as|cannot be viewed as|is not accepted as|cannot be supported as|does not qualify as|is not determined to be|is not believed to be|is not indicated and|is not safe and|is not well supported and|is not appropriate, reasonable, and|is not clinically indicated or|is not deemed to be either reasonable or|does not seem|would not seem to be|can't be considered|couldn\u2019t be found|shouldn't be considered|wouldn't be|won't be|doesn't appear|hasn't been shown to be|hasn't been established as|is not certified as|is not approved as|is not recommended as|is not endorsed as|is not recognized as|is not demonstrated to be|is far from|is anything but|is still not|is therefore not|is, on this record, not"),
    ("not necessary", "~ medically necessary.", "Neither massage nor heat is|Neither the first nor the further massage visits are|I do not find the massage to be|I cannot find the massage|We are unable to find the massage|I do not consider massage to be|I cannot accept the massage as|I cannot certify the massage as|I don't believe the massage to be|I do not believe massage is|I do not think the massage is|This reviewer finds the massage not|It cannot be regarded as"),
    ("not necessary", "~.", "The massage doesn't meet medical necessity|The records don't support medical necessity|Medical necessity has therefore not been established|Medical necessity is thus not supported|Medical necessity can't be established|Medical necessity isn't established|Medical necessity wasn\u2019t shown|Medical necessity is not verified|Medical necessity is not justified|Medical necessity is not present|Medical necessity has not been proved|Medical necessity is unclear|Medical necessity does not exist|Medical necessity remains to be established|Medical necessity has yet to be established|Massage is without medical necessity|Massage is not a medical necessity|A finding of medical necessity cannot be made|Massage cannot be supported on the basis of medical necessity|The massage is medically inappropriate|Medical necessity criteria are not met|The massage is medically unwarranted|The criteria for medical necessity have therefore not been met"),
    ("not necessary", "~.", "I therefore uphold the denial|I would uphold the UR decision|We affirm this determination|This reviewer upholds the denial|I recommend upholding the denial|The recommendation is to uphold the denial|The denial stands|The denial was appropriate|The denial is supported|The denial is found to be correct|The decision to deny massage is upheld"),
    ("necessary", "~.", "I overturn the denial|I would overturn the denial|This reviewer overturns the denial|The decision to deny is overturned|The denial is not supported|The denial was not justified|The denial should be set aside|It's medically necessary|It\u2019s clearly medically necessary|Massage is a medical necessity|This reviewer finds the massage medically necessary|The expert reviewer finds the request to be medically necessary"),
    ("necessary", "Massage is ~ medically necessary.", "indeed|hence|still|fully|plainly|certainly|probably|now|again|nonetheless|nevertheless|in fact|without question|without a doubt|in my opinion|in this case|at this point|for this patient|certified as|approved as|recommended as|recognized as|regarded as|determined to be|demonstrated to be"),
    ("nothing", "Massage is ~ medically necessary.", "hardly ever said to be of the kind that is|only|possibly|previously|conditionally"),
    ("weakly not necessary", "~ massage is medically necessary.", "I cannot say|I can't agree that|It isn't shown that|The file doesn't support that|I doubt that|There is no basis on which|It does not appear that|This reviewer does not believe that|It is not felt that|I am not convinced that|We do not find that|It is wrong to say that|It is incorrect that|It is untrue that|It is mistaken that|There is no indication that"),
    ("necessary", "The massage is medically necessary. ~", "UR wrote that it is not medically necessary.|According to UR, the treatment is not medically necessary.|Per UR, the request is not medically necessary.|The UR physician was of the opinion that it was not medically necessary.|The denial letter says that the request is not medically necessary.|The initial denial states that these visits are not medically necessary.|The initial determination held the request not medically necessary.|The peer reviewer thought the request not medically necessary.|The first reviewer felt that it is not medically necessary.|The prior reviewer found that it is not medically necessary.|The physician advisor stated that it is not medically necessary.|Dr. Roe found that the therapy was not medically necessary.|The QME felt that it is not medically necessary.|The reviewer for the plan held that it is not medically necessary.|The conclusion that it is not medically necessary is rejected.|The contention that it is not medically necessary cannot be sustained.|Visits beyond these would not be medically necessary.|Further visits are not medically necessary without gains.|Once it ends, the treatment is not medically necessary.|After that, it is no longer medically necessary.|Medical necessity beyond six visits is not established.|The medical necessity of further visits is not established.|The denial of the MRI is upheld.|The requested MRI, item 2, is not medically necessary.|The previous request in 2014 was not medically necessary.|The request of 2014 was not medically necessary.|The request was not medically necessary in 2014.|Bed rest is not medically appropriate.|Opioids are not medically necessary as first-line drugs."),
    ("not necessary", "The massage is not medically necessary. ~", "The treating physician wrote on appeal that the request is medically necessary.|The appeal states the request is medically necessary.|The patient believes the request is medically necessary.|Per the appeal, the request is medically necessary.|According to the provider, the request is medically necessary.|In the provider's opinion, the request is medically necessary.|In the opinion of the provider it is medically necessary.|Dr. Roe states the massage is medically necessary.|The QME opined that this is medically necessary.|The letter of medical necessity says that it is medically necessary.|The RFA says the massage is medically necessary.|The PR-2 indicates that the therapy is medically necessary.|The earlier IMR of 2015 found that the massage was medically necessary.|The request would be medically necessary if exercise were shown.|Had gains been shown, the request would have been medically necessary.|Were gains shown, the request would be medically necessary.|With proof of gains, the request would be medically necessary.|Upon proof of gains, the request would be medically necessary.|The request would have been medically necessary in the acute phase.|The request was medically necessary in 2014.|A trial of four visits would be considered medically necessary.|In 2015 the denial of massage was overturned.|An earlier denial was overturned on appeal.|The denial was reversed in 2014 on other facts.|Medical necessity of the earlier visits was established.|Long-term bed rest is medically appropriate.|Absent gains, it cannot be said that the request is medically necessary."),
    ("weakly not necessary", "~ not medically necessary. Bed rest is medically appropriate.", "Continued use is|The current dose is|Refills are|The prescription is|The operation is|The study is|The scan is|The unit is|Purchase is|Rental is|Testing is|The block is|Three days are|The implant is|Additional care is|A trial is|The stay is|The program is"),
    ("weakly not necessary", "~.", "The request is recommended for non-certification|The recommendation is for non-certification|Non-certification is recommended|I do not recommend approval of the massage|I cannot recommend certification of the request|I am unable to recommend certification|I don't recommend authorization|I would not recommend the massage|The request must be denied|The request should be denied|The request is accordingly denied"),
    ("weakly necessary", "~.", "Certification is recommended|I recommend that the massage be certified|I would approve this request|We would authorize the massage"),
    # On something else, as far as the words tell: then weaker words decide, and what is found is a warning.
    ("weakly necessary", "~ is medically necessary.", "Heat|The neck brace|Six of one and ice"),
    ("weakly not necessary", "~ not medically necessary.", "Heat is|Surgery of the knee is|The medical necessity of heat is such that heat is"),
    ("weakly not necessary", "~", "Heat is medically necessary. The request is not supported.|Therefore, the massage is not supported.|The request is denied.|The request is hereby non-certified.|The request does not meet the guideline.|The request is not clinically supported.|The request for massage is not supported.|The request for 0.5 hours of massage is not supported.|I recommend non-certification.|I concur with the utilization review.|We agree with the denial.|The requested massage is excessive."),
    ("weakly necessary", "~", "Heat is not medically necessary. The request is supported.|Therefore, the massage is supported.|The request meets the guideline.|The request is reasonable.|The request for massage is supported.|The request fits the guideline and should be approved.|I recommend approval.|I disagree with the utilization review.|I cannot agree with UR."),
    ("unclear", "~", "The file does not show that the request is warranted.|There is no evidence that the request is justified.|The criteria of the guideline are not met.|The guideline supports it.|It exceeds the guideline.|The requirements have been met."),
    ("weakly not necessary", "~.", "The request can not be approved|The requests cannot be approved|The requested visits cannot be certified|The requests are denied|The request is therefore denied|The request is thus denied|The request is unsupported|The requested visits are unwarranted|The requests do not meet the guideline|The request did not satisfy the guideline|The request does not fulfil it|Therefore, this heat is not supported|Therefore, these aids are not supported|Therefore heat is not warranted|It is recommended, non-certification|I am recommending denial|I agree with UR|I agree with the non-certification|I concur with the denial"),
    ("weakly necessary", "~.", "The request fits it and is approved|The requests fit it and are approved|The request fits it so should be certified|The request fits it and is therefore approved|The request fits it and is thus approved|The request satisfies the guideline|The requests satisfy the guideline|The request fulfils the guideline|Therefore, this heat is supported|Therefore, these aids are warranted|Therefore heat is supported|It is recommended, certification|I am recommending authorization|I do not agree with UR|She does not concur with UR|I cannot not agree with UR|I cannot concur with UR|I disagree with the denial|I disagree with the non-certification"),
    ("unclear", "~.", "The guideline is satisfied|The recommendations are exceeded|The requirements were fulfilled|A criterion of the guidelines was met|The criteria has been met|It is not the guideline|It meets the criteria|It satisfies the requirements|They satisfy all three criteria|It does not meet the criteria|It did not satisfy the requirement"),
    ("unclear", "~.", "Massage is not certified|The massage is non-certified|Massage is certified|The request is consistent with the guideline|The massage is unnecessary|The massage is considered unnecessary"),
    ("nothing", "The ~ request is supported.", "original|prior|previous|initial|earlier|first"),
    ("nothing", "~.", "It was previously held that the request is supported|Although the request is supported, no quantity was given|Though the request is supported, no quantity was given|Even if the request is supported, no quantity was given|The requests were authorized|The request was approved|The request was not recommended|The request was denied|The request is approved by UR|The request is approved by the utilization reviewer|The request is approved by the claims administrator|The request is recommended only for pain|The request is appropriate when it helps|The request is appropriate if it helps"),
    ("nothing", "The request for massage ~ told, and heat approved.", "is|are|was|were|has been|have been|had been|would be|should be|can be|could be|cannot be|will be"),
    ("nothing", "The request for massage ~ supported.", "does say that it is|do say that it is|did say that it is|due to pain that is|because it is|since it is"),
    ("nothing", "~", "The original request was certified. More lacks gains.|The prior request was approved in part. The rest goes on.|The requested massage is recommended as an adjunct to exercise.|The request was not certified by UR. It was sent on.|While the request is reasonable, no quantity was given.|The request for massage was modified as a trial is recommended.|If asked, the request is supported.|The provider states that the request is supported.|The request was certified. It goes on."),
    ("weakly not necessary", "~ that it is medically necessary.", "It is not so|It never seems|It is hardly clear|It cannot be said|Neither letter says|None says|No letter says|The letter fails to show|The letters fail to show|The letter failed to show|Nor is it clear|They dispute|It is disputed|She disputes|He disagrees|They disagree"),
    ("necessary", "~ it is medically necessary.", "It is notable that|Nobody doubts that|It is without doubt that|There is no question that|It is beyond any doubt that|There is no real reason to doubt that|It is not said, but|Not all helped; yet|The knot in the neck shows that|It did not help. Yet|There is no more in this long letter than what was said in the one before, and"),
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


LONG = "As the guideline asks, what was worn each day for many weeks had a good effect on what could be done at home and in the yard."


def massage(text: str) -> str:
    """The whole rationale of an item that is massage and nothing else."""
    return changed(
        TREATMENT_AND_TOPIC,
        "treatment: Massage\n",
        RATIONALE,
        f"rationale: {json.dumps(text)}",
        case=ONE_ITEM,
    )


def another_request(word: str) -> str:
    """A rationale that has nothing but that word in common with its request."""
    said = f"The request for an xray and {word} is medically necessary."
    return changed(
        TREATMENT_AND_TOPIC,
        f"treatment: Massage {word}\n",
        RATIONALE,
        f"rationale: {HERE}{said}",
        case=ONE_ITEM,
    )


NOTICED: list[Row] = [
    ("IMR704", another_request, "~", "request|service|remaining|the|left|times|unknown|weeks"),
]  # fmt: skip


test_sentence_is_noticed = noticed(NOTICED)


LEFT_ALONE: list[Row] = [
    ("IMR704", another_request, "~", "massage|cushion"),
    ("IMR704", massage, "The massage helps. The request for ~ is medically necessary.", "request|requested|service|services|treatment|treatments|surgery|surgical|procedure|intervention|ancillary|additional|current|original|associated|remaining|item|items|medication|medications|therapy|the|for|with|and|this|that|times|per|week|weeks|unspecified|quantity|unknown|left|right|bilateral|qty|visits|sessions|session|visit|retrospective|prospective|post|operative|pre|postoperative|preoperative|purchase|rental|use|day|days|month|months"),
]  # fmt: skip


test_sentence_is_left_alone = left_alone(LEFT_ALONE)


PLACES = [
    # parts of the body
    ("IMR705", fully(item(f'{HERE}"Massage of the foot, knee, hip, elbow and shoulder is medically necessary."', "Massage of the neck")), ["the rationale speaks of ankle foot, elbow, hip groin, knee, shoulder, the request is for neck"]),
    ("IMR705", fully(item(plain("It helps."), "Massage of the neck")), []),
    ("IMR705", fully(item(plain("The foot hurts. The foot is sore.")), item(told("The foot hurts. The foot is sore."), "Massage of the neck")), ["the rationale speaks of ankle foot, the request is for neck"]),
    ("IMR705", fully(item(plain("The neck hurts, and so does the foot. The foot is sore."), "Massage of the neck"), item(told("The foot hurts."), "Massage of the neck")), ["the rationale speaks of ankle foot, the request is for neck"]),
    ("IMR705", fully(item(plain("The neck hurts. The foot hurts. The foot is sore."), "Massage of the neck and of the knee")), []),
    ("IMR705", fully(item(plain("The foot hurts. The foot is sore."), "Massage of the neck", depends_on="2"), item(plain("It helps."))), []),
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


test_places_and_messages = placed(PLACES)


MESSAGES = [
    ("IMR705", [TREATMENT_LINE, "treatment: Massage of the neck and the low back\n", ENDING, "Massage of the foot and of the knee. They are medically necessary."], "the rationale speaks of ankle foot, knee, the request is for low back, neck"),
]  # fmt: skip


test_message = worded(MESSAGES)


def test_an_item_that_nobody_has_decided_has_no_rationale_to_judge() -> None:
    undecided = item("", "Sleeve").replace("    decision: overturned\n", "").replace("    rationale: \n", "")
    text, _ = places(fully(undecided, item('"The request for an xray is medically necessary."')))
    found_ones = findings(text)
    assert [each.path[1] for each in found_ones if each.rule.code == "IMR204"] == [0]
    assert [each.path[1] for each in found_ones if each.rule.code in ("IMR702", "IMR704")] == [1]


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
    found_ones = findings(text)
    assert ("IMR704", *place) in [(each.rule.code, each.line, each.column) for each in found_ones]


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
    found_ones = findings(fully(item(json.dumps(f"Massage goes on. {sentence}"))))
    assert "IMR704" not in [each.rule.code for each in found_ones]


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
    found_ones = findings(fully(item(rationale, treatment)))
    assert ("IMR705" in [each.rule.code for each in found_ones]) is is_another


@pytest.mark.parametrize(
    ("rationale", "summary", "others"),
    [
        ("the knee and the shoulder hurt", "the knee hurts", []),
        ("the shoulder needs surgery", "the knee hurts", ["shoulder"]),
        ("the shoulder moves freely", "knee and shoulder hurt", []),
        ("the shoulder hurts. the shoulder needs care", "knee and shoulder hurt", ["shoulder"]),
        ("nothing is said of a part", "the knee hurts", []),
    ],
)
def test_parts_that_stand_in_place_of_the_one_asked_for(
    rationale: str, summary: str, others: list[str]
) -> None:
    determination: Any = SimpleNamespace(table=RESOURCES.table, summary=SimpleNamespace(lower=summary))
    facts: Any = SimpleNamespace(lower=rationale)
    assert sorted(_other_parts(facts, frozenset({"knee"}), determination)) == others
