"""What a text concludes, and that the plain ways of saying it are weighed as the others are."""

from __future__ import annotations

import pytest

from imr_cli.case.model import Guidelines, Item
from imr_cli.guideline.aliases import alias_index
from imr_cli.texts import conclusion
from imr_cli.texts.conclusion import conclusion_of
from imr_cli.texts.prose import Prose
from imr_cli.texts.subject import Subject
from support.findings import RESOURCES


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is medically necessary.", "necessary"),
        ("It is not medically necessary.", "not-necessary"),
        ("It is medically unnecessary", "not-necessary"),
        ("None of it is medically necessary.", "not-necessary"),
        ("Six are medically necessary; the other six are not.", "not-necessary"),
        ("It is medically necessary. The other is not.", "necessary"),
        (
            'The guideline says "is not medically necessary" of others. It is medically necessary.',
            "necessary",
        ),
        ('It is not medically necessary. "It is medically necessary" is what they say.', "not-necessary"),
        ("Whether it is medically necessary is asked.", None),
        ("The medical necessity of the therapy has been established.", "necessary"),
        ("The medical necessity of the therapy is not established.", "not-necessary"),
        ("The denial is upheld.", "not-necessary"),
        ("The utilization review decision should be overturned.", "necessary"),
        ("The therapy goes on.", None),
    ],
)
def test_conclusions(text: str, said: str | None) -> None:
    assert conclusion_of(Prose(text)).said == said


PLAIN = [
    f"{first}{request} {verb}{adverb} {negation}medically necessary{rest}."
    for first in ("", "Therefore, ", "Based on the above, ", "As such ")
    for request in ("the request", "this request for massage", "the current request for an mri", "the request for 0.5 hours of pt")
    for verb in ("is", "was")
    for adverb in ("", " therefore")
    for negation in ("", "not ")
    for rest in ("", " at this time", ", as told", " in 2014", " if it helps")
]  # fmt: skip


@pytest.mark.parametrize("before", ["", "It helps. ", 'They say "it helps. '])
def test_what_is_found_at_once_is_what_weighing_finds(before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    subject = Subject(Item("Massage therapy", Guidelines()), None, alias_index(RESOURCES.table).vocabulary)
    behind = ' So." It is told.' if '"' in before else ""
    texts = [Prose(f"{before}{sentence.capitalize()}{behind}") for sentence in PLAIN]
    at_once = [conclusion_of(text, subject) for text in texts]
    monkeypatch.setattr(conclusion, "_plainly", lambda *_: None)
    assert [conclusion_of(text, subject) for text in texts] == at_once
    found_ones = {(each.said, each.nearness) for each in at_once}
    assert (found_ones == {(None, 0)}) is ('"' in before)  # a quotation concludes nothing
