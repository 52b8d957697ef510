"""Word files: paragraphs, tables and lists as Word shows them, tracked changes accepted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.documents import (
    Block,
    Cell,
    Document,
    Kind,
    Page,
    Passage,
    Row,
    Span,
    fold,
)
from pipelines.readers.docx.content import (
    Chunk,
    Content,
    ContentReader,
    Paragraph,
    Place,
    Table,
    TableCell,
)
from pipelines.readers.docx.package import Package, attribute, child, children
from pipelines.readers.docx.styles import Lists, read_lists, read_styles
from pipelines.readers.html.reader import read_html
from pipelines.readers.text.typed_tables import ONE_CELL_ROWS, is_one_cell
from pipelines.readers.web_archives import archived_page, is_mail
from pipelines.runtime.limits import DEFAULT_LIMITS, Limits

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# "• ", "- ": a bullet that was typed
TYPED_BULLET = re.compile(r"^[-–•·●▪◦‣\uf0b7\uf0a7]\s+(?=\S)")
# "4.<tab>Harbour dues", "(b)<tab>the panel": a tab after a typed number does not start a cell
TYPED_NUMBER = re.compile(r"^\s*(?:\(?\w{1,3}(?:[./]\w{1,4})*[.)]?|[-–•·●▪◦‣\uf0b7\uf0a7])\t+")
UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
WEB_PAGE = re.compile(rb"<(?:!doctype html|html|body|table|p|div)\b", re.IGNORECASE)
LONGEST_OPENING = 4_096  # bytes before the first tag of a web page
FEWEST_ROWS = 2  # one line with a tab in it is a line, two are columns


def read_docx(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a Word file: one page, since Word files have no pages until they are printed.

    Lines count paragraphs and rows of tables in reading order; a line break begins a new line,
    except in headings and list items. Insertions are read, deletions are not. An automatic
    number of Word is in the text of a passage, but not in the words to quote. Headers, footers and
    footnotes are furniture; their lines come last.

    Raises:
        OversizedBytes: The file is too large when unpacked.
        UnreadableBytes: The file is damaged or protected.
    """
    package = Package(data, limits)
    styles = read_styles(package)
    layout = _Layout(package)
    body = child(package.xml(package.main), "body")
    contents = ContentReader(styles, read_lists(package)).read(() if body is None else body)
    blocks = tuple(layout.blocks(contents))
    frames = ContentReader(styles, Lists())
    furniture = tuple(
        block.passage
        for root in _frame_parts(package)
        for block in layout.blocks(frames.read(root))
    )
    return Document(MEDIA_TYPE, (Page(1, blocks, furniture, tuple(layout.lines)),))


def _frame_parts(package: Package) -> Iterator[object]:
    for kind in ("header", "footer"):
        for _, root in package.related(kind):
            yield root
    for _, root in package.related("footnotes"):
        for note in children(root, "footnote"):
            if attribute(note, "type") is None:
                yield note


class _Layout:
    """Counts lines and makes blocks of content."""

    def __init__(self, package: Package) -> None:
        self.lines: list[str] = []
        self._package = package

    def blocks(self, contents: Sequence[Content]) -> Iterator[Block]:
        """The blocks of some content; each adds its lines."""
        position = 0
        while position < len(contents):
            content = contents[position]
            columns = _typed_columns(contents, position)
            if isinstance(content, Table):
                yield from self._table(content)
            elif isinstance(content, Chunk):
                yield from self._chunk(content)
            elif len(columns) >= FEWEST_ROWS:
                typed = [[TableCell((Paragraph(cell),)) for cell in row] for row in columns]
                rows = tuple(self._row(row) for row in typed)
                yield Block(Kind.TABLE, rows[0].passage, rows)
                position += len(columns) - 1
            else:
                yield from self._paragraph(content)
            position += 1

    def _chunk(self, chunk: Chunk) -> Iterator[Block]:
        """The blocks of a web page within the file; its lines follow those before it."""
        data = self._package.chunk(chunk.relationship)
        if data and is_mail(data[:LONGEST_OPENING]):
            data = archived_page(data)
        if not data or not WEB_PAGE.search(data[:LONGEST_OPENING]):
            return
        page = read_html(data).pages[0]
        above = len(self.lines)
        self.lines += page.lines
        for block in page.blocks:
            rows = tuple(
                Row(
                    tuple(_cell_below(cell, above) for cell in row.cells),
                    _below(row.passage, above),
                )
                for row in block.rows
            )
            yield replace(block, passage=_below(block.passage, above), rows=rows)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Block]:
        is_item = paragraph.is_bullet or TYPED_BULLET.match(paragraph.words)
        is_one_line = paragraph.level > 0 or is_item
        for passage in _passages(paragraph, len(self.lines) + 1, is_one_line=bool(is_one_line)):
            if not passage.raw:
                continue
            self.lines.append(passage.raw)
            bullet = TYPED_BULLET.match(passage.text)
            words = passage.part(bullet.end()) if bullet else passage
            if paragraph.level:
                yield Block(Kind.HEADING, words, level=paragraph.level)
            else:
                yield Block(Kind.LIST_ITEM if is_item else Kind.PARAGRAPH, words)

    def _table(self, table: Table) -> Iterator[Block]:
        rows = [row for row in table.rows if any(_has_words(place) for place in row)]
        inner = [
            content
            for row in rows
            for place in row
            if place
            for content in place.contents
            if isinstance(content, Table)
        ]
        width = max((_width(row) for row in rows), default=0)
        if width <= 1 or (len(rows) == 1 and inner):
            # It is only a frame around its content.
            places = [place for row in rows for place in row if place]
            yield from self.blocks([each for place in places for each in place.contents])
            return
        built = tuple(self._row(row[:width]) for row in rows)
        yield Block(Kind.TABLE, built[0].passage, built)
        for each in inner:
            yield from self._table(each)

    def _row(self, places: Sequence[Place]) -> Row:
        line = len(self.lines) + 1
        cells = tuple(
            Cell(
                tuple(
                    Passage(passage.text, passage.raw, Span(line, line), passage.origins)
                    for content in place.contents
                    if isinstance(content, Paragraph)
                    for passage in _passages(content, line)
                ),
                place.span,
            )
            if place
            else Cell()
            for place in places
        )
        self.lines.append("\t".join(" ".join(p.raw for p in c.paragraphs if p.raw) for c in cells))
        words = [passage for cell in cells for passage in cell.paragraphs]
        return Row(cells, _joined(words, Span(line, line)))


