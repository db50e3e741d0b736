"""What every command works with: the table, the house with its wording, the layouts.

All of it is looked at before the first letter; a fault in any of it stops the run with nothing written.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from imr_cli.files.bundled import DataFault, bundled, content_of, data_file, has_file, names_in, shown_place
from imr_cli.files.cache import fingerprint_of
from imr_cli.findings.faults import house as rules
from imr_cli.guideline.loading import load_table
from imr_cli.letter.house import language_faults, load_house
from imr_cli.letter.layouts import Layouts
from imr_cli.letter.wording import Wording, read_wording

if TYPE_CHECKING:
    from pathlib import Path

    from imr_cli.files.bundled import Folder
    from imr_cli.findings.finding import Finding
    from imr_cli.guideline.table import Table
    from imr_cli.letter.house import House


WORDING_FILE, HOUSE_FILE = "wording/en.yaml", "house.yaml"


class Resources:
    """Table, house, wording and layouts, each read when it is first asked for.

    `house` is a house file, None for the bundled one; `templates` a folder whose layouts, wordings and
    house file go before the bundled ones; `guidelines` a folder whose rows are added to the bundled table.
    """

    def __init__(
        self, house: Path | None = None, templates: Path | None = None, guidelines: Path | None = None
    ) -> None:
        self._own_house_file = house
        self.templates = templates
        self.guidelines = guidelines

    @cached_property
    def table(self) -> Table:
        """The guideline table, with the house's own rows."""
        return load_table(bundled("guidelines"), self.guidelines)

    @cached_property
    def layouts(self) -> Layouts:
        """The layouts of every format."""
        return Layouts(self._folders)

    @property
    def words_place(self) -> str:
        """The house file, as the user finds it."""
        return shown_place(*self._house_file)

    @cached_property
    def house(self) -> House:
        """The house whose letters these are.

        Raises:
            DataFault: the house file or the wording cannot be used.
        """
        return load_house(data_file(*self._house_file), self._language[1])

    @cached_property
    def wording(self) -> Wording:
        """The sentences, with the house's own.

        Raises:
            DataFault: the house file or the wording cannot be used.
        """
        language, sentences = self._language
        return Wording(language, {**sentences, **self.house.wording}, self.house.organization)

    @cached_property
    def _language(self) -> tuple[str, dict[str, str]]:
        """The language of the wording and its sentences, before the house's own take their places."""
        file = data_file(*self._found(WORDING_FILE))
        faults: list[Finding] = []
        language, sentences = read_wording(file.node, faults)
        if not faults and len(self._folders) > 1:
            bundled_one = data_file(self._folders[-1], WORDING_FILE)
            faults += language_faults(sentences, read_wording(bundled_one.node, faults)[1])
        file.refuse(faults)
        return language, sentences

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """Hashes of everything that a letter depends on beside its case."""
        words = {"wording": self._found(WORDING_FILE), "house": self._house_file}
        layouts = {
            f"{number}/{name}": content_of(folder, name)
            for number, folder in enumerate(self._folders)
            for name in names_in(folder)
            if name.endswith(".jinja")
        }
        return {
            "table": self.table.fingerprint,
            **{name: fingerprint_of({"": content_of(*place)}) for name, place in words.items()},
            "layouts": fingerprint_of(layouts),
        }

    @cached_property
    def _folders(self) -> list[Folder]:
        if self.templates is not None and not self.templates.is_dir():
            raise DataFault([rules.file_not_readable("no such folder").in_source(str(self.templates))])
        return [*([self.templates] if self.templates is not None else []), bundled("templates")]

    @property
    def _house_file(self) -> tuple[Folder, str]:
        own = self._own_house_file
        return ("", str(own)) if own is not None else self._found(HOUSE_FILE)

    def _found(self, name: str) -> tuple[Folder, str]:
        found = next((folder for folder in self._folders if has_file(folder, name)), self._folders[-1])
        return found, name
