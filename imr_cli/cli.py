"""The command line: names, options and help. What a command does is in `commands`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from imr_cli import __version__

if TYPE_CHECKING:
    import datetime as dt

    from imr_cli import commands
    from imr_cli.finding import Finding
    from imr_cli.selection import Selection

app = typer.Typer(
    name="imr",
    help="Independent Medical Review determination letters, held up to the guideline in force.",
    epilog="Exit status: 0 every case has its letter, 1 some case was refused, 2 wrong usage or a fault in "
    "templates, house file or guideline table, 3 a fault of the program, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)

Cases = Annotated[
    list[str], typer.Argument(metavar="CASE...", help="Files, folders of *.yaml and *.yml, or -.")
]
SomeCases = Annotated[
    Optional[list[str]],  # noqa: UP045  (typer reads the annotation at run time on Python 3.10 too)
    typer.Argument(metavar="CASE...", help="Files, folders of *.yaml and *.yml, or -."),
]
Debug = Annotated[bool, typer.Option("--debug", hidden=True, help="As `imr --debug`.")]
Format = Annotated[
    Optional[list[str]],  # noqa: UP045  (typer reads the annotation at run time on Python 3.10 too)
    typer.Option(
        "--format", "-f", help="markdown (md), html, text (txt) or json. Default: the suffix of -o."
    ),
]
Output = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--output", "-o", metavar="FILE", help="Write the one letter there instead of stdout."),
]
OutputDir = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(
        "--output-dir",
        "-O",
        metavar="DIR",
        help="Write <case_number>.<suffix> for every case there, and a manifest of what was done.",
    ),
]
FilesFrom = Annotated[
    Optional[str],  # noqa: UP045
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
    Optional[int],  # noqa: UP045
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes of a batch. Default: one per core."),
]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="End a batch at the first refused case.")]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with a batch: what its manifest vouches for stays.")
]
Timings = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--timings", metavar="FILE", help="Write the seconds of every case of a batch there."),
]
Scheduler = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--scheduler", metavar="ADDRESS", help="Work on a Dask cluster (needs `imr-cli[cluster]`)."),
]
Select = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option("--select", metavar="CODES", help="Report only these findings: codes or their beginnings."),
]
Ignore = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option("--ignore", metavar="CODES", help="Do not report these; errors stay what they are."),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="One line for every case of a batch.")]
HouseFile = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(
        "--house", envvar="IMR_HOUSE", metavar="FILE", help="Organization and own sentences of a house."
    ),
]
Templates = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--templates", metavar="DIR", help="Layouts that go before the bundled ones."),
]
Guidelines = Annotated[
    Optional[Path],  # noqa: UP045
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


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"imr {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of a fault of the program.")
    ] = False,
) -> None:
    """Independent Medical Review determination letters, held up to the guideline in force."""


@app.command(
    epilog="Examples: imr decide case.yaml -f html -o letter.html; imr decide cases/ -O letters/ --resume"
)
def decide(  # noqa: PLR0917  (typer calls it by name)
    cases: SomeCases = None,
    files_from: FilesFrom = None,
    form: Format = None,
    output: Output = None,
    output_dir: OutputDir = None,
    name: Name = "{case_number}",
    house: HouseFile = None,
    templates: Templates = None,
    guidelines: Guidelines = None,
    jobs: Jobs = None,
    resume: Resume = False,
    fail_fast: FailFast = False,
    scheduler: Scheduler = None,
    timings: Timings = None,
    check: Check = False,
    strict: Strict = False,
    select: Select = None,
    ignore: Ignore = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    output_format: Style = "concise",
    debug: Debug = False,
) -> None:
    """Read, check, hold every disputed item up to the guideline, and write the letter."""
    from imr_cli import commands
    from imr_cli.kit import Kit

    run = _run(
        [*(cases or ()), *_listed(files_from)],
        form,
        output,
        output_dir,
        check=check,
        quiet=quiet,
        style=output_format,
    )
    for given, option in ((resume, "--resume"), (timings, "--timings"), (scheduler, "--scheduler")):
        if given and (output_dir is None or check):
            raise typer.BadParameter("it is for a batch of letters: -O DIR", param_hint=option)
    run = run._replace(
        name=_pattern(name),
        selection=_selection(select, ignore, strict=strict),
        jobs=jobs,
        resume=resume,
        fail_fast=fail_fast,
        scheduler=scheduler,
        timings=timings,
        verbose=verbose,
        debug=debug,
    )
    raise typer.Exit(commands.decide(run, Kit(house, templates, guidelines)))


@app.command(epilog="Example: imr decide case.yaml --format json | imr render --format html")
def render(
    case: Annotated[
        str, typer.Argument(metavar="[CASE|-]", help="A decided case or a determination record.")
    ] = "-",
    form: Format = None,
    output: Output = None,
    house: HouseFile = None,
    templates: Templates = None,
    guidelines: Guidelines = None,
    output_format: Style = "concise",
) -> None:
    """Lay out a decided case, or what `imr decide --format json` wrote. Decides nothing."""
    from imr_cli import commands
    from imr_cli.kit import Kit

    if Path(case).is_dir():
        raise typer.BadParameter("`render` takes one case; `imr decide -O DIR` writes a folder's letters")
    run = _run([case], form, output, None, style=output_format)
    if "json" in run.formats:
        raise typer.BadParameter("`render` lays letters out; `imr decide --format json` writes the record")
    raise typer.Exit(commands.render(run, Kit(house, templates, guidelines)))


@app.command("check-guidelines", epilog="Example: imr check-guidelines case.yaml")
def check_guidelines(
    cases: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="[CASE...]", help="Show how the items of these cases stand."),
    ] = None,
    guidelines: Guidelines = None,
    select: Select = None,
    ignore: Ignore = None,
    quiet: Quiet = False,
    output_format: Style = "concise",
) -> None:
    """Prove the guideline table; with cases, show how each item stands against it."""
    from imr_cli import commands
    from imr_cli.kit import Kit

    _check_style(output_format)
    if cases:
        selection = _selection(select, ignore, strict=False)
        run = commands.Run(cases, (), quiet=quiet, style=output_format, selection=selection)
        raise typer.Exit(commands.check_cases(run, Kit(guidelines=guidelines)))
    from imr_cli.table_command import check_table

    raise typer.Exit(check_table(guidelines, quiet=quiet, style=output_format))


@app.command(epilog="Example: imr report letters/ --format html -o report.html")
def report(
    manifests: Annotated[
        list[Path], typer.Argument(metavar="MANIFEST...", help="Manifests of batches, or their folders.")
    ],
    form: Annotated[str, typer.Option("--format", "-f", help="table, json or html.")] = "",
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--output", "-o", metavar="FILE", help="Write it there instead of stdout."),
    ] = None,
) -> None:
    """Show what batches did: letters, outcomes, lateness, findings and refused cases."""
    from imr_cli.kit import Kit
    from imr_cli.report_command import FORMATS, show_report

    suffix = output.suffix.lstrip(".") if output else ""
    form = form or (suffix if suffix in FORMATS else "table")
    if form not in FORMATS:
        raise typer.BadParameter(f"no format {form!r}; there are {', '.join(FORMATS)}", param_hint="--format")
    raise typer.Exit(show_report(manifests, form, output, Kit()))


@app.command(epilog="Example: imr export dwc letters/ -O today/")
def export(
    what: Annotated[str, typer.Argument(metavar="dwc", help="The state's data file of cases and requests.")],
    names: Annotated[
        list[str], typer.Argument(metavar="MANIFEST|CASE...", help="Manifests, their folders, or case files.")
    ],
    output_dir: Annotated[
        Path, typer.Option("--output-dir", "-O", metavar="DIR", help="Write the two files there.")
    ] = Path(),
    guidelines: Guidelines = None,
) -> None:
    """Write the records that go to the state with the letters."""
    from imr_cli.export_command import export_dwc
    from imr_cli.kit import Kit

    if what != "dwc":
        raise typer.BadParameter(f"no export {what!r}; there is dwc")
    if not output_dir.is_dir():
        raise typer.BadParameter(f"{output_dir} is not a folder", param_hint="--output-dir")
    raise typer.Exit(export_dwc(names, output_dir, Kit(guidelines=guidelines)))


@app.command(epilog="Examples: imr guideline massage; imr guideline massage-therapy --on 2013-09-16")
def guideline(
    words: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="[ID|WORDS]", help="A document, a topic, or words of a request."),
    ] = None,
    on: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--on", metavar="DATE", help="What applied on that day (YYYY-MM-DD)."),
    ] = None,
    guidelines: Guidelines = None,
) -> None:
    """Show what the table says, with citation and provenance."""
    from imr_cli.kit import Kit
    from imr_cli.table_command import show_guideline

    raise typer.Exit(show_guideline(" ".join(words or ()), _day(on), Kit(guidelines=guidelines)))


@app.command(epilog="Example: imr rule IMR104")
def rule(
    code: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="[CODE]", help="A finding's code; without one, all are listed."),
    ] = None,
) -> None:
    """Explain one finding code, or list them all."""
    from imr_cli.rule_command import show_rules

    raise typer.Exit(show_rules(code))


@app.command(epilog="Example: imr new case.yaml")
def new(
    file: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Argument(metavar="[FILE]", help="Where to write it; stdout otherwise. Never replaces a file."),
    ] = None,
) -> None:
    """Write a commented starter case."""
    from imr_cli.starter_command import write_starter

    raise typer.Exit(write_starter(file))


@app.command(epilog="Example: imr schema > case.schema.json")
def schema() -> None:
    """Print the JSON Schema of the case file."""
    import json

    from imr_cli.case_shape import json_schema
    from imr_cli.writer import write_stdout

    write_stdout(json.dumps(json_schema(), indent=2) + "\n")


def _run(
    cases: list[str],
    form: list[str] | None,
    output: Path | None,
    output_dir: Path | None,
    *,
    check: bool = False,
    quiet: bool = False,
    style: str,
) -> commands.Run:
    """The run that the options ask for.

    Raises:
        typer.BadParameter: the options contradict one another.
    """
    from imr_cli.commands import Run
    from imr_cli.layout import FORMATS, SHORT_NAMES, format_of_suffix

    _check_style(style)
    if not cases:
        raise typer.BadParameter("name case files or folders, or a list of them with --files-from")
    default = format_of_suffix(output.suffix) if output else "markdown"
    formats = [SHORT_NAMES.get(name, name) for name in form or [default]]
    for name in formats:
        if name not in FORMATS:
            raise typer.BadParameter(
                f"no format {name!r}; there are {', '.join(FORMATS)}", param_hint="--format"
            )
    if output and output_dir:
        raise typer.BadParameter("-o is for one letter, -O for a folder of them; use one of the two")
    if output_dir is None and not check and (len(cases) > 1 or any(Path(case).is_dir() for case in cases)):
        raise typer.BadParameter("several cases need a folder for their letters: -O DIR")
    if output_dir is None and len(formats) > 1:
        raise typer.BadParameter("several formats need a folder for the letters: -O DIR")
    if output_dir is not None and not output_dir.is_dir():
        raise typer.BadParameter(f"{output_dir} is not a folder", param_hint="--output-dir")
    return Run(cases, formats, output, output_dir, check=check, quiet=quiet, style=style)


def _listed(name: str | None) -> list[str]:
    """The files that a list names."""
    from imr_cli.inputs import listed

    if name is None:
        return []
    try:
        files = listed(name)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise typer.BadParameter(f"{name} cannot be read: {reason}", param_hint="--files-from") from None
    if not files:
        raise typer.BadParameter("the list names no file", param_hint="--files-from")
    return files


def _selection(select: list[str] | None, ignore: list[str] | None, *, strict: bool) -> Selection:
    from imr_cli.selection import read_selection

    try:
        return read_selection(select or (), ignore or (), strict=strict)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--select, --ignore") from None


def _pattern(name: str) -> str:
    from imr_cli.names import NameFault, check_pattern

    try:
        check_pattern(name)
    except NameFault as fault:
        raise typer.BadParameter(str(fault), param_hint="--name") from None
    return name


def _check_style(style: str) -> None:
    from imr_cli.show import STYLES

    if style not in STYLES:
        raise typer.BadParameter(
            f"no style {style!r}; there are {', '.join(STYLES)}", param_hint="--output-format"
        )


def _day(text: str | None) -> dt.date | None:
    from imr_cli.shape import Day

    if text is None:
        return None
    faults: list[Finding] = []
    day = Day().read(text, ("--on",), faults)
    if faults:
        raise typer.BadParameter(faults[0].message.replace("`--on`", "the day"), param_hint="--on")
    return day
