"""Watches by sys.monitoring, which reports all code; what is not watched is reported once and no more."""

import sys
from _thread import get_ident

from ..frames import is_generator
from .steps import Mark, gives_way_for

TOOL = 4
"""A number for sys.monitoring that it has given to nobody."""


def monitor(file, hooks, steps, probes):
    """See `watch`."""
    monitoring = sys.monitoring  # pyright: ignore[reportAttributeAccessIssue]
    kinds = monitoring.events
    main = get_ident()
    watched = Watched(file, hooks, steps, probes)

    def only_watched(hook, unwatched=None):
        def on_event(code, *more):
            if code.co_filename != file and id(code) not in probes:
                return unwatched
            if get_ident() == main:
                hook(sys._getframe(1), code, more[-1])

        return on_event

    callbacks = {
        kinds.PY_START: only_watched(watched.started, monitoring.DISABLE),
        kinds.PY_RESUME: only_watched(watched.resumed, monitoring.DISABLE),
        kinds.PY_THROW: only_watched(watched.threw),
        kinds.PY_YIELD: only_watched(watched.gave_way, monitoring.DISABLE),
        kinds.PY_RETURN: only_watched(watched.returned, monitoring.DISABLE),
        kinds.PY_UNWIND: only_watched(watched.failed),
        kinds.LINE: only_watched(watched.line, monitoring.DISABLE),
    }
    monitoring.use_tool_id(TOOL, "interleave")
    for kind, on_event in callbacks.items():
        monitoring.register_callback(TOOL, kind, on_event)
    monitoring.set_events(TOOL, sum(callbacks))
    monitoring.restart_events()

    def end():
        if monitoring.get_tool(TOOL) is None:
            return
        monitoring.set_events(TOOL, 0)
        for kind in callbacks:
            monitoring.register_callback(TOOL, kind, None)
        monitoring.free_tool_id(TOOL)

    return end


class Watched:
    """Frames of the program, and those of libraries that have a probe."""

    def __init__(self, file, hooks, steps, probes):
        self._file = file
        self._hooks = hooks
        self._steps = steps
        self._probes = probes

    def started(self, frame, code, _):
        if code.co_filename != self._file:
            self._probes[id(code)].entered(frame)
        elif is_generator(code, self._file):
            self._resume(frame, False)
        else:
            self._steps.entered(frame, _mark_of(frame))

    def resumed(self, frame, code, _):
        if code.co_filename != self._file:
            self._probes[id(code)].entered(frame)
        elif is_generator(code, self._file):
            self._resume(frame, False)

    def threw(self, frame, code, _):
        if is_generator(code, self._file):
            self._resume(frame, True)

    def gave_way(self, frame, code, value):
        if code.co_filename != self._file:
            self._probes[id(code)].left(frame, value)
        elif is_generator(code, self._file):
            self._hooks.generator_suspended(_mark_of(frame).strand, frame, gives_way_for(frame, value))

    def returned(self, frame, code, value):
        if code.co_filename != self._file:
            self._probes[id(code)].left(frame, value)
        else:
            self._end(frame, code, "return")

    def failed(self, frame, code, error):
        if code.co_filename == self._file:
            self._end(frame, code, "close" if isinstance(error, GeneratorExit) else "throw")

    def line(self, frame, code, _):
        if code.co_filename == self._file:
            self._steps.line(frame, _mark_of(frame))

    def _resume(self, frame, threw):
        mark = _mark_of(frame)
        mark.strand = self._hooks.generator_resumed(mark.strand, frame, threw)

    def _end(self, frame, code, how):
        if is_generator(code, self._file):
            self._hooks.generator_settled(_mark_of(frame).strand, how)
        else:
            self._steps.left(frame, _mark_of(frame))


def _mark_of(frame):
    if not isinstance(frame.f_trace, Mark):
        frame.f_trace = Mark()
    return frame.f_trace
