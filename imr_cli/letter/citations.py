"""What a guideline line says: documents of the MTUS, other sources, or that nothing was cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.case.model import Guidelines

if TYPE_CHECKING:
    from imr_cli.case.model import MtusCitation, Source
    from imr_cli.guideline.table import Table
    from imr_cli.letter.wording import Wording


def guideline_line(side: str, cited: Guidelines | None, wording: Wording, table: Table) -> str:
    """Return the line of one side: `claims_administrator` or `reviewer`. Both have one grammar."""
    cited = cited or Guidelines()
    if not cited.mtus and not cited.other:
        return wording.say(f"guideline.none.{side}")
    sentences = []
    if cited.mtus:
        documents = (document_citation(each, wording, table) for each in cited.mtus)
        joined = wording.say("join.documents").join(documents)
        sentences.append(wording.say("guideline.mtus", documents=joined))
    else:
        sentences.append(wording.say(f"guideline.outside.{side}"))
    if cited.why_not_mtus:
        sentences.append(wording.say(f"guideline.why.{cited.why_not_mtus}"))
    if cited.other:
        sources = [each if isinstance(each, str) else source_citation(each, wording) for each in cited.other]
        key = "guideline.other" if len(sources) == 1 else "guideline.others"
        sources[:-1] = [each.rstrip(" .") for each in sources[:-1]]
        joined = wording.say("join.sources").join(sources)
        sentences.append(ended(wording.say(key, sources=joined)))
    sentences += [ended(each) for each in cited.adds]
    return " ".join(filter(None, sentences))


def document_citation(cited: MtusCitation, wording: Wording, table: Table) -> str:
    """Return title, year, sections and pages, as letters cite the MTUS."""
    document = table.document(cited.document)
    if document is None:
        raise LookupError(f"document {cited.document} was not checked")
    title, year = document.cited_as.title, document.cited_as.year or ""
    citation = wording.say("guideline.document", title=title, year=year).strip()
    if cited.sections:
        key = "guideline.section" if len(cited.sections) == 1 else "guideline.sections"
        citation += wording.say(key, sections=wording.say("join.sections").join(cited.sections))
    if cited.pages:
        key = "guideline.page" if cited.pages.isdecimal() else "guideline.pages"
        citation += wording.say(key, pages=cited.pages)
    return citation


def source_citation(source: Source, wording: Wording) -> str:
    """Return a guideline or a study outside the MTUS, from its parts."""

    def part(name: str) -> str:
        value = getattr(source, name)
        return wording.say(f"source.{name}", **{name: value}) if value else ""

    year = source.year or ""
    if source.kind == "guideline":
        facts = {"chapter": part("chapter"), "section": part("section"), "year": year}
        return wording.say("source.guideline", organization=source.organization or "", **facts)
    return wording.say(
        "source.study",
        authors=(source.authors or "").rstrip("."),
        title=(source.title or "").rstrip("."),
        journal=source.journal or "",
        year=year,
        volume=part("volume"),
        pages=part("pages"),
    )


def ended(sentence: str) -> str:
    """Return the sentence with a full stop, unless it has its end."""
    sentence = sentence.rstrip()
    return sentence if sentence.endswith((".", "!", "?", '."')) else f"{sentence}."
