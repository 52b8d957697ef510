"""The assets at the left: the papers and registers that people keep, and the extracts of papers."""

import dagster as dg

from pipelines.orchestration.owners import OWNERS
from pipelines.refresh.refresh import RefreshReport
from pipelines.runtime.terminal_text import one_line

RAW_PAPERS = "raw_papers"
REGISTERS = "registers"
PAPER_EXTRACTS = "paper_extracts"
GROUP = "papers"
# A table, since Dagster would show what a file name says in Markdown
REJECTED = dg.TableSchema(columns=[dg.TableColumn("source_path"), dg.TableColumn("reason")])


def external_specs() -> list[dg.AssetSpec]:
    """What people put there and no run makes."""
    return [
        dg.AssetSpec(
            RAW_PAPERS,
            description="The folder of papers.",
            owners=OWNERS,
            kinds={"file"},
            group_name=GROUP,
        ),
        dg.AssetSpec(
            REGISTERS,
            description="Who is who: councils, parties, boards, programmes, as CSV files.",
            owners=OWNERS,
            kinds={"csv"},
            group_name=GROUP,
        ),
    ]


def extracts_spec() -> dg.AssetSpec:
    """The records of each paper, extracted once for each content and version of the code."""
    return dg.AssetSpec(
        PAPER_EXTRACTS,
        deps=[RAW_PAPERS, REGISTERS],
        description="The records of each paper, extracted once by content and code version.",
        owners=OWNERS,
        kinds={"python", "parquet"},
        group_name=GROUP,
        skippable=True,
    )


def extracts_result(
    report: RefreshReport, version: dg.DataVersion | None
) -> dg.MaterializeResult[None]:
    """How many papers were read, rejected and found unchanged.

    Args:
        report: What a refresh did.
        version: The data version of what is published of the papers; None where nothing is.
    """
    rejected = [
        dg.TableRecord(
            {"source_path": one_line(entry.source_path), "reason": one_line(entry.reason)}
        )
        for entry in report.rejected
    ]
    return dg.MaterializeResult(
        asset_key=PAPER_EXTRACTS,
        data_version=version,
        metadata={
            "files_found": report.files_found,
            "papers_read": report.papers_extracted,
            "papers_unchanged": max(report.papers_read - report.papers_extracted, 0),
            "papers_rejected": len(report.rejected),
            "rejected": dg.MetadataValue.table(rejected, REJECTED),
            "new": len(report.new),
            "changed": len(report.changed),
            "gone": len(report.gone),
        },
    )
