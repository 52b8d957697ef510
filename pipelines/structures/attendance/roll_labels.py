"""The labels of a roll, such as `PRESENT:` or `Apologies for absence -`, and what they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.documents import Passage
from pipelines.notation.words import holds_any
from pipelines.structures.names.patterns import VIRTUAL

# 4. / 5/16 / W048/23 1.: the numbers before the title of an item
MINUTE_NO = r"(?:[A-Z]{0,4}\d{1,4}(?:[/.-]\d{1,4}){0,2}[.)]?)"
# PRESENT: Mr A Bee (Chairman) ... / Present - Councillors Bee / Members present Councillor Ann Bee
# / Members present A B Cee
LABEL = re.compile(
    rf"^(?:(?:agenda\s++)?(?:item|minute no\.?)\s++\d{{1,3}}\s?[.:–—-]?\s++)?"
    rf"(?:{MINUTE_NO}\s++|\d{{1,4}}[.)](?=[A-Z])){{0,6}}"
    r"(?P<label>[A-Za-z][A-Za-z0-9 ,/’'()&-]{2,70}?)"
    r"(?:\s*+(?:(?:[:;]|…|\.{2,})\s*+[-–—]?|[-–—]\s|\.?\s*+$)|\s++(?:[-–—]\s?"
    r"|(?=(?:the\s+)?(?:councillors?|cllrs?|alds?|alderm[ae]n|bailie|provost|mr|mrs|ms|miss|dr"
    r"|mayor|chair\w*|cyngh?(?:orydd|orwyr)?)\b(?!\)|\s+(?:present|attend|in attend|absent|apolog))"
    r"|(?-i:(?:[A-Z]\.? ?){1,3}[A-Z][a-z]))))"
    r"\s*+(?P<rest>.*+)$",
    re.IGNORECASE,
)
# were received from: Cllr Bee, below the title of the item
RECEIVED = re.compile(
    r"^(?:(?:were|was|have been|had been)\s+)?(?:received|sent|given|noted)\s+(?:from|by)"
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
# How words for apologies begin, in English and in Welsh: a new one belongs here
APOLOGIES = ("apolog", "ymddihe")
_VOCABULARY = (
    "present attending attended attendance attendees in also other others members member "
    "councillors councillor cllrs cllr committee board panel cabinet parish town district borough "
    "county city council authority the of those were was for absence apologies apology absent "
    "absentees not officers officer staff support substitutes substitute observers observer guests "
    "visitors and at meeting remotely remote virtually virtual online via zoom teams by video link "
    "received from given accepted noted invited voting non co opted executive sub group people "
    "persons all with to receive accept clerk person advisers advisors representatives approve "
    "consider any record named reasons ref welcome introductions introduction approved sent "
    "governors governor trustees trustee directors apologises mayoral elected appointed ratepayer "
    "approval absences given acceptance reason public press employees visiting "
    "pcc independent lay full honorary associate sederunt presiding one two three four five six "
    "seven eight nine ten eleven twelve supporting "
    # Those of bilingual minutes: present, apologies for absence, in attendance
    "yn bresennol presennol hefyd ymddiheuriad ymddiheuriadau ymddiheiriadau apologise am "
    "absenoldeb absennol wrth law mynychu swyddogion aelodau cynghorwyr cynghorydd cyng gan "
    "derbyn a ac eraill"
)
VOCABULARY = frozenset(_VOCABULARY.split())
WORD = re.compile(r"[A-Za-z]+")
# P r e s e n t: a label set wide
WIDE = re.compile(r"^(?:[A-Za-z] ){5,}[A-Za-z]\s*:?$")
# Every label has one of these words, in English or in Welsh
OPENING_WORDS = (
    *APOLOGIES,
    *("present", "attend", "absent", "officer", "sederunt"),
    *("presennol", "bresennol", "absennol", "wrth", "mynychu", "swyddogion"),
)
MOST_WORDS = 12  # of a label
# "... Bee. ALSO PRESENT: Mr Cee", "Chair: Mrs Dee Councillors: Eff, Gee": labels within a line
INNER_LABEL = re.compile(
    r"(?<=\S)\s++(?=(?:(?:ALSO|NOT|OTHERS?|OFFICERS?|MEMBERS)\s++){0,5}"
    r"(?:PRESENT|IN ATTENDANCE|APOLOG(?:Y|IES)(?: FOR ABSENCE)?|ABSENT|OFFICERS)\s*:"
    r"|(?:(?:Also|Not|Others?|Officers?|Members)\s++){0,5}"
    r"(?:[Pp]resent|[Ii]n attendance|Apolog(?:y|ies)(?: for absence)?|Absent|Officers)\s*:"
    r"|(?:Apolog(?:y|ies)(?: for absence)?|Absent)\s*;"
    r"|(?:(?:Vice|Deputy)[- ])?Chair(?:man|person|woman)?\s*:"
    r"|(?:Councillors|Cllrs|Members|Directors|Trustees|Governors)\s*:"
    r"|(?:(?:Parish|Town|Assistant|Deputy)\s+)?Clerk\s*:"
    r"|Members of (?:the )?public\b|(?:Public|Parishioners|Residents)\s*:)"
)
INNER_MARKS = (":", ";", "members of")
# Councillors present: Bee, Dee
COUNCILLORS = re.compile(r"\b(?:councillors|cllrs|members|aldermen)\b")
# Clerk: Mrs Bee, below the names of those who came
STAFF_LABEL = re.compile(
    r"^(?:(?:parish|town|deputy|assistant|council|minutes?)\s+)*(?:clerk|officers?|secretary|taker)$",
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
# Court Members, Harbour Trust Representatives: a heading among the names of those who came
GROUP_HEADING = re.compile(
    r"^(?:[\w&’'-]+\s+){0,4}(?:members|councillors|governors|trustees|directors|representatives)"
    r"\s*:?$",
    re.IGNORECASE,
)
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
GUEST_LABEL = re.compile(r"^(?:visit|invit|guest|observ|others?$)", re.IGNORECASE)
# Harbour Trust Representatives: Mr Bee, in a sentence after the members
SUB_LABEL = re.compile(
    r"^(?:[A-Z][\w ,’'()&-]{2,70}?(?:representatives?|councillors|members|governors)|committee)"
    r"\s*:\s*(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RollLabel:
    """The meaning of a label for the names after it; `title` if they may be bare surnames."""

    status: str = "present"
    capacity: str = "member"
    mode: str | None = None
    holds_officers: bool = False
    title: str = ""


def label_of(text: str) -> tuple[str, int] | None:
    """The label that opens a line, and the start of the names after it.

    >>> label_of("Also present: Ann Bee")
    ('also present', 14)
    """
    if WIDE.match(text):
        narrow = text.replace(" ", "").rstrip(":")
        return (narrow.casefold(), len(text)) if _is_label(narrow) else None
    match = LABEL.match(text) if holds_any(text, OPENING_WORDS) else None
    if match is None or not _is_label(match["label"]):
        return None
    return match["label"].casefold(), match.start("rest")


def members_label_of(text: str) -> tuple[str, int] | None:
    """The label of a list of members that opens a line, and the start of the names after it."""
    match = MEMBERS_LABEL.match(text)
    return (match["label"].casefold(), match.start("rest")) if match else None


def meaning_of(label: str) -> RollLabel:
    """The meaning of a label in small letters."""
    mode = "virtual" if VIRTUAL.search(label) else None
    if holds_any(label, APOLOGIES):
        return RollLabel("apologies", "member")
    if re.search(r"absent|absennol|\bnot (?:present|attend)", label):
        return RollLabel("absent", "member")
    if re.search(r"\b(?:officers?|staff|clerk|employees|advis[eo]rs|swyddogion)\b", label):
        return RollLabel(capacity="in_attendance", mode=mode, holds_officers=True)
    if re.search(
        r"\b(?:also|others?|observers?|guests|visitors|invited|public|press|hefyd|eraill)\b", label
    ):
        return RollLabel(capacity="in_attendance", mode=mode)
    if re.search(r"\bin attendance\b|\bwrth law\b|\bmynychu\b", label) and not re.search(
        r"\b(?:member|councillor|cllr|governor)", label
    ):
        return RollLabel(capacity="in_attendance", mode=mode, holds_officers=True)
    if "substitute" in label:
        return RollLabel(capacity="substitute", mode=mode)
    return RollLabel(mode=mode, title="Cllr" if COUNCILLORS.search(label) else "")


def pieces(line: Passage) -> Iterator[Passage]:
    """A line cut at the labels within it; most lines have none."""
    start = 0
    may_hold_label = holds_any(line.text, INNER_MARKS)
    for match in INNER_LABEL.finditer(line.text) if may_hold_label else ():
        before = [word.casefold() for word in WORD.findall(line.text[start : match.start()])]
        if all(map(_is_known, before)):
            continue  # the head of the label itself, such as Officers in Officers present:
        yield line.part(start, match.start())
        start = match.end()
    yield line.part(start) if start else line


def _is_label(text: str) -> bool:
    words = [word.casefold() for word in WORD.findall(text)]
    if not words or len(words) > MOST_WORDS or not all(map(_is_known, words)):
        return False
    return any(word.startswith(OPENING_WORDS) for word in words)


def _is_known(word: str) -> bool:
    return word in VOCABULARY or word.startswith(APOLOGIES)
