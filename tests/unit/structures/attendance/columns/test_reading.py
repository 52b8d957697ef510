from pipelines.structures.attendance.columns.reading import table_lines
from tests.unit.structures.paper import registers, rows


def read(text: str) -> list[tuple[str, tuple[str, ...], int | None]]:
    return [
        (line.passage.text, line.told, line.column) for line in table_lines(rows(text), registers())
    ]


def test_what_stands_beside_a_name_is_told_of_the_person_and_quoted_with_it() -> None:
    text = "Cllr Ann Bee\tWeir MBC (substitute for\n\tCllr Cy Dee)"
    (line,) = table_lines(rows(text), registers())
    assert (line.passage.text, line.told) == (
        "Cllr Ann Bee",
        ("Weir MBC (substitute for Cllr Cy Dee)",),
    )
    assert line.quoted is not None
    assert (line.quoted.span.locator, line.quoted.text) == (
        "l1-l2",
        "Cllr Ann Bee Weir MBC (substitute for Cllr Cy Dee)",
    )


def test_labels_within_columns_of_names_are_read_column_by_column() -> None:
    text = "County members:\tParish members:\nCllr Ann Bee\tCllr Cy Dee\nCllr Jo Eff\tStaff member:"
    assert read(f"{text}\n\tMs Eve Gull") == [
        ("County members:", (), 0),
        ("Cllr Ann Bee", (), 0),
        ("Cllr Jo Eff", (), 0),
        ("Parish members:", (), 1),
        ("Cllr Cy Dee", (), 1),
        ("Staff member:", (), 1),
        ("Ms Eve Gull", (), 1),
    ]


def test_labels_in_a_column_of_their_own_are_read_row_by_row() -> None:
    text = "Councillors:\tA Bee\tC Dee\n\tJ Eff\tH Gull\nApologies:\tK Tarn\t"
    assert [words for words, _, _ in read(text)] == [
        "Councillors:",
        "A Bee",
        "C Dee",
        "J Eff",
        "H Gull",
        "Apologies:",
        "K Tarn",
    ]


def test_below_a_label_alone_in_its_row_columns_may_be_others() -> None:
    text = "Present:\tApologies:\nCllr Ann Bee\tCllr Cy Dee\nOfficers:\t\nHead of Tides\tJo Gull"
    assert read(text) == [
        ("Present:", (), 0),
        ("Cllr Ann Bee", (), 0),
        ("Apologies:", (), 1),
        ("Cllr Cy Dee", (), 1),
        ("Officers:", (), None),
        ("Jo Gull", ("Head of Tides",), None),
    ]


def test_a_column_without_a_label_is_left_out_beside_one_with_a_label_within() -> None:
    text = "Cllr Ann Bee\tCllr Cy Dee\nApologies:\tCllr Jo Eff\nCllr Eve Gull\tCllr Al Tarn"
    assert [words for words, _, _ in read(text)] == ["Cllr Ann Bee", "Apologies:", "Cllr Eve Gull"]


def test_where_nothing_is_known_to_be_a_name_nobody_is_read() -> None:
    assert read("Dilnoza Tarn\tFell Quay\nJovita Bee\tMoor Gull\nPresent:\t") == [
        ("Present:", (), None)
    ]


def test_unknown_words_beside_names_with_titles_are_no_names() -> None:
    text = "Cllr Ann Bee\tTarn Quay\nCllr Cy Dee\tFell Moor\nCllr Jo Eff\tGull Mere"
    assert [words for words, _, _ in read(text)] == ["Cllr Ann Bee", "Cllr Cy Dee", "Cllr Jo Eff"]


def test_a_cell_of_several_paragraphs_is_read_as_printed() -> None:
    text = "<p>Ann Bee</p><p>Cy Dee</p>\tWeir Council"
    assert read(text) == [("Ann Bee", (), None), ("Cy Dee", (), None), ("Weir Council", (), None)]
