"""Runs programs on the virtual clock as the other scripts do, with a tracer told of each run."""

import os

from interleave_virtual.again import Repeater
from interleave_virtual.deadlock import DEADLOCK_EXIT

from .generators import watch_generators
from .guard import Guarded
from .loop import trace_all_loops
from .tracer import Tracer


class TracedRepeater(Repeater):
    """`tracer_of(file, clock)` makes the tracer of one run."""

    def __init__(self, tracer_of=Tracer):
        super().__init__()
        self._tracer_of = tracer_of
        self._tracer = None
        self._moments = None
        self._unwatch = None

    def trace(self, file, cause="none", seed=0):
        """Runs it once. Returns the tracer and the outcome."""
        file = os.path.abspath(file)
        self._tracer = self._tracer_of(file, self._clock)
        self._moments = Guarded(self._tracer)
        trace_all_loops(self._moments)
        (outcome,) = self.prepare(file, cause)([seed])
        self._moments.finish(outcome.exit)
        return self._tracer, outcome

    def _begin(self, file, seed, cause, renew):
        capture = super()._begin(file, seed, cause, renew)
        for name, stream in (("stdout", capture.stdout), ("stderr", capture.stderr)):
            self._tell_of(name, stream.buffer)
        self._moments.begin()
        self._unwatch = watch_generators(file, self._moments)
        return capture

    def _tell_of(self, name, sink):
        write, clock, moments = sink.write, self._clock, self._moments

        def told(piece):
            if not clock.ended:
                moments.printed(name, bytes(piece))
            return write(piece)

        sink.write = told

    def _to_the_end(self, file, program):
        try:
            return super()._to_the_end(file, program)
        finally:
            self._unwatch()

    def _end(self, report, code):
        if code == DEADLOCK_EXIT:
            self._moments.deadlock()
        else:
            self._moments.limit(report.strip())
        super()._end(report, code)
