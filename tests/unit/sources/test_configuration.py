"""The sources file, and what is said of each mistake in it."""

from datetime import date
from pathlib import Path

import pytest

from pipelines.runtime.errors import InputMissing
from pipelines.sources.configuration import BadSources, Budget, Source, read_sources

REPOSITORY = Path(__file__).resolve().parents[3]
CONTACT = 'contact = "https://weir.example/reader"\n'
SOURCE = """
[[source]]
id = "weir"
kind = "moderngov"
base_url = "https://weir.example/moderngov/"
body = "Weir Council"
"""


def test_the_example_that_ships_can_be_read() -> None:
    file = read_sources(REPOSITORY / "sources.example.toml")
    assert file.sources == (
        Source(
            source_id="lga",
            kind="moderngov",
            base_url="https://lga.moderngov.co.uk",
            body="Local Government Association",
            committees=("Improvement & Innovation Board",),
            since=date(2013, 9, 1),
            budget=Budget(2000, 2000, 240),
        ),
    )


def test_a_slash_at_the_end_of_the_base_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(CONTACT + SOURCE)
    (source,) = read_sources(path).sources
    assert (source.base_url, source.host) == ("https://weir.example/moderngov", "weir.example")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("contact =", "the file: is not valid TOML"),
        (SOURCE, "contact: must be a web or e-mail address"),
        ('contact = "a\\nb"\n' + SOURCE, "contact: must be"),
        (CONTACT + "sauce = 1\n", "the file: 'sauce' is unknown; known are contact, source"),
        (CONTACT + SOURCE + "colour = 1\n", "source weir: 'colour' is unknown"),
        (CONTACT + SOURCE + SOURCE, "source weir: has the id of another source"),
        (CONTACT + SOURCE.replace('"weir"', '"../weir"'), "id: may have small letters"),
        (CONTACT + SOURCE.replace("https:", "http:"), "base_url: 'http://weir.example/moderngov'"),
        (CONTACT + SOURCE.replace("https://", "https://a:b@"), "base_url:"),
        (CONTACT + SOURCE.replace('moderngov"\nbase', 'other"\nbase'), "kind: is not one of"),
        (CONTACT + SOURCE + 'since = "2013"\n', "since: '2013' is not a day such as 2013-09-01"),
        (CONTACT + SOURCE + 'documents = ["maps"]\n', "documents: 'maps' is unknown"),
        (CONTACT + SOURCE + "budget = { requests = 0 }\n", "budget: requests: 0 is not a whole"),
        (CONTACT + SOURCE + "committees = [true]\n", "committees: True is neither"),
        (CONTACT + SOURCE.replace('body = "Weir Council"', ""), "source weir: has no body"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(text)
    with pytest.raises(BadSources) as caught:
        read_sources(path)
    assert told in str(caught.value)


def test_an_unknown_source_lists_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(CONTACT + SOURCE)
    with pytest.raises(BadSources, match="source mill: is not there; it lists: weir"):
        read_sources(path).chosen(["mill"], path)


def test_a_file_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputMissing, match=r"Copy sources\.example\.toml"):
        read_sources(tmp_path / "sources.toml")
