"""The published letters come out word for word, once the house says its own sentences.

The house's sentences are cut out of each published letter when the test runs: what stands between the facts
of the case is the house's wording. None of it stands in this file.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from support.checkout import CHECKOUT, SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

CASES = sorted((SHARED / "cases").glob("*.yaml"))
PUBLISHED = [each for each in CASES if (SHARED / "letters" / f"{each.stem}.txt").is_file()]

MADE, SUMMARY, DECISIONS = (
    "HOW THE IMR FINAL DETERMINATION WAS MADE",
    "CLINICAL CASE SUMMARY",
    "IMR ISSUES, DECISIONS AND RATIONALES",
)
HEADER = (
    *("Case Number:", "Date Assigned:", "Date of Injury:", "Decision Date:", "UR Denial Date:", "Priority:"),
    "Application Received:",
)
LICENSED_IN, CERTIFICATIONS = "State(s) of Licensure:", "Certification(s)/Specialty:"
CLAIMS_ADMINISTRATOR, RATIONALE = "Claims Administrator guideline:", "Decision rationale:"
DECISION_WORDS = {"upheld": "Upheld", "overturned": "Overturned"}


class Letter:
    """A letter's text, searched without regard to white space: lines are broken differently everywhere."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [place for place, each in enumerate(text) if not each.isspace()]
        self.squeezed = "".join(text[place] for place in self.places)

    def find(self, words: str, start: int) -> tuple[int, int]:
        """Where the words begin and end, from `start` on, in squeezed positions."""
        wanted = "".join(words.split())
        begin = self.squeezed.find(wanted, start)
        assert begin >= 0, f"not in the published letter: {words[:60]!r}"
        return begin, begin + len(wanted)

    def between(self, begin: int, end: int) -> str:
        """The text between two squeezed positions, with the blanks around it, white space folded."""
        first = self.places[begin - 1] + 1
        last = self.places[end] if end < len(self.places) else len(self.text)
        return re.sub(r"\s+", " ", self.text[first:last])

    def separators(self, facts: Sequence[str], start: int) -> tuple[list[str], int]:
        """What stands before each of the facts, one after the other; and where the last one ends."""
        found, place = [], start
        for fact in facts:
            begin, end = self.find(fact, place)
            found.append(self.between(place, begin))
            place = end
        return found, place


def test_twenty_letters_are_compared(shared: Path) -> None:
    assert len(PUBLISHED) == 20


@pytest.mark.parametrize("case_file", PUBLISHED, ids=lambda each: each.stem)
def test_published_letter_word_for_word(case_file: Path, tmp_path: Path, imr: Callable[..., Any]) -> None:
    published = (SHARED / "letters" / f"{case_file.stem}.txt").read_text(encoding="utf-8")
    case = data_of(case_file)
    house, letter = tmp_path / "house.yaml", tmp_path / "letter.txt"
    house.write_text(yaml.safe_dump(house_of(published, case), allow_unicode=True), encoding="utf-8")

    ended = imr("decide", case_file, "--house", house, "--format", "text", "-o", letter)

    assert (ended.code, ended.stdout) == (0, ""), ended.stderr
    written = letter.read_text(encoding="utf-8")
    assert header_of(written) == header_of(published)
    ours, theirs = (text[text.index(MADE) :] for text in (written, published))
    assert "".join(ours.split()) == "".join(theirs.split())
    assert words_of(ours, theirs) == theirs.split()


def test_a_wrong_word_would_be_seen(shared: Path) -> None:
    """The comparison forgives nothing but the publisher's hyphens at line ends."""
    published = "An FDA-\napproved drug - one\nof two."
    assert words_of("An FDA-approved drug - one of two.", published) == published.split()
    assert words_of("An FDA-approved drug- one of two.", published) != published.split()
    assert words_of("An FDA-approved drug - one oftwo.", published) != published.split()


