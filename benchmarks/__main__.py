"""Runs all benchmarks and writes one table: `python -m benchmarks [--quick] [--out FILE]`.

Each is a process of its own. With `--quick` they have few rows and papers: that shows that they
run, not what they find.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ratios import RESULTS_VARIABLE, Ratio, read_results

GIBIBYTE = 1 << 30
# Each module, and its arguments with --quick
BENCHMARKS = {
    "starting": ("--papers", "100"),
    "reading_pdf": (),
    "reading_packs": ("--papers", "40"),
    "reading_papers": ("--papers", "100"),
    "reading_on_dask": ("--papers", "100"),
    "growing": ("--papers", "50"),
    "building_papers": ("--few", "20", "--papers", "60"),
    "rebuilding": ("--rows", "100000"),
    "marts": ("--rows", "1000000"),
    "checking_few": (),
    "checking": ("--rows", "100000"),
}
LIBRARIES = ("duckdb", "polars", "pypdfium2", "great-expectations", "dagster", "distributed")


def machine() -> str:
    """The machine, and what it runs: cores, memory, Python and libraries."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    ]
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{os.cpu_count()} cores ({names[0] if names else platform.machine()}), "
        f"{pages / GIBIBYTE:.0f} GiB, load {os.getloadavg()[0]:.1f} at the start; "
        f"Python {platform.python_version()}, {libraries}"
    )


def row(name: str, ratio: Ratio) -> str:
    """A line of the table."""
    held = "yes" if ratio.holds else "**no**"
    measured = f"{ratio.measured:.2f} {ratio.unit}"
    cells = (name, ratio.what, ratio.against, measured, ratio.limit_words, held)
    return f"| {' | '.join(cells)} |"


def main() -> int:
    """Run them all; 1 if one failed or a limit does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("benchmarks.md"))
    options = parser.parse_args()
    lines = [
        f"Measured on {datetime.now(UTC):%d %B %Y}: {machine()}.",
        "",
        "| benchmark | what | against | measured | limit | held |",
        "|---|---|---|---|---|---|",
    ]
    is_good = True
    with TemporaryDirectory() as folder:
        for name, few in BENCHMARKS.items():
            start = time.perf_counter()
            results = Path(folder) / name
            command = [sys.executable, "-m", f"benchmarks.{name}", *(few if options.quick else ())]
            run = subprocess.run(command, env={**os.environ, RESULTS_VARIABLE: str(results)})
            found = read_results(results)
            is_good &= run.returncode == 0 and all(ratio.holds for ratio in found)
            lines += [row(name, ratio) for ratio in found]
            if run.returncode:
                lines.append(f"| {name} | failed | | | | **no** |")
            print(f"{name}: {time.perf_counter() - start:.0f} s", flush=True)  # noqa: T201
            options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"Written to {options.out}")  # noqa: T201
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
