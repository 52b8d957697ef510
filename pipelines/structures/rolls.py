"""The roll of a meeting in its minutes: who was present, who sent apologies, which officers came.

Labels open it (`PRESENT:`, `In attendance`, `Apologies for absence:`), names follow on the same
line or below, or a sentence gives the apologies.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipelines.documents import Block, Kind, Passage
from pipelines.reference.registers import Registers
from pipelines.structures.name_lists import (
    COUNCILLOR,
    JOB,
    VIRTUAL,
    NamedPerson,
    NameList,
    read_names,
)

# 4. / 5/16 / W048/23 1.: the numbers before the title of an item
MINUTE_NO = r"(?:[A-Z]{0,4}\d{1,4}(?:[/.-]\d{1,4}){0,2}[.)]?)"
# PRESENT: Mr A Bee (Chairman) ... / Present - Councillors Bee / Members present Councillor Ann Bee
LABEL = re.compile(
    rf"^(?:{MINUTE_NO}\s+)*"
    r"(?P<label>[A-Za-z][A-Za-z0-9 ,/’'()&-]{2,70}?)\s*"
    r"(?:[:;]\s*[-–—]?|\s[-–—]\s?|[-–—]\s|\.?\s*$"
    r"|\s(?=(?:the\s+)?(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|mayor|chair\w*)\b))\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_VOCABULARY = (
    "present attending attended attendance attendees in also other others members member "
    "councillors councillor cllrs cllr committee board panel cabinet parish town district borough "
    "county city council authority the of those were was for absence apologies apology absent "
    "absentees not officers officer staff support substitutes substitute observers observer guests "
    "visitors and at meeting remotely remote virtually virtual online via zoom teams by video link "
    "received from given accepted noted invited voting non co opted executive sub group people "
    "persons all with to receive accept clerk person advisers advisors representatives approve "
    "consider any record named reasons ref welcome introductions introduction"
)
VOCABULARY = frozenset(_VOCABULARY.split())
WORD = re.compile(r"[A-Za-z]+")
# Councillors Ann Bee (Chair), Cee ...: right below the head, with no label before them
UNLABELLED = re.compile(r"^(?:councillors|cllrs)\b", re.IGNORECASE)
# Lines that a committee system puts between an item's title and its text
SYSTEM_LINE = re.compile(
    r"^(?:minutes|additional documents|supporting documents|share this item|decision|pdf \d.*|\W*)"
    r"\s*:?$",
    re.IGNORECASE,
)
# Apologies for absence were received from ...: up to where the names begin
APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)\b[^.:;]{0,90}?\b(?:from|on behalf of|by|for(?! absence| non))\b\s*:?\s*",
    re.IGNORECASE,
)
# Apologies: Councillor Bee. / Apologies had been sent: Mr Bee
APOLOGIES_COLON = re.compile(r"^\W*apolog(?:y|ies)[^.:;]{0,60}:\s*", re.IGNORECASE)
# "who was on holiday" between two names; what a sentence goes on with after the last
_TITLE = r"(?:Councillor|Cllr|County|District|Mr|Mrs|Ms|Miss|Dr)\b"
REASON = re.compile(
    rf",?\s(?:who|as (?:he|she|they)|due to|because of|owing to)\b[^,;]*?(?=[,;]|\sand\s+{_TITLE})",
    re.IGNORECASE,
)
AFTER_NAMES = re.compile(
    r",?\s\b(?:who|had|was|were|have|has|as|due|because|which|with|owing|attended"
    r"|and (?:it|these|their|the|would))\b.*$",
    re.IGNORECASE,
)
# ", for whom Councillor Bee was substitute"; "and apologies also from Councillor Dee"
FOR_WHOM = re.compile(
    r",?\s*for whom\s+(?P<who>[^,;.]{3,60}?)\s+(?:was|were|is|had|acted|attended)\b"
    r"[^,;.]{0,30}?\b(?:substitut|deput)\w*",
    re.IGNORECASE,
)
ALSO_FROM = re.compile(r"\band\s+(?:an\s+)?apolog\w+\s+(?:also\s+)?(?:from|for)\b", re.IGNORECASE)
SORRY = re.compile(
    r"\b(?:for lateness|late arrival|late|no apologies)\b|\bapologi[sz]ed\b", re.IGNORECASE
)
# Councillor Bee attended as a substitute for Councillor Cee
SUBSTITUTED = re.compile(
    r"(?P<who>(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\.?\s[^.;:]{3,60}?)\s+(?:was|had|attended"
    r"|confirmed|substitut\w+|acted|declared|as|is|attending|present)\b[^.;:]{0,60}?"
    r"\b(?:substitut\w*|in place|deputi\w*)\s+(?:for|of)\s+"
    r"(?P<whom>(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\.?\s[^.;:,]{3,60})",
    re.IGNORECASE,
)
# Where a sentence ends: not after an initial or a title
SENTENCE_END = re.compile(r"\.(?=\s|$)")
NO_END = re.compile(r"(?:^|[\s.(])(?:[A-Z]|Cllrs?|Mrs?|Ms|Drs?|Prof|Rev|St|Hon|Capt|Col)$")
NUMBER_CELL = re.compile(r"^[\d./]*$")
MOST_MISSES = 1  # lines within a roll that are no names, such as a job on a line of its own
LONGEST_MISS = 60  # characters
FEWEST_UNTITLED = 3  # names on a line with neither label nor title, for it to be a roll
LONGEST_ROLL = 2500  # characters of one line: a full council of a hundred fits
HEAD_BLOCKS = 14  # blocks from the head among which names without a label may stand


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One name of a roll; `is_officer` where an officer is named among those who came."""

    named: NamedPerson
    status: str
    capacity: str
    mode: str | None
    is_officer: bool
    kind: str