@pytest.mark.parametrize("case_file", CASES, ids=lambda each: each.stem)
def test_every_shared_case_gets_its_letters(case_file: Path, tmp_path: Path, imr: Callable[..., Any]) -> None:
    ended = imr("decide", case_file, "-f", "markdown", "-f", "html", "-f", "text", "-O", tmp_path)
    assert ended.code == 0, ended.stderr
    number = data_of(case_file)["case_number"]
    for suffix in ("html", "md", "txt"):
        assert DECISIONS in (tmp_path / f"{number}.{suffix}").read_text(encoding="utf-8")


def header_of(letter: str) -> dict[str, str]:
    """The header, field by field. The publisher broke one label over two lines, around its value."""
    words = " ".join(letter[letter.index(HEADER[0]) : letter.index(MADE)].split())
    words = re.sub(r"Application (\S+) Received:", r"Application Received: \1", words)
    values = re.split("|".join(map(re.escape, HEADER)), words)[1:]
    labels = re.findall("|".join(map(re.escape, HEADER)), words)
    assert sorted(labels) == sorted(HEADER)
    return {label: value.strip() for label, value in zip(labels, values, strict=True)}


def words_of(ours: str, theirs: str) -> list[str]:
    """Our words, parted as the publisher's line ends parted theirs behind a hyphen and nowhere else."""
    broken = set()
    place = 0
    for line in theirs.splitlines():
        place += len("".join(line.split()))
        if line.rstrip().endswith("-"):
            broken.add(place)
    words: list[str] = []
    place = 0
    for word in ours.split():
        start = 0
        for end in range(1, len(word)):
            if place + end in broken:
                words.append(word[start:end])
                start = end
        words.append(word[start:])
        place += len(word)
    return words


def house_of(published: str, case: dict[str, Any]) -> dict[str, Any]:
    """The house whose letter this is: its organization and its own sentences."""
    letter = Letter(published)
    short_name = re.search(r"^\f?(?!Claims Administrator)(\S.*) guideline:", published, re.MULTILINE)
    assert short_name is not None
    wording = {"title": ""}
    wording |= made_wording(letter, case)
    wording |= lead_wording(letter, case)
    for sentences in items_wording(letter, case, f"{short_name[1]} guideline:"):
        wording |= sentences
    return {"organization": {"name": short_name[1], "short_name": short_name[1]}, "wording": wording}


def made_wording(letter: Letter, case: dict[str, Any]) -> dict[str, str]:
    """The sentences on the reviewer, in their order; the last one introduces the qualifications."""
    keys = ["sent", "independence", "practice", "selection", "law"]
    _, start = letter.find(MADE, 0)
    licensed, after_label = letter.find(LICENSED_IN, start)
    *sentences, credentials = re.split(r"(?<=\.) (?=[A-Z])", letter.between(start, licensed).strip())
    assert len(sentences) == len(keys)
    separators, end = letter.separators(case["reviewer"]["licensed_in"], after_label)
    _, after_label = letter.find(CERTIFICATIONS, end)
    more, _ = letter.separators(case["reviewer"]["board_certifications"], after_label)
    wording = {f"made.{key}": sentence for key, sentence in zip(keys, sentences, strict=True)}
    wording["made.credentials"] = credentials
    for label, found in (("certifications", more), ("licensed_in", separators)):
        wording |= {join_of(label): each for each in found[1:]}
    return wording


def join_of(label: str) -> str:
    """The key for what stands between the entries of a list: its own, or the one of all lists."""
    sentences = data_of("templates/wording/en.yaml")["sentences"]
    return f"join.{label}" if f"join.{label}" in sentences else "join.list"


def lead_wording(letter: Letter, case: dict[str, Any]) -> dict[str, str]:
    """The sentence before the summary, and the one before the decisions."""
    _, start = letter.find(SUMMARY, 0)
    begin, _ = letter.find(case["clinical_summary"], start)
    wording = {"summary.lead": letter.between(start, begin).strip()}
    _, start = letter.find(DECISIONS, begin)
    begin, _ = letter.find(heading_facts(case["disputed_items"][0])[0][1], start)
    wording["decisions.lead"] = letter.between(start, begin).strip()
    return wording


