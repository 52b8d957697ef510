"""Reads a warehouse until a file appears, as an analyst's tool does. Run by `readers.py`."""

import json
import os
import sys
import time
from pathlib import Path

import duckdb

from tests.soak.lab import read_edition

# Time between two looks; a reader that never rests would only measure how busy the machine is.
REST_SECONDS = 0.05


def main() -> None:
    warehouse, stop = map(Path, sys.argv[1:])
    parent = os.getppid()
    reads = 0
    seen: set[str] = set()
    faults: list[str] = []
    # A suite that is killed leaves nobody to write the stop file.
    while not stop.exists() and os.getppid() == parent:
        time.sleep(REST_SECONDS)
        try:
            with duckdb.connect(str(warehouse), read_only=True) as connection:
                first = read_edition(connection)
                # The same connection again: what it opened must not change under it.
                second = read_edition(connection)
        except duckdb.Error as error:
            faults.append(f"{type(error).__name__}: {error}")
            continue
        reads += 1
        seen.add(first.content)
        if not first.is_whole or first != second:
            faults.append(f"mixed edition: {first} and {second}")
    said = {"reads": reads, "faults": faults, "seen": sorted(seen)}
    print(json.dumps(said))


if __name__ == "__main__":
    main()
