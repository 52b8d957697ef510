"""Run `python -m tests.cookbook` to write the output of each query of the cookbook again."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cookbook.cookbook import PAGE, build_sample_warehouse, renewed

if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        warehouse = build_sample_warehouse(Path(folder))
        PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), warehouse), encoding="utf-8")
