"""Where a program stands, by its frames: found by looking, nothing is kept alive."""

import gc

MODULE = "<module>"
LAMBDA = "<lambda>"
GENERATORS = 0x20 | 0x200  # inspect.CO_GENERATOR | CO_ASYNC_GENERATOR
SUSPENDABLE = GENERATORS | 0x80  # inspect.CO_COROUTINE
OPTIMIZED = 0x1  # inspect.CO_OPTIMIZED: not the body of a module or a class, whose variables are a dictionary

inlined = {"<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>"}
"""Functions for Python, part of the one around them for a reader."""

_suspended = (("cr_frame", "cr_await"), ("gi_frame", "gi_yieldfrom"), ("ag_frame", "ag_await"))


def locate(frame, program, ends):
    """The line on which a strand stands, and the lines inside the helpers that it called, innermost first. Below the code
    of `ends` the stack is somebody else's."""
    lines = []
    while frame is not None and frame.f_code not in ends:
        code = frame.f_code
        if code.co_filename == program and code.co_name not in inlined:
            lines.append(frame.f_lineno)
            if code.co_name == MODULE or code.co_flags & SUSPENDABLE:
                break
        frame = frame.f_back
    return (lines[-1], lines[:-1]) if lines else (0, [])


def suspended(awaitable):
    """The frames of a suspended coroutine and of what it awaits, each with what it is a frame of, outermost first."""
    while awaitable is not None:
        for frame_name, inner in _suspended:
            frame = getattr(awaitable, frame_name, None)
            if frame is not None:
                yield frame, awaitable
                awaitable = getattr(awaitable, inner)
                break
        else:
            return


def suspended_also_in_generators(awaitable):
    """The same, on into asynchronous generators: what awaits the next value shows the collector alone whose value it is."""
    while awaitable is not None:
        innermost = None
        for step in suspended(awaitable):
            innermost = step[1]
            yield step
        awaitable = _generator_behind(innermost)


def _generator_behind(awaiting):
    """The asynchronous generator for whose next value this coroutine waits."""
    for _, name in _suspended:
        request = getattr(awaiting, name, None)
        found = next((each for each in gc.get_referents(request) if hasattr(each, "ag_frame")), None)
        if found is not None:
            return found
    return None


def is_generator(code, program):
    return bool(code.co_flags & GENERATORS) and code.co_filename == program and code.co_name != "<genexpr>"
