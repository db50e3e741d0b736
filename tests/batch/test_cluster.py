"""The same batch on a real Dask scheduler with worker processes, one of which is killed on the way."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from support.batches import contents, write_cases
from support.case_file import CASE
from support.checkout import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None, reason="Dask is not installed: pip install '.[cluster]'"
)

# A scheduler and two workers of one thread each, in processes of their own; it prints where they are.
CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, *(each.pid for each in cluster.workers.values()), flush=True)
        sys.stdin.read()
"""

KILLING = """
import os, signal, sys
usual, left, worker = os.replace, [30], int(sys.argv.pop(1))
def replace(*places):
    left[0] -= 1
    if left[0] == 0:
        os.kill(worker, signal.SIGKILL)
    usual(*places)
os.replace = replace
from imr_cli.__main__ import main
main()
"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """A scheduler's address, and the number of one of its workers."""
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    with subprocess.Popen(
        [sys.executable, script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        assert process.stdout
        address, *workers = process.stdout.readline().decode().split()
        yield address, int(workers[0])
        process.communicate(b"")


@needs_dask
def test_a_cluster_gives_the_same_folder(
    cluster: tuple[str, int], tmp_path: Path, imr: Callable[..., Any]
) -> None:
    address, worker = cluster
    cases = write_cases(tmp_path / "cases", 400, broken=(5, 222))
    (tmp_path / "house.yaml").write_text(
        "organization: {name: A House, short_name: HOUSE}\n", encoding="utf-8"
    )
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    options = ["decide", cases, "-f", "html", "-f", "json", "-q", "--house", tmp_path / "house.yaml"]
    expected = imr(*options, "-O", here)
    command = [
        sys.executable,
        "-c",
        KILLING,
        str(worker),
        *map(str, options),
        "-O",
        str(there),
        "--scheduler",
        address,
    ]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=100, cwd=CHECKOUT)
    errors = [line for line in ended.stderr.decode().splitlines() if re.search(r"\[IMR\d+\]$", line)]
    assert (ended.returncode, errors) == (expected.code, expected.stderr.splitlines())
    assert contents(there) == contents(here)
    with pytest.raises(ProcessLookupError):
        os.kill(worker, signal.SIG_DFL)


@needs_dask
def test_no_scheduler(tmp_path: Path, imr_process: Callable[..., Any]) -> None:
    ended = imr_process(
        "decide", "-", "-O", tmp_path, "--scheduler", "tcp://127.0.0.1:1", stdin=CASE.encode()
    )
    assert ended.returncode == 2
    assert b"no scheduler answers at tcp://127.0.0.1:1" in ended.stderr


def test_without_dask(tmp_path: Path, imr: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    ended = imr("decide", "-", "-O", tmp_path, "--scheduler", "tcp://127.0.0.1:1", stdin=CASE.encode())
    assert (ended.code, ended.stderr) == (2, "imr: --scheduler needs Dask: pip install 'imr-cli[cluster]'\n")
