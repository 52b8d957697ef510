"""Finds the body of each board of a paper from the head of the paper."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.documents import Document
from pipelines.reference.authorities.boards import SMALL_WORDS, BoardMatch, quiet_title
from pipelines.reference.authorities.bodies import Bodies, Body
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import fold, name_key, slug
from pipelines.structures.attendance.roll_labels import label_of
from pipelines.structures.date_lines import LONGEST_LINE, printed_lines
from pipelines.structures.heads.bodies import AFTER_BODY
from pipelines.structures.sections import Section

# Minutes for Quay Committee - Weir Council: the last part of a page's title is its site
TITLE_PARTS = re.compile(r"\s[-–—|]\s")
# Quay Committee of the Weir Council, held at the mill: text after a board's name
OF_BODY = re.compile(r"^\s+of\s+(?:the\s+)?", re.IGNORECASE)
HEAD_LINES = 40  # lines from the top that are searched for the association's address
LINES_BELOW = 2  # lines below a board's name that may name a registered body
NAME_LINES = 8  # lines from the top that are searched for a letterhead
ID_DIGITS = 8  # of a paper's id in the id of a board whose body it does not name
UNNAMED_BODY = "unnamed"


@dataclass(frozen=True, slots=True)
class PaperBodies:
    """The bodies of a paper's boards, according to the head of the paper.

    Attributes:
        lines: Short lines from the top, up to the attendance.
        title: The title of a page; empty if it has none.
        is_of_association: Whether the paper has the address of the association.
    """

    paper_id: str
    registers: Registers
    lines: tuple[str, ...]
    title: str
    is_of_association: bool

    def place(self, board: BoardMatch, paper_board: str | None = None) -> BoardMatch:
        """The board with its body and the matching id; a board that has a body stays as it is.

        A board of an unnamed body gets an id of this paper alone.

        Args:
            board: As a line of the paper names it.
            paper_board: Name of the paper's own board, if `board` may be a different one.
        """
        if board.body_name or "/" in board.board_id:
            return board
        bodies = self.registers.bodies
        own = None if board.is_registered else bodies.resolve(board.name)
        is_ours = board.is_registered and self.is_of_association
        body = own or (None if is_ours else self._body_of(board))
        if body is None and (board.is_registered or self.is_of_association):
            body = bodies.association
        if body is None:
            return replace(board, board_id=self._unnamed(board, paper_board))
        if body == bodies.association:
            return replace(board, body_name=body.name)
        is_whole = own is None and bodies.is_whole(board.name, body)
        name = body.name if is_whole else self._printed(board)
        board = replace(board, name=name, is_registered=False)
        own_slug = _board_slug(board, body, bodies, is_body=bool(own or is_whole))
        return replace(
            board,
            board_id=f"{body.body_id}/{own_slug}",
            body_name=body.name,
            body_council_id=body.council_id,
        )

    def place_section(self, section: Section, paper_board: str | None) -> Section:
        """The section with its board placed."""
        if section.board is None:
            return section
        return replace(section, board=self.place(section.board, paper_board))

    def _unnamed(self, board: BoardMatch, paper_board: str | None) -> str:
        """One id per paper; another board of the same paper has its own name added."""
        board_id = f"{UNNAMED_BODY}/{self.paper_id[:ID_DIGITS]}"
        is_other = paper_board and name_key(paper_board) != name_key(board.name)
        return f"{board_id}-{slug(board.name)}" if is_other and board.is_named else board_id

    def _printed(self, board: BoardMatch) -> str:
        """The board's name, as printed if it only shares the name of a registered board."""
        found = (line[start:end] for line in self.lines for start, end in self._places(line, board))
        printed = next(found, board.name) if board.is_registered else board.name
        name, of, rest = printed.partition(" of ")
        is_mixed = name.isupper() and not rest.isupper()
        return (
            f"{quiet_title(name.split(' '))}{of}{rest}"
            if is_mixed
            else quiet_title(printed.split(" "))
        )

    def _body_of(self, board: BoardMatch) -> Body | None:
        """The body in the board's name, beside it, or in the letterhead; None if there are two.

        A name may hold words that only look like a body, as Works and Council Tax Committee does:
        an unregistered body in it comes last.
        """
        ways = (self._registered_inside, self._beside, self._letterhead, self._inside, self._site)
        for find in ways:
            found = set(find(board))
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def _inside(self, board: BoardMatch) -> list[Body]:
        parts = () if board.is_registered else _parts(board.name, self.registers.bodies)
        return [body for body, _ in parts]

    def _registered_inside(self, board: BoardMatch) -> list[Body]:
        return [body for body in self._inside(board) if body.council_id]

    def _beside(self, board: BoardMatch) -> list[Body]:
        """Bodies right before the board's name or after it."""
        bodies = self.registers.bodies
        before_body = self.registers.meeting_types.before_body
        found: list[Body | None] = []
        for line in (self.title, *self.lines):
            for start, end in self._places(line, board):
                before = before_body.sub("", line[:start])
                found.append(bodies.resolve(before))
                after = OF_BODY.match(line[end:])
                if after:
                    rest = AFTER_BODY.sub("", line[end + after.end() :])
                    found.append(bodies.resolve(rest))
        return [body for body in found if body]

    def _letterhead(self, board: BoardMatch) -> list[Body]:
        """Bodies from lines above the board's name that hold nothing else.

        A registered body may be below it, behind the line of the day.

        Quay County Council holds the name of its board, the County Council, and is above it.
        """
        found: list[Body] = []
        below = 0
        for line in self.lines[:NAME_LINES]:
            body = self.registers.bodies.resolve(line)
            if body and (not below or body.council_id):
                found.append(body)
            if below or (body is None and any(True for _ in self._places(line, board))):
                below += 1
            if below > LINES_BELOW:
                break
        return found

    def _site(self, board: BoardMatch) -> list[Body]:
        """The body in the last part of a page's title; boards of the register have theirs."""
        parts = TITLE_PARTS.split(self.title)
        is_open = len(parts) > 1 and not board.is_registered
        site = self.registers.bodies.resolve(parts[-1]) if is_open else None
        return [site] if site else []

    def _places(self, line: str, board: BoardMatch) -> Iterator[tuple[int, int]]:
        """The position of the board's name in a line."""
        if board.is_registered:
            for start, end, named in self.registers.boards.find(line):
                if named.board_id == board.board_id:
                    yield start, end
            return
        # re.escape puts a backslash before each space.
        name = re.escape(board.name).replace(r"\ and\ ", r"\ (?:and|&)\ ")
        for match in re.finditer(rf"(?<!\w){name}(?!\w)", line, re.IGNORECASE):
            yield match.span()


