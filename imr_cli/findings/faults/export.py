"""The rules of the state's data file: IMR961 and up. A case with one of them is not in the file: exit 1."""

from __future__ import annotations

from imr_cli.findings.finding import rule


@rule("IMR961")
def draft_not_exported(place: int) -> str:
    """A case is to be exported while a decision in it is only proposed.

    Why: an item without a decision was once reported as upheld. What nobody decided is not reported.
    Example: an item without `decision` in the case file.
    Remedy: let the physician reviewer decide, run the case again, and export then.
    """
    return f"item {place} has no decision, only a proposed one; the case is not exported"


@rule("IMR962")
def separator_in_field(field: str) -> str:
    """A field holds the separator of the data file, or a line break.

    Why: every field after it would stand in the wrong column.
    Example: a chapter title with a `|` in it.
    Remedy: take the character out of the table's row.
    """
    return f"the field {field} holds the separator or a line break; the case is not exported"


@rule("IMR963")
def citation_without_year(document: str) -> str:
    """A cited document has no edition year in the table.

    Why: the state takes a citation as chapter title and year; a blank year once blanked all citations.
    Example: a document whose edition is not known.
    Remedy: give the document its year in the table, or cite the edition that was used.
    """
    return f"the table has no year of {document}; the case is not exported"


@rule("IMR964")
def exported_twice(where: str) -> str:
    """Two records with the same case number are to be exported.

    Why: case numbers are how the state tells cases apart.
    Example: a manifest and a copy of it.
    Remedy: take one of the two out of the export.
    """
    return f"a case with this number came before, in {where}; only that one is exported"


@rule("IMR965")
def without_letter() -> str:
    """A case of a manifest has no letter.

    Why: the records go to the state with the letters; a refused case has none yet.
    Example: a case with an error in a batch.
    Remedy: fix the case, run the batch again with `--resume`, and export then.
    """
    return "the case was refused and has no letter; it is not exported"
