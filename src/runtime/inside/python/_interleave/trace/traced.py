"""Runs programs on the virtual clock as the other scripts do, with a tracer of each run."""

import functools
import os
from collections.abc import Callable

from ..virtual import program as programs
from ..virtual.capture import Outcome
from ..virtual.deadlock import DEADLOCK_EXIT
from ..virtual.forks import in_forks
from ..virtual.plugins import look_for_plugins_once
from ..virtual.repeat import Repeater
from .asyncio_probes import probes_of
from .guard import Guarded
from .hub import trace_hub
from .loop import trace_all_loops
from .tracer import Tracer
from .watch import watch

_show = programs._show


class TracedRepeater(Repeater):
    """`tracer_of(file, clock)` makes the tracer of one run."""

    _tracer: Tracer
    _hooks: Guarded
    _unwatch: Callable[[], None]

    def __init__(self, tracer_of=Tracer):
        super().__init__()
        self._tracer_of = tracer_of
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

        def run(seeds):
            work = functools.partial(self._in_fork, file, program, cause)
            for self._emitted_by_fork, *result in in_forks(work, seeds):
                yield Outcome(*result)

        return run

    def _in_fork(self, file, program, cause, seed, send):
        trace_hub(self._hooks)
        super()._in_fork(file, program, cause, seed, send)

    def _beside(self, code):
        self._hooks.finish(code)
        return self._tracer.events

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

    def _report(self, report, code):
        if report and code == DEADLOCK_EXIT:
            self._hooks.deadlock()
        elif report:
            self._hooks.limit(report.strip())
        super()._report(report, code)
