"""What building costs with more papers: against a copy, for each model, and in bytes of state.

Run `python -m benchmarks.building_papers [--few 1000] [--papers 3000]`. It refreshes few invented
papers into one warehouse and more of them into another, each in a process of its own. It prints the
processor time of building against that of a copy of all rows, the model whose time grows most, and
the bytes of state that were written against those that are left. `growing` measures a refresh as it
is; this one changes it to time each model.
"""

import argparse
import multiprocessing
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.papers import write_papers
from benchmarks.ratios import Ratio, show
from benchmarks.rebuilding import copy_tables
from pipelines.ingestion import manifest, outcomes
from pipelines.refresh.refresh import refresh
from pipelines.runtime.settings import Settings
from pipelines.warehouse import build, candidates

# Limits, as multiples of the time of the copy, of the state that is left and of the papers' growth
MOST_COPY, MOST_STATE, MOST_GROWTH = 3, 3, 4 / 3
# The growth of a shorter model is not reported: most of its time is planning.
LEAST_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What one refresh took.

    Attributes:
        building: Seconds of processor time of the build.
        copying: The same of a copy of all its rows.
        models: The same of each model.
        written: Bytes of state.
        kept: Bytes of state that are left.
    """

    building: float
    copying: float
    models: Mapping[str, float]
    written: int
    kept: int


class Meter:
    """Adds up what functions take that are put in the place of others."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.written = 0

    def timed(self, module: Any, name: str, key: Any) -> None:
        """From here on, add up the processor time of a function by a key of its arguments."""
        work = getattr(module, name)

        def measured(*arguments: Any) -> Any:
            start = time.process_time()
            result = work(*arguments)
            place = key(*arguments)
            self.seconds[place] = self.seconds.get(place, 0.0) + time.process_time() - start
            return result

        setattr(module, name, measured)

    def weighed(self, module: Any) -> None:
        """From here on, add up the bytes that a module writes in the place of others."""
        write = module.replace_text

        def counted(path: Path, text: str) -> None:
            self.written += len(text.encode())
            write(path, text)

        module.replace_text = counted

    def weighed_log(self, module: Any) -> None:
        """From here on, add up the bytes of each log that a module drops."""
        drop = module.drop_log

        def counted(state: Path) -> None:
            log = state / outcomes.FILE_NAME
            self.written += log.stat().st_size if log.is_file() else 0
            drop(state)

        module.drop_log = counted


def measure(raw: Path, warehouse: Path) -> Refreshed:
    """Refresh the papers of a folder; to be run in a process of its own."""
    meter = Meter()
    meter.timed(candidates, "build_from", lambda *_: "build")
    meter.timed(build, "_run_model", lambda _, model: model.name)
    attach = build._attach

    def attach_without_checkpoints(connection: Any, candidate: Path) -> None:
        # One would count for the model that happens to be written then.
        attach(connection, candidate)
        connection.execute("set checkpoint_threshold = '1TB'")

    build._attach = attach_without_checkpoints
    meter.weighed(manifest)
    meter.weighed(outcomes)
    meter.weighed_log(manifest)
    settings = Settings(raw=raw, warehouse=warehouse)
    refresh(settings)
    start = time.process_time()
    copy_tables(warehouse, warehouse.with_name("copy.duckdb"))
    copying = time.process_time() - start
    kept = (settings.state / manifest.FILE_NAME).stat().st_size
    building = meter.seconds.pop("build")
    return Refreshed(building, copying, meter.seconds, meter.written, kept)


def main() -> int:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=int, default=3000)
    parser.add_argument("--few", type=int, default=1000)
    options = parser.parse_args()
    found: list[Refreshed] = []
    with TemporaryDirectory() as name:
        for papers in (options.few, options.papers):
            folder = Path(name) / str(papers)
            (folder / "raw").mkdir(parents=True)
            write_papers(folder / "raw", papers)
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
                each = pool.submit(measure, folder / "raw", folder / "w.duckdb").result()
            found.append(each)
            copied = f"a copy of its rows ({each.copying:.2f} s)"
            show(
                Ratio(f"building {papers} papers", copied, each.building / each.copying, MOST_COPY)
            )
            written = each.written / each.kept
            show(Ratio(f"state written for {papers} papers", "what is left", written, MOST_STATE))
    few, many = found
    growth = {
        model: taken / few.models[model]
        for model, taken in many.models.items()
        if taken >= LEAST_SECONDS
    }
    if growth:
        more = options.papers / options.few
        most = max(growth, key=lambda model: growth[model])
        what = f"the model that grows most ({most}), {more:.0f} x the papers"
        show(Ratio(what, "itself", growth[most], more * MOST_GROWTH))
    return 0


if __name__ == "__main__":
    sys.exit(main())
