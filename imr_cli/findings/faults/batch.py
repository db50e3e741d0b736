"""The rules of a batch: IMR951 and up. What can happen to a good case among a hundred thousand others."""

from __future__ import annotations

from imr_cli.findings.finding import rule


@rule("IMR951")
def worker_died(times: int) -> str:
    """The process that worked on a case died, again and again.

    Why: the case is given up so that all others get their letters; it must not be lost in silence.
    Example: a machine that runs out of memory, or somebody ends the process.
    Remedy: look for the reason on the machine, then run again with `--resume`; `--jobs 1` uses less memory.
    """
    return f"the process that worked on this case died {times} times; the case was given up"


@rule("IMR952")
def program_failed(kind: str) -> str:
    """The program itself failed on a case.

    Why: one case that the program cannot handle does not stop the others, and does not pass in silence.
    Example: none is known.
    Remedy: run `imr --debug decide` on this case alone and report what it shows.
    """
    return f"a fault of the program ({kind}); run this case alone with `imr --debug decide`"


@rule("IMR953")
def file_of_another_case(name: str, other: str) -> str:
    """A letter's file is there already and belongs to another case.

    Why: the other case would lose its letter.
    Example: `--name {decision_date}` in a folder that has a letter of that day.
    Remedy: choose another folder, or a name with `{case_number}` in it.
    """
    return f"{name} is there already and belongs to {other}; nothing was replaced"


@rule("IMR954")
def name_twice(name: str, other: str) -> str:
    """Two cases of a run lead to the same file name.

    Why: one of the two letters would replace the other.
    Example: `--name {decision_date}` with two decisions of one day.
    Remedy: add `{case_number}` to the name.
    """
    return f"the letter would be {name}, like that of {other}; only that one has its letter"


@rule("IMR729", "warning")
def rationale_of_another_case(case_number: str) -> str:
    """A rationale stands word for word in another case of the run.

    Why: a rationale gives the reasons of one case; identical ones were taken as a sign that nobody decided.
    Example: two cases of a batch whose rationales differ in nothing.
    Remedy: write the reasons of this case. Short rationales of services that fall with another are not
    compared.
    Authority: LC 4610.6(e) (memory): clinical reasons for each disputed treatment.
    """
    return f"the rationale is word for word that of {case_number}"
