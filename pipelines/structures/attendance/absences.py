"""Reads from sentences of minutes who sent apologies, and who came in whose place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.documents import Passage
from pipelines.notation.sentences import sentences
from pipelines.notation.words import holds_any
from pipelines.reference.registers import Registers
from pipelines.structures.names.lists import NamedPerson, read_names
from pipelines.structures.names.patterns import BRACKET

_APOLOGY = r"(?:apolog(?:y|i[esz]{1,2}s)|ymddiheuriad(?:au)?)"
_TITLE = (
    r"(?:Councillors?|Cllrs?|Aldermen|Alderman|Mayor|Provost|Bailie|Lord|Lady|Baroness|Sir|Dame"
    r"|Mr|Mrs|Ms|Miss|Dr)\b"
)
# Marks between a name and a remark about it
_BREAK = r"(?:,\s*+|(?<!\s)\s++)?"
# Apologies for absence were received from ...: up to where the names begin, and with the label of
# the item before: Apologies for absence: were received from
APOLOGIES = re.compile(
    rf"\b{_APOLOGY}\b(?:[^.:;]{{0,30}}:(?=\s*(?:were|had|have|received)\b))?"
    r"[^.:;]{0,90}?\b(?:from|on behalf of|by|gan(?!\s*/)"
    r"|for(?! absence| non| inab| being| not| his| her| their)"
    rf"|of(?=\s+{_TITLE}))\b(?:\s*+:)?\s*+"
    r"(?:the following\b[^:.;]{0,40}:\s*)?",
    re.IGNORECASE,
)
# Apologies: Councillor Bee. / Apologies had been sent: Mr Bee
APOLOGIES_COLON = re.compile(rf"^\W*{_APOLOGY}[^.:;]{{0,60}}:\s*", re.IGNORECASE)
# Cllrs Bee and Dee sent their apologies
SENT = re.compile(
    r"^(?:.{0,60}:\s++)?(?P<names>[^:;]{3,300}?)(?:,|(?<!\s))\s++(?:(?:had|have|has)\s++)?"
    rf"(?:sent|gave|given|tendered|submitted|offered)\s++(?:in\s++)?(?:\w++\s++)?{_APOLOGY}"
    r"(?!\s+(?:to|for\s+(?!absence|non))\b)",
    re.IGNORECASE,
)
# Opens a list of those who sent apologies, with no name on the line itself
AWAITS = re.compile(rf"\b{_APOLOGY}\b[^.]{{0,90}}(?:\bfrom|:)[\s–—-]*$", re.IGNORECASE)
# "; and for lateness from Mr Dee" after those who are away
LATE = re.compile(
    r"(?:[;,]\s*+(?:and\s++)?|(?<!\s)\s++and\s++)for late(?:ness|\s++arrival)\b.*+$", re.I
)
_AND_NAME = rf"\sand\s+{_TITLE}"
# "who was on holiday" between two names; the continuation of a sentence after the last
REASON = re.compile(
    r",?\s(?:who|as (?:he|she|they)|due to|because of|owing to)\b"
    rf"(?:[^,;\s]++|(?!{_AND_NAME})\s){{0,100}}+(?=[,;]|{_AND_NAME})",
    re.IGNORECASE,
)
AFTER_NAMES = re.compile(
    r",?\s\b(?:who|had|was|were|be|have|has|as|due|because|which|with|owing|attended|for absence"
    r"|and (?:it|these|their|the|would))\b.*+$",
    re.IGNORECASE,
)
ALSO_FROM = re.compile(
    rf"\band\s+(?:(?:an\s+)?{_APOLOGY}\s+)?(?:also\s+)?(?:from|for)\b", re.IGNORECASE
)
SORRY = re.compile(
    r"\b(?:for lateness|late arrival|late|no apolog(?:y|ies))\b|\bapologi[sz]ed\b", re.IGNORECASE
)
_IN_PLACE = r"in (?:his|her|their|place|the place)\b"
_SUBSTITUTE = r"substitut\w*+|deput\w*+"
# Text after the name of an absent person that names the substitute
STOOD_IN = (
    # (Cllr Dee attended as substitute), (substituted by Mr Dee), (sub: Cllr Dee)
    re.compile(
        rf"[(\[]\s?(?P<who>[^()\[\]]{{3,80}}?)\s++(?:(?:was|were|is|had)\s++)?"
        r"(?:(?:attend|act|present)\w*+\s++)?(?:as\s++)?(?:(?:a|his|her)\s++)?"
        rf"(?:{_SUBSTITUTE}|{_IN_PLACE})[^()\[\]]*+[)\]]",
        re.IGNORECASE,
    ),
    re.compile(
        r"[(\[]\s*+(?:substitut\w*|subs?\.?|replaced|represented|deputy)"
        rf"(?:\s*+(?:by|is|was|[:–-]))?\s*+(?P<who>(?:{_TITLE}|[A-Z])[^()\[\]]{{2,80}}+)[)\]]",
    ),
    # , for whom Councillor Bee was substitute
    re.compile(
        rf"{_BREAK}for whom\s++(?P<who>[^,;.]{{3,60}}?)\s++"
        r"(?:was|were|is|had|acted|attended)\b[^,;.]{0,30}?\b(?:substitut|deput)\w*",
        re.IGNORECASE,
    ),
    # , who was substituted by Mr Dee; with Councillor Bee as substitute
    re.compile(
        rf"{_BREAK}(?:who (?:was|is|had been)\s++)?"
        r"(?:substituted|replaced|represented)\s++by\s++"
        rf"(?P<who>{_TITLE}[^,;.]{{3,60}}?)(?=[,;]|\sand\s|$)",
        re.IGNORECASE,
    ),
    # ; Cllr Dee attended in his place: of the last before the semicolon
    re.compile(
        rf";\s*+(?P<who>{_TITLE}[^,;()]{{3,60}}?)\s++(?:(?:was|were)\s++)?(?:attend\w*+|present|came)"
        rf"\s++{_IN_PLACE}[^,;()]*+",
        re.IGNORECASE,
    ),
    # and Cllr Dee attended as substitute
    re.compile(
        rf"(?:,\s*+|(?<!\s)\s++)(?:and|with)\s++(?P<who>{_TITLE}[^,;()]{{3,60}}?)\s++"
        rf"(?:(?:was|were)\s++)?(?:(?:attend\w*+|present|act\w*+)\s++)?(?:as\s++)?"
        rf"(?:(?:a|his|her|their)\s++)?(?:{_SUBSTITUTE}|{_IN_PLACE}[^,;()]*+)",
        re.IGNORECASE,
    ),
)
# Cllr Bee and Cllr Dee, substituted by Cllr Eff and Cllr Gee respectively
RESPECTIVELY = re.compile(
    rf"{_BREAK}(?:who were\s++)?(?:substituted|replaced|represented)\s++by\s++"
    r"(?P<who>.{1,200}?)(?:,|(?<!\s))\s++respectively\b.*+$",
    re.IGNORECASE,
)
# Councillor Bee attended as a substitute for Councillor Cee; Mr Bee substituted for Cee Dee: that
# somebody follows is looked for first, since few titles have it
_FOR = r"(?:(?:[Ss]ubstitut\w*+|[Dd]eputi\w*+)\s++for|in place of)\s++(?=[A-Z])"
SUBSTITUTED = re.compile(
    rf"(?P<who>{_TITLE}\.?\s(?=[^.;:]{{3,140}}?{_FOR})[^.;:]{{3,60}}?)\s++"
    r"(?:(?:was|had|attended|confirmed|acted|declared|as|is|attending|present)\b[^.;:]{0,60}?\b)?"
    rf"{_FOR}(?P<whom>[^.;:,]{{4,61}})"
)
# (i) Cllr Bee for Cllr Dee; and: a line of a list of substitutions
FOR_WHOM = re.compile(
    rf"^(?:\(?\w{{1,3}}[.)]\s++)?(?P<who>{_TITLE}\.?\s[^.;:,]{{2,40}}?)\s++for\s++"
    rf"(?P<whom>{_TITLE}\.?\s[^.;:,]{{2,40}}?)[.;,]?(?:\s++and)?$",
)
# Cllrs Bee and Dee attended the meeting as substitutes
CAME_AS_SUBSTITUTES = re.compile(
    rf"^(?P<names>{_TITLE}[^.;:]{{3,300}}?)\s++(?:(?:had|was|were)\s++)?"
    r"(?:attended|attending|present|acted|acting)\b[^.;:]{0,40}?\bas\s++(?:(?:a|named)\s++)?"
    r"substitutes?\b(?!\s+for\s+(?!the\b))",
    re.IGNORECASE,
)
# Ann Bee attended in her absence
CAME_IN_ABSENCE = re.compile(
    r"^(?P<names>(?:[A-Z][\w.’'-]*+\s++){1,5}[A-Z][\w’'-]*+)\s++(?:(?:was|were|had)\s*+)?"
    r"(?:attended|attending|present|came)\s++in\s++(?:his|her|their)\s++(?:absence|place|stead)\b"
)
# Every sentence of apologies has one of these words, and so has every other sentence about an
# absence, except those of FOR_WHOM
APOLOGY_WORDS = ("apolog", "ymddiheuriad")
TELLING = (*APOLOGY_WORDS, "substitut", "deput", "in place of", "in his ", "in her ", "in their ")
FOR_SOMEBODY = re.compile(rf"\sfor\s+{_TITLE}")


@dataclass(frozen=True, slots=True)
class Told:
    """A person and the status from a sentence: `apologies`, or `present` for a substitute."""

    named: NamedPerson
    status: str
    is_substitute: bool = False


def read_absences(line: Passage, registers: Registers) -> list[Told]:
    """Everybody excused by the sentences of a line, and their substitutes."""
    found: list[Told] = []
    is_for_somebody = "for" in line.text and FOR_SOMEBODY.search(line.text)
    if not (is_for_somebody or holds_any(line.text, TELLING)):
        return found
    goes_on = False
    for sentence in sentences_of(line):
        told = _apologies(sentence, registers)
        if goes_on and not told:
            told = _more_names(sentence, registers)
        goes_on = bool(told)
        stand_ins = list(_substituted(sentence, registers))
        came = {each.named.person.name for each in stand_ins}
        # In "Apologies: Bee; Dee was attending for Bee", Dee came.
        told = [each for each in told if each.named.person.name not in came]
        found += told or _came_instead(sentence, registers)
        found += stand_ins
    return found


def _more_names(sentence: Passage, registers: Registers) -> list[Told]:
    """The people of a sentence of only names that follows a sentence of apologies."""
    names = read_names(sentence, registers)
    return [Told(each, "apologies") for each in names.people] if names.is_pure else []


def names_stand_in(text: str) -> bool:
    """Whether a list of absent people names their substitutes."""
    return any(pattern.search(text) for pattern in STOOD_IN)


def read_excused(sentence: Passage, listed: str, registers: Registers) -> list[Told]:
    """The people of a run of apologies, and then their substitutes."""
    in_order = RESPECTIVELY.search(listed)
    if in_order:
        away = _names(listed[: in_order.start()], sentence, registers)
        came = _names(in_order["who"], sentence, registers)
        return _in_order(away, came)
    stand_ins: list[Told] = []
    for match in _stand_ins(listed):
        away = _names(listed[: match.start()], sentence, registers)
        came = _names(match["who"], sentence, registers)
        if away and len(came) == 1:
            whom = away[-1].person.name
            stand_ins.append(Told(replace(came[0], stands_in_for=whom), "present", True))
    for pattern in STOOD_IN:
        listed = pattern.sub("", listed)
    people = _names(listed, sentence, registers)
    return [Told(named, "apologies") for named in people] + (stand_ins if people else [])


def _in_order(away: list[NamedPerson], came: list[NamedPerson]) -> list[Told]:
    """The absent people and their substitutes; these are not paired if the numbers differ."""
    whom = [each.person.name for each in away] if len(away) == len(came) else [None] * len(came)
    stand_ins = [
        Told(replace(each, stands_in_for=name), "present", True)
        for each, name in zip(came, whom, strict=True)
    ]
    return [Told(named, "apologies") for named in away] + stand_ins


def sentences_of(line: Passage) -> list[Passage]:
    """The sentences of a line, without their full stops."""
    return [each.part(0, len(each.text.rstrip(". "))) for each in sentences(line)]


def _apologies(sentence: Passage, registers: Registers) -> list[Told]:
    text = LATE.sub("", sentence.text)
    if SORRY.search(text):
        return []
    opening = APOLOGIES.search(text) or APOLOGIES_COLON.match(text)
    excused = read_excused(sentence, text[opening.end() :], registers) if opening else []
    if excused:
        return excused
    sent = SENT.match(text)
    # In "Mr Bee saw Cllr Dee and sent his apologies" there is more than names before the verb.
    if sent is None or not _are_names(sent["names"], sentence, registers):
        return []
    return read_excused(sentence, sent["names"], registers)


def _are_names(words: str, sentence: Passage, registers: Registers) -> bool:
    plain = REASON.sub("", ALSO_FROM.sub(";", words))
    return read_names(Passage(plain, plain, sentence.span), registers).is_pure


def _stand_ins(listed: str) -> Iterator[re.Match[str]]:
    found = [match for pattern in STOOD_IN for match in pattern.finditer(listed)]
    taken = 0
    for match in sorted(found, key=lambda each: (each.start(), -each.end())):
        if match.start() >= taken:
            taken = match.end()
            yield match


def _names(words: str, sentence: Passage, registers: Registers) -> list[NamedPerson]:
    """The names of a run, each with the sentence to quote."""
    for pattern in (*STOOD_IN, REASON):
        words = pattern.sub("", words)
    words = AFTER_NAMES.sub("", ALSO_FROM.sub(";", words))
    people = read_names(Passage(words, words, sentence.span), registers).people
    return [replace(each, passage=sentence) for each in people]


def _came_instead(sentence: Passage, registers: Registers) -> list[Told]:
    match = CAME_AS_SUBSTITUTES.match(sentence.text) or CAME_IN_ABSENCE.match(sentence.text)
    if match is None:
        return []
    people = _names(match["names"], sentence, registers)
    return [Told(named, "present", is_substitute=True) for named in people]


def _substituted(sentence: Passage, registers: Registers) -> Iterator[Told]:
    plain = BRACKET.sub(" ", sentence.text)
    for match in (*SUBSTITUTED.finditer(plain), *FOR_WHOM.finditer(plain)):
        whom = _names(match["whom"], sentence, registers)
        came = _names(match["who"].partition(" from ")[0], sentence, registers)
        if whom and len(came) == 1:
            stand_in = replace(came[0], stands_in_for=whom[0].person.name)
            yield Told(stand_in, "present", is_substitute=True)
