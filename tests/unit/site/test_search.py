"""The index of the search page, as the script reads it."""

import json
import re
from pathlib import Path

from pipelines.site.search import Index, words_of

CALL = re.compile(r'boardpapers\.words\("(\w\w)",(.*)\);')


def entries_with(site: Path, word: str) -> list[list[str]]:
    """The entries that the index has for a word."""
    match = CALL.match((site / f"search/words-{word[:2]}.js").read_text(encoding="utf-8"))
    assert match is not None
    numbers, number = [], 0
    for step in json.loads(match[2]).get(word, []):
        number += step
        numbers.append(number)
    entries: list[list[str]] = []
    for file in sorted(site.glob("search/entries-*.js"), key=lambda path: int(path.stem[8:])):
        text = file.read_text(encoding="utf-8")
        entries += json.loads(text[text.index(",") + 1 : text.rindex(")")])
    return [entries[number] for number in numbers]


def test_every_passage_with_a_word_is_found_with_its_place(site: Path) -> None:
    found = [entry for entry in entries_with(site, "devolution") if entry[0] == "Paper"]
    assert len(found) > 0
    for _, _, link, text in found:
        path, _, anchor = link.partition("#")
        assert "devolution" in words_of(text)
        assert f'id="{anchor}"' in (site / path).read_text(encoding="utf-8")


def test_a_council_is_found_by_its_name(site: Path) -> None:
    found = entries_with(site, "hertfordshire")
    assert [
        "Council",
        "Hertfordshire County Council",
        "councils/hertfordshire-county-council.html",
        "East of England county",
    ] in found


def test_what_entries_share_finds_none_of_them() -> None:
    index = Index()
    index.add("Paper", "Weirs", "/papers/a.html#passage-1", "They hold.", beyond="Agenda")
    assert index.entries == [("Paper", "Weirs – Agenda", "papers/a.html#passage-1", "They hold.")]
    assert index.words == {"weirs": [0], "they": [0], "hold": [0]}
