"""Sets a paper as text, its tables with tabs."""

from collections.abc import Iterator

from tests.tables.sheets import Paper


def typeset(paper: Paper) -> bytes:
    return "\n\n".join(_blocks(paper)).encode()


def _blocks(paper: Paper) -> Iterator[str]:
    yield from (paper.board, paper.day, paper.heading)
    for part in paper.parts:
        if isinstance(part, str):
            yield part
            continue
        for sheet in part:
            yield sheet.caption
            yield "\n".join(
                "\t".join(cell.plain() + "\t" * (cell.span - 1) for cell in row)
                for row in sheet.rows()
            )
            yield from sheet.notes