def _below(passage: Passage, lines: int) -> Passage:
    """A passage so many lines further down."""
    span = Span(passage.span.first_line + lines, passage.span.last_line + lines)
    return replace(passage, span=span)


def _cell_below(cell: Cell, lines: int) -> Cell:
    paragraphs = tuple(_below(passage, lines) for passage in cell.paragraphs)
    return Cell(paragraphs, cell.span)


def _typed_columns(contents: Sequence[Content], position: int) -> list[list[str]]:
    """Cells of the following paragraphs that are columns set with tabs.

    Short paragraphs without tabs between them, such as the name of a group, are rows of one cell.
    """
    lines: list[str] = []
    alone: list[str] = []
    for content in contents[position:]:
        if not isinstance(content, Paragraph) or content.level or "\n" in content.words:
            break
        words = content.words.rstrip()
        if content.label or content.is_bullet:
            break
        if "\t" in TYPED_NUMBER.sub("", words).lstrip():
            lines += [*alone, words]
            alone = []
        elif lines and len(alone) < ONE_CELL_ROWS and is_one_cell(words):
            alone.append(words)
        else:
            break
    return _typed_cells(lines)


def _typed_cells(lines: Sequence[str]) -> list[list[str]]:
    """The cells of lines with tabs: one a tab, so that a cell may be blank, or one a run of tabs.

    If no line with the most tabs has words after each tab, the tabs only fill space.
    """
    cells = [line.split("\t") for line in lines]
    widest = max(map(len, cells), default=0)
    if any(len(row) == widest and all(map(str.strip, row[1:])) for row in cells):
        return cells
    return [re.split(r"\t+", line) for line in lines]


def _passages(paragraph: Paragraph, line: int, *, is_one_line: bool = False) -> list[Passage]:
    """The lines of a paragraph that hold words or a number, the first counted as `line`."""
    seen = UNSEEN.sub("", paragraph.words)
    printed = [fold(seen)] if is_one_line else [fold(each) for each in seen.split("\n")]
    printed = [words for words in printed if words] or ([""] if paragraph.label else [])
    passages = []
    for number, words in enumerate(printed):
        span = Span(line + number, line + number)
        label = fold(paragraph.label) if number == 0 else ""
        text = fold(f"{label} {words}")
        shift = len(text) - len(words)
        origins = (*(0,) * shift, *range(len(words))) if shift else ()
        passages.append(Passage(text, words, span, origins))
    return passages


def _joined(passages: Sequence[Passage], span: Span) -> Passage:
    """All passages of a row as one."""
    text = raw = ""
    origins: list[int] = []
    for passage in passages:
        if text:
            text += " "
            origins.append(len(raw))
        if raw and passage.raw:
            raw += " "
        own = passage.origins or range(len(passage.text))
        origins += [len(raw) + offset for offset in own]
        text += passage.text
        raw += passage.raw
    return Passage(text, raw, span, tuple(origins) if text != raw else ())


def _has_words(place: Place) -> bool:
    return any(
        any(map(_has_words, (cell for row in content.rows for cell in row)))
        if isinstance(content, Table)
        else isinstance(content, Chunk) or bool(content.words.strip() or content.label)
        for content in (place.contents if place else ())
    )


def _width(row: Sequence[Place]) -> int:
    """Places up to the last cell; later places come only from a span."""
    return max((number + 1 for number, place in enumerate(row) if place is not None), default=0)