def heading_facts(item: dict[str, Any]) -> list[tuple[str, str]]:
    """What a heading states, in the order of the published form."""
    names = ("original_request", "authorized", "treatment") if "authorized" in item else ("treatment",)
    return [(name, item[name]) for name in names] + [("decision", DECISION_WORDS[item["decision"]])]


def items_wording(letter: Letter, case: dict[str, Any], reviewer_label: str) -> Iterator[dict[str, str]]:
    """The sentences of every item's heading and guideline lines."""
    place, _ = letter.find(DECISIONS, 0)
    for item in case["disputed_items"]:
        facts = heading_facts(item)
        place, _ = letter.find(facts[0][1], place)
        yield {f"item.{heading_form(item)}": template(letter, facts, place)}
        for side, label in (("claims_administrator", CLAIMS_ADMINISTRATOR), ("reviewer", reviewer_label)):
            _, start = letter.find(label, place)
            place, _ = letter.find(RATIONALE if side == "reviewer" else reviewer_label, start)
            yield from line_wording(letter, side, item[f"{side}_guideline"], start, place)
        _, place = letter.find(item["rationale"], place)


def heading_form(item: dict[str, Any]) -> str:
    if "authorized" not in item:
        return "heading"
    return "whole" if item["treatment"].split() == item["original_request"].split() else "remainder"


def template(letter: Letter, facts: Sequence[tuple[str, str]], start: int) -> str:
    """The sentence with the facts' names where the letter has the facts."""
    separators, _ = letter.separators([fact for _, fact in facts], start)
    separators[0] = ""
    return "".join(f"{before}{{{name}}}" for before, (name, _) in zip(separators, facts, strict=True))


def line_wording(letter: Letter, side: str, cited: Any, start: int, end: int) -> Iterator[dict[str, str]]:
    """The sentences of one guideline line: documents of the MTUS first, then other sources."""
    if cited == "none":
        yield {f"guideline.none.{side}": letter.between(start, end).strip()}
        return
    place = start
    documents, sources = cited.get("mtus", []), cited.get("other", [])
    for number, citation in enumerate(documents):
        (before, title_year), place = letter.separators(title_and_year(citation["document"]), place)
        assert title_year == " "
        if number:
            yield {"join.documents": before}
        else:
            opening = before.lstrip()
        sections = citation.get("sections", [])
        separators, place = letter.separators(sections, place)
        if sections:
            yield {f"guideline.section{'s' if len(sections) > 1 else ''}": f"{separators[0]}{{sections}}"}
            yield from ({"join.sections": each} for each in separators[1:])
    between = ""
    if sources:
        begin, after = letter.find(sources[0], place)
        between = letter.between(place, begin)
    elif documents:
        between = letter.between(place, end)
    ending, _, rest = between.partition(". ")
    if documents:
        yield {"guideline.mtus": f"{opening}{{documents}}{ending.strip().rstrip('.')}."}
    else:
        yield {f"guideline.outside.{side}": f"{ending.strip()}."}
    if sources:
        key = "guideline.other" if len(sources) == 1 else "guideline.others"
        yield {key: f"{rest}{{sources}}"}
        separators, _ = letter.separators([each.rstrip(" .") for each in sources[1:]], after)
        yield from ({"join.sources": each} for each in separators)


def title_and_year(document: str) -> tuple[str, str]:
    """How letters cite a document, as the table has it."""
    rows = data_of("guidelines/documents.yaml")["documents"]
    cited_as = next(row["cited_as"] for row in rows if row["id"] == document)
    return cited_as["title"], cited_as["year"]


@cache
def data_of(name: str | Path) -> dict[str, Any]:
    """A data file, named from the checkout's top, every scalar as text."""
    return yaml.load((CHECKOUT / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
