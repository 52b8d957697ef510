"""CSV of the uptake marts: whole files."""

from pathlib import Path

from pipelines.reports.writing import write_reports

HEAD = (
    "period,as_of,programme_id,programme_name,{key},councillors,share,councillors_in_{key},"
    "councillors_as_of,uptake_per_100,denominator_source,denominator_note,proof,"
    "source_path,locator,quote\n"
)
DAY = "2031-06-30"
SEATS = "Register of seats 2031,,sums_hold"
ALL = "2031/32,2031-11-05,all,All programmes"
FIRST = "2031/32,2031-11-05,first-steps,First Steps"
NEXT = "2031/32,2031-11-05,next-steps,NS"


def test_regions(warehouse: Path, tmp_path: Path) -> None:
    text = write_reports(warehouse, tmp_path).uptake_by_region.read_text(encoding="utf-8")

    lowland = "autumn pack.txt,p3:l41,'=Lowland <script>alert('x')</script> & Co 1 0 1\n"
    upland = "autumn pack.txt,p3:l40,Upland 3 1 4\n"
    assert text == (
        HEAD.format(key="region")
        + f"{ALL},Lowland,1,0.2,50,{DAY},2.0,{SEATS},{lowland}"
        + f"{ALL},Upland,4,0.8,100,{DAY},4.0,{SEATS},{upland}"
        + f"{FIRST},Lowland,1,0.25,50,{DAY},2.0,{SEATS},{lowland}"
        + f"{FIRST},Upland,3,0.75,100,{DAY},3.0,{SEATS},{upland}"
        + f"{NEXT},Lowland,0,0.0,50,{DAY},0.0,{SEATS},{lowland}"
        + f"{NEXT},Upland,1,1.0,100,{DAY},1.0,{SEATS},{upland}"
    )


def test_political_groups(warehouse: Path, tmp_path: Path) -> None:
    text = write_reports(warehouse, tmp_path).uptake_by_party.read_text(encoding="utf-8")

    blue = "autumn pack.txt,p3:l50,Blue 3 0 3\n"
    green = "autumn pack.txt,p3:l51,Green 1 1 2\n"
    assert text == (
        HEAD.format(key="political_group")
        + f"{ALL},Blue,3,0.6,60,{DAY},5.0,{SEATS},{blue}"
        + f"{ALL},Green,2,0.4,90,{DAY},{200 / 90},{SEATS},{green}"
        + f"{FIRST},Blue,3,0.75,60,{DAY},5.0,{SEATS},{blue}"
        + f"{FIRST},Green,1,0.25,90,{DAY},{100 / 90},{SEATS},{green}"
        + f"{NEXT},Blue,0,0.0,60,{DAY},0.0,{SEATS},{blue}"
        + f"{NEXT},Green,1,1.0,90,{DAY},{100 / 90},{SEATS},{green}"
    )


def test_council_types_without_a_rate_say_why(warehouse: Path, tmp_path: Path) -> None:
    text = write_reports(warehouse, tmp_path).uptake_by_council_type.read_text(encoding="utf-8")

    district = "autumn pack.txt,p3:l60,District 3 1 4\n"
    fire = ",,,,Members sit on other councils,sums_hold,autumn pack.txt,p3:l61,Fire 1 0 1\n"
    assert text == (
        HEAD.format(key="council_type")
        + f"{ALL},district,4,0.8,150,{DAY},{400 / 150},{SEATS},{district}"
        + f"{ALL},fire,1,0.2,{fire}"
        + f"{FIRST},district,3,0.75,150,{DAY},2.0,{SEATS},{district}"
        + f"{FIRST},fire,1,0.25,{fire}"
        + f"{NEXT},district,1,1.0,150,{DAY},{100 / 150},{SEATS},{district}"
        + f"{NEXT},fire,0,0.0,{fire}"
    )


def test_bounds_are_written_as_they_stand(warehouse: Path, tmp_path: Path) -> None:
    written = write_reports(warehouse, tmp_path).uptake_region_by_party_bounds

    place = "Register of seats 2031,00aa00aa00aa00aa p3:l40,sums_hold\n"
    assert written.read_text(encoding="utf-8") == (
        "period,as_of,programme_id,region,political_group,region_participants,group_participants,"
        "programme_participants,lowest,highest,bounds_rule,estimate,estimate_by_seats,"
        "denominator_source,sources,proof\n"
        f"2031/32,2031-11-05,all,Lowland,Blue,1,3,5,0,1,own_margins,0.6,0.9,{place}"
        f"2031/32,2031-11-05,all,Lowland,Green,1,2,5,0,1,own_margins,0.4,0.1,{place}"
        f"2031/32,2031-11-05,all,Upland,Blue,4,3,5,2,3,own_margins,2.4,2.1,{place}"
        f"2031/32,2031-11-05,all,Upland,Green,4,2,5,1,2,own_margins,1.6,1.9,{place}"
    )


def test_trend_is_written_as_it_stands(warehouse: Path, tmp_path: Path) -> None:
    text = write_reports(warehouse, tmp_path).programme_trend.read_text(encoding="utf-8")

    place = "1,00aa00aa00aa00aa,p4:l7,some words,agreed\n"
    assert text == (
        "programme_id,programme_name,unit,standing,period,participants,qualifier,status,as_of,"
        "is_part_year,previous_period,previous_participants,previous_qualifier,"
        "change,change_share,is_change_exact,"
        "statements,paper_id,locator,quote,proof\n"
        "first-steps,First Steps,town_councils,actual,2030/31,1200,over,took_part,,False,2029/30,"
        f"1000,exactly,200,0.2,False,{place}"
        "next-steps,Next Steps,councillors,actual,2031/32,7,exactly,took_part,,True,2030/31,9,"
        f"exactly,-2,{-2 / 9},True,{place}"
        "next-steps,Next Steps,councillors,planned,2032/33,50,at_least,planned,,False,,,,,,,"
        f"{place}"
    )
