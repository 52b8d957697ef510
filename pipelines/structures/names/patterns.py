"""Patterns for names in a row: separators, shared titles, and remarks on a person."""

import re

# "; ", ", ", " and ", " & ", " a ", " ac ", " a/and ": between two names, outside brackets
_BETWEEN = (
    r"(?:[;,•·]|\b(?:ac?/)?and\b(?!\s+\w+\s*\))|\bwith\b(?=\s+[A-Z])|&"
    r"|\bac\b|\ba(?:['’]r)?\b(?=\s+[A-Z])"
    r"|(?<=[a-z])(?<!Vice)(?<!Deputy)-(?=(?:Vice[- ])?Chair|Clerk))"
)
BETWEEN = re.compile(rf"(?:(?<!\s)\s++(?:[–—-]\s|{_BETWEEN})|{_BETWEEN})\s*")
# Ann & Cy Dee, Ann and Cy Dee
JOINED = re.compile(r"^\s*+(?:&|an)")
BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]?")
# Weir Council (Chair): what stands in brackets behind words
LAST_BRACKET = re.compile(r"[(\[]([^()\[\]]*+)[)\]]$")
# Councillors, Cllrs, Messrs, Cyng./Cllrs: a title that all names after it share
SHARED_TITLE = re.compile(
    r"^(?:councillors|c?cllrs|c?clrs|cllr’s|cllr's|members|messrs|trustees?|governors?|directors"
    r"|y cynghorwyr|cynghorwyr|cyngh?\.?(?:\s?/\s?cllrs?)?)(?!\w)[.:]{0,2}\s*",
    re.I,
)
COUNCILLOR = re.compile(
    r"\b(?:councill?ors?|cllrs?|alderm[ae]n|bailies?|provost|cyngh?(?:orydd|orwyr)?)\b",
    re.IGNORECASE,
)
# Cllr Ann Bee County Councillor: another seat of a member
SITS_ELSEWHERE = re.compile(
    r"(?<!\s)\s++(?:county|district|borough|city|ward|parish|town|unitary)\s+(?:councillor|cllr)$",
    re.IGNORECASE,
)
# District Councillor Ann Bee, Ann Bee (County Councillor): who may be a guest of a lower council
SEAT_ELSEWHERE = re.compile(
    r"(?:(?:county|district|borough|unitary)\s+(?:councill?or|cllr)(?P<all>s)?"
    r"|cynghorydd sir)\b",
    re.IGNORECASE,
)
# Councillor Ann Bee in the Chair: a seat without comma or bracket
IN_THE_CHAIR = re.compile(r"(?<!\s)\s++(?:was\s++)?\(?in the chair\)?$", re.IGNORECASE)
# A title that begins the next name if nothing separates the two
TITLE = re.compile(
    r"^(?:Cllrs?|Councill?ors?|Alderm[ae]n|Ald|Revd?|Mr|Mrs|Ms|Miss|Dr|Mayor|Provost|Bailie|Cyng|Lord|Baroness|Sir|Dame)\.?$"
)
# Ann Bee Deputy Mayor Councillor Cee, Vice Chairman Mrs Dee: an office before the next name
OFFICE_AHEAD = re.compile(
    r"(?:(?<!\s)\s++)?(?:(?:Deputy|Lord|Vice)[ -])?(?:Mayor|Provost|Leader|Chair\w*+)"
    r"\s++(?=(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b)"
)
WORD = re.compile(r"\S+")
# "County Councillor Ann Bee", "HDC Cllr Bee", "the Leader, Cllr Ann Bee": words before the title
BEFORE_TITLE = re.compile(
    r"^(?:the\s+)?(?:(?:(?-i:[A-Z]{2,6})|the|right|worshipful|county|cty|district|borough|city|town|parish|ward|unitary"
    r"|independent|deputy|portfolio|cabinet|vice[- ]chair\w*|chair\w*|leader|mayor|also|both|from"
    r"|with)\s+)+"
    r"(?=(?:councill?ors?|cl?lrs?)\b)",
    re.IGNORECASE,
)
# (substitute for Cllr Ann Bee), (sub. for Bee), in place of Mr Bee, (for Cllr Bee): one who stands
# in, and for whom; a bare "for" needs a title
_STANDING = (
    r"(?:(?:named\s+)?substitut\w*|subs?t?\b\.?|deputi[sz]\w+|deputy|stand\w*\s+in|in\s+place"
    r"|in\s+the\s+place|on\s+behalf|replac\w+|vice)"
)
_WITH_TITLE = r"(?:Councillor|Cllr|Mayor|Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Baroness)\b"
STANDS_IN = re.compile(
    rf"(?:\b{_STANDING}\s*+(?:for|of)\s++(?=(?-i:[A-Z]))|\b{_STANDING}\s++(?={_WITH_TITLE})"
    rf"|^for\s++(?={_WITH_TITLE}|(?-i:[A-Z][\w.’'-]*\s(?:[a-z]+\s)?[A-Z][\w’'-]+$)))(?P<name>.*)$",
    re.IGNORECASE,
)
VIRTUAL = re.compile(
    r"\b(?:virtual\w*|remote\w*|online|on-line|zoom|(?:ms\s+|via\s+)teams|video\w*|telephone|skype"
    r"|dial\w* in)\b",
    re.IGNORECASE,
)
IN_PERSON = re.compile(r"\bin person\b", re.IGNORECASE)
# Text between a job and the name of its holder, possibly a title right after it
FOLLOWS = re.compile(r"^(?:\s*+[-–—:]|[A-Z])")
# Deputy Ann Bee: the term of some bodies for their members
MEMBER_TITLE = re.compile(r"^(?:Deputy|Commissioner|Governor|Member)\s+(?=[A-Z][\w.’'-]*\s+[A-Z])")
# Vice-Chairman Ann Bee, Chairman Bee: a seat for a title
SEAT_FIRST = re.compile(
    r"^(?P<seat>(?:(?:vice|deputy)[ -])?chair(?:man|woman|person)?)\s+(?=[A-Z][\w.’'-]*)",
    re.IGNORECASE,
)
# Harbour Ward, after a name with letters for the given names: the member's ward
WARD = re.compile(r"^(?:[A-Z][\w’'-]++\s++){1,3}Ward\b\W*+$")
# the clerk A Bee, Assistant Clerk to the Council Mrs Cee, Parish Clerk: a job before the name
JOB_FIRST = re.compile(
    r"^(?:and\s++)?(?:the\s++)?(?P<job>(?:(?:[Aa]cting|[Aa]ssistant|[Dd]eputy|[Pp]arish|[Tt]own|[Cc]ounty"
    r"|to|the|and|RFO|[Cc]ouncil|[Gg]overnors|[Cc]lerk)\s++)*(?:[Cc]lerk|RFO|[Cc]ouncil|[Gg]overnors))"
    r"(?:\s*+[:–—-])?\s++(?=[A-Z])"
)
# Chairman: Ann Bee, Treasurer–Cy Dee: an office before the name, and a mark between them
OFFICE_FIRST = re.compile(
    r"^(?P<office>[A-Z][A-Za-z ]{2,40}?)\s*[:–—-]\s*(?=[A-Z][\w.’'-]*\s+[A-Z])"
)
DASH = re.compile(r"^\s*+[:–—-]")
# Head of Planning, Clerk to the Council: an officer's job; "Tide Office" is a workplace
JOB = re.compile(
    r"\b(?:head(?:s|master|mistress|teacher)?|director|manager|offic(?!es?\b)\w+|clerk|clerc|swyddog|secretary|chief|executive|advis[eo]r|solicitor"
    r"|engineer|accountant|auditor|planner|lawyer|assistant|leader|lead|co-?ordinator|surveyor"
    r"|treasurer|rfo|superintendent|attendant|supervisor|operator|caretaker|consultant|administrator|principal|specialist|analyst|partner)\b",
    re.IGNORECASE,
)
# Deputy Clerk, Parish Clerk, Democratic Services Officer: words before the word for a job
BEFORE_JOB = re.compile(
    r"\b(?:deputy|parish|town|council|senior|interim|acting|corporate|democratic|services?|planning"
    r"|finance|strategic|assistant|committee|district|borough|county)\b",
    re.IGNORECASE,
)
# J Dee (Clerk), at the end of a row of councillors
CLERK = re.compile(r"\bcler[kc]\b", re.IGNORECASE)
WORDS_OF_PROSE = re.compile(
    r"\b(?:was|were|had|has|have|is|are|been|that|will|welcomed|noted|reported|declared|asked"
    r"|did|attended|left|arrived|thanked|explained|said|would|who)\b"
)
# Ann Bee HBWT Board: the letters of a body after a name; Bee Dee LLP is a firm
ACRONYM = re.compile(r"^(?!LLP$|PLC$|LTD$)[A-Z]{3,6}$")
LONGEST_NAME = 6  # words of a name with its titles
FEWEST_LETTERS = 2  # of a surname
