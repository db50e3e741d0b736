"""What every command works with: the table, the wording in the house's words, the layouts.

All of it is looked at before the first letter; a fault in any of it stops the run with nothing written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from imr_cli import rules_house as rules
from imr_cli.layout import Layouts
from imr_cli.places import bundled
from imr_cli.reader import documents
from imr_cli.table_files import fingerprint_of, load_table
from imr_cli.wording import HOUSE, House, Wording, check_wording, placeholders, read_wording

if TYPE_CHECKING:
    from pathlib import Path

    from imr_cli.finding import Finding
    from imr_cli.reader import Document, Node
    from imr_cli.table import Table
    from imr_cli.table_files import Folder


class KitFault(Exception):
    """A house file, wording or layout folder cannot be used. `findings` say why, with positions."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0].message)
        self.findings = findings


@dataclass(frozen=True)
class Kit:
    """Table, wording and layouts, each read when it is first asked for.

    `house` is a house file, None for the bundled one; `templates` a folder whose layouts, wordings and
    house file go before the bundled ones; `guidelines` a folder whose rows are added to the bundled table.
    """

    house: Path | None = None
    templates: Path | None = None
    guidelines: Path | None = None

    @cached_property
    def table(self) -> Table:
        """The guideline table, with the house's own rows."""
        return load_table(bundled("guidelines"), self.guidelines)

    @cached_property
    def layouts(self) -> Layouts:
        """The layouts of every format."""
        return Layouts(self._folders)

    @cached_property
    def wording(self) -> Wording:
        """The sentences, with the house's own.

        Raises:
            KitFault: the house file or the wording cannot be used.
        """
        faults: list[Finding] = []
        name, node, document = self._read("wording/en.yaml")
        language, sentences = read_wording(node, faults)
        if not faults and len(self._folders) > 1:
            _, node, _ = self._read("wording/en.yaml", self._folders[-1] / "wording" / "en.yaml")
            faults += _differences(sentences, read_wording(node, faults)[1])
        if faults:
            raise KitFault([fault.in_source(name) for fault in document.places(faults)])
        name, node, document = self._read("house.yaml", self.house)
        house = HOUSE.read(node, (), faults)
        if isinstance(house, House):
            faults += check_wording(house, sentences)
        if faults or not isinstance(house, House):
            raise KitFault([fault.in_source(name) for fault in document.places(faults)])
        return Wording(language, sentences, house)

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """Hashes of everything that a letter depends on beside its case."""
        words = {"wording": self._found("wording/en.yaml"), "house": self.house or self._found("house.yaml")}
        layouts = {
            f"{number}/{each.name}": each.read_bytes()
            for number, folder in enumerate(self._folders)
            for each in sorted(folder.iterdir(), key=lambda each: each.name)
            if each.name.endswith(".jinja")
        }
        return {
            "table": self.table.fingerprint,
            **{name: fingerprint_of({"": file.read_bytes()}) for name, file in words.items()},
            "layouts": fingerprint_of(layouts),
        }

    @cached_property
    def _folders(self) -> list[Folder]:
        if self.templates is not None and not self.templates.is_dir():
            raise KitFault([rules.file_not_readable("no such folder").in_source(str(self.templates))])
        own: list[Folder] = [self.templates] if self.templates is not None else []
        return [*own, bundled("templates")]

    def _read(self, name: str, place: Folder | None = None) -> tuple[str, Node, Document]:
        file: Folder = place if place is not None else self._found(name)
        try:
            content = file.read_bytes()
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise KitFault([rules.file_not_readable(reason).in_source(str(file))]) from None
        found, findings = documents(content)
        if len(found) > 1:
            findings = [rules.second_document().at(found[1].first_line, 1)]
        elif found:
            node, more = found[0].read()
            findings = [*findings, *more]
            if node is not None and not findings:
                return str(file), node, found[0]
        raise KitFault([finding.in_source(str(file)) for finding in findings])

    def _found(self, name: str) -> Folder:
        for folder in self._folders:
            if (folder / name).is_file():
                return folder / name
        return self._folders[-1] / name


def _differences(sentences: dict[str, str], bundled_ones: dict[str, str]) -> list[Finding]:
    """What a wording lacks that the program will say, and the facts it names that there are not."""
    faults = [
        rules.sentence_missing(key, path=("sentences",)) for key in bundled_ones if key not in sentences
    ]
    for key, sentence in sentences.items():
        known = (*placeholders(bundled_ones.get(key, sentence)), "organization", "short_name")
        faults += [
            rules.unknown_placeholder(name, known, path=("sentences", key))
            for name in placeholders(sentence)
            if name not in known
        ]
    return faults
