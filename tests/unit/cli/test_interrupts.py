"""An interrupt ends a command at once, wherever it is; what it is at is no matter."""

import json
import signal
import subprocess
import sys

import pytest

from pipelines.cli.interrupts import ended_by_interrupt

BEGINNING = """
import os, signal, sys, threading, time
signal.signal(signal.SIGINT, signal.{before})
from pipelines.cli import logs
from pipelines.cli.interrupts import ended_by_interrupt
logs.use_format({form!r})
with ended_by_interrupt():
"""
INTERRUPT = "    os.kill(os.getpid(), signal.SIGINT)\n"
# Calls of C, one after the other.
BUSY = """
    import ctypes
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
    calls = ctypes.CDLL(None)
    while True:
        calls.sleep(60)
"""
SWALLOWED = """
    while True:
        try:
            os.kill(os.getpid(), signal.SIGINT)
        except BaseException:
            pass
"""


def run(body: str, form: str = "text", before: str = "default_int_handler") -> tuple[int, str]:
    code = BEGINNING.format(form=form, before=before) + body
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=50
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"{INTERRUPT}    time.sleep(60)\n", id="asleep"),
        pytest.param(BUSY, id="in a call of C"),
        pytest.param(SWALLOWED, id="where exceptions are swallowed"),
    ],
)
def test_an_interrupt_ends_the_process(body: str) -> None:
    assert run(body) == (130, "\nInterrupted.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what a process started")
def test_what_was_started_ends_too() -> None:
    # The pipe of standard error closes when the last process that holds it ends.
    body = """
    import subprocess
    subprocess.Popen(["sleep", "3000"])
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)
"""
    assert run(body) == (130, "\nInterrupted.\n")


def test_an_interrupt_is_an_event_where_logs_are_json() -> None:
    code, said = run(f"{INTERRUPT}    time.sleep(60)\n", form="json")
    event = json.loads(said)
    assert code == 130
    assert (event["level"], event["event"], event["exit_code"]) == ("warning", "interrupted", 130)


def test_an_ignored_interrupt_stays_ignored() -> None:
    body = f"{INTERRUPT}    sys.exit(7)\n"
    assert run(body, before="SIG_IGN") == (7, "")


def test_interrupts_are_as_before_after_the_block() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with ended_by_interrupt():
            assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        assert signal.set_wakeup_fd(-1) == -1
    finally:
        signal.signal(signal.SIGINT, before)
