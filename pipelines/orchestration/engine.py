"""The engine that reads papers, as a resource that a launch can set otherwise."""

from dataclasses import replace

import dagster as dg
from pydantic import Field

from pipelines.runtime.settings import EngineName, Settings

ENGINE = "engine"


class EngineResource(dg.ConfigurableResource[None]):
    """What reads papers: this machine, or the workers of a dask cluster."""

    name: EngineName = Field(description="LOCAL or DASK.")
    scheduler: str | None = Field(
        description="Address of dask's scheduler; without one, a cluster on this machine."
    )

    @classmethod
    def of(cls, settings: Settings) -> "EngineResource":
        """The engine that the environment names."""
        return cls(name=settings.engine, scheduler=settings.scheduler)

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with this engine."""
        return replace(settings, engine=EngineName(self.name), scheduler=self.scheduler)
