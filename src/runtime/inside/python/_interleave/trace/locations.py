"""Where a program on the virtual clock stands, and in which function of a library it waits."""

from asyncio import events

from .. import frames, waits
from ..local_variables import local_variables


def locate(frame, program):
    """The line on which a strand stands, and the lines inside the helpers that it called, innermost first."""
    return frames.locate(frame, program, (events.Handle._run.__code__,))


def enclosing(frame, program):
    """The code of the program's outermost function, which its greenlet runs."""
    code = None
    while frame is not None:
        if frame.f_code.co_filename == program:
            code = frame.f_code
        frame = frame.f_back
    return code


def called(frame, program):
    """The wait in the function of a library in which the program stands; None if it stands in none."""
    inner = None
    while frame is not None and frame.f_code.co_filename != program:
        inner, frame = frame, frame.f_back
    if inner is None or inner.f_code.co_name == frames.MODULE:
        return None
    name = inner.f_code.co_qualname
    return waits.sleep(local_variables(inner).get("seconds")) if name == "sleep" else waits.inside(name)
