"""An audit that finds no fault, at once: for what happens before and after one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipelines.audit.audit_report import AuditReport
from pipelines.audit.background_audit import BackgroundAudit
from pipelines.runtime.limits import Room


class SoundAudit(BackgroundAudit):
    """Takes every candidate for sound, without importing Great Expectations."""

    def __init__(self) -> None:
        """Needs no process."""

    def audit(self, candidate: Path) -> AuditReport:
        """Find nothing."""
        assert candidate.is_file()
        return AuditReport(())


@contextmanager
def sound_audit(_: Room) -> Iterator[BackgroundAudit]:
    """Stand in for `prepared_audit`."""
    yield SoundAudit()
