"""Papers invented for the tests of the extractors; the councils are real, nothing else is."""

from datetime import date

from pipelines.documents import Document
from pipelines.extraction.subjects import read_subjects
from pipelines.readers.text.reader import read_text
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import Record
from pipelines.structures.prose.statements import read_paragraphs, read_statements
from pipelines.structures.told.sentences import Sentence, read_sentences

PAPER = "00c0ffee00c0ffee"


def document_of(text: str) -> Document:
    return read_text(text.encode())


def sentences_of(text: str, day: date | None = None) -> list[Sentence]:
    statements = read_statements(read_paragraphs(document_of(text)))
    return read_sentences(statements, load_registers(REFERENCE), day)


def records_of(text: str, table: str) -> list[Record]:
    return read_subjects(document_of(text), load_registers(REFERENCE), PAPER)[table]


PACK = """\
Harbour Programme Board

Agenda

Friday 3 March 2017
2.00pm

There will be a meeting of the **Harbour Programme Board** at **2.00pm on Friday 3 March 2017 \
at Quay Hall, Dock Street, HULL.**

Harbour Programme Board - Membership 2016/2017

Councillor\tAuthority
Labour ( 2)\t
Cllr Ann Beecham (Deputy Chair)\tLeeds City Council
Clir Susan Dean OBE\tKent County Council
Substitutes\t
Cllr Mrs Eve Farrow\tCity of York Council
Conservative (3)\t
Cllr Guy Hallam (Vice-\tDevon County Council
Chair)\tDevcn Ccunty Ccuncil
Sir Ian Jessop CBE [Chairman]\tKent CC
o11 au Jesscp Cbe\tKemt CC

Harbour Programme Board Attendance 2016 -2017

Councillors\t09/09/16\t17/11/16\t06/03/17\t17/05/17
Labour Group\t\t\t\t
Ann Beecham [Deputy Chair]\tYES\tNO\t\t
Sue Dean OBE\tYES\tYES\t\t
Conservative Group\t\t\t\t
Guy Hallam\tNO\tYES\t\t
Substitutes\t\t\t\t
Eve Farrow (Labour Group)\t\tYES\t\t

Agenda

\t\t\t•\t
\tItem\t\tPage\tTime
1.\ta. Harbour dues\t\t3 - 8\t14.00
\tb. Harbour walls\t\t9\t
2.\tThe\tPlanning of Piers\t11 - 12\t14.30
3.\tLigh\tthouses and Buoys\t13\t
\tLunch\t\t\t15.00

Date of Next Meeting: Wednesday, 17 May 2017, 11.00 am, Quay Hall, HULL

The Planning of Piers

Lighthouses and Buoys

Agenda Item 4

5 October 2016

Note of last Harbour Programme Board meeting

Title: Harbour Programme Board

Date: Thursday 17 November 2016

Venue: Quay Hall, Dock Street

Attendance

Position\tCouncillor\tAuthority
Chairman Vice-Chairman\tCllr Sir Ian Jessop CBE Cllr Guy Hallam\tKent County Council Devon \
County Council
Members\tCllr Susan Dean OBE Mr Lee Moss\tKent County Council Harbour Trust (HT)
Apologies\tCllr Ann Beecham\tLeeds City Council

Officers: Pat Quill, Rae Stone (Harbour Trust); Tom Underhill (Tide Office).

Item\tDecisions and actions\tAction by
1\t<p>Harbour dues</p> <p>Members spoke of dues.</p> <p>Members agreed the following:</p> \
<p>Cllr Dean to see the treasurer.</p> <p>Cllr Hallam to see the bank.</p>\t
\t<p>Action</p>\t
\t<p>Officers to write a letter.</p>\t<p>Pat Quill</p>

2 Piers and walls

Members asked about walls.

Decisions

Members **noted** the report.

Members agreed the plan.

Actions

- To build a wall.

**Rae
Stone and Tom Underhill**

- To paint it.

3 Minutes of the previous meeting - 9 September 2016

The minutes were agreed.

Date of next meeting: Friday 3 March 2017

Actions arising from last meeting

Title: Harbour Programme Board
Date and time: 2.00 pm 17 November 2016
Venue: Quay Hall, Dock Street

Item\tProgress
<p>1 Harbour dues</p> <p><i>Action</i></p>\t<p>The letter was sent.</p>
<p>2 Piers and walls</p> <p>To build a wall.</p>\t<p>Under way.</p>
"""
