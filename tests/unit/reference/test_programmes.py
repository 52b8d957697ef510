import pytest

from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE

PROGRAMMES = load_registers(REFERENCE).programmes


@pytest.mark.parametrize(
    ("code", "programme_id"),
    [
        ("LP", "leaders-programme"),
        ("LEdge", "leading-edge"),
        ("LA", "leadership-academy"),
        ("LE", "leadership-essentials"),
        ("NG", "next-generation"),
        ("FoL", "focus-on-leadership"),
        ("ngdp", "national-graduate-development-programme"),
        ("NGDP:", "national-graduate-development-programme"),
    ],
)
def test_a_code_resolves(code: str, programme_id: str) -> None:
    programme = PROGRAMMES.by_code(code)
    assert programme is not None
    assert programme.programme_id == programme_id


@pytest.mark.parametrize("code", ["Total", "", "Region", "XX"])
def test_what_is_no_code_is_none(code: str) -> None:
    assert PROGRAMMES.by_code(code) is None


@pytest.mark.parametrize(
    ("name", "programme_id"),
    [
        ("Leadership Academy", "leadership-academy"),
        ("LeadershipAcademy", "leadership-academy"),
        ("Leader ship Acad-emy", "leadership-academy"),
        ("Leadership Academics", None),
        ("L E", None),
    ],
)
def test_a_name_resolves_however_its_words_are_cut(name: str, programme_id: str | None) -> None:
    programme = PROGRAMMES.by_name(name)
    assert (programme and programme.programme_id) == programme_id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "our leadership academy and the Leaders' Programme",
            [
                ("leadership academy", "leadership-academy"),
                ("Leaders' Programme", "leaders-programme"),
            ],
            id="any case, apostrophe inside",
        ),
        pytest.param(
            "the Commissioning Academy for Elected Members",
            [
                (
                    "Commissioning Academy for Elected Members",
                    "commissioning-academy-for-elected-members",
                )
            ],
            id="longest",
        ),
        pytest.param(
            "three fire leadership essentials programmes",
            [("fire leadership essentials programmes", "fire-leadership-essentials")],
            id="a longer name that holds a shorter one",
        ),
        pytest.param(
            "the ngdp and our suite of leadership programmes",
            [
                ("ngdp", "national-graduate-development-programme"),
                ("suite of leadership programmes", "political-leadership-programmes"),
            ],
            id="short form and all together",
        ),
        pytest.param("LA, LE and LP of every LA", [], id="two letters mean other things in prose"),
        pytest.param("a leading edge council of the next generation", [], id="everyday phrases"),
        pytest.param(
            "the Next Generation programme",
            [("Next Generation programme", "next-generation")],
            id="name in capitals",
        ),
        pytest.param("a peer challenge", [], id="a peer challenge is no programme"),
    ],
)
def test_find_names_programmes(text: str, found: list[tuple[str, str]]) -> None:
    assert [
        (text[start:end], programme.programme_id) for start, end, programme in PROGRAMMES.find(text)
    ] == found
