"""Runs programs on the virtual clock as the other scripts do, with a tracer told of each run."""

import atexit
import os
import sys
import threading

from ..virtual import program as programs
from ..virtual.repeat import TURNS, Repeater
from ..virtual.capture import Outcome
from ..virtual.forks import in_copies
from ..virtual.deadlock import DEADLOCK_EXIT
from ..virtual.install import install_hub
from ..virtual.plugins import look_for_plugins_once
from ..virtual.program import run_as_main

from .asyncio_probes import doings_of
from .guard import Guarded
from .hub import trace_hub
from .loop import trace_all_loops
from .tracer import Tracer
from .watch import watch

_show = programs._show


class TracedRepeater(Repeater):
    """`tracer_of(file, clock)` makes the tracer of one run."""

    def __init__(self, tracer_of=Tracer):
        super().__init__()
        self._tracer_of = tracer_of
        self._tracer = None
        self._moments = None
        self._unwatch = None
        self._told_by_copy = None

    def trace(self, file, cause="none", seed=0):
        """Runs it once. Returns the events and the outcome."""
        file = os.path.abspath(file)
        self._tracer = self._tracer_of(file, self._clock)
        self._moments = Guarded(self._tracer)
        trace_all_loops(self._moments)
        programs._show = self._show
        self._told_by_copy = None
        (outcome,) = self.prepare(file, cause)([seed])
        if self._told_by_copy is not None:
            return self._told_by_copy, outcome
        self._moments.finish(outcome.exit)
        return self._tracer.events, outcome

    def _with_copies(self, file, program, cause):
        look_for_plugins_once()

        def work(seed, send):
            def end(report, code):
                if report:
                    self._moments.limit(report.strip())
                sys.stderr.write(report)
                self._moments.finish(code)
                send((self._tracer.events, capture.pieces, code, self._clock.milliseconds()))

            trace_hub(self._moments)
            renew = install_hub(self._clock, end, cause, TURNS)
            capture = self._begin(file, seed, cause, renew)
            code = run_as_main(file, program)
            threading._shutdown()
            atexit._run_exitfuncs()
            end("", code)

        def run(seeds):
            for self._told_by_copy, *result in in_copies(work, seeds):
                yield Outcome(*result)

        return run

    def _begin(self, file, seed, cause, renew):
        capture = super()._begin(file, seed, cause, renew)
        for name, stream in (("stdout", capture.stdout), ("stderr", capture.stderr)):
            self._tell_of(name, stream.buffer)
        self._moments.begin()
        self._unwatch = watch(file, self._moments, doings_of(self._moments))
        return capture

    def _show(self, error):
        self._moments.uncaught(error)
        _show(error)

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
