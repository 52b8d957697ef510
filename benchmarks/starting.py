"""What a command costs that has nothing to do: help, and a refresh that finds nothing changed.

Run `python -m benchmarks.starting [--papers 10000]`: help is held against Python without any
import, and a refresh of unchanged papers against the import of the command line, turn by turn;
medians, their ratio and their difference are printed. The papers are made in a folder that goes.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ratios import Ratio, show

MOST_TIMES, MOST_MORE_SECONDS = 15, 1
ROUNDS = 5  # an odd number, so that the median is one of them
# Ten lines a paper and no two papers alike
LETTER = (
    "Report of the Harbour Programme Board\n\n" + "The harbour was quiet in week {number}.\n" * 10
)
NOTHING = (sys.executable, "-c", "pass")
COMMAND = (sys.executable, "-c", "from pipelines.cli.main import main; main()")
# What a refresh of unchanged papers has to import: neither polars nor DuckDB
IMPORT = (sys.executable, "-c", "import pipelines.cli.commands.refresh, pipelines.refresh.refresh")


def seconds(command: Sequence[str]) -> float:
    """How long a process takes from its start to its end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def compare(name: str, command: Sequence[str], against: Sequence[str]) -> tuple[float, float]:
    """Run both turn by turn, print their medians, and return them."""
    rounds = [(seconds(against), seconds(command)) for _ in range(ROUNDS)]
    least = statistics.median(before for before, _ in rounds)
    taken = statistics.median(after for _, after in rounds)
    print(  # noqa: T201
        f"{name:<28}{taken:7.2f} s, {taken / least:5.1f} x, {taken - least:5.2f} s more than "
        f"{least:.2f} s"
    )
    return taken, least


def main() -> int:
    """Print what help and an unchanged refresh cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=int, default=1000)
    papers = parser.parse_args().papers
    taken, least = compare("help, bare Python", (*COMMAND, "--help"), NOTHING)
    show(Ratio("help", "bare Python", taken / least, MOST_TIMES))
    with TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        raw.mkdir()
        for number in range(papers):
            (raw / f"{number}.txt").write_text(LETTER.format(number=number), encoding="utf-8")
        refresh = (*COMMAND, "refresh", "--raw", str(raw), "--warehouse", f"{folder}/w.duckdb")
        print(f"first refresh of {papers} papers: {seconds(refresh):.0f} s")  # noqa: T201
        taken, least = compare("nothing changed, the import", refresh, IMPORT)
        more = taken - least
        show(Ratio("a refresh without news", "the import and more", more, MOST_MORE_SECONDS, "s"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
