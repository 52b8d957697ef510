"""Papers of statements: paper number N of a seed is the same on any machine, at any time."""

from calendar import month_name
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from tests.statements.frames import challenges, distractors, lists, named, uptake
from tests.statements.grammar import times
from tests.statements.grammar.draws import Draw, joined, sentence
from tests.statements.grammar.words import registered
from tests.statements.truth import CHALLENGES, Fair, Line, Paper, Row, Statement

Maker = Callable[[Draw, str], Statement]
DISTRACTOR = "distractor"
KINDS: dict[str, Maker] = {
    **dict.fromkeys(uptake.FRAMES, uptake.make),
    **challenges.MAKERS,
    **named.MAKERS,
    **lists.MAKERS,
    DISTRACTOR: distractors.make,
}
WEIGHTS = {"count": 6, "challenges: count": 6, "named: one": 2, "named: several": 2, DISTRACTOR: 10}
STATEMENTS = 14  # of a paper, distractors among them
OF_NOTHING = 0.06  # of the papers have distractors alone
BOARDS = ("Improvement & Innovation Board", "Improvement and Innovation Board")
TITLES = ("Sector support update", "Improvement programme", "Work update", "Report of the Chair",
          "Taking the Lead: progress", "Support to councils")  # fmt: skip
SECTIONS = ("Background", "Progress", "Introduction", "Issues", "Update", "Next steps", "Proposal")
FORMS = {
    "corporate": "CPC",
    "remote corporate": "RCPC",
    "finance": "FPC",
    "governance": "GPC",
    "planning": "PPC",
}


def make_paper(seed: int, number: int, kinds: Sequence[str] = ()) -> Paper:
    """Paper `number` of a seed; with kinds, their statements alone."""
    rng = Random(f"{seed}:{number}:{','.join(kinds)}")
    day = date(rng.randint(2012, 2025), rng.randint(1, 12), rng.randint(1, 28))
    draw = Draw(rng, day)
    year = times.standing_year(draw, times.year_of(day) - draw.pick(0, 1))
    has_year = draw.chance(0.3)
    title = draw.one(TITLES) + (
        draw.pick(" {}", ": {}", " for {}").format(year.phrase) if has_year else ""
    )
    opening = _short_forms(draw)
    options = tuple(kinds) or tuple(KINDS)
    if not kinds and draw.chance(OF_NOTHING):
        options = (DISTRACTOR,)
    made = [_statement(draw, options) for _ in range(STATEMENTS)]
    open_periods: Fair = year.periods if has_year else (None, times.period(times.year_of(day)))
    head = [
        Line("title", draw.one(BOARDS)),
        Line("paragraph", f"{day.day} {month_name[day.month]} {day.year}"),
        Line("title", title),
    ]
    return _composed(draw, f"{seed}-{number}", [*head, *opening], made, open_periods)


def _short_forms(draw: Draw) -> list[Line]:
    """A paragraph that says what the short forms stand for, in two thirds of the papers."""
    lines = []
    if draw.chance(0.5):
        kinds = draw.some(list(FORMS), draw.pick(1, 2, 3))
        draw.forms.update({FORMS[kind]: kind for kind in kinds})
        said = [f"{kind} peer challenge ({FORMS[kind]})" for kind in kinds]
        words = draw.pick(
            "The offer includes the {}.", "Councils may ask for a {}.", "This report covers the {}."
        )
        lines.append(Line("paragraph", words.format(joined(said, " and the "))))
    if draw.chance(0.4):
        known = [each for each in registered() if each.acronym]
        which = draw.some(known, 2)
        draw.forms.update({each.acronym: each.name for each in which})
        said = [f"{each.said} ({each.acronym})" for each in which]
        lines.append(Line("paragraph", f"The programmes include {joined(said)}."))
    return lines


def _statement(draw: Draw, options: Sequence[str]) -> Statement:
    frame = draw.weighted({kind: WEIGHTS.get(kind, 1) for kind in options})
    draw.traits = set()
    made = KINDS[frame](draw, frame)
    traits = frozenset(draw.traits)
    if frame == DISTRACTOR:
        return replace(made, traits=frozenset(t for t in traits if t.startswith("distractor")))
    if len(made.lines) == 1 and made.lines[0].style == "paragraph" and draw.chance(0.15):
        name = draw.one([each for each in distractors.KINDS if each != "not taking part"])
        more = sentence(distractors.KINDS[name](draw))
        traits |= {"distractor behind it"}
        made = replace(made, lines=(replace(made.lines[0], text=f"{made.text} {more}"),))
    rows = tuple(replace(row, frame=frame, traits=traits) for row in made.rows)
    return replace(made, rows=rows, traits=traits)


def _composed(
    draw: Draw, name: str, lines: list[Line], made: Sequence[Statement], open_periods: Fair
) -> Paper:
    """The paper with its sections; a statement with a heading of its own stands below that."""
    truth: list[Row] = []
    now = times.period(times.year_of(draw.day))
    is_numbered, paragraph, is_own = draw.chance(0.4), 0, True
    for before, statement in zip((None, *made), made, strict=False):
        # An item of its own may not look like one of the list above it.
        is_own = is_own or (_is_list(before) and statement.lines[0].style == "item")
        if statement.heading:
            lines.append(Line("heading", statement.heading))
        elif is_own or draw.chance(0.15):
            lines.append(Line("heading", _heading(draw, statement)))
        is_own = bool(statement.heading)
        for at, line in enumerate(statement.lines):
            if is_numbered and line.style == "paragraph" and not at:
                paragraph += 1
                line = replace(line, text=f"{paragraph}. {line.text}")
            lines.append(line)
        truth += [row.dated(open_periods, now) for row in statement.rows]
    return Paper(name, tuple(lines), tuple(truth), tuple(made))


def _is_list(statement: Statement | None) -> bool:
    return statement is not None and len(statement.lines) > 1


def _heading(draw: Draw, statement: Statement) -> str:
    """A heading that says neither when nor of what."""
    if draw.chance(0.2):
        return distractors.heading(draw)
    if statement.rows and statement.rows[0].table == CHALLENGES:
        return draw.pick("Peer challenge", "Peer support", *SECTIONS)
    return draw.pick("Leadership", *SECTIONS)
