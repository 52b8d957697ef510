"""The words of each paper, with what was read from them: where every figure's link ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.reports.wording import numbered
from pipelines.site.addresses import paper_page
from pipelines.site.blocks import Block, Table, position
from pipelines.site.published import Published, Row, runs_of
from pipelines.site.sources import PaperParts, Sources, passages_of
from pipelines.site.writer import Writer

PAGE = "papers.html"
# Papers in one list.
MOST_PAPERS = 1_000
# Pages that are named as those that use a figure; more are counted.
MOST_BACKLINKS = 5
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
WHITE_SPACE = re.compile(r"\s+")
# Stars that mark bold words in some papers; a quote has them, a passage may not.
STARS = "*"


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """One passage as runs of words, each with whether something was read from it."""

    anchor: str
    kind: str
    item_no: str | None
    runs: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block with the pages that use it; `used_on` are paths and titles."""

    block: Block
    is_table: bool
    heading: str | None
    item_no: str | None
    used_on: tuple[tuple[str, str], ...]
    more: int


def write_papers(published: Published, sources: Sources, writer: Writer) -> None:
    """Write the list of papers and the pages of each.

    They must be written after all others, so that each block can name the pages that use it.
    """
    papers = published.rows(PAPERS)
    used = _used_on(writer)
    findings = published.by("paper_id", FINDINGS)
    set_aside = published.by("paper_id", SET_ASIDE)
    _write_list(papers, writer)
    by_id = {row.paper_id: row for row in papers}
    # A paper without passages comes after those that have some.
    without = dict.fromkeys(by_id)
    for paper_id, passages in runs_of(passages_of(published), "paper_id"):
        without.pop(paper_id, None)
        _write_paper(by_id[paper_id], passages, sources, used, findings, set_aside, writer)
    for paper_id in without:
        _write_paper(by_id[paper_id], [], sources, used, findings, set_aside, writer)


def _write_list(papers: list[Row], writer: Writer) -> None:
    pages = [papers[at : at + MOST_PAPERS] for at in range(0, len(papers), MOST_PAPERS)] or [[]]
    paths = [PAGE, *(f"papers-{number}.html" for number in range(2, len(pages) + 1))]
    for path, rows in zip(paths, pages, strict=True):
        title = f"{numbered(len(papers), 'paper has', 'papers have')} been read"
        writer.page(path, "papers.html.j2", title, papers=rows, paths=paths)


def _write_paper(
    paper: Row,
    passages: list[Row],
    sources: Sources,
    used: dict[str, dict[str, str]],
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
            items=list(_merged(parts, part, grouped.get(part, []), used, path)),
            findings=findings.get(paper.paper_id, [])[:MOST_REMARKS],
            set_aside=set_aside.get(paper.paper_id, [])[:MOST_REMARKS],
            blocks=len(parts.blocks),
        )


def _merged(
    parts: PaperParts,
    part: int,
    passages: list[Row],
    used: dict[str, dict[str, str]],
    path: str,
) -> Iterator[ShownPassage | ShownBlock]:
    """Passages in their order, each block behind the passage in which it ends."""
    blocks = list(parts.blocks_of(part))
    for number, passage in enumerate(passages):
        following = passages[number + 1] if number + 1 < len(passages) else None
        ready = []
        while blocks and (following is None or blocks[0].position < position(following.locator)):
            ready.append(blocks.pop(0))
        yield _passage(passage, ready)
        yield from (_block(block, passage, used, path) for block in ready)
    yield from (_block(block, None, used, path) for block in blocks)


def _block(
    block: Block, passage: Row | None, used: dict[str, dict[str, str]], path: str
) -> ShownBlock:
    pages = used.get(f"{path} {block.anchor}", {})
    first = tuple(pages.items())[:MOST_BACKLINKS]
    return ShownBlock(
        block,
        isinstance(block, Table),
        passage.heading if passage else None,
        passage.item_no if passage else None,
        first,
        len(pages) - len(first),
    )


def _passage(passage: Row, blocks: list[Block]) -> ShownPassage:
    quotes = [quote for block in blocks for quote in _quotes(block)]
    runs = mark_quotes(passage.text, quotes)
    return ShownPassage(f"passage-{passage.passage_no}", passage.kind, passage.item_no, runs)


def _quotes(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (line.quote for line in block.lines)
    else:
        yield "".join(part.text for part in block.parts)


def mark_quotes(text: str, quotes: list[str]) -> tuple[tuple[str, bool], ...]:
    """Words as runs, those that a quote holds marked; white space is folded.

    >>> mark_quotes("It rained.  Two came.", ["Two came."])
    (('It rained. ', False), ('Two came.', True))
    """
    words = WHITE_SPACE.sub(" ", text.replace(STARS, "")).strip()
    spans = sorted(
        (start, start + len(quote))
        for quote in {WHITE_SPACE.sub(" ", quote.replace(STARS, "")).strip() for quote in quotes}
        if quote and (start := words.find(quote)) >= 0
    )
    runs, end = [], 0
    for start, stop in spans:
        runs.append((words[end : max(start, end)], False))
        runs.append((words[max(start, end) : stop], True))
        end = max(end, stop)
    runs.append((words[end:], False))
    return tuple(run for run in runs if run[0])


def _used_on(writer: Writer) -> dict[str, dict[str, str]]:
    """The pages that use each block, by the path of its page and its anchor."""
    used: dict[str, dict[str, str]] = {}
    for target, pages in writer.backlinks.items():
        path, _, anchor = target.partition("#")
        used.setdefault(f"{path} {anchor.partition('.')[0]}", {}).update(pages)
    return used
