"""The index of the search page: plain scripts that also load from a folder without a server.

A ready-made index asks a server for its parts, and browsers refuse that to pages of a file share.
So words are in files by their first two letters, entries in files of some hundred, and the search
page loads the few that a search needs.
"""

import json
import re
import unicodedata
from dataclasses import dataclass, field

from pipelines.site.addresses import council_page, meeting_page, programme_page
from pipelines.site.published import Published, Row
from pipelines.site.sources import PASSAGES, Sources
from pipelines.site.writer import Writer

PAGE = "search.html"
WORD = re.compile(r"[a-z0-9]+")
APOSTROPHE = re.compile(r"['’]")
# Entries in one file; with passages of ordinary length it has some 60 kB.
ENTRIES_IN_A_FILE = 200
# Characters of a text that the search page looks for phrases in; passages are hardly ever longer.
LONGEST_TEXT = 4_000
# Words of one letter find too much.
SHORTEST_WORD = 2
COUNCILS = "select council_id, name, region, council_type from councils order by name, council_id"
PEOPLE = """
select
    councillor_id,
    coalesce(councillors.name, councillor_id) as name,
    list(distinct coalesce(boards.name, board_id)) as boards,
from board_memberships
left join councillors using (councillor_id)
left join boards using (board_id)
group by all
order by name, councillor_id
"""
MEETINGS = "select meeting_id, board_name, meeting_date from meetings order by all"
DECISIONS = """
select decisions.*, 'Decision' as kind from decisions
union all by name
select actions.*, 'Action' as kind from actions
order by meeting_date desc nulls last, paper_id, locator, text, seq
"""
AGENDA = """
select * from agenda_items
order by meeting_date desc nulls last, item_order, paper_id, locator
"""


@dataclass(slots=True)
class Index:
    """The entries of the search, and for each word the numbers of the entries that have it."""

    entries: list[tuple[str, str, str, str]] = field(default_factory=list)
    words: dict[str, list[int]] = field(default_factory=dict)

    def add(self, kind: str, title: str, link: str, text: str = "", beyond: str = "") -> None:
        """Add an entry.

        Args:
            kind: What it is, such as `Council`.
            title: Its first line.
            link: Its page, from the root of the site, with a slash ahead.
            text: Its words.
            beyond: A part of the title that many entries share, which finds none of them.
        """
        number = len(self.entries)
        full = f"{title} – {beyond}" if title and beyond else title or beyond
        self.entries.append((kind, full, link.removeprefix("/"), text[:LONGEST_TEXT]))
        for word in words_of(f"{title} {text}"):
            self.words.setdefault(word, []).append(number)


def words_of(text: str) -> set[str]:
    """The words of a text as the search page looks for them: small letters without accents.

    >>> sorted(words_of("Ynys Môn’s 2 reports"))
    ['mon', 'reports', 'ynys']
    """
    apart = APOSTROPHE.sub(" ", unicodedata.normalize("NFKD", text))
    plain = apart.encode("ascii", "ignore").decode().lower()
    return {word for word in WORD.findall(plain) if len(word) >= SHORTEST_WORD}


def gaps(numbers: list[int]) -> list[int]:
    """Rising numbers as the steps between them, which take half the space.

    >>> gaps([4, 7, 8])
    [4, 3, 1]
    """
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def write_search(
    published: Published, sources: Sources, writer: Writer, people: dict[str, str]
) -> None:
    """Write the search page and its index; all other pages but those of papers must be written.

    Args:
        published: The warehouse.
        sources: Where the words of papers are.
        writer: Writes the files.
        people: The page that has each person, by councillor_id.
    """
    index = Index()
    for path, title in list(writer.pages.items()):
        if "/" not in path:
            index.add("Page", title, path)
    for row in published.rows(COUNCILS):
        text = f"{row.region or ''} {(row.council_type or '').replace('_', ' ')}"
        index.add("Council", row.name, council_page(row.council_id), text)
    for row in published.rows(PEOPLE):
        link = f"{people[row.councillor_id]}#{row.councillor_id}"
        index.add("Person", row.name, link, "; ".join(sorted(row.boards)))
    for row in published.rows("select * from programmes order by name, programme_id"):
        index.add("Programme", row.name, programme_page(row.programme_id), row.acronym or "")
    for row in published.rows(MEETINGS):
        index.add("Meeting", f"{row.board_name}, {_day(row)}", meeting_page(row.meeting_id))
    for row in published.rows(DECISIONS):
        title = f"{row.item_title or row.kind}: {row.board_name}, {_day(row)}"
        index.add(row.kind, title, sources.words(row), row.text)
    for row in published.rows(AGENDA):
        title = f"Item {row.item_no or ''} of {row.board_name}, {_day(row)}"
        index.add("Agenda", title, sources.words(row), row.title or "")
    _add_passages(published, sources, index)
    _write_files(index, writer)
    writer.page(PAGE, "search.html.j2", "Search", entries=len(index.entries))


def _day(row: Row) -> str:
    day = row.meeting_date
    return f"{day.day} {day:%B %Y}" if day else "day not known"


def _add_passages(published: Published, sources: Sources, index: Index) -> None:
    labels = {
        row.paper_id: row.label for row in published.rows("select paper_id, label from papers")
    }
    for row in published.stream(PASSAGES):
        link = sources.passage(row.paper_id, row.locator, row.passage_no)
        index.add("Paper", row.heading or "", link, row.text, beyond=labels[row.paper_id])


def _write_files(index: Index, writer: Writer) -> None:
    shelves: dict[str, dict[str, list[int]]] = {}
    for word, numbers in sorted(index.words.items()):
        shelves.setdefault(word[:SHORTEST_WORD], {})[word] = gaps(numbers)
    for shelf, words in shelves.items():
        writer.file(f"search/words-{shelf}.js", f'boardpapers.words("{shelf}",{_json(words)});\n')
    for start in range(0, len(index.entries), ENTRIES_IN_A_FILE):
        number = start // ENTRIES_IN_A_FILE
        entries = index.entries[start : start + ENTRIES_IN_A_FILE]
        text = f"boardpapers.entries({number},{_json(entries)});\n"
        writer.file(f"search/entries-{number}.js", text)
    writer.file("search/shelves.js", f"boardpapers.shelves({_json(sorted(shelves))});\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
