"""What every test uses: the program, run inside this process or as a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from imr_cli.__main__ import main
from support.checkout import CHECKOUT, SHARED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest.register_assert_rewrite("support.sentences")  # its tests explain themselves as others do

# Same examples in every run; a fixture that only starts the program may serve many examples.
settings.register_profile(
    "imr",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("imr")


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    code: int
    stdout: str
    stderr: str


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests reaches the program."""
    for name in ("IMR_HOUSE", "GITHUB_ACTIONS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TYPER_USE_RICH": "0", "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "200"}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def imr(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """Run the program with these arguments, in this process, from its real entry point."""

    def run(*arguments: object, stdin: bytes = b"") -> Ended:
        streams = {
            "stdin": io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"),
            "stdout": io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True),
            "stderr": io.TextIOWrapper(
                io.BytesIO(), encoding="utf-8", errors="backslashreplace", write_through=True
            ),
        }
        with monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["imr", *map(str, arguments)])
            for name, stream in streams.items():
                patched.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as ended:
                main()
        code = ended.value.code
        return Ended(
            0 if code is None else int(code),
            streams["stdout"].buffer.getvalue().decode("utf-8"),
            streams["stderr"].buffer.getvalue().decode("utf-8"),
        )

    return run


@pytest.fixture
def imr_process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program as a process of its own."""

    def run(
        *arguments: object, stdin: bytes = b"", cwd: Path = CHECKOUT
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "imr_cli", *map(str, arguments)],
            input=stdin, capture_output=True, check=False, cwd=cwd, env=os.environ.copy(), timeout=60,
        )  # fmt: skip

    return run


@pytest.fixture
def shared() -> Path:
    """The published cases and letters, where they stand beside the checkout."""
    if not (SHARED / "cases").is_dir():
        pytest.skip("the published cases are not beside this checkout (../shared)")
    return SHARED
