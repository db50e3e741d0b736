"""The rules of the guideline table: IMR801 and up. `imr check-guidelines` applies them all."""

from __future__ import annotations

from imr_cli.findings.finding import rule
from imr_cli.findings.suggest import quoted

Name = str | int


@rule("IMR801")
def not_a_figure(name: Name) -> str:
    """A limit is neither a number nor a range.

    Why: limits are compared with what a case asks for.
    Example: `max_visits: about six`.
    Remedy: `6`, or `4 to 6`; what needs words belongs into `notes`.
    """
    return f"`{name}` must be a number, or a range such as 4 to 6"


@rule("IMR802")
def range_reversed(name: Name) -> str:
    """The lower end of a range is above its upper end.

    Why: no case could meet such a limit.
    Example: `max_visits: 6 to 4`.
    Remedy: turn the two around, or correct the slip.
    """
    return f"`{name}` runs from the larger to the smaller number"


@rule("IMR803")
def not_an_id(_: str) -> str:
    """An id with characters that ids do not have.

    Why: ids are typed in case files and on the command line.
    Example: `Massage Therapy`.
    Remedy: lower-case letters, digits, hyphens and points.
    """
    return "an id has lower-case letters, digits, hyphens and points only"


@rule("IMR804")
def interval_reversed() -> str:
    """A document is superseded before it is in force.

    Why: such an edition applies on no day.
    Example: `from: 2017-12-01`, `until: 2016-07-28`.
    Remedy: correct the dates.
    """
    return "`until` must be after `from`"


@rule("IMR805")
def id_twice(name: str, what: str) -> str:
    """Two rows have one id.

    Why: one of the two would never be found.
    Example: two topics `massage-therapy` in one document.
    Remedy: rename one, or merge the two.
    """
    return f"the {what} id {quoted(name)} is used twice"


@rule("IMR806")
def unknown_reference(name: str, what: str) -> str:
    """A row refers to something that the table does not have.

    Why: a criterion or limit that is not defined is never checked.
    Example: `criteria: [functional-improvment-documented]`.
    Remedy: correct the id, or add the row.
    """
    return f"there is no {what} {quoted(name)}"


@rule("IMR807")
def logic_unreadable(reason: str) -> str:
    """`criteria_logic` cannot be read.

    Why: an expression that cannot be read would decide nothing.
    Example: `red-flag or (surgery-candidate`.
    Remedy: criterion ids of the row joined by `and`, `or` and parentheses; or `all`, `any`.
    """
    return f"`criteria_logic` {reason}"


@rule("IMR808")
def no_source(name: str) -> str:
    """A verified row without a source.

    Why: what was verified must be findable again.
    Example: `basis: verified` and no `source`.
    Remedy: name where it was seen, or set `basis: memory`.
    """
    return f"{quoted(name)} is marked verified but names no source"


@rule("IMR809")
def alias_twice(alias: str, other: str) -> str:
    """Two topics of one document share an alias.

    Why: a request in those words could mean either.
    Example: `MRI knee` under two topics of the knee chapter.
    Remedy: leave it to the topic that a plain request means.
    """
    return f"the alias `{alias}` also leads to {quoted(other)} in this document"


@rule("IMR810")
def editions_overlap(other: str) -> str:
    """Two editions of one guideline are in force on the same day.

    Why: the tool could not tell which governs.
    Example: `until` of the older edition is later than `from` of the newer one.
    Remedy: correct the dates; the end of one is the beginning of the next.
    """
    return f"in force on days on which {quoted(other)}, another edition of the guideline, is in force too"


@rule("IMR811")
def limit_incomplete() -> str:
    """A limit compares a quantity but does not say how.

    Why: `compares` needs `bound` and `counts`, or the limit decides nothing.
    Example: `compares: visits` alone.
    Remedy: add `bound: at-most` (or at-least) and `counts: total`, `requested` or `prior`.
    """
    return "`compares`, `bound` and `counts` stand together or not at all"


@rule("IMR812")
def document_of_other_name(name: str) -> str:
    """A topics file is not named after its document.

    Why: whoever keeps the table finds a document's topics by the file's name.
    Example: `topics/chronic-pain.yaml` with `document: chronic-pain-2009`.
    Remedy: rename the file.
    """
    return f"the file must be named {name}.yaml after its document"


@rule("IMR813")
def unreachable(name: str) -> str:
    """A topic that no words find.

    Why: a row that a request cannot lead to is never used.
    Example: a topic whose title and aliases all belong to another topic too.
    Remedy: add an alias in the words of a request.
    """
    return f"no words lead to {quoted(name)}; add an alias"


@rule("IMR815")
def no_table_files() -> str:
    """A folder for `--guidelines` holds no files of a table.

    Why: the house believes that its rows are used, and there are none.
    Example: the folder above the right one.
    Remedy: name a folder with `documents.yaml`, `criteria.yaml`, `words.yaml` or `topics/*.yaml` in it.
    """
    return "the folder for --guidelines holds no files of a table"


@rule("IMR891")
def not_an_expression(reason: str) -> str:
    """A phrase is not a regular expression.

    Why: what cannot be read would find nothing, and a rule would fall silent.
    Example: `(medically necessary` without its closing parenthesis.
    Remedy: fix the expression; the message has the reason.
    """
    return f"not a regular expression: {reason}"
