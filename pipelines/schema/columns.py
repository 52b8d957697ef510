"""Every column name of the project, with its one type and its one meaning.

A name means the same in every table that has it. Record classes, Polars schemas, DDL, column
comments and the data dictionary are made from here.
"""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its DuckDB type and what it means."""

    name: str
    sql_type: str
    meaning: str

    @property
    def polars_type(self) -> pl.DataType:
        """The Polars type of the same values."""
        return POLARS_TYPES[self.sql_type]


POLARS_TYPES: dict[str, pl.DataType] = {
    "VARCHAR": pl.String(),
    "INTEGER": pl.Int32(),
    "DATE": pl.Date(),
    "TIME": pl.Time(),
    "TIMESTAMP": pl.Datetime("us"),
    "DECIMAL(18,2)": pl.Decimal(18, 2),
    "BOOLEAN": pl.Boolean(),
    "DOUBLE": pl.Float64(),
}

# name | type | meaning
_DECLARED = """
absent | INTEGER | Meetings that members missed without a recorded apology
acronym | VARCHAR | Short form that papers use
action_text | VARCHAR | The action as a progress report repeats it; NULL if it names only the item
age_days | INTEGER | Days from the meeting to as_of
agenda_title | VARCHAR | Title of the agenda item
alias | VARCHAR | A form in which the name is printed
amount_gbp | DECIMAL(18,2) | Amount in pounds; negative if printed in brackets
apologies | INTEGER | Meetings that members missed with apologies
as_of | DATE | Day up to which the figures count
attendance_rate | DOUBLE | Meetings attended over meetings with a recorded status, 0 to 1
base_url | VARCHAR | Address of the folder of the source's web service
basis | VARCHAR | Evidence for the register entry
block_no | INTEGER | Position in the paper of the heading, paragraph, list item or table, from 1: \
rows of one table have the same
board_id | VARCHAR | The board: a slug of its name. For another body it is body/board, or \
unnamed/ and 8 digits of the paper if that names no body
board_name | VARCHAR | Name of the board as resolved
body_council_id | VARCHAR | The authority that the board belongs to; NULL if not in the register
body_name | VARCHAR | The body that the board belongs to; NULL if no paper names it
bounds_rule | VARCHAR | What the bounds follow from: own_margins, or sum_of_programmes
build_id | VARCHAR | The publication: date and time, then the first hex digits of its content hash
build_no | INTEGER | Place in the order of publications, from 1, whatever the clock said
built_at | TIMESTAMP | When the build was made, UTC
byte_size | INTEGER | Size of the file in bytes
capacity | VARCHAR | Capacity in which the person came: chair, vice_chair, deputy_chair, member, \
substitute, observer, lead_peer, in_attendance
cells | VARCHAR | The cells of a table row as a JSON list; NULL for other passages, and if a \
contact or a name was removed from the row
challenge_type | VARCHAR | Kind of peer challenge: corporate, safer_communities, productivity, \
fire, finance, safeguarding, children, general and others
challenges | INTEGER | Number of peer challenges; 1 for a named council
challenges_named | INTEGER | Peer challenges of the councils that papers name; a joint one counts \
once
challenges_of_predecessors | INTEGER | Peer challenges named in papers, of the authorities that \
this one took over from
challenges_seen | INTEGER | Peer challenges of the council, as named in papers
challenges_stated | INTEGER | Highest number of peer challenges that a paper gives for the sector
change | INTEGER | Participants less those of the year before; negative if there are fewer
change_share | DOUBLE | The change as a share of the year before: 0.1 is a tenth more
changed_on | DATE | Day on which the successor took over
characters | INTEGER | Characters on the page other than white space
check_no | INTEGER | Position of the check in its suite, from 1
checked_columns | VARCHAR | Columns that the check looks at; NULL if it looks at whole rows
code | VARCHAR | The code itself
code_version | VARCHAR | Version of the code and registers that made the rows
column_name | VARCHAR | Heading of the column as printed
column_no | INTEGER | Position of the column in its table, from 1
content_hash | VARCHAR | SHA-256 made of the digests of all rows; equal content, equal hash
council_id | VARCHAR | The authority: a slug of its official name, kept when the name \
changes; NULL if not known
council_name | VARCHAR | Name of the authority; as printed if it is not in the register
council_type | VARCHAR | county, district, london_borough, metropolitan, unitary, welsh, fire, \
national_park
councillor_id | VARCHAR | The person: a slug of the name
councillor_name | VARCHAR | Name as printed, without title and honours
councillors | INTEGER | Number of councillors
councillors_as_of | DATE | Day of the number of councillors in post: after the elections of the year
councillors_in_council_type | INTEGER | Councillors in post in all councils of the type in that year
councillors_in_political_group | INTEGER | Councillors in post of the group in that year
councillors_in_region | INTEGER | Councillors in post in the region in that year
councils | INTEGER | Number of councils
councils_covered | INTEGER | Councils whose whole type has had a peer challenge, as a paper says
councils_named | INTEGER | Councils named, each counted once
councils_never_seen | INTEGER | Councils that are neither named nor covered
councils_said_to_have_had_none | INTEGER | Councils that have had none, as a paper says
councils_seen | INTEGER | Councils that are named or covered
covered_by_locator | VARCHAR | Place of the covering statement in its paper
covered_by_paper_id | VARCHAR | The paper of the covering statement
covered_by_statement | VARCHAR | Words of the newest statement that all authorities of this type \
have had a peer challenge; NULL if none says so
denominator_note | VARCHAR | Why there is no rate, or which councillors in post are missing
denominator_source | VARCHAR | Where the number of councillors in post comes from
dimension | VARCHAR | What the figure is broken down by: total, political_group, region, \
council_type, council
dimension_value | VARCHAR | Canonical value in the dimension; total if it is not broken down
documents_kept | INTEGER | Files of documents that were fetched and kept, each version counted
estimate | DOUBLE | An estimate, not printed: of all tables with the printed margins, the one \
of greatest entropy
estimate_by_seats | DOUBLE | An estimate, not printed: the seats of each group in each region, \
fitted to the printed margins; NULL if the year's seats are not known
evidence_kind | VARCHAR | grid (the year's table), list (a meeting's list), prose (a sentence), \
register (a web attendance record)
exception | VARCHAR | What the check raised instead of an answer; NULL if it raised nothing
expectation | VARCHAR | Great Expectations' name of the check, or the name of a rule
expected | VARCHAR | What the rule expected
expected_meetings | INTEGER | Meetings at which members of the board (chair, vice_chair, \
deputy_chair, member) have a recorded status, each person once for each meeting
fetched_at | TIMESTAMP | When the paper was fetched, UTC; NULL for a paper put there by \
hand
financial_year | VARCHAR | Financial year, April to March, as 2011/12
findings_error | INTEGER | Findings of severity error
findings_warning | INTEGER | Findings of severity warning
first_page | INTEGER | Page of the pack on which the item starts, as the agenda prints it
from_column | VARCHAR | The column that refers to another table
from_meeting_year | VARCHAR | First board year of the stretch, as 2014/15
from_table | VARCHAR | The table that has the column
group_participants | INTEGER | Councillors of the group in the programme, as printed
gss_code | VARCHAR | Latest nine-character code of the authority
happened_on | DATE | Day of the peer challenge, the first of several; NULL if the paper prints none
has_agenda | BOOLEAN | Whether an agenda of the meeting was read
has_attendance | BOOLEAN | Whether any attendance of the meeting was read
has_minutes | BOOLEAN | Whether a note or minutes of the meeting was read
heading | VARCHAR | The nearest heading above; NULL if there is none
has_register | BOOLEAN | A source's own register says of somebody who came or did not
highest | INTEGER | Highest count that the printed margins allow
honours | VARCHAR | Post-nominal honours as printed, such as OBE
inference_rule | VARCHAR | The rule that inferred a value of the row; NULL if all was printed
ingested_at | TIMESTAMP | When the paper was first read, UTC
is_change_exact | BOOLEAN | Whether both numbers are exact; if not, the change is not exact either
is_empty | BOOLEAN | Whether the page holds no text
is_inferred | BOOLEAN | Whether a value of the row was inferred and not printed
is_named | BOOLEAN | Whether a paper names the board; if not, this project made up its name
is_part_year | BOOLEAN | Whether the number was known before the period was over
is_total | BOOLEAN | Whether the figure is in a printed total row or column
item_no | VARCHAR | Number of the agenda item as text: 1, 1a
item_order | INTEGER | Place of the item on the agenda as printed, from 1
item_title | VARCHAR | Title of the agenda item
joint_no | INTEGER | Number of the joint challenge within the sentence, the same for each council \
that shared it; NULL for a challenge of one council
joint_with | VARCHAR | Councils that shared the challenge; NULL for a challenge of one council
kind | VARCHAR | agenda_pack, minutes, report, annex or register (a publisher's own record)
label | VARCHAR | How a person would name the paper: its kind, board and date
last_challenge_type | VARCHAR | Kind of the latest peer challenge seen
last_fetched_at | TIMESTAMP | When the last fetch ended, UTC
last_outcome | VARCHAR | complete, partial, refused or failed: how the last fetch ended
last_period | VARCHAR | Period of the latest peer challenge seen
last_seen_on | DATE | Date of the newest paper that names a peer challenge of the council
last_status | VARCHAR | Status of the latest peer challenge seen: delivered, planned, offered
line | VARCHAR | Label of the budget line as printed
lineage_id | VARCHAR | The board as it is called today: the board_id of the last successor
lineage_name | VARCHAR | Name of the board as it is called today
locator | VARCHAR | Place in the paper: p7:l12-l15 or l265-l281, counted from 1
lowest | INTEGER | Lowest count that the printed margins allow
media_type | VARCHAR | Media type, found from the content of the file
meeting_date | DATE | Day of the meeting
meeting_id | VARCHAR | The meeting: board_id, a colon and the date; if it is not ordinary, also \
a colon and its meeting_type
meeting_type | VARCHAR | ordinary, special, extraordinary, annual, budget or urgent
meeting_year | VARCHAR | Board year, September to August, as 2014/15
meetings | INTEGER | Number of meetings
meetings_seen | INTEGER | Meetings that the source listed at any time
meetings_with_agenda | INTEGER | Meetings of the source with an agenda
meetings_with_minutes | INTEGER | Meetings of the source with minutes
meetings_with_register | INTEGER | Meetings of the source whose register says who came
message | VARCHAR | What was found, in words
method | VARCHAR | text, or ocr if the words were recognised in a picture
mode | VARCHAR | in_person or virtual, if the paper says so
name | VARCHAR | Official name
named_in_papers | BOOLEAN | Whether a paper names a peer challenge of the council
nation | VARCHAR | England or Wales
never_seen | BOOLEAN | Whether no paper names a peer challenge of the council and no statement \
covers it
newest_paper_on | DATE | The "today" of the row: date of the newest paper of the same board or of \
one that followed it. For a row about the sector, the boards that mention peer challenges count
note_kind | VARCHAR | agenda or minutes: which list the item was read from
numbers_unread | INTEGER | Numbers next to words about programmes, peer challenges or \
councillors that no row took
observed | VARCHAR | What was found instead
officer_name | VARCHAR | Name of the officer as printed
one_owner | VARCHAR | Who is to act; if there are several owners, each has a row
organisation | VARCHAR | Organisation as printed
others_present | INTEGER | Meetings to which observers, lead peers and guests came, each person \
once for each meeting
owner | VARCHAR | Who is to act, as printed
page_count | INTEGER | Number of pages; 1 for text and web papers
page_no | INTEGER | Page, counted from 1
paper_id | VARCHAR | The paper: first 16 hex digits of the SHA-256 of its bytes
paper_label | VARCHAR | How a person would name the paper that the row was read from
paper_title | VARCHAR | Title of the paper; NULL if none is printed
papers | INTEGER | Number of papers
participants | INTEGER | Number who took part
parts_added | INTEGER | Number of parts added up to make the number; NULL if a total is stated
party | VARCHAR | Party as printed, in its usual form
passage_kind | VARCHAR | heading, paragraph, list_item or table_row
passage_no | INTEGER | Position of the passage in its paper, from 1
passage_text | VARCHAR | The words of the passage, without markup and without contact details
person_key | VARCHAR | The person in the publisher's own register, as source:number; NULL in other \
evidence
period | VARCHAR | Year or years that the figure covers, as 2014/15
political_group | VARCHAR | LGA group at the date: Conservative, Labour, Liberal Democrat, \
Independent, Reform UK
present | INTEGER | Meetings that members attended
previous_participants | INTEGER | Participants in the year before
previous_period | VARCHAR | The year before, if its number is known
previous_qualifier | VARCHAR | How exact the number of the year before is
programme_code | VARCHAR | Code of the programme as printed; Total for the total column
programme_id | VARCHAR | The programme: a slug of its name; all for every programme together
programme_name | VARCHAR | Name of the programme
programme_participants | INTEGER | Councillors in the programme: the sum over its regions
progress | VARCHAR | What a later paper says of the action
proof | VARCHAR | How it is known that the paper was read right, from the strongest: register (a \
structured record says it), sums_hold (its table adds up as printed), agreed (two readings or two \
places say the same), single (one reading only). A number made of several rows has the weakest of \
theirs, and one made of none has NULL
published_on | DATE | Day on which the source published the paper; NULL if it does not say
qualifier | VARCHAR | How exact the number is: exactly, at_least, over, about, up_to
quote | VARCHAR | The words of the paper that the row was read from, white space folded
reason | VARCHAR | Why the paper was not read, and what to do
reason_set_aside | VARCHAR | Why the reading was not trusted: the checks that it broke
region | VARCHAR | Region of England, or Wales
region_participants | INTEGER | Councillors of the region in the programme, as printed
rejected_at | TIMESTAMP | When the paper was rejected, UTC
represented_rate | DOUBLE | Meetings attended, or at which a substitute for the member came, over \
meetings with a recorded status, 0 to 1
role | VARCHAR | chair, vice_chair, deputy_chair, member, substitute, observer, lead_peer
row_no | INTEGER | Position of the row in its table, from 1
rule | VARCHAR | Name of the rule, after the fault it finds
said_to_have_had_none | BOOLEAN | Whether a paper says that the council has had no peer challenge
savings_gbp | DECIMAL(18,2) | Savings in pounds, as the statement gives them
savings_gbp_in_all | DECIMAL(18,2) | What was saved once and what one year saves, in pounds
savings_gbp_one_off | DECIMAL(18,2) | Savings in pounds that come once
savings_gbp_per_year | DECIMAL(18,2) | Savings in pounds that come each year
savings_period | VARCHAR | one_off or per_year
scheme | VARCHAR | Which coding scheme the code belongs to
seq | INTEGER | Position within the agenda item, from 1
severity | VARCHAR | error, warning or info
sha256 | VARCHAR | SHA-256 of the bytes in hex; NULL if the bytes could not be read
share | DOUBLE | Share of the sum of the programme's rows in that table, 0 to 1
short_name | VARCHAR | Short name, without the word council
source | VARCHAR | Where the fact comes from
source_council_id | VARCHAR | The council whose site it is; NULL for a body of many councils
source_id | VARCHAR | The source that the paper was fetched from; NULL for a paper put there by hand
source_kind | VARCHAR | Kind of site: moderngov
source_message | VARCHAR | Why the last fetch was not complete; NULL if it was
source_path | VARCHAR | Path of the paper below the raw folder
source_url | VARCHAR | Address that the paper gives for itself
sources | VARCHAR | Paper and place of each printed number that the row uses
standing | VARCHAR | actual for who took part or signed up, planned for what is aimed at
start_time | TIME | Start as printed
statement_kind | VARCHAR | Kind of the statement: own, next, previous, note, grid
statements | INTEGER | Number of statements among which the row was chosen
status | VARCHAR | State of what the row is about; each table's suite lists its accepted values
step | INTEGER | Successions between the board and the one that it is today; 0 for today's
subject | VARCHAR | What the finding is about
substitutes_for | VARCHAR | councillor_id of the member replaced
substitutes_present | INTEGER | Meetings to which substitutes came, each person once for each \
meeting
success | BOOLEAN | Whether the check passed
successor_board_id | VARCHAR | The board that followed
successor_council_id | VARCHAR | The authority that took over
suite | VARCHAR | The suite that the check belongs to, named after its table
table_name | VARCHAR | Table that the finding concerns
table_no | INTEGER | Position of the table in the paper, from 1
table_title | VARCHAR | Heading of the table as printed
text | VARCHAR | The words of the note, without markup
theme | VARCHAR | Theme under which the programme runs
title | VARCHAR | Title as printed
to_column | VARCHAR | The column there that has the same values, each once
to_meeting_year | VARCHAR | Last board year of the stretch, as 2014/15
to_table | VARCHAR | The table that it refers to
unit | VARCHAR | Who or what is counted: councillors, councils, leaders and others
uptake_per_100 | DOUBLE | Participants for each 100 councillors in post
valid_from | DATE | First day; NULL if not known
valid_to | DATE | Last day; NULL if it still exists
values | VARCHAR | The row as it was read: a JSON object of its columns, without contact details
venue | VARCHAR | Place of the meeting as printed
year | INTEGER | The year; the row is the state after its May elections
"""


def _read(declared: str) -> dict[str, Column]:
    columns = (Column(*line.split(" | ", 2)) for line in declared.strip().splitlines())
    return {column.name: column for column in columns}


COLUMNS: dict[str, Column] = _read(_DECLARED)
