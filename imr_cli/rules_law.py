"""The rules of the files under `guidelines/law`: IMR891 and up."""

from __future__ import annotations

from imr_cli.finding import rule


@rule("IMR891")
def not_an_expression(reason: str) -> str:
    """A phrase is not a regular expression.

    Why: what cannot be read would find nothing, and a rule would fall silent.
    Example: `(medically necessary` without its closing parenthesis.
    Remedy: mend the expression; the message has the reason.
    """
    return f"not a regular expression: {reason}"
