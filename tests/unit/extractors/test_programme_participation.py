"""Sentences of invented papers about who took part in what, and sentences about something else."""

from datetime import date

import pytest

from pipelines.extractors.programme_participation import read_programme_participation
from pipelines.schema.records import ProgrammeParticipation
from tests.unit.extractors.papers import sentences_of
from tests.unit.extractors.reports import REGISTERS, REPORT


def records_of(text: str) -> list[ProgrammeParticipation]:
    return read_programme_participation(sentences_of(text, REPORT.meeting_date), REGISTERS, REPORT)


def counts_of(text: str) -> list[tuple[int, str, str, str]]:
    return [
        (record.participants, record.unit, record.qualifier, record.status)
        for record in records_of(text)
    ]


def test_a_statement_is_one_whole_row() -> None:
    text = "As at 31 May 2018, over **26** leaders had signed up for Next Generation."
    assert records_of(text) == [
        ProgrammeParticipation(
            programme_id="next-generation",
            programme_name="Next Generation",
            period="2018/19",
            as_of=date(2018, 5, 31),
            dimension="total",
            dimension_value="total",
            participants=26,
            unit="leaders",
            qualifier="over",
            status="signed_up",
            is_inferred=True,
            inference_rule="period_from_sentence",
            locator="l1",
            quote="As at 31 May 2018, over **26** leaders had signed up for Next Generation.",
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The first workshop was attended by 7 leaders and 4 chief executives, and 12 leaders"
            " and 9 chief executives are booked on the second.",
            [
                (7, "leaders", "exactly", "took_part"),
                (4, "chief_executives", "exactly", "took_part"),
                (12, "leaders", "exactly", "signed_up"),
                (9, "chief_executives", "exactly", "signed_up"),
            ],
            id="two clauses, four counts",
        ),
        pytest.param(
            "A total of 312 councillors from 140 councils had attended or were signed up to attend"
            " our leadership programmes.",
            [
                (312, "councillors", "exactly", "signed_up"),
                (140, "councils", "exactly", "signed_up"),
            ],
            id="attended or signed up",
        ),
        pytest.param(
            "Two masterclasses were held, drawing attendance from nearly sixty members across 31"
            " authorities.",
            [
                (60, "councillors", "about", "took_part"),
                (31, "authorities", "exactly", "took_part"),
            ],
            id="number in words",
        ),
        pytest.param(
            "To date, 18 of the 52 authorities have signed up for the Cyber 360 programme.",
            [(18, "authorities", "exactly", "signed_up")],
            id="a part of a whole",
        ),
        pytest.param(
            "Three councils have dropped out of the pilot, leaving 14 councils taking part.",
            [(3, "councils", "exactly", "dropped_out"), (14, "councils", "exactly", "took_part")],
            id="dropped out",
        ),
        pytest.param(
            "So far 64 councillors have completed the Leadership Academy and a further 23 are"
            " booked on the next cohort.",
            [
                (64, "councillors", "exactly", "took_part"),
                (23, "councillors", "exactly", "signed_up"),
            ],
            id="unit left out the second time",
        ),
        pytest.param(
            "It is expected that around 75 chief executives will attend the summit.",
            [(75, "chief_executives", "about", "planned")],
            id="expected",
        ),
        pytest.param(
            "Our trainee scheme grew, bringing the number of graduates (new and old) to 88.",
            [(88, "graduates", "exactly", "took_part")],
            id="number of trainees to 88",
        ),
        pytest.param(
            "For the Harbour Skills Programme we received more than 900 completed applications.",
            [(900, "applications", "over", "signed_up")],
            id="applications",
        ),
        pytest.param(
            "40 councils helped us to pilot the Harbour Skills Programme.",
            [(40, "councils", "exactly", "took_part")],
            id="a number that opens a paragraph",
        ),
        pytest.param(
            "At least 20 leaders and chief executives took part in the summer school.",
            [(20, "people", "at_least", "took_part")],
            id="two kinds counted together",
        ),
        pytest.param(
            "We will train 30 councillors through the Next Generation programme.",
            [(30, "councillors", "exactly", "planned")],
            id="will train",
        ),
    ],
)
def test_counts(text: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert counts_of(text) == expected


def test_a_list_of_plans_takes_status_and_period_from_its_lead_in() -> None:
    text = (
        "In 2019/20 we will:\n\n"
        "- provide training for at least 400 councillors through Leadership Essentials\n"
        "- recruit up to 120 able graduates, as part of the National Graduate Development"
        " Programme\n"
        "- offer bespoke support to 30 councils\n"
        "- hold twelve events on housing\n"
    )
    assert [
        (record.participants, record.status, record.period, record.programme_id, record.locator)
        for record in records_of(text)
    ] == [
        (400, "planned", "2019/20", "leadership-essentials", "l3"),
        (120, "planned", "2019/20", "national-graduate-development-programme", "l4"),
        (30, "planned", "2019/20", None, "l5"),
    ]


def test_a_year_in_brackets_is_that_of_its_own_number() -> None:
    text = "# In 2017/18\n\nNext Generation: 70 councillors took part (65 in 2015/16)."
    assert [(each.participants, each.period) for each in records_of(text)] == [
        (70, "2017/18"),
        (65, "2015/16"),
    ]


def test_each_clause_has_its_own_year() -> None:
    text = (
        "In 2017/18, 212 councillors from 98 councils took part in Leadership Essentials. This"
        " compares with 180 from 77 councils in the whole of 2016/17."
    )
    assert [
        (record.participants, record.unit, record.period, record.status)
        for record in records_of(text)
    ] == [
        (212, "councillors", "2017/18", "took_part"),
        (98, "councils", "2017/18", "took_part"),
        (180, "councillors", "2016/17", "took_part"),
        (77, "councils", "2016/17", "took_part"),
    ]


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        pytest.param(
            "## Leading Edge\n\nThe first event was attended by 8 leaders.",
            ("leading-edge", "Leading Edge"),
            id="heading",
        ),
        pytest.param(
            "## Leadership Academy\n\n9 members attended Next Generation.",
            ("next-generation", "Next Generation"),
            id="sentence before heading",
        ),
        pytest.param(
            "## Academy (LA), Essentials and Focus on Leadership\n\nFocus on Leadership is made for"
            " busy people. So far 81 members have attended.",
            ("focus-on-leadership", "Focus on Leadership"),
            id="paragraph",
        ),
        pytest.param(
            "The Harbour Towns Enterprise Programme has helped 19 districts.",
            (None, "Harbour Towns Enterprise Programme"),
            id="in no register",
        ),
        pytest.param(
            "Forty officers attended our regional planning workshop.",
            (None, "regional planning workshop"),
            id="without a name",
        ),
    ],
)
def test_programmes(text: str, programme: tuple[str | None, str]) -> None:
    assert [(record.programme_id, record.programme_name) for record in records_of(text)] == [
        programme
    ]


