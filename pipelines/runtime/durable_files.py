"""Writes files so that a kill or a power cut leaves the old or the new content, never a mix."""

import os
import shutil
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Replace a file with this text in one step; the text is on disk on return."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    _sync_folder(path.parent)


def move_folder(unfinished: Path, path: Path) -> None:
    """Give a finished folder its name; a folder that already has the name is removed."""
    for file in unfinished.iterdir():
        with file.open("rb") as handle:
            os.fsync(handle.fileno())
    if path.exists():
        shutil.rmtree(path)
    unfinished.rename(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
