"""Makes or loads papers, sets them, has them read, and scores them."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from pipelines.extraction.subjects import read_subjects
from pipelines.readers.reading import read_document
from pipelines.reference.registers import Registers, load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import LeadershipStat, PeerChallenge, ProgrammeParticipation
from tests.statements.papers import make_paper
from tests.statements.scoring import Record, Score, score
from tests.statements.setting import FORMS
from tests.statements.truth import CHALLENGES, PARTICIPATION, Line, Paper, rows_of, told_by

PAPER_ID = "00c0ffee00c0ffee"
WRITTEN = Path(__file__).parent / "written"


@cache
def _registers() -> Registers:
    return load_registers(REFERENCE)


def read(data: bytes, name: str) -> list[Record]:
    """The records of the two tables that a paper gives."""
    subjects = read_subjects(read_document(data, name), _registers(), PAPER_ID)
    records = [
        record
        for table in (PARTICIPATION, CHALLENGES)
        for record in subjects.get(table, ())
        if isinstance(record, ProgrammeParticipation | PeerChallenge)
    ]
    cells = subjects.get("leadership_stats", ())
    counted = (each for each in cells if isinstance(each, LeadershipStat) and not each.is_total)
    return [*records, *map(_participation_of, counted)]


def _participation_of(cell: LeadershipStat) -> ProgrammeParticipation:
    """A cell as the warehouse publishes it in `programme_participation`."""
    return ProgrammeParticipation(
        programme_id=cell.programme_id,
        programme_name=None,
        period=cell.period,
        as_of=cell.as_of,
        dimension=cell.dimension,
        dimension_value=cell.dimension_value,
        participants=cell.councillors,
        unit="councillors",
        qualifier="exactly",
        status=cell.status,
        is_inferred=False,
        inference_rule=None,
        locator=cell.locator,
        quote=cell.quote,
        proof=cell.proof,
    )


def run(
    seed: int,
    papers: int,
    *,
    kinds: Sequence[str] = (),
    form: str = "text",
    keep: Path | None = None,
) -> Iterator[Score]:
    """One score for each of the first papers of a seed."""
    yield from run_all((make_paper(seed, number, kinds) for number in range(papers)), form, keep)


def run_all(
    papers: Iterator[Paper], form: str = "text", keep: Path | None = None
) -> Iterator[Score]:
    """One score for each paper."""
    typeset, ending = FORMS[form]
    for paper in papers:
        data = typeset(paper)
        if keep:
            keep_paper(keep, paper, data, ending)
        yield score(paper, form, read(data, f"paper.{ending}"))


def keep_paper(folder: Path, paper: Paper, data: bytes, ending: str) -> None:
    """Writes a paper, and its truth beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{paper.name}.{ending}").write_bytes(data)
    told = json.dumps(told_by(paper.truth), ensure_ascii=False, indent=1)
    (folder / f"{paper.name}.json").write_text(f"{told}\n", encoding="utf-8")


def written_papers(folder: Path = WRITTEN) -> Iterator[Paper]:
    """The papers of a folder that have a truth beside them, by name; none if it has none."""
    for path in sorted(folder.glob("*.txt")):
        truth = path.with_suffix(".json")
        if truth.exists():
            text = path.read_text(encoding="utf-8")
            told = json.loads(truth.read_text(encoding="utf-8"))
            yield Paper(path.stem, _lines(text), rows_of(told), text=text)


def _lines(text: str) -> tuple[Line, ...]:
    """The stretches of a written paper, for forms other than text."""
    found: list[Line] = []
    for stretch in text.strip().split("\n\n"):
        lines = [line.strip() for line in stretch.splitlines() if line.strip()]
        for line in lines:
            is_item = line.startswith(("- ", "• ", "* "))
            if is_item:
                found.append(Line("item", line[2:]))
            elif found and line is not lines[0]:
                found[-1] = Line(found[-1].style, f"{found[-1].text} {line}")
            else:
                is_short = len(line) < 70 and not line.endswith((".", ":", ";", "?"))
                found.append(Line("heading" if is_short else "paragraph", line))
    return tuple(found)
