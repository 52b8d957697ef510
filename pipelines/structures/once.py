"""Keeps what was found in the last papers: several structures and extractors ask for the same."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

PARTS_KEPT = 32  # papers, or sections of one

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def once(find: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Keep the last answers of a pure function of a part of a paper; nobody may change an answer.

    A part is known by its identity: to compare the words of two papers would cost as much as to
    read them. A list may have changed since it was read, so nothing is kept for a list.
    """
    kept: OrderedDict[tuple[int, ...], tuple[tuple[object, ...], Found]] = OrderedDict()

    @wraps(find)
    def found_once(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
        if kwargs or any(isinstance(each, list) for each in args):
            return find(*args, **kwargs)
        key = tuple(map(id, args))
        if key not in kept:
            # The arguments are kept too, so that no other object gets their identity.
            kept[key] = args, find(*args, **kwargs)
            if len(kept) > PARTS_KEPT:
                kept.popitem(last=False)
        return kept[key][1]

    return found_once
