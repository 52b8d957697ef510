"""PDFium's functions, called without a look at their arguments.

Each word and each stroke of a page is asked about, and checking the arguments of such a question
takes longer than its answer.
"""

import ctypes
from collections.abc import Callable
from typing import Any


class Address(ctypes.c_void_p):
    """Where PDFium keeps a page or another object; false where there is none."""


def unchecked(function: object, result: type = ctypes.c_int) -> Callable[..., Any]:
    """A function of PDFium that takes its arguments as they are.

    An object must be given by its `Address`: a plain number would be cut to 32 bits.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(result)(address or 0)


def address_of(pointer: object) -> Address:
    """The address of an object that pypdfium2 opened."""
    return ctypes.cast(pointer, Address)  # type: ignore[arg-type]
