"""Shows progress: bars on a terminal, lines in a log for people, events in one for machines."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from pipelines.cli.logs import is_json, log_event
from pipelines.runtime.progress import Progress
from pipelines.runtime.terminal_text import one_line


class PlainProgress:
    """One line per stage, for logs."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def start(self, stage: str, total: int | None = None) -> None:
        """Print the stage."""
        count = f": {total}" if total is not None else ""
        self.console.print(f"{stage}{count}", markup=False, soft_wrap=True)

    def advance(self) -> None:
        """Do nothing: one line per paper would flood the log."""

    def note(self, message: str) -> None:
        """Print the message."""
        self.console.print(one_line(message), markup=False, soft_wrap=True)


class LoggedEvents:
    """One event per stage."""

    def start(self, stage: str, total: int | None = None) -> None:
        """Log the stage, with its number of steps if that is known."""
        log_event("stage_started", stage=stage, **({} if total is None else {"total": total}))

    def advance(self) -> None:
        """Do nothing: one event per paper would flood the log."""

    def note(self, message: str) -> None:
        """Log the message as a warning."""
        log_event("note", logging.WARNING, message=message)


class BarProgress:
    """One bar per stage, for a terminal."""

    def __init__(self, bars: Bars) -> None:
        self.bars = bars

    def start(self, stage: str, total: int | None = None) -> None:
        """End the last bar and start a new one; it pulses if the number of steps is unknown."""
        for task in self.bars.tasks:
            steps = task.total or 1
            self.bars.update(task.id, total=steps, completed=steps)
        self.bars.add_task(stage, total=total)

    def advance(self) -> None:
        """Advance the current bar."""
        self.bars.advance(self.bars.tasks[-1].id)

    def note(self, message: str) -> None:
        """Print the message above the bars."""
        self.bars.console.print(one_line(message), markup=False)


@contextmanager
def shown_progress(console: Console) -> Iterator[Progress]:
    """Show progress on a console during the block, or log it if the log is JSON."""
    if is_json():
        yield LoggedEvents()
        return
    if not console.is_terminal:
        yield PlainProgress(console)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=console) as bars:
        yield BarProgress(bars)
