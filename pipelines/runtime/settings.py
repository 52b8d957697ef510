"""The settings of a refresh: its folder, its warehouse and its limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import ceil, inf
from pathlib import Path
from typing import Any

from pipelines.runtime.errors import BadSetting, UnknownChoice
from pipelines.runtime.limits import ROOM_VARIABLES, VARIABLES, Limits, LimitVariable, Room
from pipelines.runtime.objects.object_path import path_from
from pipelines.runtime.places import REFERENCE

RAW_VARIABLE = "BOARDPAPERS_RAW"
WAREHOUSE_VARIABLE = "BOARDPAPERS_WAREHOUSE"
REPORTS_VARIABLE = "BOARDPAPERS_REPORTS"
SITE_VARIABLE = "BOARDPAPERS_SITE"
DEFAULT_RAW = Path("data/raw")
DEFAULT_WAREHOUSE = Path("data/warehouse/boardpapers.duckdb")
DEFAULT_REPORTS = Path("reports")
DEFAULT_SITE = Path("site")
SOURCES_VARIABLE = "BOARDPAPERS_SOURCES"
DEFAULT_SOURCES = Path("sources.toml")

ON_FAILURE_VARIABLE = "BOARDPAPERS_ON_FAILURE"
ON_NEWS_VARIABLE = "BOARDPAPERS_ON_NEWS"
LATE_HOURS_VARIABLE = "BOARDPAPERS_LATE_HOURS"
MOST_LOST_VARIABLE = "BOARDPAPERS_MOST_LOST"
ENGINE_VARIABLE = "BOARDPAPERS_ENGINE"
SCHEDULER_VARIABLE = "BOARDPAPERS_SCHEDULER"


class EngineName(StrEnum):
    """What reads papers: processes of this machine, or the workers of a dask cluster."""

    LOCAL = "local"
    DASK = "dask"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where papers come from and where the warehouse goes.

    Attributes:
        raw: Folder of papers; an `ObjectPath` if they are in an object store.
        warehouse: The published DuckDB file.
        reference: Folder of the registers.
        limits: The limits for one paper.
        build: The limits for a build and its audit; see `room`.
        wait_seconds: How long to wait for another refresh of the same warehouse.
        on_failure: The command to run after a failed or late refresh; None for no command.
        on_news: The command to run after a publication with news; None for no command.
        late_hours: Working-day hours without a successful refresh, after which the next is late.
            The default lets a refresh of every morning be two hours behind.
        most_lost: Share of the published papers, or of the rows of a fact table, that a refresh may
            drop without `--allow-removals`, 0 to 1.
        reports: Folder of the reports; files in it are overwritten.
        site: Folder of the site.
        sources: The file that lists the sites from which papers are fetched; it need not be there.
        engine: What reads papers.
        scheduler: Address of the scheduler of a dask cluster; None for a cluster on this machine.
    """

    raw: Path = DEFAULT_RAW
    warehouse: Path = DEFAULT_WAREHOUSE
    reference: Path = REFERENCE
    limits: Limits = field(default_factory=Limits)
    build: Room = field(default_factory=Room)
    wait_seconds: float = 3600
    on_failure: str | None = None
    on_news: str | None = None
    late_hours: float = 26
    most_lost: float = 0.5
    reports: Path = DEFAULT_REPORTS
    site: Path = DEFAULT_SITE
    sources: Path = DEFAULT_SOURCES
    engine: EngineName = EngineName.LOCAL
    scheduler: str | None = None

    @property
    def state(self) -> Path:
        """The folder of extracts and manifest, beside the warehouse."""
        return self.warehouse.parent / ".boardpapers" / self.warehouse.name

    @property
    def room(self) -> Room:
        """What a build and its audit may take, with what does not fit into memory in `state`."""
        return replace(self.build, folder=self.state / "spill")


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings from environment variables; unset ones take their defaults.

    Raises:
        BadSetting: A value is not a number, or is out of its range.
        UnknownChoice: A value is not one of those there are.
    """
    late = environment.get(LATE_HOURS_VARIABLE)
    lost = environment.get(MOST_LOST_VARIABLE)
    return Settings(
        raw=path_from(environment.get(RAW_VARIABLE) or str(DEFAULT_RAW)),
        warehouse=Path(environment.get(WAREHOUSE_VARIABLE) or DEFAULT_WAREHOUSE),
        reports=Path(environment.get(REPORTS_VARIABLE) or DEFAULT_REPORTS),
        site=Path(environment.get(SITE_VARIABLE) or DEFAULT_SITE),
        sources=Path(environment.get(SOURCES_VARIABLE) or DEFAULT_SOURCES),
        limits=limits_from(environment),
        build=Room(**_numbers(environment, ROOM_VARIABLES)),
        on_failure=environment.get(ON_FAILURE_VARIABLE) or None,
        on_news=environment.get(ON_NEWS_VARIABLE) or None,
        late_hours=_number(LATE_HOURS_VARIABLE, late) if late else Settings().late_hours,
        most_lost=_number(MOST_LOST_VARIABLE, lost, most=1) if lost else Settings().most_lost,
        engine=_engine(environment.get(ENGINE_VARIABLE) or EngineName.LOCAL),
        scheduler=environment.get(SCHEDULER_VARIABLE) or None,
    )


def _engine(name: str) -> EngineName:
    try:
        return EngineName(name)
    except ValueError:
        raise UnknownChoice(ENGINE_VARIABLE, name, EngineName) from None


def limits_from(environment: Mapping[str, str]) -> Limits:
    """Read the limits from environment variables, each in its listed unit.

    Raises:
        BadSetting: A value is not a number, or is out of its range.
    """
    return Limits(**_numbers(environment, VARIABLES))


def _numbers(
    environment: Mapping[str, str], variables: Mapping[str, LimitVariable]
) -> dict[str, Any]:
    numbers = {
        name: _number(known.variable, environment[known.variable]) * known.unit
        for name, known in variables.items()
        if environment.get(known.variable)
    }
    return {name: number if name == "seconds" else ceil(number) for name, number in numbers.items()}


def _number(variable: str, text: str, most: float = inf) -> float:
    try:
        value = float(text)
    except ValueError:
        raise BadSetting(variable, text, most) from None
    if not 0 < value <= most or value == inf:
        raise BadSetting(variable, text, most)
    return value
