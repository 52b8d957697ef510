"""The assets at the left: the papers and registers that people keep, and the extracts of papers."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from warnings import catch_warnings, simplefilter

import dagster as dg

from pipelines.ingestion.manifest import read_manifest
from pipelines.ingestion.raw_folder import Entry, find_entries
from pipelines.orchestration.engine import EngineResource
from pipelines.orchestration.owners import OWNERS
from pipelines.orchestration.steps import POOL, RETRIES, plain_failures, refusal, step
from pipelines.refresh.reading import PapersRead, extracts_version
from pipelines.refresh.refresh import Outcome, RefreshReport, read_step, require_input
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import one_line
from pipelines.runtime.versions import registers_version

RAW_PAPERS = "raw_papers"
REGISTERS = "registers"
PAPER_EXTRACTS = "paper_extracts"
GROUP = "papers"
# A table, since Dagster would show what a file name says in Markdown
REJECTED = dg.TableSchema(columns=[dg.TableColumn("source_path"), dg.TableColumn("reason")])


def observed_assets(settings: Settings) -> list[dg.AssetsDefinition]:
    """What people put there and no run makes: a run says which version of it there is."""
    papers = dg.AssetSpec(
        RAW_PAPERS,
        description="The folder of papers.",
        owners=OWNERS,
        kinds={"file"},
        group_name=GROUP,
    )
    registers = dg.AssetSpec(
        REGISTERS,
        description="Who is who: councils, parties, boards, programmes, as CSV files.",
        owners=OWNERS,
        kinds={"csv"},
        group_name=GROUP,
    )

    def look_at_papers() -> tuple[str, int]:
        entries = find_entries(settings.raw, settings.limits)
        return state_of(entries), len(entries)

    def look_at_registers() -> tuple[str, int]:
        files = list(settings.reference.glob("*.csv"))
        return registers_version(settings.reference), len(files)

    return [
        _observed_asset(settings, papers, look_at_papers),
        _observed_asset(settings, registers, look_at_registers),
    ]


def _observed_asset(
    settings: Settings, spec: dg.AssetSpec, look: Callable[[], tuple[str, int]]
) -> dg.AssetsDefinition:
    """The step that observes a folder; `look` returns its version and its number of files."""

    def observe() -> Iterator[dg.ObserveResult]:
        with plain_failures():
            require_input(settings)
            version, files = look()
            yield dg.ObserveResult(
                asset_key=spec.key,
                data_version=dg.DataVersion(version),
                metadata={"files": files},
            )

    with catch_warnings():
        # Dagster warns at every start that this is a beta. The version is pinned.
        simplefilter("ignore", dg.BetaWarning)
        observed = dg.multi_observable_source_asset(name=spec.key.to_user_string(), specs=[spec])
        asset: dg.AssetsDefinition = observed(observe)
    return asset


def extracts_asset(settings: Settings, fetched: Sequence[dg.AssetKey] = ()) -> dg.AssetsDefinition:
    """The step that reads papers, those that were fetched among them."""

    @dg.asset(
        name=PAPER_EXTRACTS,
        deps=[RAW_PAPERS, REGISTERS, *fetched],
        description="The records of each paper, extracted once by content and code version.",
        owners=OWNERS,
        kinds={"python", "parquet"},
        group_name=GROUP,
        pool=POOL,
        retry_policy=RETRIES,
    )
    def paper_extracts(
        context: dg.AssetExecutionContext, engine: EngineResource
    ) -> dg.MaterializeResult[None]:
        with step(settings, context.log) as progress:
            read = read_step(engine.applied_to(settings), progress)
            if isinstance(read, PapersRead):
                return extracts_result(read, dg.DataVersion(extracts_version(read.manifest)))
            if read.outcome is Outcome.REFUSED:
                raise refusal(read.what_is_wrong)
            context.log.info(f"Nothing changed since build {read.build_id}.")
            manifest = read_manifest(settings.state)
            return extracts_result(read, dg.DataVersion(extracts_version(manifest)))

    return paper_extracts


def state_of(entries: Sequence[Entry]) -> str:
    """A hash that moves when any path does, or what the file system says of a file."""
    listing = [(entry.source_path, *entry.stamp) for entry in entries]
    return hashlib.sha256(json.dumps(listing).encode()).hexdigest()


def extracts_result(
    read: PapersRead | RefreshReport, version: dg.DataVersion
) -> dg.MaterializeResult[None]:
    """How many papers were read, rejected and found unchanged, in how many chunks.

    Args:
        read: What was read, or what was found unchanged.
        version: The data version of the extracts.
    """
    rejected = [
        dg.TableRecord(
            {"source_path": one_line(entry.source_path), "reason": one_line(entry.reason)}
        )
        for entry in read.rejected
    ]
    return dg.MaterializeResult(
        asset_key=PAPER_EXTRACTS,
        data_version=version,
        metadata={
            "files_found": read.files_found,
            "papers_read": read.papers_extracted,
            "chunks_done": read.chunks if isinstance(read, PapersRead) else 0,
            "workers_lost": read.workers_lost if isinstance(read, PapersRead) else 0,
            "papers_unchanged": max(read.papers_read - read.papers_extracted, 0),
            "papers_rejected": len(read.rejected),
            "rejected": dg.MetadataValue.table(rejected, REJECTED),
            "new": len(read.new),
            "changed": len(read.changed),
            "gone": len(read.gone),
        },
    )
