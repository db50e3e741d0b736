"""The command line: names, options and help. What a command does is in `commands`."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from imr_cli import __version__
from imr_cli.batch.options import Run
from imr_cli.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

app = typer.Typer(
    name="imr",
    help="Independent Medical Review determination letters, checked against the guideline in force.",
    epilog="Exit status: 0 every case has its letter, 1 some case was refused, 2 wrong usage or a fault in "
    "templates, house file or guideline table, 3 a fault of the program, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


@contextmanager
def _usage() -> Iterator[None]:
    """End the run as typer does where an option cannot be followed: with a sentence, and 2."""
    from imr_cli.cli.run import WrongUsage

    try:
        yield
    except WrongUsage as wrong:
        raise typer.BadParameter(str(wrong), param_hint=wrong.option) from None


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
    """Independent Medical Review determination letters, checked against the guideline in force."""


@app.command(
    epilog="Examples: imr decide case.yaml -f html -o letter.html; imr decide cases/ -O letters/ --resume"
)
def decide(  # noqa: PLR0917  (typer calls it by name)
    cases: options.SomeCases = None,
    files_from: options.FilesFrom = None,
    form: options.Format = None,
    output: options.Output = None,
    output_dir: options.OutputDir = None,
    name: options.Name = "{case_number}",
    house: options.HouseFile = None,
    templates: options.Templates = None,
    guidelines: options.Guidelines = None,
    jobs: options.Jobs = None,
    resume: options.Resume = False,
    fail_fast: options.FailFast = False,
    scheduler: options.Scheduler = None,
    timings: options.Timings = None,
    check: options.Check = False,
    strict: options.Strict = False,
    select: options.Select = None,
    ignore: options.Ignore = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    output_format: options.Style = "concise",
    debug: options.Debug = False,
) -> None:
    """Read, check, compare every disputed item with the guideline, and write the letter."""
    from imr_cli.cli import run as usage
    from imr_cli.cli.commands import decide as commands
    from imr_cli.resources import Resources

    with _usage():
        run = usage.checked(
            Run(
                usage.case_names(cases or (), files_from),
                usage.format_names(form or (), output),
                output,
                output_dir,
                check=check,
                selection=usage.read_selection(select or (), ignore or (), strict=strict),
                quiet=quiet,
                verbose=verbose,
                style=output_format,
                name=name,
                jobs=jobs,
                fail_fast=fail_fast,
                resume=resume,
                timings=timings,
                scheduler=scheduler,
                debug=debug,
            )
        )
    raise typer.Exit(commands.decide(run, Resources(house, templates, guidelines)))


@app.command(epilog="Example: imr decide case.yaml --format json | imr render --format html")
def render(
    case: Annotated[
        str, typer.Argument(metavar="[CASE|-]", help="A decided case or a determination record.")
    ] = "-",
    form: options.Format = None,
    output: options.Output = None,
    house: options.HouseFile = None,
    templates: options.Templates = None,
    guidelines: options.Guidelines = None,
    output_format: options.Style = "concise",
) -> None:
    """Lay out a decided case, or what `imr decide --format json` wrote. Decides nothing."""
    from imr_cli.cli import run as usage
    from imr_cli.cli.commands import decide as commands
    from imr_cli.letter.formats.registry import FORMATS
    from imr_cli.resources import Resources

    with _usage():
        if Path(case).is_dir():
            raise usage.WrongUsage("`render` takes one case; `imr decide -O DIR` writes a folder's letters")
        formats = usage.format_names(form or (), output)
        run = usage.checked(Run([case], formats, output, style=output_format))
        if not all(FORMATS[name].is_letter for name in run.formats):
            raise usage.WrongUsage("`render` lays letters out; `imr decide --format json` writes the record")
    raise typer.Exit(commands.render(run, Resources(house, templates, guidelines)))


@app.command("check-guidelines", epilog="Example: imr check-guidelines case.yaml")
def check_guidelines(
    cases: Annotated[
        list[str] | None, typer.Argument(metavar="[CASE...]", help="Show how the items of these cases stand.")
    ] = None,
    guidelines: options.Guidelines = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    quiet: options.Quiet = False,
    output_format: options.Style = "concise",
) -> None:
    """Prove the guideline table; with cases, show how each item stands against it."""
    from imr_cli.cli import run as usage
    from imr_cli.cli.commands import decide as commands
    from imr_cli.resources import Resources

    with _usage():
        usage.check_style(output_format)
        selection = usage.read_selection(select or (), ignore or ())
    if cases:
        run = Run(cases, (), quiet=quiet, style=output_format, selection=selection)
        raise typer.Exit(commands.check_cases(run, Resources(guidelines=guidelines)))
    from imr_cli.cli.commands.check_guidelines import check_table

    raise typer.Exit(check_table(guidelines, quiet=quiet, style=output_format))


@app.command(epilog="Example: imr report letters/ --format html -o report.html")
def report(
    manifests: Annotated[
        list[Path], typer.Argument(metavar="MANIFEST...", help="Manifests of batches, or their folders.")
    ],
    form: Annotated[str, typer.Option("--format", "-f", help="table, json or html.")] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there instead of stdout.")
    ] = None,
) -> None:
    """Show what batches did: letters, outcomes, lateness, findings and refused cases."""
    from imr_cli.cli.commands.report import FORMATS, show_report

    suffix = output.suffix.lstrip(".") if output else ""
    form = form or (suffix if suffix in FORMATS else "table")
    if form not in FORMATS:
        raise typer.BadParameter(f"no format {form!r}; there are {', '.join(FORMATS)}", param_hint="--format")
    raise typer.Exit(show_report(manifests, form, output))


@app.command(epilog="Example: imr export dwc letters/ -O today/")
def export(
    what: Annotated[str, typer.Argument(metavar="dwc", help="The state's data file of cases and requests.")],
    names: Annotated[
        list[str], typer.Argument(metavar="MANIFEST|CASE...", help="Manifests, their folders, or case files.")
    ],
    output_dir: Annotated[
        Path, typer.Option("--output-dir", "-O", metavar="DIR", help="Write the two files there.")
    ] = Path(),
    guidelines: options.Guidelines = None,
) -> None:
    """Write the records that go to the state with the letters."""
    from imr_cli.cli.commands.export import export_dwc

    if what != "dwc":
        raise typer.BadParameter(f"no export {what!r}; there is dwc")
    if not output_dir.is_dir():
        raise typer.BadParameter(f"{output_dir} is not a folder", param_hint="--output-dir")
    raise typer.Exit(export_dwc(names, output_dir, guidelines))


@app.command(epilog="Examples: imr guideline massage; imr guideline massage-therapy --on 2013-09-16")
def guideline(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID|WORDS]", help="A document, a topic, or words of a request."),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="What applied on that day (YYYY-MM-DD).")
    ] = None,
    guidelines: options.Guidelines = None,
) -> None:
    """Show what the table says, with citation and provenance."""
    from imr_cli.cli.commands.guideline import show_guideline
    from imr_cli.cli.run import day_of

    with _usage():
        day = day_of(on) if on is not None else None
    raise typer.Exit(show_guideline(" ".join(words or ()), day, guidelines))


@app.command(epilog="Example: imr rule IMR104")
def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A finding's code; without one, all are listed.")
    ] = None,
) -> None:
    """Explain one finding code, or list them all."""
    from imr_cli.cli.commands.rule import show_rules

    raise typer.Exit(show_rules(code))


@app.command(epilog="Example: imr new case.yaml")
def new(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="Where to write it; stdout otherwise. Never replaces a file."),
    ] = None,
) -> None:
    """Write a commented starter case."""
    from imr_cli.cli.commands.new import write_starter

    raise typer.Exit(write_starter(file))


@app.command(epilog="Example: imr schema > case.schema.json")
def schema() -> None:
    """Print the JSON Schema of the case file."""
    import json

    from imr_cli.case.form import json_schema
    from imr_cli.files.output import write_stdout

    write_stdout(json.dumps(json_schema(), indent=2) + "\n")