def read_paper_bodies(document: Document, registers: Registers, paper_id: str) -> PaperBodies:
    """Read the bodies in the head of a paper."""
    head = [fold(line.text) for line in printed_lines(document)[:HEAD_LINES]]
    short = [line for line in head if line and len(line) <= LONGEST_LINE]
    first_label = next(
        (n for n, line in enumerate(short) if label_of(line, registers.roll_words)),
        len(short),
    )
    return PaperBodies(
        paper_id=paper_id,
        registers=registers,
        lines=tuple(short[:first_label]),
        title=fold(document.title or ""),
        is_of_association=_is_of_association(document, head, registers.bodies),
    )


def _is_of_association(document: Document, head: Sequence[str], bodies: Bodies) -> bool:
    if any(place in line for line in head for place in bodies.places):
        return True
    lines = (line for page in document.pages for line in page.lines)
    return any(address in line for line in lines for address in bodies.addresses)


def _parts(name: str, bodies: Bodies) -> tuple[tuple[Body, str], ...]:
    """A board's name that holds its body: Quay Committee of Weir Council, Weir Council Cabinet."""
    board, of, rest = name.partition(" of ")
    after = bodies.resolve(rest.removeprefix("the ")) if of else None
    if after:
        return ((after, board),)
    words = name.split(" ")
    for number in range(2, len(words)):
        before = bodies.resolve(" ".join(words[:number]))
        if before and words[number].casefold() not in SMALL_WORDS:
            return ((before, " ".join(words[number:])),)
    return ()


def _board_slug(board: BoardMatch, body: Body, bodies: Bodies, *, is_body: bool) -> str:
    """The board's part of its id; the whole body's meeting is named after the kind of body."""
    if is_body or bodies.resolve(board.name):
        return slug(board.name.split(" ")[-1])
    own = [part for named, part in _parts(board.name, bodies) if named == body]
    return slug(own[0] if own else board.name)
