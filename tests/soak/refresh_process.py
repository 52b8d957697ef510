"""One refresh with the one fault that its options ask for. Run as a module, by `lab.py`."""

import argparse
import json
import os
import re
import resource
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipelines.ingestion import ingest as ingestion
from pipelines.refresh import refresh as refreshing
from pipelines.runtime.errors import BoardpapersError
from pipelines.runtime.limits import Limits
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import one_line
from pipelines.warehouse import candidates
from tests.soak.sound_audit import sound_audit

# Steps that change what is on disk, as Python itself announces them.
STEPS = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "os.link"})
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class FaultyProgress:
    """Does something at the moment when a stage begins."""

    def __init__(self, stage: str, act: Callable[[], None]) -> None:
        self.stage = stage
        self.act = act

    def start(self, stage: str, total: int | None = None) -> None:
        if stage == self.stage:
            self.act()

    def advance(self) -> None:
        pass

    def note(self, message: str) -> None:
        print(one_line(message), file=sys.stderr, flush=True)


def main() -> int:
    options = parse()
    if not options.checked:
        refreshing.prepared_audit = sound_audit
    if options.file_bytes is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (options.file_bytes, resource.RLIM_INFINITY))
    if options.clock_days:
        shift_clock(options.clock_days)
    taken = watch_steps(options.kill_at_step)
    settings = Settings(
        raw=options.raw,
        warehouse=options.warehouse,
        limits=Limits(workers=options.workers, seconds=30),
        wait_seconds=options.wait,
    )
    progress = FaultyProgress(options.at_stage, act_of(options))
    try:
        report = refreshing.refresh(settings, progress)
    except BoardpapersError as error:
        print(error, file=sys.stderr)
        return 1
    rejected = {entry.source_path: entry.reason for entry in report.rejected}
    said = {
        "outcome": report.outcome,
        "build_id": report.build_id,
        "rejected": rejected,
        "steps": len(taken),
        "parent_mib": peak_mib(),
    }
    print(json.dumps(said))
    return 0


def peak_mib() -> int:
    """The most memory that this process has held.

    getrusage would tell that of the test's process too, from which this one was forked.
    """
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    peak = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    assert peak is not None
    return int(peak[1]) >> 10


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--raw", type=Path, required=True)
    parser.add_argument("--warehouse", type=Path, required=True)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--wait", type=float, default=600)
    parser.add_argument("--checked", action="store_true", help="with Great Expectations")
    parser.add_argument("--kill-at-step", type=int)
    parser.add_argument("--file-bytes", type=int, help="the longest file that may be written")
    parser.add_argument("--clock-days", type=float, default=0, help="how far the clock is off")
    parser.add_argument("--at-stage", default="Reading papers")
    parser.add_argument("--remove", type=Path, help="a file that vanishes at the stage")
    parser.add_argument("--rewrite", type=Path, help="a file that changes at the stage")
    parser.add_argument("--hold", type=Path, help="a file to make; then wait for FILE.go")
    return parser.parse_args()


def act_of(options: argparse.Namespace) -> Callable[[], None]:
    def act() -> None:
        if options.remove:
            options.remove.unlink()
        if options.rewrite:
            options.rewrite.write_text("Another paper altogether.\n", encoding="utf-8")
        if options.hold:
            options.hold.touch()
            while not options.hold.with_suffix(".go").exists():
                time.sleep(0.02)

    return act


def watch_steps(kill_at: int | None) -> list[str]:
    """Count the steps on disk, and die before the one that is asked for."""
    taken: list[str] = []

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        is_write = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        if event in STEPS or is_write:
            taken.append(event)
            if kill_at is not None and len(taken) == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)
    return taken


def shift_clock(days: float) -> None:
    """Let the clock of builds and papers be off."""

    class Shifted(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime.now(UTC) + timedelta(days=days)

    for module in (candidates, ingestion, refreshing):
        module.datetime = Shifted  # type: ignore[misc]


if __name__ == "__main__":
    sys.exit(main())
