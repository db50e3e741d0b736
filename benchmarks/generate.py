"""Make realistic cases: `python benchmarks/generate.py FOLDER NUMBER [--stream]`.

The same number gives the same bytes. Sizes follow the published letters: 1 to 21 items a letter (half of them
one), rationales of 765 characters (median) up to 5,700, summaries of 1,400 up to 4,800, requests of 39 up to
540. All text is composed from the fragments below; no case is anybody's.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Treatment, topic (blank: to be found), document, section, pages, unit.
TREATMENTS = (
    (
        "Massage therapy, {n} visits",
        "massage-therapy",
        "chronic-pain-2009",
        "Massage therapy",
        "60",
        "visits",
    ),
    ("Acupuncture {n} sessions for the lumbar spine", "", "acupuncture-2007", "", "", "visits"),
    (
        "Physical therapy 2 times a week for {n} weeks, low back",
        "",
        "chronic-pain-2009",
        "Physical medicine treatment",
        "98-99",
        "",
    ),
    (
        "Chiropractic treatment, {n} visits",
        "",
        "chronic-pain-2009",
        "Manual therapy & manipulation",
        "58-60",
        "visits",
    ),
    ("Tramadol 50 mg #{n}0", "", "chronic-pain-2009", "Opioids", "74-96", ""),
    ("Norco 10/325 mg #{n}0", "", "chronic-pain-2009", "Opioids, criteria for use", "76-80", ""),
    (
        "Naproxen 550 mg #{n}0",
        "",
        "chronic-pain-2009",
        "NSAIDs (non-steroidal anti-inflammatory drugs)",
        "67-68",
        "",
    ),
    (
        "Omeprazole 20 mg #{n}0",
        "",
        "chronic-pain-2009",
        "NSAIDs, GI symptoms & cardiovascular risk",
        "68-69",
        "",
    ),
    ("Cyclobenzaprine 7.5 mg #{n}0", "", "chronic-pain-2009", "Cyclobenzaprine (Flexeril)", "41-42", ""),
    ("Gabapentin 300 mg #{n}0", "", "chronic-pain-2009", "Antiepilepsy drugs (AEDs)", "16-19", ""),
    ("MRI of the lumbar spine", "", "low-back-2004", "Special Studies", "303-305", ""),
    ("EMG of the left lower extremity", "", "low-back-2004", "Special Studies", "303-305", ""),
    ("MRI of the right knee without contrast", "", "knee-2004", "Special Studies", "341-343", ""),
    ("Urine drug screen", "", "chronic-pain-2009", "Drug testing", "43", ""),
    ("Functional capacity evaluation", "", "general-approaches-2004", "", "", ""),
    ("TENS unit, {n} month rental", "", "chronic-pain-2009", "TENS, chronic pain", "114-116", ""),
    (
        "Flurbiprofen 20% / Lidocaine 5% cream 180 g",
        "",
        "chronic-pain-2009",
        "Topical Analgesics",
        "111-113",
        "",
    ),
    (
        "Lumbar epidural steroid injection at L4-L5",
        "",
        "chronic-pain-2009",
        "Epidural steroid injections (ESIs)",
        "46",
        "",
    ),
    ("Home health aide {n} hours a day", "", "chronic-pain-2009", "Home health services", "51", ""),
    ("Gym membership for {n} months", "", "", "", "", ""),
    ("Aquatic therapy, {n} visits", "", "chronic-pain-2009", "Aquatic therapy", "22", "visits"),
)
LONG = " with re-evaluation after the first course, and with written progress notes on strength, range of motion and work status"
SENTENCES = (
    "The patient reports pain of 7 out of 10 that grows with bending, lifting and prolonged sitting.",
    "Earlier care consisted of medication, modified duty and a home program of stretching.",
    "On examination there was tenderness of the paraspinal muscles with spasm on both sides.",
    "Range of motion was reduced by about a third in flexion and by half in extension.",
    "Straight leg raising was negative; strength, reflexes and sensation were intact throughout.",
    "The records describe no measured gain in daily activities since the last course of treatment.",
    "The treating physician asks for further care to raise function and to lower the use of medication.",
    "Imaging of the previous year showed mild degenerative changes without compression of a nerve root.",
    "There is no report of a fall, of fever, of weight loss or of a change in bladder or bowel control.",
    "Work restrictions were unchanged: no lifting over 20 pounds and no work above shoulder level.",
    "A urine test of the spring was consistent with what had been prescribed.",
    "The medication list names an anti-inflammatory drug, a muscle relaxant and a sleep aid.",
    "The guideline asks for documented functional improvement before such treatment goes on.",
    "The notes give neither the number of earlier visits nor the result of each of them.",
    "The request states a dose and a quantity, but no length of time and no plan to taper.",
    "Side effects were denied, and the patient was able to drive, shop and keep house.",
    "The amount asked for stays within what the guideline recommends for a first trial.",
    "The treatment goes along with an active program of exercise that the patient keeps up at home.",
)
OPENINGS = ("The request is for {}.", "What is asked for is {}.", "The treating physician requests {}.")
ENDINGS = {
    "upheld": "Therefore the request for {} is not medically necessary.",
    "overturned": "Therefore the request for {} is medically necessary.",
}
RECORDS = (
    "{{id: R{n}, kind: progress-report, author: treating physician, from: {a}, to: {b}}}",
    "{{id: R{n}, kind: request-for-authorization, title: Request for Authorization, date: {b}}}",
    "{{id: R{n}, kind: therapy-note, title: Physical therapy notes, from: {a}, to: {b}}}",
)
IMAGING = "id: R9, kind: imaging, title: MRI of the lumbar spine"
STEP = 5
"""From one item's treatment to the next one's: no common divisor with their number, so none comes twice."""
CERTIFICATIONS = (
    "Occupational Medicine",
    '"Physical Medicine & Rehabilitation"',
    "Orthopedic Surgery",
    "Pain Management",
)


def case_text(number: int) -> str:
    """Return the text of case `number`, from 1."""
    random = Random(number)
    decided = date(2014, 1, 6) + timedelta(days=random.randrange(900))
    assigned = decided - timedelta(days=random.randrange(21, 40))
    received = assigned - timedelta(days=random.randrange(34))
    denied = received - timedelta(days=random.randrange(38))
    injured = denied - timedelta(days=random.randrange(200, 3000))
    complete = min(assigned + timedelta(days=random.randrange(12)), decided)
    age, sex = random.randrange(22, 64), random.choice(("female", "male"))
    noun = "woman" if sex == "female" else "man"
    lines = [
        f"case_number: CM{received.year % 100:02}-{number:07}",
        f"priority: {'expedited' if random.random() < 0.02 else 'standard'}",
        "dates:",
        f"  injury: {injured}",
        f"  utilization_review: {denied}",
        f"  application_received: {received}",
        f"  assigned: {assigned}",
        f"  records_received: {complete}",
        f"  decision: {decided}",
        "reviewer:",
        f"  board_certifications: [{random.choice(CERTIFICATIONS)}]",
        "  licensed_in: [California]",
        "  active_practice_hours_per_week: 24",
        f"patient: {{age: {age}, sex: {sex}}}",
        "records:",
        f"  - {{id: R1, kind: utilization-review, title: Utilization review determination, date: {denied}}}",
    ]
    for place in range(random.randrange(1, 4)):
        spans = RECORDS[place].format(
            n=place + 2, a=injured + timedelta(days=9), b=denied - timedelta(days=3)
        )
        lines.append(f"  - {spans}")
    lines.append(f"  - {{{IMAGING}, date: {denied - timedelta(days=200)}}}")
    summary = f"A {age}-year-old {noun} was injured on {injured:%B} {injured.day}, {injured.year}."
    lines += ["clinical_summary: >-", *_text(random, summary, _size(random, 1403, 4794), "  ")]
    lines.append("disputed_items:")
    first = random.randrange(len(TREATMENTS))
    for place in range(_items(random)):
        lines += _item(random, TREATMENTS[(first + place * STEP) % len(TREATMENTS)], decided)
    return "\n".join(lines) + "\n"


def _items(random: Random) -> int:
    return 1 if random.random() < 0.6 else min(21, 2 + int(random.expovariate(0.7)))


def _size(random: Random, median: int, most: int) -> int:
    return int(min(most, median * random.lognormvariate(0, 0.45)))


def _item(random: Random, asked: tuple[str, ...], decided: date) -> Iterator[str]:
    treatment, topic, document, section, pages, unit = asked
    count = random.randrange(2, 13)
    text = treatment.format(n=count)
    name = text.split(",")[0].split(" #")[0]
    if random.random() < 0.04:
        text += LONG
    decision = "overturned" if random.random() < 0.127 else "upheld"
    if document == "chronic-pain-2009" and decided >= date(2016, 7, 28):
        document, pages, topic = "chronic-pain-2016", "", ""
    yield f'  - treatment: "{text}"'
    if topic:
        yield f"    topic: {topic}"
    if unit:
        yield f"    requested: {{{unit}: {count}}}"
        yield (
            "    findings: {functional-improvement-documented: "
            + ("yes" if decision == "overturned" else "no")
            + "}"
        )
    yield "    records: [R1, R2]"
    cited = f"{{document: {document}, sections: [{section!r}]" if section else f"{{document: {document}"
    cited += f', pages: "{pages}"}}' if pages else "}"
    theirs = random.random()
    yield "    claims_administrator_guideline:" + (" none" if theirs < 0.2 or not document else "")
    if theirs >= 0.2 and document:
        yield "      mtus:"
        yield f"        - {cited}"
    if document:
        yield "    reviewer_guideline:"
        yield "      mtus:"
        yield f"        - {cited}"
        if random.random() < 0.15:
            yield "      other:"
            source = f"organization: Official Disability Guidelines, year: {min(2015, decided.year)}, chapter: Pain"
            yield f"        - {{kind: guideline, {source}}}"
    else:
        yield "    reviewer_guideline: none"
    yield f"    decision: {decision}"
    if decision == "overturned":
        yield "    departure: The records show special circumstances that the guideline does not speak of."
    yield "    rationale: >-"
    opening, ending = random.choice(OPENINGS).format(name), ENDINGS[decision].format(name)
    yield from _text(random, opening, _size(random, 700, 5600), "      ", ending)


def _text(random: Random, first: str, size: int, indent: str, last: str = "") -> Iterator[str]:
    """Yield text of about that size in lines of a case file."""
    sentences = [first] if first else []
    length = len(first) + len(last)
    while length < size:
        sentences.append(random.choice(SENTENCES))
        length += len(sentences[-1]) + 1
    sentences += [last] if last else []
    line = indent
    for word in " ".join(sentences).split():
        if len(line) + len(word) > 108:
            yield line
            line = indent
        line += word if line == indent else f" {word}"
    yield line


def broken(text: str, number: int) -> str:
    """Return the same case with a fault that its number chooses."""
    faults = (
        ("priority: standard", "priority: urgent"),
        ("reviewer:\n", "reviewr:\n"),
        ("    decision: upheld", "    decision: denied"),
        ("  decision: 20", "  decision: 19"),
    )
    first = Random(number).randrange(len(faults))
    for old, new in faults[first:] + faults:
        if old in text:
            return text.replace(old, new, 1)
    return text.replace("case_number:", "case_nummer:", 1)


def main() -> None:
    """Write the cases, one file each in folders of a thousand, or all of them as one stream on stdout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("number", type=int)
    parser.add_argument("--stream", action="store_true", help="one stream on standard output instead")
    parser.add_argument("--broken", type=int, default=0, metavar="N", help="every Nth case has a fault")
    options = parser.parse_args()
    for number in range(1, options.number + 1):
        text = case_text(number)
        if options.broken and number % options.broken == 0:
            text = broken(text, number)
        if options.stream:
            sys.stdout.write(f"---\n{text}")
            continue
        folder = options.folder / f"{number // 1000:03}"
        if number % 1000 in (0, 1) or number == 1:
            folder.mkdir(parents=True, exist_ok=True)
        (folder / f"case-{number:07}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
