"""Every regular expression of the project: compiled in modules, in registers, and within calls."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pipelines
from pipelines.reference.registers import load_registers
from pipelines.runtime.settings import REFERENCE
from tests.properties.adversarial_texts import Pattern

PACKAGE = "pipelines"
# Functions of `re` that take the pattern as text.
CALLS = {"findall", "finditer", "fullmatch", "match", "search", "split", "sub"}


def project_patterns() -> dict[str, Pattern]:
    """Each pattern by where it was found; the same text compiled twice counts once."""
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(pipelines.__path__, f"{PACKAGE}.")
    ]
    found: dict[str, Pattern] = {}
    seen: dict[int, object] = {}
    for module in modules:
        found |= dict(_within(vars(module), module.__name__, seen))
        found |= dict(_called(module))
    found |= dict(_within(load_registers(REFERENCE), "registers", seen))
    return {where: pattern for pattern, where in {found[key]: key for key in found}.items()}


def _within(value: object, where: str, seen: dict[int, object]) -> Iterator[tuple[str, Pattern]]:
    """The patterns that a value of ours holds, however deep."""
    if isinstance(value, re.Pattern):
        yield where, value
    elif id(value) not in seen:
        seen[id(value)] = value  # kept, so that no other value gets its id
        for name, inner in _parts(value):
            yield from _within(inner, f"{where}.{name}", seen)


def _parts(value: Any) -> Iterable[tuple[object, object]]:
    if type(value) is dict:
        return value.items()
    if type(value) in (list, tuple, set, frozenset):
        return enumerate(value)
    home = value if isinstance(value, type) else type(value)
    if not home.__module__.startswith(f"{PACKAGE}."):
        return ()
    names = (name for name in dir(value) if not name.startswith("__"))
    return ((name, getattr(value, name)) for name in names)


def _called(module: ModuleType) -> Iterator[tuple[str, Pattern]]:
    """The patterns written within calls, such as `re.sub("a", "b", text)`."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=name),
                args=[ast.Constant(value=str(text)), *_],
            ) if name in CALLS:
                flags = re.IGNORECASE if "IGNORECASE" in ast.unparse(node) else re.NOFLAG
                yield f"{module.__name__}:{node.lineno}", re.compile(text, flags)
