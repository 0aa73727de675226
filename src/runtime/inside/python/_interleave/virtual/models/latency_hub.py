"""`latency`: the loop of gevent's hub, where each timer that stands for something outside may be late without bound.
Timers of priority -1 are time limits."""

import heapq

from ..hub.gevent_loop import LOOK, Loop
from .late_time import LateTime


class LatencyHub(Loop):
    clock: LateTime  # pyright: ignore[reportIncompatibleVariableOverride]

    def _skip(self):
        self._arrive()

    def _arrive(self):
        for entry in self.timers:
            if entry[2].entry is not entry:  # it has been stopped
                self.clock.cancel(entry[0])
        self.clock.wait()
        heapq.heapify(self.timers)

    def _due(self):
        if self.clock.pass_by(self.timers[0][0] if self._next_timer() else None):
            heapq.heapify(self.timers)
        return super()._due()

    def _has_come(self, deadline, now):
        return not deadline >= now

    def deadline(self, timer, seconds):
        self.clock.now += LOOK
        return self.clock.due(self.clock.look_of_loop(self.clock.now) + seconds, timer.priority == -1)
