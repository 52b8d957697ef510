"""What fills the slots of a count that head and label leave open."""

import pytest

from pipelines.structures.figures.facts.counts import Count
from pipelines.structures.figures.reading import read_tables
from tests.unit.structures.paper import document, registers


def first(text: str) -> Count | None:
    (read,) = read_tables(document(text), registers())
    return read.counts.counts[0] if read.counts else None


BODY = "Region\tNumber\nWales\t3\nLondon\t4\n"


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        pytest.param(f"Leadership Academy\n\n{BODY}", "leadership-academy", id="of the title"),
        pytest.param(
            f"Leadership Academy and Next Generation\n\n{BODY}", None, id="two in the title"
        ),
        pytest.param(f"Friends of the Leadership Academy\n\n{BODY}", None, id="a title of others"),
        pytest.param(
            f"Friends who booked the Leadership Academy\n\n{BODY}",
            "leadership-academy",
            id="a title that says what they did",
        ),
        pytest.param(
            "Region\tBooked: Leadership Academy\nWales\t3\nLondon\t4\n",
            "leadership-academy",
            id="of the head",
        ),
    ],
)
def test_programme(text: str, programme: str | None) -> None:
    count = first(text)
    assert (count.programme.programme_id if count else None) == programme


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param(f"Leadership Academy\n\n{BODY}", "councillors", id="of the programme's theme"),
        pytest.param(f"NGDP\n\n{BODY}", "graduates", id="of another theme"),
        pytest.param(f"Housing Advisers programme\n\n{BODY}", None, id="a theme that says nothing"),
        pytest.param(
            f"Councils on the Leadership Academy\n\n{BODY}", "councils", id="of the title"
        ),
        pytest.param(
            "Leadership Academy by type of council\n\nType\tNo\nCounty\t3\nDistrict\t4\n",
            "councillors",
            id="councils that only break it down",
        ),
        pytest.param(
            "Leadership Academy\n\nRegion\tLeaders\nWales\t3\nLondon\t4\n",
            "leaders",
            id="of the head",
        ),
    ],
)
def test_unit(text: str, unit: str | None) -> None:
    count = first(text)
    assert (count.unit if count else None) == unit


@pytest.mark.parametrize(
    ("title", "head", "period"),
    [
        pytest.param("Leadership Academy", "2015/16", "2015/16", id="of the head"),
        pytest.param("Leadership Academy", "2016", None, id="a year alone"),
        pytest.param(
            "Leadership Academy, years ended 31 March", "2016", "2015/16", id="a year that ended"
        ),
    ],
)
def test_period(title: str, head: str, period: str | None) -> None:
    count = first(f"{title}\n\nRegion\t{head}\nWales\t3\nLondon\t4\n")
    assert (count.period if count else None) == period
