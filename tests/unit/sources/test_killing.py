"""A fetch that is killed at any moment leaves no half file, and the next one goes on."""

import subprocess
import sys
import time
from pathlib import Path

from tests.unit.sources.conftest import Fetch, papers
from tests.unit.sources.example_site import ExampleSite, pdf

REPOSITORY = Path(__file__).resolve().parents[3]
FETCH = """
import sys
from pathlib import Path
from pipelines.runtime.progress import Silent
from pipelines.sources.configuration import Source
from pipelines.sources.fetch import fetch
from pipelines.sources.http import client
from pipelines.sources.http.pace import Pace

client.SECONDS_APART = 0.0
base_url, folder = sys.argv[1], Path(sys.argv[2])
kinds = ("minutes", "pack", "items", "agenda", "decisions")
source = Source("weir", "moderngov", base_url, "Weir Council", documents=kinds, allow_private=True)
print("ready", flush=True)
list(fetch([source], "https://weir.example", folder / "raw", Silent(), pace=Pace(folder / "pace")))
"""
# Seconds after a fetch began; a whole one takes about a third of a second.
MOMENTS = (0.03, 0.08, 0.13, 0.18, 0.24)


def test_a_fetch_that_is_killed_leaves_whole_files_alone(
    site: ExampleSite, fetch_from: Fetch, tmp_path: Path
) -> None:
    site.files["g511-10"] = pdf("long" * 500_000)
    whole = set(site.files.values())
    arguments = [sys.executable, "-c", FETCH, site.base_url, str(tmp_path)]
    for moment in MOMENTS:
        with subprocess.Popen(arguments, cwd=REPOSITORY, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(moment)
            process.kill()
        for name, data in papers(tmp_path / "raw").items():
            assert data in whole or (name.endswith(".xml") and data.endswith(b"</meeting>\n"))
    assert fetch_from(site).outcome == "complete"
    kept = {data for name, data in papers(tmp_path / "raw").items() if name.endswith(".pdf")}
    assert kept == whole - {site.files["s903"]}
    assert not list((tmp_path / "raw" / ".sources").glob("*.unfinished"))
