"""Where the time of a case goes: `python benchmarks/stages.py [CASES] [ROUNDS]`, step by step, then check by check.

The cases are those of `generate.py`. Each step is timed for every case; of the rounds the quickest counts, since
whatever else the machine does only makes a round slower.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import chain
from time import perf_counter
from typing import TYPE_CHECKING, Any

from generate import case_text

from imr_cli.case.form import CASE
from imr_cli.checks import catalogue  # noqa: F401  (the checks register themselves)
from imr_cli.checks.audit import Audit
from imr_cli.decision.decide import decide_item, stand
from imr_cli.decision.determination import Determination
from imr_cli.files.document import documents
from imr_cli.findings.finding import CHECKS, Finding
from imr_cli.letter.drafts import with_draft
from imr_cli.letter.formats.format import Manuscript
from imr_cli.letter.formats.registry import FORMATS
from imr_cli.letter.required_parts import missing_parts
from imr_cli.resources import Resources

if TYPE_CHECKING:
    from collections.abc import Callable

RESOURCES = Resources()


class Watch(Counter[str]):
    """Seconds by the name of what they went into."""

    def timed(self, name: str, work: Callable[[], Any]) -> Any:
        """Return what the work returns; its time is added to that name's."""
        began = perf_counter()
        result = work()
        self[name] += perf_counter() - began
        return result


def decide(content: bytes, steps: Watch, checks: Watch) -> None:
    """Take one case from its bytes to its proven letter."""
    table, wording = RESOURCES.table, RESOURCES.wording
    document = documents(content)[0][0]
    node, _ = steps.timed("read", document.read)
    case = steps.timed("case", lambda: CASE.read(node, (), []))
    standings = steps.timed("stand", lambda: stand(case, table))
    decisions = tuple(
        with_draft(decide_item(item, standing), item, standing, wording)
        for item, standing in zip(case.disputed_items, standings, strict=True)
    )
    determination = Determination(case, standings, decisions)
    audit = Audit(case, table)
    audit.take(determination)
    found = []
    began = perf_counter()
    for rule, look in chain.from_iterable(CHECKS.values()):
        faults = checks.timed(f"{rule.code} {rule.name}", lambda look=look: list(look(audit)))
        found += [Finding(rule, each.message, each.path, each.at_key) for each in faults]
    steps["checks"] += perf_counter() - began
    steps.timed("places", lambda: document.locate(found))
    manuscript = Manuscript(determination, (), wording, table, RESOURCES.layouts)
    steps.timed("compose", lambda: manuscript.letter)
    html = steps.timed("lay out", lambda: FORMATS["html"].lay_out(manuscript))
    steps.timed("prove", lambda: missing_parts(manuscript, html, FORMATS["html"]))


def main() -> None:
    """Print the microseconds of each step and of the slowest checks."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    contents = [case_text(each).encode() for each in range(1, number + 1)]
    least: list[Watch] = [Watch(), Watch()]
    for _ in range(rounds):
        now = [Watch(), Watch()]
        for content in contents:
            decide(content, *now)
        for best, watch in zip(least, now, strict=True):
            for name, spent in watch.items():
                best[name] = min(spent, best.get(name, spent))
    for watch, most in zip(least, (None, 15), strict=True):
        for name, seconds in watch.most_common(most):
            print(f"{seconds / number * 1e6:8.1f}  {name}")
        print(f"{sum(watch.values()) / number * 1e6:8.1f}  together\n")


if __name__ == "__main__":
    main()
