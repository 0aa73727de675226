"""What a function is called, and its code, also of a partial."""

import functools


def code_of(function):
    """The code of a function, a method or a partial; None for what is not written in Python."""
    return getattr(_inner(function), "__code__", None)


def name_of(function):
    inner = _inner(function)
    return getattr(inner, "__name__", type(inner).__name__)


def _inner(function):
    while isinstance(function, functools.partial):
        function = function.func
    return function
