"""Keeps the last answers of a register: a paper asks about the same names again and again."""

from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

MOST_KEPT = 5_000  # answers of one register to one question: the names of about a hundred papers

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def remembered(
    method: Callable[Concatenate[Any, Asked], Answer],
) -> cached_property[Callable[Asked, Answer]]:
    """A pure method of a register, which keeps its last answers.

    Its arguments are hashable, and nobody changes an answer.
    """

    def bound(register: Any) -> Callable[Asked, Answer]:
        kept = lru_cache(maxsize=MOST_KEPT)(partial(method, register))
        return cast("Callable[Asked, Answer]", kept)

    bound.__doc__ = method.__doc__
    return cached_property(bound)
