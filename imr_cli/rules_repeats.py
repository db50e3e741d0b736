"""The rule of rationales that repeat across the cases of a run: IMR729."""

from __future__ import annotations

from imr_cli.finding import rule


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
