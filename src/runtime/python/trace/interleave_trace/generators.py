"""When a generator of the program starts, gives way and ends: sys.monitoring says it, before Python 3.12 sys.settrace.

A frame cannot be referred to weakly and must not be kept alive: it carries a mark of ours, which knows its lane.
"""

import dis
import sys
from _thread import get_ident

from .places import is_generator

TOOL = 4
"""A number for sys.monitoring that it has given to nobody."""


def watch_generators(file, moments):
    """Tells `moments` of the generators of `file` in this thread. Returns what ends it."""
    return _monitor(file, moments) if hasattr(sys, "monitoring") else _trace(file, moments)


class Mark:
    """On a frame it passes for a trace function; nobody traces."""

    lane = None

    def __call__(self, frame, event, argument):
        return None


def _mark_of(frame):
    if not isinstance(frame.f_trace, Mark):
        frame.f_trace = Mark()
    return frame.f_trace


def _kind_of_yield(value):
    """An async generator also gives way where it awaits; what it yields comes wrapped."""
    return "yield" if type(value).__name__ == "async_generator_wrapped_value" else "await"


def _waits_for(frame, value):
    return _kind_of_yield(value) if frame.f_code.co_flags & 0x200 else "yield"


def _monitor(file, moments):
    monitoring = sys.monitoring
    kinds = monitoring.events
    main = get_ident()

    def resumed(threw):
        def on_event(code, *_):
            if is_generator(code, file) and get_ident() == main:
                frame = sys._getframe(1)
                mark = _mark_of(frame)
                mark.lane = moments.generator_resumed(mark.lane, frame, threw)

        return on_event

    def suspended(code, _, value):
        if is_generator(code, file) and get_ident() == main:
            frame = sys._getframe(1)
            moments.generator_suspended(_mark_of(frame).lane, frame, _waits_for(frame, value))

    def settled(how):
        def on_event(code, *_):
            if is_generator(code, file) and get_ident() == main:
                moments.generator_settled(_mark_of(sys._getframe(1)).lane, how)

        return on_event

    told = {
        kinds.PY_START: resumed(False),
        kinds.PY_RESUME: resumed(False),
        kinds.PY_THROW: resumed(True),
        kinds.PY_YIELD: suspended,
        kinds.PY_RETURN: settled("return"),
        kinds.PY_UNWIND: settled("throw"),
    }
    monitoring.use_tool_id(TOOL, "interleave")
    for kind, on_event in told.items():
        monitoring.register_callback(TOOL, kind, on_event)
    monitoring.set_events(TOOL, sum(told))

    def end():
        monitoring.set_events(TOOL, 0)
        for kind in told:
            monitoring.register_callback(TOOL, kind, None)
        monitoring.free_tool_id(TOOL)

    return end


def _trace(file, moments):
    def on_call(frame, event, argument):
        if not is_generator(frame.f_code, file):
            return None
        local = frame.f_trace if isinstance(frame.f_trace, Traced) else Traced(moments)
        local.resume(frame)
        return local

    sys.settrace(on_call)
    return lambda: sys.settrace(None)


class Traced:
    """The trace function of one generator's frame."""

    def __init__(self, moments):
        self._moments = moments
        self._lane = None
        self._runs = False
        self._failing = False
        self._resumed_at = -1

    def resume(self, frame):
        self._runs = True
        self._resumed_at = frame.f_lasti
        self._failing = False
        self._lane = self._moments.generator_resumed(self._lane, frame, False)

    def __call__(self, frame, event, argument):
        if event == "exception":
            if not self._runs:
                self.resume(frame)
            if frame.f_lasti == self._resumed_at:
                self._moments.generator_threw(self._lane)
            self._failing = True
        elif event == "line":
            self._failing = False
        elif event == "return":
            self._leave(frame, argument)
        return self

    def _leave(self, frame, value):
        self._runs = False
        operation = dis.opname[frame.f_code.co_code[frame.f_lasti]]
        failed = self._failing and value is None
        if operation == "YIELD_VALUE" and not failed:
            self._moments.generator_suspended(self._lane, frame, _waits_for(frame, value))
        else:
            self._moments.generator_settled(self._lane, "throw" if failed else "return")
