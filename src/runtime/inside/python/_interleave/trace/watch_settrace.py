"""Watches by sys.settrace, which reports everything that happens in a frame to one function of that frame."""

import dis
import sys

from ..frames import is_generator
from .steps import Mark, gives_way_for


def trace(file, hooks, steps, probes):
    """See `watch`."""

    def on_call(frame, event, argument):
        code = frame.f_code
        known = frame.f_trace
        if code.co_filename == file:
            if is_generator(code, file):
                local = known if isinstance(known, Generator) else Generator(hooks, steps)
                local.resume(frame)
                return local
            if isinstance(known, Plain):
                return known
            local = Plain(steps)
            steps.entered(frame, local)
            return local
        probe = probes.get(id(code))
        if probe is None:
            return None
        frame.f_trace_lines = False
        probe.entered(frame)
        return known if isinstance(known, Done) else Done(probe)

    sys.settrace(on_call)
    return lambda: sys.settrace(None)


def _ending(frame, failing):
    """How a frame is left: it "yields" and goes on later, or it ends by "return" or "throw"."""
    operation = dis.opname[frame.f_code.co_code[frame.f_lasti]]
    if operation == "RETURN_VALUE":
        return "return"
    return "yield" if operation == "YIELD_VALUE" and not failing else "throw"


class Done:
    """The trace function of a frame of a library."""

    def __init__(self, probe):
        self._probe = probe
        self._failing = False

    def __call__(self, frame, event, argument):
        if event == "exception":
            self._failing = True
        elif event == "return" and not (self._failing and argument is None):
            self._probe.left(frame, argument)
        return self


class Plain(Mark):
    """The trace function of a frame that is no generator's."""

    def __init__(self, steps):
        self._steps = steps
        self._failing = False

    def __call__(self, frame, event, argument):
        if event == "line":
            self._failing = False
            self._steps.line(frame, self)
        elif event == "exception":
            self._failing = True
        elif event == "return" and _ending(frame, self._failing and argument is None) != "yield":
            self._steps.left(frame, self)
        return self


class Generator(Mark):
    """The trace function of one generator's frame."""

    def __init__(self, hooks, steps):
        self._hooks = hooks
        self._steps = steps
        self._runs = False
        self._failing = False
        self._starts = False
        self._is_closed = False
        self._resumed_at = -1

    def resume(self, frame):
        self._runs = True
        self._resumed_at = frame.f_lasti
        self._failing = False
        self._starts = self.strand is None
        self.strand = self._hooks.generator_resumed(self.strand, frame, False)

    def __call__(self, frame, event, argument):
        if event == "exception":
            if not self._runs:
                self.resume(frame)
            if frame.f_lasti == self._resumed_at:
                self._threw(argument[0])
            self._failing = True
            self._is_closed = argument[0] is GeneratorExit
        elif event == "line":
            if not self._runs:  # goes on after one that it delegated to caught what was thrown (gen_throw, genobject.c)
                self.resume(frame)
            self._failing = False
            self._steps.line(frame, self)
        elif event == "return":
            self._leave(frame, argument)
        return self

    def _threw(self, kind):
        """One that is closed before it has started has never run."""
        if kind is GeneratorExit and self._starts:
            self.strand = self._hooks.generator_unmade(self.strand)
        else:
            self._hooks.generator_threw(self.strand)

    def _leave(self, frame, value):
        self._runs = False
        ending = _ending(frame, self._failing and value is None)
        if ending == "yield":
            self._hooks.generator_suspended(self.strand, frame, gives_way_for(frame, value))
        elif self.strand is not None:
            self._hooks.generator_settled(self.strand, "close" if ending == "throw" and self._is_closed else ending)
