"""The samples' committed letters are what the program writes; the broken samples give what is committed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from make_pages import EXPECTED, FORMATS, LETTERS, broken_samples, samples
from support.checkout import CHECKOUT
from support.findings import errors_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REMEDY = "look at the change, then `make letters`"


@pytest.fixture(autouse=True)
def at_the_top_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """File names in findings are then those of the committed output."""
    monkeypatch.chdir(CHECKOUT)


def committed(place: Path) -> str:
    assert (CHECKOUT / place).is_file(), f"{place} is not there: {REMEDY}"
    return (CHECKOUT / place).read_bytes().decode("utf-8")


def test_there_are_samples() -> None:
    assert len(samples()) >= 8
    assert len(broken_samples()) >= 15


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("sample", samples(), ids=lambda each: each.stem)
def test_a_sample_gets_its_committed_letter(sample: Path, suffix: str, imr: Callable[..., Any]) -> None:
    ended = imr("decide", sample, "--format", FORMATS[suffix])
    assert ended.code == 0, ended.stderr
    assert ended.stdout == committed(LETTERS / f"{sample.stem}.{suffix}"), REMEDY


@pytest.mark.parametrize("sample", broken_samples(), ids=lambda each: each.stem)
def test_a_broken_sample_is_refused_in_the_committed_words(sample: Path, imr: Callable[..., Any]) -> None:
    ended = imr("decide", sample)
    assert (ended.code, ended.stdout) == (1, "")
    assert errors_of(ended.stderr)
    assert ended.stderr.startswith(f"samples/broken/{sample.name}:")
    assert ended.stderr == committed(EXPECTED / f"{sample.stem}.txt"), REMEDY


def test_no_committed_output_is_left_over() -> None:
    wanted = {f"{sample.stem}.{suffix}" for sample in samples() for suffix in FORMATS}
    assert {each.name for each in (CHECKOUT / LETTERS).glob("*")} == wanted
    assert {each.name for each in (CHECKOUT / EXPECTED).glob("*")} == {
        f"{each.stem}.txt" for each in broken_samples()
    }


def test_only_the_undecided_sample_is_a_draft(imr: Callable[..., Any]) -> None:
    drafts = [each.stem for each in samples() if "DRAFT" in imr("decide", each, "-f", "text").stdout]
    assert drafts == ["undecided"]
