"""The files of `data/reference` agree with each other and with the contract."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from pipelines.reference.csv_tables import RegisterError
from pipelines.reference.registers import load_registers
from pipelines.reference.slugs import slug
from pipelines.runtime.places import REFERENCE

REGISTERS = load_registers(REFERENCE)
REGIONS = {
    *("East of England", "East Midlands", "Greater London", "North East", "North West"),
    *("South East", "South West", "West Midlands", "Yorkshire and the Humber", "Wales"),
}
COUNCIL_TYPES = {
    *("county", "district", "london_borough", "metropolitan", "unitary", "welsh"),
    *("fire", "national_park"),
}
GROUPS = {"Conservative", "Labour", "Liberal Democrat", "Independent", "Reform UK"}
ROLES = {
    *("chair", "vice_chair", "deputy_chair", "member", "substitute", "observer", "lead_peer"),
    "in_attendance",
}


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_ids_of_councils_are_slugs_of_their_names_and_unique() -> None:
    councils = REGISTERS.councils.all
    odd = [c.council_id for c in councils if c.council_id != slug(c.name)]
    assert odd == [
        "bedford-borough-council-district",
        "colchester-borough-council",
        "durham-county-council-county",
        "milton-keynes-council",
        "northumberland-county-council-county",
        "southend-on-sea-borough-council",
    ]
    assert len(rows("councils")) == len(councils)


def test_councils_keep_to_the_values_of_the_contract() -> None:
    councils = REGISTERS.councils.all
    assert {council.region for council in councils} == REGIONS
    assert {council.council_type for council in councils} == COUNCIL_TYPES
    assert {council.nation for council in councils} == {"England", "Wales"}


@pytest.mark.parametrize(
    ("table", "column", "target"),
    [
        ("council_aliases", "council_id", "councils"),
        ("council_codes", "council_id", "councils"),
        ("council_successions", "council_id", "councils"),
        ("council_successions", "successor_council_id", "councils"),
        ("programme_aliases", "programme_id", "programmes"),
        ("boards", "successor_board_id", "boards"),
    ],
)
def test_every_reference_has_its_row(table: str, column: str, target: str) -> None:
    key = {"councils": "council_id", "programmes": "programme_id", "boards": "board_id"}[target]
    known = {row[key] for row in rows(target)}
    assert {row[column] for row in rows(table)} - {""} - known == set()


def test_a_successor_takes_over_the_day_after_the_last() -> None:
    for row in rows("council_successions"):
        before = REGISTERS.councils.get(row["council_id"])
        assert before.valid_to is not None
        assert row["changed_on"] == date_after(before.valid_to.isoformat())


def date_after(day: str) -> str:
    assert day.endswith("-03-31")
    return day.replace("-03-31", "-04-01")


def test_every_official_name_means_its_body_on_its_last_day() -> None:
    wrong = [
        council.council_id
        for council in REGISTERS.councils.all
        if REGISTERS.councils.resolve(council.name, council.valid_to).council_id
        != council.council_id
    ]
    assert wrong == []


def test_codes_have_the_form_of_gss_codes_and_stand_once() -> None:
    codes = [row["code"] for row in rows("council_codes")]
    assert [code for code in codes if not re.fullmatch(r"[EW]\d{8}", code)] == []
    assert len(set(codes)) == len(codes)


def test_groups_and_roles_keep_to_the_contract() -> None:
    assert {row["political_group"] for row in rows("parties")} == GROUPS
    assert {row["role"] for row in rows("roles")} == ROLES
    assert {row["status"] for row in rows("roles")} == {"", "present", "apologies", "absent"}


def test_seats_in_post_are_whole_for_2014() -> None:
    seats = [row for row in rows("councillors_in_post") if row["year"] == "2014"]
    by_group = dict.fromkeys(GROUPS - {"Reform UK"}, 0)
    for row in seats:
        by_group[row["political_group"]] += int(row["councillors"])
    assert by_group == {
        "Conservative": 8145,
        "Labour": 6730,
        "Liberal Democrat": 2160,
        "Independent": 2462,
    }
    assert {row["region"] for row in seats} == REGIONS
    keys = [tuple(row.values())[:4] for row in rows("councillors_in_post")]
    assert len(set(keys)) == len(keys)


def test_ids_of_boards_and_programmes_are_slugs() -> None:
    ids = [board.board_id for board in REGISTERS.boards.all]
    ids += [programme.programme_id for programme in REGISTERS.programmes.all]
    assert [text for text in ids if slug(text) != text] == []
    assert len(set(ids)) == len(ids)


def test_one_alias_names_one_programme() -> None:
    aliases = [row["alias"].lower() for row in rows("programme_aliases")]
    assert sorted({alias for alias in aliases if aliases.count(alias) > 1}) == []


def test_loading_twice_gives_the_same_registers() -> None:
    assert load_registers(REFERENCE) is REGISTERS
    assert re.fullmatch(r"[0-9a-f]{16}", REGISTERS.version)


def test_the_version_changes_with_a_file(tmp_path: Path) -> None:
    shutil.copytree(REFERENCE, tmp_path / "reference")
    with (tmp_path / "reference" / "roles.csv").open("a") as file:
        file.write("Pond keeper,observer,\n")
    changed = load_registers(tmp_path / "reference")
    assert changed.version != REGISTERS.version
    assert changed.roles.resolve("Pond Keeper") is not None


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError) as error:
        load_registers(tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'councils.csv'}: no such file. No name can be resolved without "
        "this register: mend the line, or restore the file from the repository."
    )


def test_a_bad_date_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "reference"
    shutil.copytree(REFERENCE, folder)
    with (folder / "parties.csv").open("a") as file:
        file.write("Teal,Independent,Teal,31 May 2001,,invented\n")
    with pytest.raises(RegisterError, match="'31 May 2001' is not a date as YYYY-MM-DD"):
        load_registers(folder)
