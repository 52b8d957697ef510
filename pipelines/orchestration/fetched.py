"""One asset a source: what was fetched from a site, with checks that warn."""

import logging
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import dagster as dg

from pipelines.orchestration.owners import OWNERS
from pipelines.orchestration.steps import LoggedProgress
from pipelines.reference.people.register_words import load_register_words
from pipelines.runtime.errors import BoardpapersError
from pipelines.runtime.settings import Settings
from pipelines.runtime.terminal_text import one_line
from pipelines.sources.configuration import Source, Sources, read_sources
from pipelines.sources.fetch import FAILED, REFUSED, SourceReport, fetch
from pipelines.sources.health import Answer, examine
from pipelines.sources.store import copied_store, store_path

GROUP = "sources"
CHECKS = {
    "answered": "The site answered in the last run.",
    "nothing_vanished": "The site still lists every meeting that it listed before.",
    "words_known": "Every word for attendance is in register_words.csv.",
    "register_filled": "Most older meetings with minutes have a filled register.",
    "documents_whole": "Every document came, and its file is as it came.",
}
# One failed night is nothing to report; two in a row are reported, and three are a fault.
WARN_AFTER, FAIL_AFTER = timedelta(hours=50), timedelta(hours=74)


def sources_of(settings: Settings) -> Sources:
    """The sources file; empty if there is none, or if it cannot be used, which is logged."""
    if not settings.sources.is_file():
        return Sources("", ())
    try:
        return read_sources(settings.sources)
    except BoardpapersError as error:
        logging.getLogger("boardpapers").error("No source can be fetched. %s", error)
        return Sources("", ())


def fetched_key(source: Source) -> dg.AssetKey:
    """The asset of a source."""
    return dg.AssetKey(["fetched", source.source_id])


def fetched_asset(settings: Settings, source: Source, contact: str) -> dg.AssetsDefinition:
    """The step that fetches from a source; steps of one host run one after the other."""
    key = fetched_key(source)

    @dg.asset(
        key=key,
        description=f"Papers of {source.body}, fetched from its site.",
        owners=OWNERS,
        kinds={"file"},
        group_name=GROUP,
        pool=f"host_{source.host.replace('.', '_').replace('-', '_')}",
        freshness_policy=dg.FreshnessPolicy.time_window(
            fail_window=FAIL_AFTER, warn_window=WARN_AFTER
        ),
        check_specs=[
            dg.AssetCheckSpec(name, asset=key, description=told) for name, told in CHECKS.items()
        ],
    )
    def fetched(
        context: dg.AssetExecutionContext,
    ) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
        progress = LoggedProgress(context.log)
        (report,) = fetch([source], contact, settings.raw, progress)
        yield from (_check(key, each) for each in _answers(settings, source))
        if report.outcome in (REFUSED, FAILED):
            raise dg.Failure(f"{source.source_id}: {report.outcome}: {one_line(report.message)}")
        yield _result(key, report)

    return fetched


def _answers(settings: Settings, source: Source) -> Sequence[Answer]:
    words = load_register_words(settings.reference)
    with copied_store(store_path(settings.raw, source.source_id)) as store:
        return list(
            examine(
                store,
                settings.raw,
                datetime.now(UTC).date(),
                lambda word: words.attendance_of(word) is not None,
            )
        )


def _check(key: dg.AssetKey, answer: Answer) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=key,
        check_name=answer.name,
        passed=answer.is_good,
        severity=dg.AssetCheckSeverity.WARN,
        description=one_line(answer.told),
    )


def _result(key: dg.AssetKey, report: SourceReport) -> dg.MaterializeResult[None]:
    counts = report.counts
    return dg.MaterializeResult(
        asset_key=key,
        metadata={
            "outcome": report.outcome,
            "message": one_line(report.message) or "complete",
            "meetings_listed": counts.meetings_listed,
            "meetings_asked": counts.meetings_asked,
            "meetings_changed": counts.meetings_changed,
            "documents_fetched": counts.documents_fetched,
            "problems": len(report.problems),
            "requests": report.requests,
            "bytes": report.taken_bytes,
        },
    )
