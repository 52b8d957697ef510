"""Locates the files of an installation: the SQL, the checks, the registers."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
# The folder of a clone, beside the package
REPOSITORY = PACKAGE.parent
# The folder of a wheel, within the package
INSTALLED = PACKAGE / "installed"


def _place(in_a_clone: str, in_a_wheel: str) -> Path:
    installed = INSTALLED / in_a_wheel
    return installed if installed.is_dir() else REPOSITORY / in_a_clone


MODELS = _place("models", "models")
EXPECTATIONS = _place("expectations", "expectations")
REFERENCE = _place("data/reference", "reference")
