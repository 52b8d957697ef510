"""The words of each paper, with what was read from them: where every figure's link ends."""

from pipelines.reports.wording import numbered
from pipelines.site.addresses import paper_page
from pipelines.site.blocks import position
from pipelines.site.pages.paper_items import arrange_paper
from pipelines.site.published import Published, Row, runs_of
from pipelines.site.sources import PASSAGES, Sources
from pipelines.site.writer import Writer

PAGE = "papers.html"
# Papers in one list.
MOST_PAPERS = 1_000
# Findings and set-aside rows shown on the page of a paper; the rest is under Quality.
MOST_REMARKS = 100
PAPERS = """
select papers.*, boards.name as board_name
from papers
left join boards using (board_id)
order by meeting_date desc nulls last, label, paper_id
"""
FINDINGS = """
select * from quality_findings
where paper_id is not null
order by paper_id, severity = 'info', rule, locator, message
"""
SET_ASIDE = "select * from set_aside order by paper_id, table_name, locator"


def write_papers(published: Published, sources: Sources, writer: Writer) -> None:
    """Write the list of papers and the pages of each.

    They must be written after all others, so that each block can name the pages that use it.
    """
    papers = published.rows(PAPERS)
    used = _used_on(writer)
    findings = published.by("paper_id", FINDINGS)
    set_aside = published.by("paper_id", SET_ASIDE)
    title = f"{numbered(len(papers), 'paper has', 'papers have')} been read"
    writer.listing(PAGE, "papers.html.j2", title, papers, MOST_PAPERS)
    by_id = {row.paper_id: row for row in papers}
    # A paper without passages comes after those that have some.
    without = dict.fromkeys(by_id)
    for paper_id, passages in runs_of(published.stream(PASSAGES), "paper_id"):
        without.pop(paper_id, None)
        _write_paper(by_id[paper_id], passages, sources, used, findings, set_aside, writer)
    for paper_id in without:
        _write_paper(by_id[paper_id], [], sources, used, findings, set_aside, writer)


def _write_paper(
    paper: Row,
    passages: list[Row],
    sources: Sources,
    used: dict[str, dict[str, dict[str, str]]],
    findings: dict[str, list[Row]],
    set_aside: dict[str, list[Row]],
    writer: Writer,
) -> None:
    parts = sources.papers[paper.paper_id]
    paths = [paper_page(paper.paper_id, part + 1) for part in range(len(parts.starts))]
    grouped: dict[int, list[Row]] = {}
    for passage in passages:
        grouped.setdefault(parts.part_of(position(passage.locator)), []).append(passage)
    remarks = [*findings.get(paper.paper_id, []), *set_aside.get(paper.paper_id, [])]
    for row in remarks:
        row.link = sources.words(row) if row.locator else None
    for part, path in enumerate(paths, start=1):
        writer.page(
            path,
            "paper.html.j2",
            paper.label or paper.title or paper.source_path,
            paper=paper,
            part=part,
            paths=paths,
            items=list(arrange_paper(parts, part, grouped.get(part, []), used.get(path, {}))),
            findings=findings.get(paper.paper_id, []),
            set_aside=set_aside.get(paper.paper_id, []),
            most=MOST_REMARKS,
            blocks=len(parts.blocks),
        )


def _used_on(writer: Writer) -> dict[str, dict[str, dict[str, str]]]:
    """Path and title of the pages that use each block, by the path of its page and its anchor."""
    used: dict[str, dict[str, dict[str, str]]] = {}
    for target, pages in writer.backlinks.items():
        path, _, anchor = target.partition("#")
        block = anchor.partition(".")[0]
        used.setdefault(path, {}).setdefault(block, {}).update(pages)
    return used
