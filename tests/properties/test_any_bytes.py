"""Any bytes give records that keep the contract, or a rejection that says why."""

from hypothesis import example, given
from hypothesis import strategies as st

from pipelines.extraction.extract import extract_paper
from pipelines.runtime.errors import PaperError
from pipelines.schema.records import EXTRACTS, extract_schema
from tests.soak.mutations import fault_of, sample_papers

ENDINGS = st.sampled_from(("paper.txt", "paper.html", "paper.pdf", "paper.docx"))
STARTS = st.sampled_from((b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><body>", b"\xff\xfe"))
LINES = sorted({line for _, data in sample_papers() for line in data.split(b"\n") if line})


@given(name=ENDINGS, start=STARTS, rest=st.binary(max_size=2000))
@example(name="paper.txt", start=b"", rest=b"")
def test_any_bytes_are_read_or_rejected(name: str, start: bytes, rest: bytes) -> None:
    rejection: PaperError | None = None
    try:
        frames = extract_paper(start + rest, name).frames
    except PaperError as error:
        rejection = error
    if rejection is None:
        schemas = {table: frame.schema for table, frame in frames.items()}
        assert schemas == {table: extract_schema(table) for table in EXTRACTS}
    else:
        assert str(rejection).startswith(f"{name}: The paper {rejection.reason}. ")


@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=60))
def test_lines_of_papers_in_any_order_give_no_false_quote(lines: list[bytes]) -> None:
    assert fault_of(b"\n".join(lines), "paper.txt") is None


@given(words=st.text(max_size=500))
def test_any_words_give_no_false_quote(words: str) -> None:
    assert fault_of(words.encode("utf-8", "surrogatepass"), "paper.txt") is None
