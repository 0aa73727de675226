"""`ties`: the loop of gevent's hub, where equal deadlines come in any order."""

from ..hub.gevent_loop import LOOK, Loop
from .still_time import StillTime


class TiesHub(Loop):
    clock: StillTime  # pyright: ignore[reportIncompatibleVariableOverride]

    def _arrive(self):
        super()._arrive()
        self.clock.arrive_still(self.timers[0][0])

    def _has_come(self, deadline, now):
        return float(deadline) <= now + LOOK or deadline.still <= self.clock.still

    def deadline(self, timer, seconds):
        self.clock.now += LOOK
        return self.clock.due(self.clock.now + seconds, self.clock.still + seconds)
