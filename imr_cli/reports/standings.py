"""How items stand against the guideline, in lines for a physician or an auditor to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_cli.decision.decide import limit_words
from imr_cli.letter.layouts import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from imr_cli.decision.determination import Determination
    from imr_cli.decision.standing import Standing
    from imr_cli.letter.wording import Wording


_MARKS = {"met": "+", "not-met": "-", "not-documented": "?"}


def standing_lines(determination: Determination, wording: Wording) -> Iterator[str]:
    """Yield the case's number, then each item with the guideline, its direction and what is met or not."""
    yield determination.case.case_number
    rows = zip(determination.case.disputed_items, determination.standings, strict=True)
    for number, (item, standing) in enumerate(rows, 1):
        yield wrap(item.treatment, f"  {number}. ", "     ")
        yield from _one(standing, wording)
        if item.decision is not None:
            yield f"     decision: {wording.say(f'decision.{item.decision}')}"


def _one(standing: Standing, wording: Wording) -> Iterator[str]:
    topic, document = standing.topic, standing.document
    if document is not None:
        guideline = document.name if topic is None else f"{document.name}, {topic.title} ({topic.id})"
        yield wrap(f"guideline: {guideline}", "     ", "       ")
    reasons = "; ".join(wording.say(reason) for reason in standing.reasons)
    direction = wording.say(f"direction.{standing.direction}")
    yield wrap(f"on {standing.governing_date.isoformat()}: {direction} - {reasons}", "     ", "       ")
    for limit in standing.limits:
        statement = limit_words(limit.kind.statement, str(limit.figure))
        status = wording.say(f"status.{limit.status}")
        text = f"{_MARKS[limit.status]} {status}: {statement} ({wording.say(limit.amount)})"
        yield wrap(text, "       ", "         ")
    for each in standing.criteria:
        text = f"{_MARKS[each.status]} {wording.say(f'status.{each.status}')}: {each.criterion.statement}"
        yield wrap(text, "       ", "         ")
    if topic is not None:
        yield f"     table entry: {topic.basis}, confidence {topic.confidence}"


def print_standings(determinations: Sequence[Determination], wording: Wording) -> None:
    """Print a table on standard error: item, request, guideline, standing, decision. For terminals only."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    for determination in determinations:
        title = Text(determination.case.case_number)
        grid = Grid(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1))
        grid.add_column("#", justify="right", no_wrap=True)
        grid.add_column("request", overflow="fold")
        grid.add_column("guideline", overflow="fold")
        grid.add_column("standing", min_width=11)
        grid.add_column("decision", min_width=10)
        items = determination.case.disputed_items
        rows = zip(items, determination.standings, determination.decisions, strict=True)
        for number, (item, standing, decided) in enumerate(rows, 1):
            guideline = standing.document.name if standing.document else "-"
            if standing.topic:
                guideline += f": {standing.topic.title}"
            decision = wording.say(f"decision.{decided.decision}") if decided else "-"
            if decided and decided.is_proposed:
                decision = wording.say("decision.proposed", decision=decision)
            direction = wording.say(f"direction.{standing.direction}")
            cells = (str(number), _short(item.treatment, 100), _short(guideline, 72), direction, decision)
            grid.add_row(*map(Text, cells))
        console.print(grid)


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 3]}..."
