"""The rules of a file and its YAML: IMR101 and up."""

from __future__ import annotations

from imr_cli.findings.finding import rule
from imr_cli.findings.suggest import quoted


@rule("IMR101")
def empty_file() -> str:
    """A file holds no case.

    Why: a blank file in a batch is a lost case, and silence would hide it.
    Example: a file of comments only.
    Remedy: write the case, or take the file out of the batch. `imr new` makes a starter.
    """
    return "the file holds no case"


@rule("IMR102")
def not_utf8(byte: int) -> str:
    """A byte is not UTF-8.

    Why: read as something else, the byte would put a wrong character into the letter.
    Example: a file saved as Windows-1252 with a degree sign in it.
    Remedy: save the file as UTF-8.
    """
    return f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8"


@rule("IMR103")
def not_yaml(problem: str, line: str) -> str:
    """The text cannot be read as YAML.

    Why: a case that cannot be read whole is not read in part.
    Example: a quotation mark that is never closed; a tab used for indentation.
    Remedy: fix the line; quote text that holds `: `, `#` or begins with a special character.
    """
    if line.lstrip(" ").startswith("\t"):
        return "indentation must be spaces; this line begins with a tab"
    if "mapping values are not allowed" in problem:
        return "a second `: ` on the line; put the whole text in quotation marks"
    if "unexpected end of stream" in problem or "while scanning a quoted scalar" in problem:
        return "a quotation mark is not closed"
    if "cannot start any token" in problem:
        return "a value begins with a character that YAML reserves; put the text in quotation marks"
    return f"not readable as YAML ({problem})" if problem else "not readable as YAML"


@rule("IMR104")
def cut_by_comment() -> str:
    """An unquoted value loses its end to a comment.

    Why: YAML drops ` #60` without a word, and with it the quantity in dispute.
    Example: `treatment: Tramadol 50 mg #60` reads as `Tramadol 50 mg`.
    Remedy: put the whole text in quotation marks; give a comment a line of its own.
    """
    return (
        "everything from ` #` on is lost as a comment; put the whole text in quotation marks, "
        "or move the comment to a line of its own"
    )


@rule("IMR105")
def key_twice(key: str) -> str:
    """A field is given twice.

    Why: one of the two would win silently.
    Example: two `decision:` lines in one disputed item.
    Remedy: keep one.
    """
    return f"{quoted(key)} is given twice here; keep one"


@rule("IMR106")
def anchor_or_alias() -> str:
    """An anchor (`&name`) or an alias (`*name`).

    Why: a value that stands somewhere else can change without anybody looking at this line, and nested
    aliases can grow a small file without limit.
    Example: `rationale: *same`.
    Remedy: write the value out. Quote text that begins with `&` or `*`.
    """
    return (
        "anchors and aliases are not used in case files; write the value out, "
        "or quote text that begins with `&` or `*`"
    )


@rule("IMR107")
def tag() -> str:
    """A YAML tag (`!!python/...`, `!important`).

    Why: tags ask the reader to build something other than text.
    Example: `age: !!int 34`.
    Remedy: take the tag away; quote text that begins with `!`.
    """
    return "tags are not used in case files; write the value without it, or quote text that begins with `!`"


@rule("IMR108")
def merge_key() -> str:
    """A merge key (`<<`).

    Why: fields would come from somewhere else in the file.
    Example: `<<: *defaults`.
    Remedy: write the fields out.
    """
    return "merge keys are not used in case files; write the fields out"


@rule("IMR109")
def too_deep(most: int) -> str:
    """Lists and mappings stand too deep inside one another.

    Why: no case needs it; such files are made to exhaust a reader.
    Example: a thousand opening brackets.
    Remedy: check the brackets and the indentation.
    """
    return f"nested more than {most} levels deep"


@rule("IMR110")
def too_large(most: int) -> str:
    """A case is too large.

    Why: 4 MiB is a hundred times the largest known case; more is another kind of file.
    Example: a scanned record pasted into a case.
    Remedy: list the record under `records` instead of pasting it.
    """
    return f"the case is larger than {most // (1024 * 1024)} MiB"


@rule("IMR111")
def unprintable(code: int) -> str:
    """A character that cannot be printed, or that reorders the text around it.

    Why: the letter would not read as it was written.
    Example: a NUL byte, or U+202E from a copied web page.
    Remedy: delete the character.
    """
    return f"character U+{code:04X} cannot be printed; delete it"


@rule("IMR112")
def key_not_text() -> str:
    """A field name that is a list or a mapping.

    Why: field names are words.
    Example: `{a: b}: c`.
    Remedy: write the name of a field.
    """
    return "a field name must be a word"


@rule("IMR113")
def directive() -> str:
    """A YAML directive (`%YAML`, `%TAG`).

    Why: a directive changes how the rest of the file is read.
    Example: `%YAML 1.1` on the first line.
    Remedy: delete the line.
    """
    return "directives are not used in case files; delete the line"


@rule("IMR114")
def document_without_separator() -> str:
    """A second case begins without a `---` line.

    Why: cases of one stream are told apart by that line alone.
    Example: text after a `...` line.
    Remedy: put `---` on a line of its own before the next case.
    """
    return "text after the end of the case; separate cases by a line `---`"


@rule("IMR115")
def unreadable(reason: str) -> str:
    """A file or folder cannot be opened.

    Why: a case that is not read is a letter that is not written; it must not pass in silence.
    Example: a wrong path, or a file without read permission.
    Remedy: check the path and its permissions.
    """
    return f"cannot be read: {reason}"


@rule("IMR116")
def no_case_files() -> str:
    """A folder holds no case files.

    Why: a batch over the wrong folder would report success with nothing done.
    Example: a folder whose cases end in `.yml.txt`.
    Remedy: name a folder with `.yaml` or `.yml` files in it.
    """
    return "the folder holds no `.yaml` or `.yml` files"


@rule("IMR117")
def case_twice(other: str) -> str:
    """Two cases of a run have the same case number.

    Why: letters are named by their case numbers; one of the two would replace the other.
    Example: a folder with a case and a copy of it.
    Remedy: take one of the two out of the run.
    """
    return f"a case with this number came before, in {other}; only that one has its letter"


@rule("IMR118")
def not_writable(reason: str) -> str:
    """A letter cannot be written.

    Why: a letter is there whole or not at all, and its case then counts as refused.
    Example: a folder without write permission; a full disk.
    Remedy: make room or choose another place, and run the case again.
    """
    return f"the letter cannot be written: {reason}"
