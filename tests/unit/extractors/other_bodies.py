"""Invented papers in the manner of councils and their committee systems; no person is real."""

COUNTY = """\
WEIRSHIRE COUNTY COUNCIL

HIGHWAYS AND HARBOURS CABINET COMMITTEE

MINUTES of a meeting of the Highways and Harbours Cabinet Committee held in the Long Room, \
County Hall, Mere on Tuesday, 14 March 2017.

PRESENT: Mrs P A Fenn (Chairman), Mr C R Sedge (Vice-Chairman), Mr M J Teasel (Substitute for \
Mr S C Tansy), Dr M Burnet, Lord R Sorrel and Ms C J Rowan

ALSO PRESENT: Mr M Bracken and Mr P M Heather, OBE

IN ATTENDANCE: Mr R Thistle (Interim Director of Highways), Mrs B Moss (Quay Trust) and \
Ms C A Reed (Democratic Services Officer)

UNRESTRICTED ITEMS

131. Apologies and Substitutes
(Item A2)

1. Apologies for absence were received from Mr S C Tansy, who was substituted by Mr M J Teasel, \
and Mr N J Ash.

132. Minutes of the meeting held on 6 January 2017
(Item A3)

RESOLVED that the minutes of the meeting held on 6 January 2017 are correctly recorded.

133. Harbour dues
(Item B1)

1. The Cabinet Member spoke of dues.

2. Dr Burnet asked what they cost.

3. RESOLVED that the dues be noted.
"""

PARISH = """\
Minutes of the Meeting of Fennick Parish Council held in the Reading Room on Monday 6th March \
2017 at 7.30pm

Present:
Councillor Ivy Teasel (Chairman); Councillors Moss Sedge, Tansy and Mrs R Ash.

In attendance
Mrs Hazel Burnet (Clerk), Cllr Thistle, 3 members of the public

21/17 To receive APOLOGIES FOR ABSENCE
Cllr Bracken (holiday) and Cllr Rowan Heather; both accepted.

22/17 DECLARATIONS OF INTEREST
None.

23/17 THE POND
Cllr Sedge had looked at it. It was AGREED that the pond be cleaned.
"""

SYSTEM_PAGE = """\
<html><head><title>Agenda for Licensing Committee B on Thursday, 9th March, 2017, 7.00 pm</title>
</head><body>
<h1>Agenda and draft minutes</h1>
<h2>Licensing Committee B (until May 2018) - Thursday, 9 March 2017 7.00 pm</h2>
<p>Venue: Long Room - Town Hall. <a href="m">View directions</a></p>
<p>Contact: Hazel Burnet</p>
<table><tr><th>No.</th><th>Item</th></tr>
<tr><td>70.</td><td><p>Apologies</p><p>To receive apologies.</p><p>Minutes:</p>
<p>Apologies for absence were received from Councillors R. Fenn, S. R. Sedge and Ivy Teasel.
Councillor Moss Ash attended as a substitute for Councillor Ivy Teasel.</p></td></tr>
<tr><td>71.</td><td><p>Minutes <a href="p">PDF 12 KB</a></p>
<p>To confirm those of 2 February 2017.</p>
<p>Decision:</p><p>The minutes were agreed.</p><p>Minutes:</p><p>They were signed.</p></td></tr>
<tr><td>71.1</td><td><p>The Quay Inn</p><p>Minutes:</p><p>RESOLVED: That it may open.</p></td></tr>
</table></body></html>
"""

REGISTER = """\
<html><head><title>Meeting attendance - Audit Committee on Monday 6 March 2017, 6.30 pm</title>
</head><body><h1>Attendance details</h1><h2>Audit Committee - Monday, 6 March 2017 6.30 pm</h2>
<table><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>
<tr><td>Councillor Rowan Fenn</td><td>Chair</td><td>Present, as expected</td></tr>
<tr><td>Councillor Ivy Teasel</td><td>Committee Member</td><td>Present, virtual</td></tr>
<tr><td>Councillor Ash Tansy</td><td>Committee Member</td><td>Apologies, sent</td></tr>
<tr><td>Councillor Moss Sedge</td><td>Substitute</td><td>Present, as substitute</td></tr>
<tr><td>Councillor Bryony Sorrel</td><td>Committee Member</td><td>Absent</td></tr>
<tr><td>Councillor Reed Thistle</td><td></td><td>In attendance</td></tr>
<tr><td>Councillor Gale Heather</td><td>Committee Member</td><td>Expected</td></tr>
<tr><td>Hazel Burnet</td><td>Democratic Services Officer</td><td>In attendance</td></tr>
</table></body></html>
"""

COMMITTEE_PAGE = """\
<html><head><title>Committee details - Audit Committee</title></head><body>
<h1>Committee details</h1><h2>Audit Committee</h2><p>It audits.</p><h3>Membership</h3>
<ul><li><a href="1">Councillor Rowan Fenn</a> (Chair)</li>
<li><a href="2">Councillor Ivy Teasel</a> (Labour)</li><li><a href="3">Mr J Sedge</a></li></ul>
<h3>Contact information</h3><p>Support officer: Hazel Burnet.</p>
<p>Last updated: 3 March 2017</p></body></html>
"""

AGENDA = """\
NOTICE OF MEETING

PLANNING COMMITTEE

WEDNESDAY, 8 MARCH 2017 AT 10.00 AM

Planning Committee Members:

Councillors Rowan Fenn (Chair), Ivy Teasel (Vice-Chair) and Ash Tansy

Standing Deputies

Councillors Moss Sedge and Bryony Sorrel

A G E N D A

1 Apologies

2 Minutes of the previous meeting held on 8 February 2017

3 The Quay Inn
"""
