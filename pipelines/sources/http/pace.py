"""One request at a time and one a second for each host, over all processes of a machine.

A lock file for each host is held during a request. A file beside it says when the last request
came to the host, and how long the site asked to be left alone. Both are among the temporary files
of the user.
"""

import hashlib
import json
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

from pipelines.sources.http.faults import SourceStopped

# Seconds from the answer to one request to the start of the next; clocks of sites are not exact.
SECONDS_APART = 1.05
# A site that asks to wait longer than this is left alone until a later run.
LONGEST_WAIT_SECONDS = 600.0
LONGEST_HOLD_SECONDS = 24 * 60 * 60.0  # a site that asks for more is asked again after a day


class Pace:
    """Keeps the time of requests to hosts.

    Attributes:
        folder: Where the locks are; the same for all processes of a user.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or _shared_folder()

    @contextmanager
    def turn(self, host: str, seconds_apart: float = SECONDS_APART) -> Iterator[None]:
        """Wait for the turn of the next request to a host, and keep others out until it ends.

        Raises:
            SourceStopped: The site asked to be left alone for longer than a run should wait.
        """
        if seconds_apart > LONGEST_WAIT_SECONDS:
            reason = (
                f"robots.txt asks for {seconds_apart:.0f} s between requests, which is too slow"
            )
            raise SourceStopped("refused", reason)
        _make_own_folder(self.folder)
        with FileLock(self._path(host, "lock")):
            last, not_before = self._read(host)
            now = time.time()
            asked = not_before - now
            if asked > LONGEST_WAIT_SECONDS:
                raise SourceStopped("partial", _left_alone(not_before))
            # A clock that was set back makes nobody wait longer than once.
            due = max(min(last + seconds_apart - now, seconds_apart), asked, 0)
            time.sleep(due)
            self._write(host, time.time(), not_before)
            yield

    def answered(self, host: str) -> None:
        """Count the second from now: the request came to the site at the latest now.

        To be called in the turn of a host, once its answer begins.
        """
        self._write(host, time.time(), self._read(host)[1])

    def hold_off(self, host: str, seconds: float) -> None:
        """Let nobody ask a host before some seconds have passed; to be called in its turn."""
        last, not_before = self._read(host)
        until = time.time() + min(seconds, LONGEST_HOLD_SECONDS)
        self._write(host, last, max(not_before, until))

    def _path(self, host: str, ending: str) -> Path:
        return self.folder / f"{hashlib.sha256(host.encode()).hexdigest()[:32]}.{ending}"

    def _read(self, host: str) -> tuple[float, float]:
        with suppress(OSError, ValueError, TypeError):
            last, not_before = json.loads(self._path(host, "json").read_text(encoding="utf-8"))
            return float(last), float(not_before)
        return 0.0, 0.0

    def _write(self, host: str, last: float, not_before: float) -> None:
        # A power cut may lose it: then a second has passed anyway.
        unfinished = self._path(host, "unfinished")
        unfinished.write_text(json.dumps([last, not_before]), encoding="utf-8")
        unfinished.replace(self._path(host, "json"))


def _shared_folder() -> Path:
    return Path(tempfile.gettempdir()) / f"boardpapers-hosts-{os.getuid()}"


def _make_own_folder(folder: Path) -> None:
    """Make the folder of the locks; one that somebody else has put there is not used."""
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
        reason = f"The folder {folder} keeps the time between requests and is not yours; remove it"
        raise SourceStopped("failed", reason)


def _left_alone(until: float) -> str:
    moment = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(until))
    return f"The site asked to be left alone until {moment}; fetch again then"
