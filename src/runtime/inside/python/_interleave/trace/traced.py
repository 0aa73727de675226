"""Runs programs on the virtual clock as the other scripts do, with a tracer of each run."""

import atexit
import os
import sys
import threading

from ..virtual import program as programs
from ..virtual.capture import Outcome
from ..virtual.deadlock import DEADLOCK_EXIT
from ..virtual.forks import in_forks
from ..virtual.install import install_hub
from ..virtual.plugins import look_for_plugins_once
from ..virtual.program import run_as_main
from ..virtual.repeat import TURNS, Repeater
from .asyncio_probes import probes_of
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
        self._hooks = None
        self._unwatch = None
        self._emitted_by_fork = None

    def trace(self, file, cause="none", seed=0):
        """Runs it once. Returns the events and the outcome."""
        file = os.path.abspath(file)
        self._tracer = self._tracer_of(file, self._clock)
        self._hooks = Guarded(self._tracer)
        trace_all_loops(self._hooks)
        programs._show = self._show
        self._emitted_by_fork = None
        (outcome,) = self.prepare(file, cause)([seed])
        if self._emitted_by_fork is not None:
            return self._emitted_by_fork, outcome
        self._hooks.finish(outcome.exit)
        return self._tracer.events, outcome

    def _with_forks(self, file, program, cause):
        look_for_plugins_once()

        def work(seed, send):
            def end(report, code):
                if report:
                    self._hooks.limit(report.strip())
                sys.stderr.write(report)
                self._hooks.finish(code)
                send((self._tracer.events, capture.pieces, code, self._clock.milliseconds()))

            trace_hub(self._hooks)
            renew = install_hub(self._clock, end, cause, TURNS)
            capture = self._begin(file, seed, cause, renew)
            code = run_as_main(file, program)
            threading._shutdown()
            atexit._run_exitfuncs()
            end("", code)

        def run(seeds):
            for self._emitted_by_fork, *result in in_forks(work, seeds):
                yield Outcome(*result)

        return run

    def _begin(self, file, seed, cause, renew):
        capture = super()._begin(file, seed, cause, renew)
        for name, stream in (("stdout", capture.stdout), ("stderr", capture.stderr)):
            self._watch_output(name, stream.buffer)
        self._hooks.begin()
        self._unwatch = watch(file, self._hooks, probes_of(self._hooks))
        return capture

    def _show(self, error):
        self._hooks.uncaught(error)
        _show(error)

    def _watch_output(self, name, sink):
        write, clock, hooks = sink.write, self._clock, self._hooks

        def watched(piece):
            if not clock.ended:
                hooks.printed(name, bytes(piece))
            return write(piece)

        sink.write = watched

    def _to_the_end(self, file, program):
        try:
            return super()._to_the_end(file, program)
        finally:
            self._unwatch()

    def _end(self, report, code):
        if code == DEADLOCK_EXIT:
            self._hooks.deadlock()
        else:
            self._hooks.limit(report.strip())
        super()._end(report, code)
