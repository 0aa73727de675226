"""Runs programs on the virtual clock as the other scripts do, with a tracer of each run."""

import os
from collections.abc import Callable

from ..virtual import program as programs
from ..virtual.deadlock import DEADLOCK_EXIT, TURNS_EXIT
from ..virtual.limits import SECONDS
from ..virtual.repeat import Repeater
from .asyncio_probes import probes_of
from .events import MOST
from .guard import Guarded
from .hub import TracedHub, trace_switches
from .loop import TracedLoop
from .traced_task import TracedTask
from .tracer import Tracer
from .watch import watch

_show = programs._show


class TracedRepeater(Repeater):
    """`tracer_of(file, clock)` makes the tracer of one run."""

    _tracer: Tracer
    _hooks: Guarded
    _unwatch: Callable[[], None]

    def __init__(self, tracer_of=Tracer):
        self._is_traced = False
        super().__init__()
        self._tracer_of = tracer_of

    def trace(self, file):
        """Runs it once. Returns the events and the outcome."""
        self._begin_trace(file)
        (outcome,) = self.prepare(file)([None])
        return outcome.beside, outcome

    def _begin_trace(self, file):
        file = os.path.abspath(file)
        self._tracer = self._tracer_of(file, self._clock)
        self._tracer.full = self._full
        self._hooks = Guarded(self._tracer)
        self._is_traced = True
        TracedLoop.hooks = TracedTask.hooks = TracedHub.hooks = self._hooks
        programs._show = self._show

    def _beside(self, code):
        self._hooks.finish(code)
        return self._tracer.events

    def _kind(self):
        kind = super()._kind()
        return type(kind.__name__, (TracedLoop, kind), {}) if self._is_traced else kind

    def _kind_of_hub(self):
        kind = super()._kind_of_hub()
        return type(kind.__name__, (TracedHub, kind), {}) if self._is_traced else kind

    def _preload(self, folder, loaded):
        """Each program is run once."""

    def _begin(self, file, schedule, renew):
        super()._begin(file, schedule, renew)
        for name, stream in (("stdout", self._capture.stdout), ("stderr", self._capture.stderr)):
            self._watch_output(name, stream.buffer)
        if self._has_hub:
            trace_switches(self._hooks)
        self._hooks.begin()
        self._unwatch = watch(file, self._hooks, probes_of(self._hooks))

    def _after(self):
        self._unwatch()

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

    def _full(self):
        self._end(f"ended after {MOST} events\n", TURNS_EXIT)

    def _time_over(self, frame, idle):
        """What has happened until then is shown all the same."""
        self._end(f"ended after {SECONDS:.0f} s\n", TURNS_EXIT)

    def _report(self, report, code):
        if report and code == DEADLOCK_EXIT:
            self._hooks.deadlock()
        elif report:
            self._hooks.limit(report.strip())
        super()._report(report, code)
