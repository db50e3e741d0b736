"""What a check has to say.

A rule has a stable code, a severity and a floor; a finding says what is wrong, where it stands and how to fix
it. The sentences themselves stand in `faults`, and a selection tells which findings are shown.
"""

from imr_cli.findings.finding import UNREAD, Fault, Finding, Rule, Unreadable, check, errors, rule

__all__ = ["UNREAD", "Fault", "Finding", "Rule", "Unreadable", "check", "errors", "rule"]
