"""Reads the local variables of a frame without a trace: nothing is kept alive, and nothing is written back.

Before Python 3.13 reading makes a copy that stays with the frame, and what is in the copy is written back into the
frame when a trace function ends. So the copy is declared written back, then emptied.
"""

import sys

from .frames import OPTIMIZED

if sys.version_info < (3, 13):
    import ctypes

    _written_back = ctypes.pythonapi.PyFrame_LocalsToFast
    _written_back.argtypes = [ctypes.py_object, ctypes.c_int]
    _written_back.restype = None

    def local_variables(frame):
        """A dictionary of one's own, by name."""
        variables = frame.f_locals
        copy = dict(variables)
        if frame.f_code.co_flags & OPTIMIZED:
            _written_back(frame, 0)
            variables.clear()
        return copy

else:

    def local_variables(frame):
        """A dictionary of one's own, by name."""
        return dict(frame.f_locals)
