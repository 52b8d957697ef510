"""The labels of a roll, such as `PRESENT:` or `Apologies for absence -`, and what they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.documents import Passage
from pipelines.notation.words import holds_any
from pipelines.reference.meetings.roll_words import RollWords
from pipelines.structures.names.patterns import VIRTUAL

# 4. / 5/16 / W048/23 1.: the numbers before the title of an item
MINUTE_NO = r"(?:[A-Z]{0,4}\d{1,4}(?:[/.-]\d{1,4}){0,2}[.)]?)"
# PRESENT: Mr A Bee (Chairman) ... / Present - Councillors Bee / Members present Councillor Ann Bee
# / Members present A B Cee
LABEL = re.compile(
    rf"^(?:(?:agenda\s++)?(?:item|minute no\.?)\s++\d{{1,3}}\s?[.:–—-]?\s++)?"
    rf"(?:{MINUTE_NO}\s++|\d{{1,4}}[.)](?=[A-Z])){{0,6}}"
    r"(?P<label>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9 ,/’'()&-]{2,70}?)"
    r"(?:\s*+(?:(?:[:;]|…|\.{2,})\s*+[-–—]?|[-–—]\s|\.?\s*+$)|\s++(?:[-–—]\s?"
    r"|(?=(?:the\s+)?(?:councillors?|cllrs?|alds?|alderm[ae]n|bailie|provost|mr|mrs|ms|miss|dr"
    r"|mayor|chair\w*|cyngh?(?:orydd|orwyr)?)\b(?!\)|\s+(?:present|attend|in attend|absent|apolog))"
    r"|(?-i:(?:[A-Z]\.? ?){1,3}[A-Z][a-z]))))"
    r"\s*+(?P<rest>.*+)$",
    re.IGNORECASE,
)
# were received from: Cllr Bee, below the title of the item
RECEIVED = re.compile(
    r"^(?:(?:were|was|have been|had been)\s+)?(?:received|sent|given|noted)"
    r"(?:\s+and\s+(?:accepted|approved|noted))?\s+(?:from|by)"
    r"(?:\s*+:)?\s*+|^also\s*:\s*",
    re.IGNORECASE,
)
# 17/5 Councillors Bee and Dee: the number of a minute before names
NUMBERED_NAMES = re.compile(r"^\d{1,4}[/.]\d{1,4}\s+(?=(?:councill?or|cllr)s?\b)", re.IGNORECASE)
# Those in attendance were Councillors Bee and Dee: those who came, in a sentence
THOSE_PRESENT = re.compile(
    r"\b(?:those|members|councillors)\s+(?:who were\s+)?(?:present|in attendance|attending)\s+were"
    r"(?:\s*+:)?\s*+",
    re.IGNORECASE,
)
# 4. To receive reports, or 4 alone: the next item, below the names of those who are away
NEXT_ITEM = re.compile(
    r"^(?:\d{1,4}[.)]?(?:\s+[A-Z]|\s*$)|(?:agenda )?item \d|minute no)", re.IGNORECASE
)
# Declarations of interest, 4 Welcome by the chair: the next item, with a number or without
NEXT_TITLE = re.compile(
    r"^(?:\d{1,4}[.)]?\s+)?(?:welcome\b|presentation\b|declarations? of|disclosures? of|minutes of"
    r"|croeso|datgan(?:iad(?:au)?)?|datgelu|cofnodion)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")
# P r e s e n t: a label set wide
WIDE = re.compile(r"^(?:[A-Za-z] ){5,}[A-Za-z]\s*:?$")
# Councillors Ann Bee (Chair), Cee ...: right below the head, with no label before them
UNLABELLED = re.compile(r"^(?:councillors|cllrs)\b", re.IGNORECASE)
# Cllr Bee, Mr Dee, a letter had come; and Cllr Bee, Mr Dee, Mrs Eff, the clerk, was there: where a
# list of names goes over into a sentence
CLAUSE = re.compile(
    r",(?:[^,;]*+,[^,;]*+,\s*+|[^,;]+\b)(?=(?:was|were|had|has|have|will)\b)", re.IGNORECASE
)
# (Clerk), Town Clerk and RFO, Minute Taker: the person who keeps the minutes is not a member
STAFF = re.compile(
    r"^staff$|\b(?:clerk|clerc|rfo|minute[- ]?(?:taker|secretary)|democratic"
    r"|committee (?:officer|administrator|manager|secretary)"
    r"|governance (?:officer|professional|manager)|town manager)\b",
    re.IGNORECASE,
)
# The Board congratulated Cllr Bee: the actions of a body or its chair are not a list of names
DEED = re.compile(
    r"\b(?:board|committee|council|panel|group|cabinet|authority|meeting|chair\w*|members)\s+"
    r"(?:\w+ly\s+)?[a-z]+ed\b",
    re.IGNORECASE,
)
MOST_WORDS = 12  # of a label
# "... Bee. ALSO PRESENT: Mr Cee", "Chair: Mrs Dee Councillors: Eff, Gee": labels within a line
INNER_LABEL = re.compile(
    r"(?<=\S)\s++(?=(?:(?:ALSO|NOT|OTHERS?|OFFICERS?|MEMBERS)\s++){0,5}"
    r"(?:PRESENT|IN ATTENDANCE|APOLOG(?:Y|IES)(?: FOR ABSENCE)?|ABSENT|OFFICERS)\s*:"
    r"|(?:(?:Also|Not|Others?|Officers?|Members)\s++){0,5}"
    r"(?:[Pp]resent|[Ii]n attendance|Apolog(?:y|ies)(?: for absence)?|Absent|Officers)\s*:"
    r"|(?:Apolog(?:y|ies)(?: for absence)?|Absent)\s*;"
    r"|(?:Apologies|Absent|APOLOGIES|ABSENT)(?=\s(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\b)"
    r"|(?:(?:Vice|Deputy)[- ])?Chair(?:man|person|woman)?\s*:"
    r"|(?:Councillors|Cllrs|Members|Directors|Trustees|Governors)\s*:"
    r"|(?:(?:Parish|Town|Assistant|Deputy)\s+)?Clerk\s*:"
    r"|Members of (?:the )?public\b|(?:Public|Parishioners|Residents|Also)\s*:)"
)
INNER_MARKS = (":", ";", "members of", "apologies", "absent")
# Clerk: Mrs Bee, below the names of those who came
STAFF_LABEL = re.compile(
    r"^(?:(?:parish|town|deputy|assistant|council|minutes?)\s+)*"
    r"(?:clerk|officers?|staff|secretary|taker)$",
    re.IGNORECASE,
)
# Members of the public: Mrs Bee: those who watched
PUBLIC_LABEL = re.compile(
    r"^(?:members? of )?(?:the )?(?:public|press|parishioners|residents)\b", re.I
)
# Chair: Cllr Bee, on the line above those present
CHAIR_LABEL = re.compile(
    r"^(?:(?:chair\w*|in the chair|chaired by|convener)\s*+[:–-]|presiding\b(?:\s*+[:–-])?)"
    r"\s*+(?=\S)",
    re.IGNORECASE,
)
# Court Members, Harbour Trust Representatives, Staff representative:, Representing Weir Council: a
# heading among the names of those who came
GROUP_HEADING = re.compile(
    r"^(?:(?:[\w&’'-]+\s+){0,4}(?:members|councillors|governors|trustees|directors|representatives"
    r"|group)|(?:[\w&’'-]+\s+){1,4}(?:member|representative):"
    r"|representing\s[\w ,&’'-]{3,80})\s*:?$",
    re.IGNORECASE,
)
# LGA Officers Ann Bee, Apologies Cy Dee: below names, a label whose mark was a gap between columns
UNMARKED_LABEL = re.compile(
    r"^(?P<label>(?i:(?:[a-z]+\s){0,2}(?:officers|guests|observers|visitors|staff)"
    r"|apologies(?:\sfor\sabsence|\sreceived)?))\s+(?=[A-Z][a-z’'-]+\s[A-Z])"
)
# Apologies Ann, Absent: what opens with such a word lists nobody who came
AWAY = re.compile(r"^\W*(?:apolog|absent|absence)", re.IGNORECASE)
# Other members present: on the line below the one who presides, all the rest
OTHER_MEMBERS = re.compile(r"^other (?:members|councillors)\b", re.IGNORECASE)
# Members:, Voting Members:, Board directors: in minutes without the word present
MEMBERS_LABEL = re.compile(
    r"^(?:(?:voting|board|committee|council|core|full|panel|forum|trustee|parish|town|community"
    r"|borough|district)\s+)*"
    r"(?P<label>members|membership|councillors|cllrs|trustees|governors|directors)"
    r"\s*+(?::|$)\s*+(?P<rest>.*+)$",
    re.IGNORECASE,
)
# Visiting Members: Mrs Bee, below the names of members
GUEST_LABEL = re.compile(r"^(?:visit|invit|guest|observ|(?:others?|also)$)", re.IGNORECASE)
# Harbour Trust Representatives: Mr Bee, in a sentence after the members
SUB_LABEL = re.compile(
    r"^(?:[A-Z][\w ,’'()&-]{2,70}?(?:representatives?|councillors|members|governors)|committee)"
    r"\s*:\s*(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RollLabel:
    """The meaning of a label for the names after it.

    Attributes:
        title: The title of the names, which may be bare surnames.
        is_of_one: Whether it is a seat that one person has, such as Chair.
    """

    status: str = "present"
    capacity: str = "member"
    mode: str | None = None
    holds_officers: bool = False
    title: str = ""
    is_of_one: bool = False

    def after_names(self) -> "RollLabel":
        """The label for the names that follow those of the first line under it."""
        return replace(self, capacity="member", is_of_one=False) if self.is_of_one else self


def label_of(text: str, words: RollWords) -> tuple[str, int] | None:
    """The label that opens a line, and the start of the names after it; None if it has none."""
    if WIDE.match(text):
        narrow = text.replace(" ", "").rstrip(":")
        return (narrow.casefold(), len(text)) if _is_label(narrow, words) else None
    match = LABEL.match(text) if words.opening.search(text) else None
    if match is None or not _is_label(match["label"], words):
        return None
    return match["label"].casefold(), match.start("rest")


def unmarked_label_of(text: str, words: RollWords) -> tuple[str, int] | None:
    """The label of officers or guests that only a gap parted from their names, and their start."""
    match = UNMARKED_LABEL.match(text)
    if match is None or not all(map(words.is_known, WORD.findall(match["label"]))):
        return None
    return match["label"].casefold(), match.end()


def members_label_of(text: str) -> tuple[str, int] | None:
    """The label of a list of members that opens a line, and the start of the names after it."""
    match = MEMBERS_LABEL.match(text)
    return (match["label"].casefold(), match.start("rest")) if match else None


def meaning_of(label: str, words: RollWords) -> RollLabel:
    """The meaning of a label in small letters."""
    mode = "virtual" if VIRTUAL.search(label) else None
    if words.unexcused.search(label):
        return RollLabel("absent", "member")
    if words.apologies.search(label):
        return RollLabel("apologies", "member")
    if words.absent.search(label):
        return RollLabel("absent", "member")
    if words.officers.search(label):
        return RollLabel(capacity="in_attendance", mode=mode, holds_officers=True)
    if words.guests.search(label):
        return RollLabel(capacity="in_attendance", mode=mode)
    if words.attending.search(label) and not words.seat.search(label):
        return RollLabel(capacity="in_attendance", mode=mode, holds_officers=True)
    if words.substitutes.search(label):
        return RollLabel(capacity="substitute", mode=mode)
    return RollLabel(mode=mode, title="Cllr" if words.councillors.search(label) else "")


def pieces(line: Passage, words: RollWords) -> Iterator[Passage]:
    """A line cut at the labels within it; most lines have none."""
    start = 0
    may_hold_label = holds_any(line.text, INNER_MARKS)
    for match in INNER_LABEL.finditer(line.text) if may_hold_label else ():
        before = WORD.findall(line.text[start : match.start()])
        if all(map(words.is_known, before)):
            continue  # the head of the label itself, such as Officers in Officers present:
        yield line.part(start, match.start())
        start = match.end()
    yield line.part(start) if start else line


def _is_label(text: str, words: RollWords) -> bool:
    printed = WORD.findall(text)
    if not printed or len(printed) > MOST_WORDS or not all(map(words.is_known, printed)):
        return False
    return words.opening.search(text) is not None
