"""How much memory there is: that of the machine, or less where a control group allows less."""

import os
from pathlib import Path

import pytest

from pipelines.ingestion.memory import memory_there_is

MACHINE = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


@pytest.mark.parametrize(
    ("own", "limits", "memory"),
    [
        pytest.param("", {}, MACHINE, id="no groups"),
        pytest.param("0::/\n", {"memory.max": "max\n"}, MACHINE, id="no limit"),
        pytest.param("0::/\n", {"memory.max": "4096000\n"}, 4096000, id="a container"),
        pytest.param(
            "0::/\n", {"memory.max": f"{2 * MACHINE}\n"}, MACHINE, id="more than there is"
        ),
        pytest.param(
            "0::/a/b\n", {"a/b/memory.max": "max", "a/memory.max": "5000"}, 5000, id="one around it"
        ),
        pytest.param(
            "0::/a\n", {"a/memory.max": "7000", "b/memory.max": "5000"}, 7000, id="another's"
        ),
        pytest.param(
            "5:cpu:/b\n7:memory:/a\n",
            {"memory/a/memory.limit_in_bytes": "6000", "cpu/b/memory.limit_in_bytes": "5000"},
            6000,
            id="version 1",
        ),
    ],
)
def test_the_least_limit_counts(
    tmp_path: Path, own: str, limits: dict[str, str], memory: int
) -> None:
    own_groups, groups = tmp_path / "cgroup", tmp_path / "groups"
    own_groups.write_text(own)
    for name, limit in limits.items():
        path = groups / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(limit)

    assert memory_there_is(own_groups, groups) == memory


def test_a_system_without_groups_has_the_memory_of_the_machine(tmp_path: Path) -> None:
    assert memory_there_is(tmp_path / "cgroup", tmp_path / "groups") == MACHINE
