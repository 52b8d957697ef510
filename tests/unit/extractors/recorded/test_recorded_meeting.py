"""From the kept answer of a site to records: the register, the meeting, items and minutes."""

from datetime import date, time

import polars as pl
import pytest

from pipelines.extraction.extract import extract_paper

PAPER = """\
<?xml version="1.0" encoding="utf-8"?>
<meeting>
  <sourceid>weir</sourceid>
  <sourceurl>https://weir.example/mgWebService.asmx/GetMeeting?lMeetingId=501</sourceurl>
  <body>Kent County Council</body>
  <councilid>kent-county-council</councilid>
  <committeeid>71</committeeid>
  <committeetitle>Harbours &amp; Coast Panel</committeetitle>
  <meetingid>501</meetingid>
  <meetingdate>08/02/2026</meetingdate>
  <meetingstatus>{status}</meetingstatus>
  <meetingtime>6.30 pm</meetingtime>
  <meetinglocation>Town Hall</meetinglocation>
  <agendapublished>True</agendapublished>
  <minutepublished>True</minutepublished>
  <agendaitems>
    <agendaitem>
      <agendaitemnumber>0</agendaitemnumber>
      <agendaitemtitle>Reports</agendaitemtitle>
    </agendaitem>
    <agendaitem>
      <agendaitemnumber>1</agendaitemnumber>
      <fulldisplaynumberformat>1.</fulldisplaynumberformat>
      <agendaitemtitle>Apologies</agendaitemtitle>
      <minutesnonemptyhtmlbody>
&lt;p&gt;Apologies were received from Councillor O'Rourke and Councillor Di Fenn.&lt;/p&gt;
      </minutesnonemptyhtmlbody>
    </agendaitem>
    <agendaitem>
      <agendaitemnumber>2</agendaitemnumber>
      <fulldisplaynumberformat>2.</fulldisplaynumberformat>
      <agendaitemtitle>Dredging &amp;amp; tides</agendaitemtitle>
      <decisionnonemptyhtmlbody>
&lt;p&gt;The report was noted.&lt;/p&gt;
      </decisionnonemptyhtmlbody>
    </agendaitem>
    <agendaitem>
      <agendaitemnumber>3</agendaitemnumber>
      <fulldisplaynumberformat>3.</fulldisplaynumberformat>
      <isrestricted>True</isrestricted>
    </agendaitem>
  </agendaitems>
  <attendees>
    <attendee memberid="11" name="Councillor Ada Quill" roledescription="Chair" \
attendance="Present" politicalparty="LAB" ward="Quay"/>
    <attendee memberid="12" name="Cllr Ben O&amp;#39;Rourke" roledescription="" \
attendance="Apologies" politicalparty="Quay First" ward="Mill"/>
    <attendee memberid="13" name="Councillor Di Fenn" roledescription="Committee Member" \
attendance="Swam" politicalparty="CON" ward="Tide"/>
    <attendee memberid="51" name="Eve Ladd" roledescription="Officer" attendance="In attendance"/>
    <attendee memberid="" name="Vacancy" roledescription="Committee Member" attendance="Expected"/>
  </attendees>
</meeting>
"""
SEAT = "councillor_name, council_id, party, political_group, capacity, status, evidence_kind, proof"
BOARD = "kent-county-council/harbours-and-coast-panel"
DAY = date(2026, 2, 8)


def read(table: str, columns: str, status: str = "Confirmed") -> list[tuple[object, ...]]:
    frames = extract_paper(PAPER.format(status=status).encode(), "weir/501.xml").frames
    frame: pl.DataFrame = frames[table]
    return frame.select(columns.split(", ")).rows()


def test_a_register_gives_one_statement_a_row_and_minutes_theirs() -> None:
    kent = "kent-county-council"
    assert read("attendance", SEAT) == [
        ("Ada Quill", kent, "Labour", "Labour", "chair", "present", "register", "register"),
        ("Ben O'Rourke", kent, "Quay First", None, "member", "apologies", "register", "register"),
        (
            "Di Fenn",
            kent,
            "Conservative",
            "Conservative",
            "member",
            "not_recorded",
            "register",
            "register",
        ),
        ("Ben O'Rourke", None, None, None, "member", "apologies", "prose", "single"),
        ("Di Fenn", None, None, None, "member", "apologies", "prose", "single"),
    ]
    assert read("attendance", "inference_rule")[3] == ("surname_alone",)
    assert read("attendance", "person_key, board_id, meeting_date")[0] == ("weir:11", BOARD, DAY)


def test_a_quote_is_a_row_of_the_kept_file_at_its_line() -> None:
    lines = PAPER.split("\n")
    for locator, quote in read("attendance", "locator, quote"):
        line = lines[int(str(locator)[1:]) - 1]
        assert str(quote) in line.replace("&lt;p&gt;", "")


def test_an_officer_who_came_is_no_member() -> None:
    columns = "name, proof, locator"
    assert read("officer_attendance", columns) == [("Eve Ladd", "register", "l47")]


def test_unknown_words_and_rows_without_a_name_are_findings() -> None:
    found = [row for row in read("findings", "rule, subject, observed") if row[0] != "x"]
    assert found == [
        ("attendance_word_unknown", "Di Fenn", "Swam"),
        ("register_row_without_name", "Vacancy", "Vacancy"),
    ]


def test_the_meeting_its_items_and_decisions_come_out() -> None:
    assert read("meetings", "status, start_time, venue, statement_kind, meeting_date") == [
        ("announced", time(18, 30), "Town Hall", "own", DAY),
        ("announced", None, None, "own", DAY),
        ("held", time(18, 30), "Town Hall", "note", DAY),
    ]
    assert read("agenda_items", "item_no, title, note_kind") == [
        ("1", "Apologies", "agenda"),
        ("2", "Dredging & tides", "agenda"),
        ("1", "Apologies", "minutes"),
        ("2", "Dredging & tides", "minutes"),
    ]
    assert read("decisions", "item_no, text") == [("2", "The report was noted.")]
    assert read("papers", "kind, media_type, board_id") == [("register", "application/xml", BOARD)]


@pytest.mark.parametrize("status", ["Cancelled", "CANCELLED; moved to March"])
def test_a_cancelled_meeting_has_no_rows_of_its_register(status: str) -> None:
    kinds = {row[0] for row in read("attendance", "evidence_kind", status)}
    assert kinds == {"prose"}
    assert read("officer_attendance", "name", status) == []
    assert read("meetings", "status", status)[0] == ("cancelled",)


def test_an_unknown_status_of_a_meeting_is_a_finding() -> None:
    found = read("findings", "rule, observed", "Drifting")
    assert ("meeting_status_unknown", "Drifting") in found