@dataclass(frozen=True, slots=True)
class _Label:
    status: str = "present"
    capacity: str = "member"
    mode: str | None = None
    holds_officers: bool = False


@dataclass(slots=True)
class _Reader:
    registers: Registers
    entries: list[RollEntry] = field(default_factory=list)
    label: _Label | None = None
    misses: int = 0


def find_roll(blocks: Sequence[Block], registers: Registers) -> list[RollEntry]:
    """Everybody whom the minutes of a meeting name as present, as officer, or as kept away.

    Args:
        blocks: The blocks of one meeting's minutes.
        registers: Where titles, roles and parties stand.

    Returns:
        In printed order; a person once for each status.
    """
    reader = _Reader(registers)
    for number, line in enumerate(_lines(blocks)):
        _read_line(reader, line, number)
    seen: set[tuple[str, str, bool]] = set()
    found = []
    stand_ins = {
        entry.named.person.name: entry for entry in reader.entries if entry.named.stands_in_for
    }
    for entry in reader.entries:
        key = (entry.named.person.name.casefold(), entry.status, entry.is_officer)
        if key not in seen:
            seen.add(key)
            stand_in = stand_ins.get(entry.named.person.name)
            found.append(stand_in if stand_in and stand_in.status == entry.status else entry)
    return found


def has_roll(blocks: Sequence[Block], registers: Registers) -> bool:
    """Whether minutes name anybody as present."""
    return any(
        entry.status == "present" and not entry.is_officer for entry in find_roll(blocks, registers)
    )


def label_of(text: str) -> tuple[str, int] | None:
    """The label that opens a line, and where the names after it begin."""
    match = LABEL.match(text)
    if match is None or not _is_label(match["label"]):
        return None
    return match["label"].casefold(), match.start("rest")


