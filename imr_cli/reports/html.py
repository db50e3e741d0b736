"""The report as one page that stands alone: charts as inline SVG, each with its numbers as a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from imr_cli.files.bundled import bundled, content_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


MOST_ROWS = 15
MOST_REFUSED = 200
_WIDTH, _NARROW, _NUMBER, _ROW = 720, 480, 130, 46
_MOST_LETTERS = 62
OUTCOME_NAMES = {"uphold": "Uphold", "partial-overturn": "Partial overturn", "overturn": "Overturn"}
_COLORS = {"uphold": "#23466b", "partial-overturn": "#b45309", "overturn": "#0f766e"}
Row = tuple[str, float, str]
"""Label, size, and the words beside the bar."""


def page(report: dict[str, Any]) -> str:
    """Return the report as an HTML page."""
    style = content_of(bundled("templates"), "report.css").decode("utf-8")
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<title>Independent Medical Review: batch report</title>",
            f"<style>\n{style}</style>\n</head>\n<body>\n<main>",
            *_body(report),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _body(report: dict[str, Any]) -> Iterator[str]:
    items, late = report["items"], report["lateness"]
    yield "<h1>Batch report</h1>"
    if not report["complete"]:
        yield '<p class="warn" role="note">A run was cut off; <code>--resume</code> goes on with it.</p>'
    yield '<dl class="tiles">'
    yield _tile("Letters", f"{report['letters']:,}", f"of {report['cases']:,} cases")
    yield _tile("Refused", f"{report['refused']:,}", "no letter was written")
    yield _tile("Overturned", _percent(items["overturn_rate"]), f"of {items['items']:,} disputed items")
    yield _tile("Late", f"{late['late']:,}", f"{late['in_time']:,} in time, {late['not_known']:,} not known")
    if report["drafts"]:
        yield _tile("Drafts", f"{report['drafts']:,}", "a decision is only proposed")
    yield "</dl>"
    yield from _outcomes(report)
    yield from _rates("Overturn rate by treatment", report["by_topic"])
    yield from _rates("Overturn rate by guideline", report["by_guideline"])
    yield from _days(late)
    yield from _findings(report["findings"])
    yield from _refused(report["refused_cases"])


def _tile(label: str, number: str, words: str) -> str:
    return f"<div><dt>{label}</dt><dd><strong>{number}</strong> <span>{words}</span></dd></div>"


def _outcomes(report: dict[str, Any]) -> Iterator[str]:
    total = report["letters"]
    if not total:
        return
    x = 0.0
    shapes = []
    for name, count in report["outcomes"].items():
        width = _WIDTH * count / total
        shapes.append(f'<rect x="{x:.1f}" y="0" width="{width:.1f}" height="44" fill="{_COLORS[name]}"/>')
        if width > 60:
            shapes.append(f'<text class="in" x="{x + 10:.1f}" y="28">{_percent(count / total)}</text>')
        x += width
    legend = "".join(
        f'<li><span class="key" style="background:{_COLORS[name]}"></span>{OUTCOME_NAMES[name]}: '
        f"{count:,} ({_percent(count / total)})</li>"
        for name, count in report["outcomes"].items()
    )
    words = ", ".join(f"{OUTCOME_NAMES[name]} {count}" for name, count in report["outcomes"].items())
    yield _section("outcomes", "Outcomes")
    yield _svg("outcomes-chart", "Outcomes of the letters", words, (_WIDTH, 44), shapes)
    yield f'<ul class="legend">{legend}</ul></section>'


def _rates(heading: str, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not rows:
        return
    name = heading.rsplit(" ", 1)[-1]
    shown = [
        (row["title"], row["overturn_rate"], f"{_percent(row['overturn_rate'])} of {row['items']:,}")
        for row in rows[:MOST_ROWS]
    ]
    yield _section(name, heading)
    lead = "Share of disputed items that were overturned, and number of items."
    if len(rows) > MOST_ROWS:
        lead += f" The {MOST_ROWS} with the most items; the table has all {len(rows)}."
    yield f"<p>{lead}</p>"
    yield _bars(f"{name}-chart", heading, shown, most=max(0.1, *(row[1] for row in shown)))
    table = [
        (row["title"], f"{row['items']:,}", f"{row['overturned']:,}", _percent(row["overturn_rate"]))
        for row in rows
    ]
    yield _table(heading, (name.capitalize(), "Items", "Overturned", "Rate"), table)
    yield "</section>"


def _days(late: dict[str, Any]) -> Iterator[str]:
    if not late["days"]:
        return
    rows = [
        (f"{row['from']} to {row['to']} days", row["letters"], f"{row['letters']:,}") for row in late["days"]
    ]
    yield _section("days", "Days from records to decision")
    yield (
        f"<p>Half of the letters were decided within {late['median_days']:g} days, the last one after "
        f"{late['longest_days']}.</p>"
    )
    yield _bars("days-chart", "Letters by days from complete records to decision", rows)
    yield _table("Days from records to decision", ("Days", "Letters"), [(row[0], row[2]) for row in rows])
    yield "</section>"


def _findings(findings: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not findings:
        return
    rows = [
        (f"{row['code']} ({row['severity']})", row["cases"], f"{row['cases']:,} cases") for row in findings
    ]
    yield _section("findings", "Findings")
    yield "<p>In how many cases each was found. <code>imr rule CODE</code> explains one.</p>"
    yield _bars("findings-chart", "Cases by finding", rows[:MOST_ROWS])
    yield _table("Findings", ("Finding", "Cases"), [(row[0], row[2]) for row in rows])
    yield "</section>"


def _refused(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not rows:
        return
    yield _section("refused", "Refused cases")
    if len(rows) > MOST_REFUSED:
        yield f"<p>The first {MOST_REFUSED} of {len(rows):,}; the manifest has all of them.</p>"
    cells = []
    for row in rows[:MOST_REFUSED]:
        place = f"{row['source']}:{row['line']}:{row['column']}"
        cells.append((place, row["case_number"] or "", f"{row['message']}  [{row['code']}]"))
    yield _table("Refused cases", ("Place", "Case", "First error"), cells, is_open=True)
    yield "</section>"


def _section(name: str, heading: str) -> str:
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{heading}</h2>'


def _bars(name: str, title: str, rows: Sequence[Row], most: float | None = None) -> str:
    """Return horizontal bars with their labels above them, which can be read on a phone too."""
    most = most or max(row[1] for row in rows) or 1
    shapes = []
    for place, (label, size, words) in enumerate(rows):
        y = place * _ROW
        width = max(2.0, (_NARROW - _NUMBER) * size / most)
        short = label if len(label) <= _MOST_LETTERS else f"{label[: _MOST_LETTERS - 1]}…"
        shapes.append(f'<text x="0" y="{y + 16}">{escape(short)}</text>')
        shapes.append(f'<rect x="0" y="{y + 22}" width="{width:.1f}" height="14" rx="2"/>')
        shapes.append(f'<text class="number" x="{width + 8:.1f}" y="{y + 34}">{escape(words)}</text>')
    described = "; ".join(f"{label}: {words}" for label, _, words in rows)
    return _svg(name, title, described, (_NARROW, len(rows) * _ROW), shapes)


def _svg(name: str, title: str, described: str, size: tuple[int, int], shapes: Sequence[str]) -> str:
    return (
        f'<div class="chart"><svg class="w{size[0]}" viewBox="0 0 {size[0]} {size[1]}" role="img" '
        f'aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(described)}</desc>'
        f"{''.join(shapes)}</svg></div>"
    )


def _table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, is_open: bool = False
) -> str:
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
    body = ""
    for first, *others in rows:
        cells = "".join(f"<td>{escape(each)}</td>" for each in others)
        body += f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    table = (
        f'<div class="wide" tabindex="0" role="region" aria-label="{caption}">'
        f"<table><caption>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    return table if is_open else f"<details><summary>The numbers as a table</summary>{table}</details>"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"
