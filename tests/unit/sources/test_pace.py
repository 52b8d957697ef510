"""One request at a time and one a second, over all processes."""

import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from pipelines.sources.http.faults import SourceStopped
from pipelines.sources.http.pace import Pace

REPOSITORY = Path(__file__).resolve().parents[3]
TURNS = """
import sys, time
from pathlib import Path
from pipelines.sources.http.pace import Pace

pace = Pace(Path(sys.argv[1]))
for _ in range(3):
    with pace.turn("weir.example", 0.2):
        noted, _ = pace._read("weir.example")  # a busy machine may say it later than it was
        time.sleep(0.05)
        print(noted, time.time(), flush=True)
"""


def test_two_processes_take_turns(tmp_path: Path) -> None:
    arguments = [sys.executable, "-c", TURNS, str(tmp_path / "hosts")]
    started = [
        subprocess.Popen(arguments, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    turns = []
    for process in started:
        output, _ = process.communicate()
        times = [float(line) for line in output.split()]
        turns += list(zip(times[::2], times[1::2], strict=True))
    turns.sort()
    assert len(turns) == 6
    for (began, ended), (following, _) in pairwise(turns):
        assert following >= began + 0.2
        assert following >= ended


def test_a_site_that_asks_for_a_pause_gets_it_from_all(tmp_path: Path) -> None:
    with Pace(tmp_path).turn("weir.example", 0):
        asked = time.time()
        Pace(tmp_path).hold_off("weir.example", 0.3)
    with Pace(tmp_path).turn("weir.example", 0):
        assert time.time() >= asked + 0.3


def test_a_host_that_allows_a_request_a_month_is_left_alone(tmp_path: Path) -> None:
    turn = Pace(tmp_path).turn("weir.example", 30 * 24 * 3600)
    with pytest.raises(SourceStopped, match="too slow"), turn:
        pass


def test_another_host_waits_for_nobody(tmp_path: Path) -> None:
    pace = Pace(tmp_path)
    with pace.turn("weir.example", 0):
        pace.hold_off("weir.example", 3600)
        with pace.turn("mill.example", 0):
            pass
    with pytest.raises(SourceStopped, match="left alone until"), pace.turn("weir.example", 0):
        pass


def test_a_folder_of_locks_that_is_a_link_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "hosts").symlink_to(tmp_path)
    with (
        pytest.raises(SourceStopped, match="is not yours"),
        Pace(tmp_path / "hosts").turn("weir.example", 0),
    ):
        pass
