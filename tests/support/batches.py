"""Folders of cases, and what a batch writes into its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from support.case_file import changed, numbered

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = ("priority: standard", "priority: urgent")


def write_cases(folder: Path, number: int, broken: tuple[int, ...] = ()) -> Path:
    """Write so many cases, some of them broken, and return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in range(1, number + 1):
        text = numbered(each)
        (folder / f"{each:05}.yaml").write_text(
            changed(*BROKEN, case=text) if each in broken else text, encoding="utf-8"
        )
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its name."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def records(folder: Path) -> list[dict[str, Any]]:
    """Return the lines of a manifest that stand for a case."""
    lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return [record for record in map(json.loads, lines) if "source" in record]
