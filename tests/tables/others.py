"""Tables that count something else, from which no row may come."""

from datetime import date
from random import Random

from tests.tables import words
from tests.tables.leadership import Made
from tests.tables.printing import Printing
from tests.tables.sheets import Cell, Sheet, Truth


def other_table(rng: Random, day: date) -> Made:
    """Seats in one council, answers to a survey, or visits by month."""
    printing = Printing(rng)
    caption, heads, labels = rng.choice((_seats, _answers, _visits))(rng, day)
    body = tuple(
        (
            Cell(label),
            *(
                printing.nil_cell()
                if printing.is_left_out()
                else printing.count(rng.randint(1, 70))
                for _ in heads[1:]
            ),
        )
        for label in labels
    )
    sheet = Sheet(caption, (tuple(map(Cell, heads)),), body, notes=printing.notes())
    return Made(sheet, Truth(), frozenset(printing.used))


def _seats(rng: Random, day: date) -> tuple[str, list[str], list[str]]:
    (council,) = words.pick_councils(rng, 1, day)
    parties = [value.printed for value in words.dimension_values(rng, "political_group", day)]
    heads = ["Party", f"Seats {day.year - 4}", f"Seats {day.year}"]
    return f"Councillors of {council.name} by party", heads, parties


def _answers(rng: Random, day: date) -> tuple[str, list[str], list[str]]:
    heads = ["", "Very useful", "Fairly useful", "Not useful"]
    labels = ["Website", "Newsletter", "Regional events", "Telephone advice"]
    return (
        f"What councils said of the service in {day.year - 1}",
        heads,
        labels[: rng.randint(2, 4)],
    )


def _visits(rng: Random, day: date) -> tuple[str, list[str], list[str]]:
    heads = ["Month", "Visits to the website", "Downloads"]
    months = ["April", "May", "June", "July", "August", "September"]
    return f"Use of the website, {day.year - 1}", heads, months[: rng.randint(3, 6)]
