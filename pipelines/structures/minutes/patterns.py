"""The shapes of lines in minutes: numbers and titles of items, headings, decisions."""

import re

# 5/16, 5a/16, W048/23, PL21/048, HB/5/16, Har/5/16-17, HB/1617/ 5, 16-17/HB/5, 268/16/17,
# 16/17:05: numbers of minutes that are counted by the year
_MINUTE_NO = (
    r"(?:[A-Z][A-Za-z]{0,3}/|[A-Z]{1,4}\s?)?(?:\d{1,4}-)?\d{1,4}[a-z]?/(?:[A-Z]{1,6}/)?\s?\d{1,4}"
    r"(?:[/:-]\d{1,4}){0,2}(?:/[A-Z&]{1,5})?"
)
# 4 Harbour dues, 12. Minutes of the last meeting, Item 4 - Harbour dues, 4. 17/01234/FUL: The mill
NUMBERED = re.compile(
    r"^(?:(?:[Aa]genda )?(?:[Ii]tems?|ITEMS?|[Mm]inute [Nn]o\.?) (?:\d{1,3}\s?[&/]\s?)?)?"
    r"(?P<number>[A-Z]{0,2}\d{1,5}[a-z]?)"
    r"(?:\s?[.):]{0,2}(?:\s*+[–—-])?\s++|[.)](?=[A-Z][a-z]|[A-Z]{2}))"
    r"(?P<title>(?:[\"“‘']?[A-Z(]|\d{2,4}/\d{3,6}/[A-Z]).*?):?$"
)
# 16.44 HARBOUR DUES, 44.16 - Harbour dues, 16.03.44 Harbour dues: the year, and the number in it
DOTTED = re.compile(
    r"^(?P<number>\d{1,4}(?:\.\d{1,3}){1,2})\s?[.):]?(?:\s*+[–—-])?\s++(?P<title>[\"“‘']?[A-Z(].*?):?$"
)
# 4, 12., 7.1, 3.a, Item 4, 5/16: the number of an item in a cell of its own
ITEM_NUMBER = re.compile(
    rf"^(?:item\s+)?(?P<number>\d{{1,4}}[a-z]?|\d{{1,3}}\.(?:\d{{1,2}}|[a-z])|{_MINUTE_NO})[.)]?$",
    re.IGNORECASE,
)
# "4." or "45/16" on a line of its own, and "4.1" below it
LONE_NUMBER = re.compile(rf"^(?P<number>\d{{1,3}}(?=\.)|{_MINUTE_NO})\.?$")
LONE_PART = re.compile(r"^\d{1,3}(?:\.\d{1,3})+\.?$")
# Declarations of interest, Public questions: usual titles that are complete by themselves
_USUAL = (
    r"(?:to receive )?(?:any )?(?:welcome(?: by the chair\w*)?|apologies(?: for absence)?"
    r"|minutes of (?:the )?(?:last|previous) meeting|approval of (?:the )?minutes"
    r"|election of (?:a )?(?:vice[- ])?chair(?:man|person)?"
    r"|declarations? of (?:members[’'] )?interests?|matters arising|(?:public )?questions"
    r"|(?:public|open) (?:forum|session|participation)|correspondence|any other business)"
)
USUAL = re.compile(_USUAL, re.IGNORECASE)
# Election of Chairman Ann Bee was elected, Apologies for absence were received: no mark between
_SAYS_USUAL = (
    rf"(?P<title>(?i:{_USUAL}))(?P<mark>\s)\s*+(?=(?:[A-Z]|were\b|received\b)[^:]{{2,200}}?"
    r"\b(?:was|were|had|has|have|been|received|noted|agreed)\b)"
)
SAYS_USUAL = re.compile(rf"^{_SAYS_USUAL}")
# 4. Harbour dues. The treasurer said ...; 4. Harbour dues - none: a title with its text on the
# same line, and 4. HARBOUR DUES The treasurer said ...
RUN_ON = (
    re.compile(
        r"^(?P<number>\d{1,5})[.)]?\s+(?P<title>[A-Z][A-Z0-9 ,&’'()/–-]{3,}[A-Z)])\s+"
        r"(?=(?:[A-Z]|\([A-Z])[a-z]|[A-Z]\s)"
    ),
    re.compile(
        rf"^(?:[Ii]tems? (?:\d{{1,3}}\s?[&/]\s?)?)?(?P<number>{_MINUTE_NO}|\d{{1,5}})[.):]?\s++"
        r"(?P<title>[A-Z](?:[^.:]|(?:(?<=\b[A-Z])|(?<=Hon)|(?<=Cllr)|(?<=Mr)|(?<=Mrs))\.){2,110}?)"
        r"(?:(?<!\bHon)(?<!Cllr)(?<!Mr)(?<!Mrs)(?<!\b[A-Z])[.:](?=\s|-|$)|\s++[–—•-](?=\s))"
    ),
    re.compile(rf"^(?P<number>\d{{1,5}})[.)]?\s++{_SAYS_USUAL}"),
)
# Item 8. Harbour dues: a line that says of itself that it begins an item
SAYS_ITEM = re.compile(r"^(?:agenda )?items? \d", re.IGNORECASE)
# Item 3: Harbour dues, Minute no. 3 - Harbour dues: all items of a paper, where the first does so
CALLS_ITEMS = re.compile(
    r"^(?:agenda )?(?:items?|minute no\.?) (?P<number>\d{1,3})\s?[.:–—-]", re.IGNORECASE
)
# (a) Harbour dues: items of a meeting that have letters
LETTERED = re.compile(r"^\(?(?P<number>[a-z])[.)]\s+(?P<title>[A-Z].*)$")
# I APOLOGIES, IV. Harbour dues: items that are counted in Roman figures
ROMAN = re.compile(r"^(?P<number>[IVX]{1,5})[.):]?\s+(?P<title>[A-Z].*)$")
ROMAN_NUMBERS = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"),
    *("XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV"),
)
# 5/16 Harbour dues, W048/23 1. HARBOUR DUES, 1-0607/8 - Harbour dues: minutes counted by the year
MINUTE_NUMBERED = re.compile(
    rf"^(?:[Ii]tem )?(?P<number>{_MINUTE_NO})[.:)]?\s+(?:[-–—]\s+)?"
    r"(?:\d{1,3}[.)]\s+)?(?P<title>[\"“‘']?[A-Z(].*)$"
)
# AGENDA, A G E N D A:, *** Draft Agenda ***, Items of business: the line above the items
AGENDA_HEAD = re.compile(
    r"^\W*+(?:(?:\w+\s+){0,3}agenda|a g e n d a|items of business)\W*+$", re.IGNORECASE
)
# Titles that only the first items of a meeting have, in any kind of paper
BUSINESS = re.compile(
    r"^(?:to (?:receive|note|accept|consider) )?(?:any |and accept )?(?:apolog|declarations? of"
    r"|disclosures? of|minutes(?: of|$)|to (?:approve|confirm|sign) .*\bminutes\b|prayers$"
    r"|election of (?:a )?chair|(?:record of )?(?:members )?present (?:and|&) apolog"
    r"|ymddiheuriad|datgan(?:iad)?\b|datgelu\b|cofnodion\b)",
    re.IGNORECASE,
)
# Chair's welcome and apologies: a title of the first item of a meeting alone
APOLOGIES = re.compile(r"\bapologies\b", re.IGNORECASE)
# Words that make a possible title a sentence
PROSE = re.compile(
    r"\b(?:was|were|had|has|have|is|are|been|will|would|noted|agreed|reported|asked|said|thanked)\b"
)
# Agenda item: the heading of a page that shows one
ONE_ITEM = re.compile(r"^agenda item$", re.IGNORECASE)
# Harbour dues PDF 102 KB, Harbour dues (Item B3), Harbour dues Ref 17/046: what a committee system
# or a clerk prints after a title
AFTER_TITLE = re.compile(
    r"(?:(?<!\s)\s++)?(?:(?:\bpdf icon\s*)?\bPDF\s+[\d.,]+\s*[KM]B\b.*$"
    r"|\((?:Agenda )?Item [A-Z]?\d{1,3}\w?\)$|\((?:as|see) (?:above|below)\)$)"
    r"|(?:\.|(?<!\s))\s++(?:\((?:[Rr]ef\.?:?\s*)?\d{1,4}/\d{2,4}\)|[Rr]ef\.?:?\s*\d{1,4}/\d{2,4})\.?$"
)
# Minutes: / Additional documents: what a committee system prints above parts of an item
SYSTEM_HEADING = re.compile(
    r"^(?:minutes|additional documents|supporting documents|cofnodion|dogfennau ychwanegol)\s*:$",
    re.IGNORECASE,
)
# Usual titles of the first items of a meeting
FIRST_TITLE = re.compile(
    r"^(?:apolog|confirmation of (?:the )?minutes|welcome|introduction|declaration|disclosure"
    r"|prayers|election of|chair\w*['’]s"
    r"|minutes (?:of|from) (?:the )?(?:last|previous|meeting)|substitut|membership"
    r"|public (?:participation|question)|notification of|to receive apolog"
    r"|ymddiheuriad|croeso|datgan|datgelu|cofnodion)",
    re.IGNORECASE,
)
# Matters arising, Treasurer's report: the boats were sold: titles of minutes without numbers
WORDED = re.compile(
    r"^(?:apologies(?: for absence)?(?=$)|declarations? of (?:members[’'] )?interests?"
    r"|minutes of (?:the )?(?:last|previous|\d{1,2}|\d{4}|[a-z]+ \d{4})\b[^.:;]{0,60}?"
    r"|minutes(?=\s*:\s+\S)|matters arising(?:(?: from |\s*+/\s?)[^.:;]{3,60}?)?"
    r"|(?:\w+ ){0,2}\w+[’']s? reports?|(?:treasurer|police|financial|finance) report"
    r"|correspondence|finance|planning(?: applications| matters)?|highways"
    r"|(?:public|open) (?:forum|session|participation|questions)|election of [^.:;]{3,50}?"
    r"|any other (?:competent |urgent )?business|a\.?o\.?c?\.?b\.?"
    r"|welcome(?: and (?:introductions|apologies))?)"
    r"(?=\s*+(?:[:.]?\s*+$|[:.]\s)|\s++[–—-]\s)",
    re.IGNORECASE,
)
# Where the items of a note end
NOTE_END = re.compile(
    r"^(?:date (?:and time )?of (?:the )?next|next meeting\b|the meeting (?:closed|ended)"
    r"|(?:appendix|annex)\b(?!.*\bitem\b)|attendance\b(?! details)"
    r"|actions? arising\b(?! from)|signed\b|close of meeting)",
    re.IGNORECASE,
)
# Members noted the report. / The Board agreed to meet again. / It was resolved that ...
DECIDED = re.compile(
    r"^(?:[\d.]+\s+)?(?:the\s+)?(?:lead\s+)?"
    r"(?:members|board|committee|panel|cabinet|executive|council|forum|commission|meeting"
    r"|it was)\s+"
    r"(?:(?:also|then|therefore|unanimously|formally|further|had|has|have|all)\s+)*"
    r"(?:agreed|noted|approved|resolved|endorsed|appointed|decided|ratified|confirmed|adopted"
    r"|accepted|received and noted|elected)\b",
    re.IGNORECASE,
)
# The minutes were agreed. / The report was noted by members.
WAS_DECIDED = re.compile(
    r"^(?:[\d.]++\s++)?(?:the|that the)?\s*+(?:draft\s++)?(?:notes?|minutes|reports?|update"
    r"|presentation|recommendations?|proposals?|response|submission|statement|letter|plan"
    r"|work ?plan|programme|strategy|policy|framework|terms of reference|budget)\b"
    r".{0,80}?\b(?:was|were|be)\s++(?:\w++\s++)?(?:agreed|noted|approved|confirmed|accepted|endorsed|adopted|received)\b",
    re.IGNORECASE,
)
# Members discussed the pier, and agreed that it should be mended.
ALSO_DECIDED = re.compile(
    r"^(?:[\d.]+\s+)?(?:the\s+)?(?:members|board|committee|panel|cabinet|executive)\s+\w+ed\b"
    r".{1,160}?,?\s++and\s++(?:then\s++)?(?:agreed|resolved|decided)\s++(?:that|to)\b",
    re.IGNORECASE,
)
# RESOLVED: that the pier be mended / AGREED to mend it / It was resolved (4:0) - that ...
RESOLVED = re.compile(
    r"^(?:\(?\w{1,3}[.)]\s+)?(?:it was\s+)?(?:(?:also|then|further|unanimously|accordingly)\s+)*"
    r"(?:resolved|agreed)\b(?!\s+(?:minutes|as a correct))",
    re.IGNORECASE,
)
# (8 votes for, 2 against), For: 8; Cllr Bee left the meeting at 7.55pm.; The next meeting is on 3
# May: what is below a decision and is none
NO_DECISION = re.compile(
    r"^\W*(?:\d+ (?:votes?|members?)\b.{0,20}\b(?:for|in favour|against)\b"
    r"|(?:for|against|in favour)\s?:\s?\d|(?:votes? )?(?:carried|unanimous)\b.{0,20}$"
    r"|(?:the )?next meeting\b)"
    r"|^(?:the meeting\s|(?:(?-i:[A-Z][\w.’'-]*)\s){1,5})"
    r"(?:left|joined|rejoined|returned|entered|arrived|closed|ended)\b",
    re.IGNORECASE,
)
# It was noted that the next meeting would be held on 3 May: an announcement
OF_NEXT_MEETING = re.compile(
    r"\bnext meeting\b.{0,40}\b(?:would|will|is|was)\b.{0,15}\b(?:held|take place|on)\b",
    re.IGNORECASE,
)
LEAD_IN = re.compile(r":\s?[-–]?$")
# Words of a decision in a sentence
TELLING = (DECIDED, WAS_DECIDED, ALSO_DECIDED, RESOLVED)
