"""`ties`: nothing is late, and while callbacks run no time passes, so that deadlines meet: any of equal ones may be first.

What else is to be known of time is that of the plain run, where each look at the clock takes a little, and so is the
usual order of equals.
"""

from ..loop import VirtualLoop
from .still_time import Reading, StillTime


class TiesLoop(VirtualLoop):
    clock: StillTime  # pyright: ignore[reportIncompatibleVariableOverride]

    def time(self):
        return Reading(super().time(), self.clock.still)

    def call_at(self, when, callback, *args, context=None):
        due = self.clock.due(when, getattr(when, "still", when))
        return super().call_at(due, callback, *args, context=context)

    def arrive(self, timeout):
        super().arrive(timeout)
        if self._scheduled:
            self.clock.arrive_still(self._scheduled[0]._when)
