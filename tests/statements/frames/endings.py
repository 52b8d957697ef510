"""How a clause goes on about a target or another year, in words that fit both numbers."""

from tests.statements.grammar.draws import Draw


def target(draw: Draw, value: int, aim: int) -> str:
    """`against a target of 110`, after a count that reached it or did not."""
    words = [
        f", against a target of {aim}",
        f" against a target of {aim}",
        f" (target: {aim})",
        f" (against a target of {aim})",
        f" (the target was {aim})",
        f", compared with a target of {aim}",
    ]
    if value > aim:
        words += [
            f", exceeding our target of {aim}",
            f", ahead of the {aim} that we had planned",
            f", well above the target of {aim}",
        ]
    else:
        words += [f", short of the target of {aim}", f", although we had aimed for {aim}"]
    return draw.one(words)


def comparison(draw: Draw, value: int, other: int, year: str) -> str:
    """`up from 571 in 2018/19`, after a count of the year after that."""
    words = [
        f" ({year}: {other})",
        f" ({other} in {year})",
        f", compared with {other} in {year}",
        f", against {other} in {year}",
        f" (compared to {other} the year before)",
    ]
    if value > other:
        words += [
            f", up from {other} in {year}",
            f", up from {other} the year before",
            f", an increase on the {other} of {year}",
        ]
    else:
        words += [f", down from {other} in {year}", f", a fall from {other} in the previous year"]
    return draw.one(words)
