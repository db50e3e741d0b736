"""What is installed is complete: a wheel works from any folder and needs nothing beside a checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from support.checkout import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

PARTS = ("imr_cli", "templates", "guidelines", "samples", "docs", "benchmarks", ".ci")


NOTHING_IS_MADE = """
from imr_cli.files import cache
from imr_cli.files.bundled import bundled
from imr_cli.guideline import law, loading
cache._keep = lambda name, *_: print(name, "was not in the wheel")
loading.load_table(bundled("guidelines"))
law.clocks()
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="building a wheel needs hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    built = subprocess.run(command, capture_output=True, check=False, cwd=CHECKOUT)
    assert built.returncode == 0, built.stderr.decode()
    (wheel,) = folder.glob("*.whl")
    return wheel


def files_below(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file() and "__pycache__" not in each.parts]


def test_the_wheel_holds_every_file_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for part in ("templates", "guidelines", "samples"):
        below = files_below(CHECKOUT / part)
        assert below
        missing = [f"imr_cli/{each.relative_to(CHECKOUT)}" for each in below]
        assert [name for name in missing if name not in names] == []
    assert not [name for name in names if "tests/" in name]
    assert [name for name in names if name.endswith("LICENSE")]
    assert "imr_cli/py.typed" in names


@pytest.mark.parametrize("how", ["unpacked", "read-only", "zipped"])
def test_the_wheel_works_anywhere(
    how: str, wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = wheel
    if how != "zipped":
        place = tmp_path / "site"
        zipfile.ZipFile(wheel).extractall(place)
    if how == "read-only":  # as far as bytecode and what is kept beside it are concerned
        for folder in {each.parent for each in (place / "imr_cli").rglob("*.py")}:
            (folder / "__pycache__").write_bytes(b"")
    monkeypatch.setenv("PYTHONPATH", str(place))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def run(*arguments: str) -> Any:
        command = [sys.executable, *arguments]
        ended = subprocess.run(command, capture_output=True, check=False, cwd=elsewhere, timeout=60)
        assert ended.returncode == 0, ended.stderr.decode()
        return ended.stdout.decode()

    assert run("-c", "import imr_cli; print(imr_cli.__file__)").startswith(str(place))
    run("-m", "imr_cli", "new", "case.yaml")
    run("-m", "imr_cli", "decide", "case.yaml", "-o", "letter.html")
    assert (elsewhere / "letter.html").read_text(encoding="utf-8").endswith("</html>\n")
    assert "massage-therapy" in run("-m", "imr_cli", "guideline", "massage-therapy")
    assert not list(elsewhere.rglob("*.bin"))
    assert run("-c", NOTHING_IS_MADE) == ""
    if how != "zipped":
        assert sorted(each.name for each in place.rglob("*.bin") if "jinja" not in each.name) == [
            "law.bin",
            "table.bin",
        ]


def test_nothing_needs_the_folder_beside_the_checkout() -> None:
    places = [each for part in PARTS if (CHECKOUT / part).is_dir() for each in files_below(CHECKOUT / part)]
    places += [each for each in CHECKOUT.iterdir() if each.is_file()]
    assert len(places) > 50
    naming = [
        each for each in places if b"../shared" in each.read_bytes() or b"/work/shared" in each.read_bytes()
    ]
    assert [str(each.relative_to(CHECKOUT)) for each in naming] == []


def test_data_folders_hold_no_python() -> None:
    """An editable install fails over a module in a folder that is mapped into the package."""
    for part in ("templates", "guidelines", "samples"):
        assert not list((CHECKOUT / part).rglob("*.py"))