def test_this_financial_year_is_that_of_the_paper_and_so_far_goes_on_with_it() -> None:
    text = (
        "## Leadership\n\nThis financial year 92 members registered for the Leadership Academy.\n\n"
        "To date, 31 members have registered for Leadership Essentials.\n"
    )
    assert [(record.participants, record.period) for record in records_of(text)] == [
        (92, "2018/19"),
        (31, "2018/19"),
    ]


def test_a_political_group_is_a_dimension() -> None:
    text = (
        "In all 38 Labour councillors and 42 councillors of other groups attended Next Generation."
    )
    assert [
        (record.participants, record.dimension, record.dimension_value)
        for record in records_of(text)
    ] == [(38, "political_group", "Labour"), (42, "total", "total")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The meeting of the Board was attended by 14 members.", id="a meeting"),
        pytest.param(
            "In a survey of 300 councils, 240 leaders said they had taken part.", id="a survey"
        ),
        pytest.param("The Council employs 45 officers and 12 apprentices.", id="staff"),
        pytest.param("The LGA has 415 member councils and a training budget.", id="membership"),
        pytest.param("Two thirds of councils attended the conference.", id="a share in words"),
        pytest.param("One in five councillors has used the scheme.", id="one in five"),
        pytest.param("Some 80 per cent of councils attended the event.", id="per cent"),
        pytest.param("In 2016 councils joined the programme in large numbers.", id="a year"),
        pytest.param("The scheme cost 20 councils £12m.", id="money"),
        pytest.param("We ran three modules for councillors and nine events.", id="events"),
        pytest.param("Nine councils are rated inadequate in this programme.", id="ratings"),
        pytest.param("Cohort 16 trainees will attend a module in May.", id="a name with a number"),
        pytest.param("Should 40 councils take part in the pilot?", id="a question"),
        pytest.param("Forty councils have undertaken a peer challenge.", id="peer challenges"),
    ],
)
def test_what_is_no_statement_of_uptake(text: str) -> None:
    assert records_of(text) == []


def test_quotes_stand_in_the_paper() -> None:
    (record,) = records_of("## Leading Edge\n\n4. A *first* event had 8 leaders attending it.\n")
    assert (record.locator, record.quote) == ("l3", "A *first* event had 8 leaders attending it.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In 2017/18 members met. 70 councillors took part in Next Generation.",
            [("2017/18", "period_from_sentence_before")],
            id="the sentence before",
        ),
        pytest.param(
            "70 councillors took part in Next Generation in 2017/18.",
            [("2017/18", None)],
            id="printed",
        ),
        pytest.param(
            "70 councillors will take part in Next Generation.", [(None, None)], id="a plan"
        ),
        pytest.param(
            "70 councillors took part in Next Generation over three years.",
            [(None, None)],
            id="several years",
        ),
    ],
)
def test_a_period_that_is_not_printed_is_marked_with_its_rule(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    found = records_of(text)

    assert [(each.period, each.inference_rule) for each in found] == expected
    assert [each.is_inferred for each in found] == [rule is not None for _, rule in expected]
