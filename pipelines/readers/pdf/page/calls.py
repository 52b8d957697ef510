"""PDFium's functions, called without a check of their arguments.

There is a call for each word and each stroke of a page: checking its arguments, or letting other
threads run meanwhile, would take longer than the call.
"""

import ctypes
from collections.abc import Callable
from typing import Any


class Address(ctypes.c_void_p):
    """PDFium's address of a page or another object; false if there is none."""


def unchecked(function: object, result: type = ctypes.c_int) -> Callable[..., Any]:
    """A function of PDFium that takes its arguments as they are.

    An object must be given by its address: a plain number would be cut to 32 bits.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.PYFUNCTYPE(result)(address or 0)


def address_of(pointer: object) -> object:
    """The address of an object that pypdfium2 opened, made an argument once for many calls."""
    return ctypes.c_void_p.from_param(ctypes.cast(pointer, ctypes.c_void_p).value)  # type: ignore[arg-type]