def _lines(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Lines of a note; of a table the paragraphs of its cells, without the numbers of items."""
    for block in blocks:
        if block.kind is not Kind.TABLE:
            yield block.passage
            continue
        for row in block.rows:
            for cell in row.cells:
                if not NUMBER_CELL.match(cell.text):
                    yield from cell.paragraphs


def _read_line(reader: _Reader, line: Passage, number: int) -> None:
    if len(line.text) > LONGEST_ROLL or SYSTEM_LINE.match(line.text):
        return
    if APOLOGIES.search(line.text) and _read_prose(reader, line):
        ends = line.text.endswith((".", ")"))
        reader.label = None if ends else _Label("apologies")
        return
    opened = label_of(line.text)
    if opened:
        reader.label = _label(opened[0])
        reader.misses = 0
        rest = line.part(opened[1])
        if rest.text:
            _take(reader, rest)
        return
    if _read_prose(reader, line):
        reader.label = None
    elif reader.label is not None:
        _go_on(reader, line)
    elif number < HEAD_BLOCKS and not reader.entries:
        names = read_names(line, reader.registers)
        fewest = 2 if UNLABELLED.match(line.text) else FEWEST_UNTITLED
        if names.is_pure and len(names.people) >= fewest:
            _add(reader, names, _Label())


def _go_on(reader: _Reader, line: Passage) -> None:
    """A line below a label: a sub-label such as `Chairman:`, more names, or the end."""
    head, colon, rest = line.text.partition(":")
    role = reader.registers.roles.resolve(head) if colon or not rest else None
    party = reader.registers.parties.resolve(head)
    label = reader.label
    if label and (role or party) and len(head) < LONGEST_MISS:
        if role and rest:
            names = read_names(line.part(len(head) + 1), reader.registers)
            _add(reader, names, replace(label, capacity=role.role))
        elif role and role.status is None:
            reader.label = replace(label, capacity=role.role)
        elif rest:
            _take(reader, line.part(len(head) + 1))
        return
    if not _take(reader, line):
        reader.misses += 1
        if reader.misses > MOST_MISSES or len(line.text) > LONGEST_MISS:
            reader.label = None


def _take(reader: _Reader, line: Passage) -> bool:
    """Add the names of a line under the open label; False where it holds none."""
    label = reader.label
    if label is None:
        return False
    sentence = line.part(0, _sentence_end(line.text))
    if FOR_WHOM.search(sentence.text):
        return _read_sorry(reader, sentence, sentence.text)
    names = read_names(sentence, reader.registers)
    if not names.people or not (names.is_pure or COUNCILLOR.search(line.text) or _is_run(names)):
        return False
    reader.misses = 0
    _add(reader, names, label)
    return True


def _is_run(names: NameList) -> bool:
    return len(names.people) > 1


def _add(reader: _Reader, names: NameList, label: _Label, kind: str = "list") -> None:
    for named in names.people:
        has_job = label.capacity == "in_attendance" and bool(JOB.search(named.remark or ""))
        is_officer = (label.holds_officers or has_job) and not named.is_councillor
        capacity = named.person.role or label.capacity
        if label.holds_officers and named.is_councillor:
            capacity = "in_attendance"
        if named.stands_in_for and label.status == "present":
            capacity = "substitute"
        reader.entries.append(
            RollEntry(named, label.status, capacity, named.mode or label.mode, is_officer, kind)
        )


def _read_prose(reader: _Reader, line: Passage) -> bool:
    """Read apologies and stand-ins from sentences; whether there are any."""
    found = False
    start = 0
    while start < len(line.text):
        end = start + _sentence_end(line.text[start:])
        sentence = line.part(start, end)
        found = _read_apologies(reader, sentence) or found
        found = _read_substitute(reader, sentence) or found
        start = end + 1
    return found


def _read_apologies(reader: _Reader, sentence: Passage) -> bool:
    opening = APOLOGIES.search(sentence.text) or APOLOGIES_COLON.match(sentence.text)
    if opening is None or SORRY.search(sentence.text):
        return False
    return _read_sorry(reader, sentence, sentence.text[opening.end() :])


def _read_sorry(reader: _Reader, sentence: Passage, listed: str) -> bool:
    """Add the names of a run of apologies, and those for whom somebody stood in."""
    stand_ins = [match["who"] for match in FOR_WHOM.finditer(listed)]
    listed = AFTER_NAMES.sub("", REASON.sub("", ALSO_FROM.sub(";", FOR_WHOM.sub("", listed))))
    names = read_names(Passage(listed, listed, sentence.span), reader.registers)
    people = tuple(replace(each, passage=sentence) for each in names.people)
    _add(reader, NameList(people, True), _Label(status="apologies"), "prose")
    if len(stand_ins) == len(people):
        for who, whom in zip(stand_ins, people, strict=True):
            _add_stand_in(reader, who, whom.person.name, sentence)
    return bool(people)


def _add_stand_in(reader: _Reader, who: str, whom: str, sentence: Passage) -> None:
    named = read_names(Passage(who, who, sentence.span), reader.registers).people
    if len(named) == 1:
        stand_in = replace(named[0], stands_in_for=whom, passage=sentence)
        _add(reader, NameList((stand_in,), True), _Label(), "prose")


def _read_substitute(reader: _Reader, sentence: Passage) -> bool:
    found = False
    for match in SUBSTITUTED.finditer(sentence.text):
        whom = read_names(sentence.part(*match.span("whom")), reader.registers).people
        if whom:
            _add_stand_in(reader, match["who"], whom[0].person.name, sentence)
            found = True
    return found


def _sentence_end(text: str) -> int:
    for match in SENTENCE_END.finditer(text):
        if not NO_END.search(text[: match.start()]):
            return match.start()
    return len(text)


def _is_label(text: str) -> bool:
    words = [word.casefold() for word in WORD.findall(text)]
    if not words or len(words) > 12 or not all(word in VOCABULARY for word in words):
        return False
    return any(
        word.startswith(("present", "attend", "apolog", "absent", "officer")) for word in words
    )


def _label(text: str) -> _Label:
    mode = "virtual" if VIRTUAL.search(text) else None
    if "apolog" in text:
        return _Label("apologies", "member")
    if "absent" in text or "not present" in text:
        return _Label("absent", "member")
    if re.search(r"\b(?:officers?|staff|clerk|advis[eo]rs)\b", text):
        return _Label(capacity="in_attendance", mode=mode, holds_officers=True)
    if re.search(r"\b(?:also|others?|observers?|guests|visitors|invited)\b", text):
        return _Label(capacity="in_attendance", mode=mode)
    if re.search(r"\bin attendance\b", text) and not re.search(
        r"\b(?:member|councillor|cllr)", text
    ):
        return _Label(capacity="in_attendance", mode=mode, holds_officers=True)
    if "substitute" in text:
        return _Label(capacity="substitute", mode=mode)
    return _Label(mode=mode)
