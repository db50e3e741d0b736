"""What a format is, and what it is given to lay out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.letter.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_cli.decision.determination import Determination
    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.table import Table
    from imr_cli.letter.layouts import Layouts
    from imr_cli.letter.model import Letter
    from imr_cli.letter.wording import Wording


class Manuscript:
    """A determination that is to be laid out, with all that a format may need for that."""

    def __init__(
        self,
        determination: Determination,
        findings: tuple[Finding, ...],
        wording: Wording,
        table: Table,
        layouts: Layouts,
    ) -> None:
        self.determination = determination
        self.findings = findings
        self.wording = wording
        self.table = table
        self.layouts = layouts

    @cached_property
    def letter(self) -> Letter:
        """The letter, with the same words in every format."""
        return compose(self.determination.case, self.determination.decided, self.wording, self.table)


class Format(NamedTuple):
    """A format of letters.

    `lay_out` returns the finished file, `visible_text` the characters of it that a reader sees; white space
    and marks around words may stay. `layout` is the file in the folder of templates that it follows, if any.
    What is no letter (`is_letter`) is not asked for the parts that the law requires of one.
    """

    name: str
    suffix: str
    lay_out: Callable[[Manuscript], bytes]
    visible_text: Callable[[bytes], str]
    layout: str = ""
    short_names: tuple[str, ...] = ()
    is_letter: bool = True
