"""`imr report`: what batches did, as a table, as JSON or as a page."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from imr_cli.batch.manifest import NAME, ManifestFault, read_manifest
from imr_cli.batch.options import DONE, WRONG_USAGE
from imr_cli.files.output import reason_of, write_private, write_stdout
from imr_cli.reports.counts import Report
from imr_cli.resources import Resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FORMATS = ("table", "json", "html")

MOST_ROWS = 15


def show_report(manifests: Sequence[Path], form: str, output: Path | None) -> int:
    """Write the report of these manifests to stdout or a file. 2 where one of them cannot be used."""
    report = Report(Resources().table)
    try:
        for each in manifests:
            report.add_manifest(read_manifest(each / NAME if each.is_dir() else each))
    except (OSError, ManifestFault) as error:
        reason = (
            f"{error.filename} cannot be read: {reason_of(error)}" if isinstance(error, OSError) else error
        )
        print(f"imr: {reason}", file=sys.stderr)
        return WRONG_USAGE
    text = _text(report.result(), form)
    if output is None:
        write_stdout(text)
        return DONE
    try:
        write_private(output, text.encode("utf-8"))
    except OSError as error:
        print(f"imr: {output} cannot be written: {reason_of(error)}", file=sys.stderr)
        return WRONG_USAGE
    return DONE


def _text(report: dict[str, Any], form: str) -> str:
    if form == "json":
        return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        from imr_cli.reports.html import page

        return page(report)
    return "\n".join(lines(report)) + "\n"


def lines(report: dict[str, Any]) -> list[str]:
    """Return the report in columns."""
    found = list(_totals(report))
    for heading, name in (("treatment", "by_topic"), ("guideline", "by_guideline")):
        rows = report[name]
        found += ["", f"{heading:<58}  items  overturned    rate"]
        found += [
            f"{_short(row['title']):<58} {row['items']:>6,} {row['overturned']:>11,} "
            f"{_percent(row['overturn_rate']):>7}"
            for row in rows[:MOST_ROWS]
        ]
        found += _more(len(rows))
    if report["findings"]:
        found += ["", "finding               cases"]
        found += [f"{row['code']} {row['severity']:<12} {row['cases']:>7,}" for row in report["findings"]]
    refused = report["refused_cases"]
    if refused:
        found += ["", "refused cases"]
        found += [
            f"{row['source']}:{row['line']}:{row['column']}: {row['case_number'] or '-'}: "
            f"{row['message']}  [{row['code']}]"
            for row in refused[:MOST_ROWS]
        ]
        found += _more(len(refused))
    return found


def _totals(report: dict[str, Any]) -> Iterator[str]:
    items, late = report["items"], report["lateness"]
    drafts = f"; drafts: {report['drafts']:,}" if report["drafts"] else ""
    yield (
        f"{report['letters']:,} of {report['cases']:,} cases have their letters; "
        f"{report['refused']:,} refused{drafts}"
    )
    yield "outcomes: " + ", ".join(f"{count:,} {name}" for name, count in report["outcomes"].items())
    rate = _percent(items["overturn_rate"])
    yield f"items: {items['items']:,}, {items['overturned']:,} overturned ({rate})"
    yield f"in time {late['in_time']:,}, late {late['late']:,}, not known {late['not_known']:,}"
    if late["days"]:
        median, longest = late["median_days"], late["longest_days"]
        yield f"days from records to decision: {median:g} (median), {longest} (longest)"
    if not report["complete"]:
        yield "a run was cut off; `imr decide --resume` goes on with it"


def _more(rows: int) -> list[str]:
    return [f"and {rows - MOST_ROWS:,} more (--format json has all)"] if rows > MOST_ROWS else []


def _short(text: str) -> str:
    return text if len(text) <= 58 else f"{text[:55]}..."


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"
