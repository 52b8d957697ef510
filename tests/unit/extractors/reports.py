"""What the tests of tables and prose need: the registers, and a report of an invented day."""

from datetime import date

from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import PaperRecord

REGISTERS = load_registers(REFERENCE)
REPORT = PaperRecord(
    media_type="text/plain",
    kind="report",
    title=None,
    board_id="harbour-board",
    board_name="Harbour Board",
    meeting_date=date(2018, 6, 12),
    page_count=1,
    source_url=None,
)
