"""`imr export dwc`: write the state's data file from manifests or cases."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imr_cli.batch.manifest import NAME, ManifestFault, read_manifest
from imr_cli.batch.options import DONE, REFUSED, WRONG_USAGE, Run
from imr_cli.batch.work import Worker
from imr_cli.case.sources import paths_of, tasks_of
from imr_cli.files.output import reason_of, write_private
from imr_cli.findings.render import concise
from imr_cli.reports.dwc import DwcFile
from imr_cli.resources import Resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def export_dwc(names: Sequence[str], folder: Path, guidelines: Path | None) -> int:
    """Write both files into a folder. 1 where a case is not in them, 2 where a manifest cannot be used."""
    resources = Resources(guidelines=guidelines)
    file = DwcFile(resources.table)
    status = DONE
    try:
        for record in _records(names, resources):
            for finding in file.add(record):
                status = REFUSED
                print(concise(finding), file=sys.stderr)
        for name, text in file.texts().items():
            write_private(folder / name, text.encode("utf-8"))
    except ManifestFault as fault:
        print(f"imr: {fault}", file=sys.stderr)
        return WRONG_USAGE
    except OSError as error:
        print(f"imr: {error.filename or folder}: {reason_of(error)}", file=sys.stderr)
        return WRONG_USAGE
    cases, requests = file.counts
    print(f"{cases:,} cases with {requests:,} requests are in {folder}", file=sys.stderr)
    return status


def _records(names: Sequence[str], resources: Resources) -> Iterator[dict[str, Any]]:
    """Yield the cases of manifests, and of case files as they are now."""
    for name in names:
        place = Path(name)
        if place.is_dir() and (place / NAME).is_file():
            place /= NAME
        if place.suffix != ".jsonl":
            yield from _records_of_cases(name, resources)
            continue
        is_complete = False
        for record in read_manifest(place):
            is_complete = bool(record.get("end"))
            if "source" in record:
                yield record
        if not is_complete:
            raise ManifestFault(
                f"{place} is of a run that was cut off; `imr decide --resume` goes on with it"
            )


def _records_of_cases(name: str, resources: Resources) -> Iterator[dict[str, Any]]:
    worker = Worker(Run([name], (), check=True, quiet=True), resources, None)
    for task in tasks_of(paths_of([name])):
        for result in worker.work([task]):
            for _, text in result.shown:
                print(text, file=sys.stderr)
            yield result.record
