"""Two papers of our own that hold a little of what papers hold."""

NOTE = """\
Local Government Association

Note of decisions taken and actions required

Title:\tHarbour Programme Board
Date and time:\tTuesday 6 May 2031, 11.00am
Venue:\tQuay House, Dover

Attendance

Position\tCouncillor\tCouncil
Chair\tCllr Ada Quill\tKent CC
Members\tCllr Ben Marsh\tLeeds City Council

1 Dredging

Members heard how much was dredged.

Decision

Members agreed the plan for the harbour.

Action

Officers to publish the plan.

Jo Wren
"""
LETTER = """\
Local Government Association

Report of the Harbour Programme Board

The harbour was quiet in {year}.
"""
