"""Runs a program under a schedule, with a tracer: what it did, and where it left the usual way."""

from ..explore.policies import Policy
from ..explore.recorder import Recorder
from ..virtual.models.instants import SECOND
from ..virtual.models.scheduled import ScheduledRepeater
from .traced import TracedRepeater
from .tracer import Tracer


class TracedSchedules(TracedRepeater, ScheduledRepeater):
    def __init__(self, model):
        self._is_traced = False
        ScheduledRepeater.__init__(self, model)
        self._tracer_of = Tracer

    def trace_schedule(self, file, schedule):
        """Runs it once. Returns the outcome, with the events beside it."""
        self._begin_trace(file)
        (outcome,) = self.prepare(file)([schedule])
        return outcome

    def _recorder_of(self, schedule):
        return TracedRecorder(Policy(schedule), self._misfit, self._hooks)

    def _beside(self, code):
        return {**ScheduledRepeater._beside(self, code), "events": TracedRepeater._beside(self, code)}


class TracedRecorder(Recorder):
    def __init__(self, policy, misfit, hooks):
        super().__init__(policy, misfit)
        self._hooks = hooks

    def deviated(self, cause, taken, of):
        if of:
            self._hooks.decided(cause, taken, [_key(each) for each in of])

    def stalled(self, units):
        self._hooks.stalled(round(max(units * 1000 / SECOND, 0.001), 3))


def _key(way):
    """What a tracer knows it by: a task by itself, a wait by the timer that it is of."""
    due = getattr(way, "due", way)
    return getattr(due, "timer", due)
