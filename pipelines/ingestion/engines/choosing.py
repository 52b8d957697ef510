"""Which engine reads the papers of a refresh."""

from pipelines.ingestion.engines.batches import Engine
from pipelines.ingestion.engines.local_engine import LocalEngine
from pipelines.runtime.settings import EngineName, Settings


def engine_of(settings: Settings) -> Engine:
    """The engine that the settings name; what it needs is imported when it reads."""
    if settings.engine is EngineName.DASK:
        from pipelines.ingestion.engines.dask_engine import DaskEngine

        return DaskEngine(settings.raw, settings.reference, settings.limits, settings.scheduler)
    return LocalEngine(settings.limits)
