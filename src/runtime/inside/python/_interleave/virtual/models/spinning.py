"""Recognises a program that looks at the clock again and again: `while time.monotonic() < end: pass`.

Where it looks again from the same instruction, with the same local variables in all its functions, and has printed
nothing and done nothing with the clock meanwhile but compare it, it will do so until a comparison comes out otherwise:
the clock goes on to there.
"""

import functools

from ...local_variables import local_variables
from .instants import Number

_plain = (bool, bytes, float, int, str, type(None))


class Spinning:
    """`is_program` says of a file whether it is one of the program's."""

    def __init__(self, is_program):
        self._is_program = is_program
        self._state = None
        self._ahead = []  # what the last look was before

    def compared(self, ahead):
        """The last look was before `ahead`."""
        self._ahead.append(ahead)

    def looks(self, frame, *meanwhile):
        """Called with who looks, before it does, and what would have changed if something had happened. What it waits
        for, as a list; none where it does not."""
        state = [*meanwhile, *self._standing(frame)]
        ahead, self._ahead = self._ahead, []
        is_same, self._state = state == self._state, state
        return ahead if is_same and len(state) > len(meanwhile) else []

    def _standing(self, frame):
        """In each function of the program that is above one of another, and in what these have called; nothing for others."""
        standing = []
        is_program = False
        while frame is not None and (self._is_program(frame.f_code.co_filename) or not is_program):
            is_program = self._is_program(frame.f_code.co_filename)
            values = {name: _shown(value) for name, value in local_variables(frame).items()}
            standing.append((frame.f_code, _positions(frame.f_code)[frame.f_lasti // 2], values))
            frame = frame.f_back
        return standing if is_program else []


@functools.cache
def _positions(code):
    """Line and columns of each instruction: the condition of a loop is compiled twice, where it begins and where it
    goes round."""
    return list(code.co_positions())


def _shown(value):
    if isinstance(value, Number):
        return Number
    return (value, type(value)) if type(value) in _plain else id(value)
