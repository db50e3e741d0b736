"""The options of the command line that several commands share: names, metavars and help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

SomeCases = Annotated[
    list[str] | None, typer.Argument(metavar="CASE...", help="Files, folders of *.yaml and *.yml, or -.")
]
Debug = Annotated[bool, typer.Option("--debug", hidden=True, help="As `imr --debug`.")]
Format = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", help="markdown (md), html, text (txt) or json. Default: the suffix of -o."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the one letter there instead of stdout."),
]
OutputDir = Annotated[
    Path | None,
    typer.Option(
        "--output-dir",
        "-O",
        metavar="DIR",
        help="Write <case_number>.<suffix> for every case there, and a manifest of what was done.",
    ),
]
FilesFrom = Annotated[
    str | None,
    typer.Option("--files-from", metavar="FILE|-", help="Read the names of case files there, one a line."),
]
Name = Annotated[
    str,
    typer.Option(
        "--name",
        metavar="PATTERN",
        help="Letters' names: {case_number}, {year}, {decision_date}, {outcome}, {priority}, {status}, text.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes of a batch. Default: one per core."),
]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="End a batch at the first refused case.")]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with a batch: what its manifest vouches for stays.")
]
Timings = Annotated[
    Path | None,
    typer.Option("--timings", metavar="FILE", help="Write the seconds of every case of a batch there."),
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", help="Work on a Dask cluster (needs `imr-cli[cluster]`)."),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="Report only these warnings and notes: codes or their beginnings. Errors are always reported.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODES",
        help="Do not report these. An error stays one, or is a warning where its rule allows that.",
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="One line for every case of a batch.")]
HouseFile = Annotated[
    Path | None,
    typer.Option(
        "--house", envvar="IMR_HOUSE", metavar="FILE", help="Organization and own sentences of a house."
    ),
]
Templates = Annotated[
    Path | None, typer.Option("--templates", metavar="DIR", help="Layouts that go before the bundled ones.")
]
Guidelines = Annotated[
    Path | None,
    typer.Option(
        "--guidelines",
        metavar="DIR",
        help="A folder of rows that are added to the table, or replace its rows.",
    ),
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit as the run would.")]
Strict = Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Errors only.")]
Style = Annotated[
    str, typer.Option("--output-format", metavar="STYLE", help="Findings as concise, full, json or github.")
]
