"""`latency`: each timer that stands for something outside may be late without bound, and a schedule says which ends
next. Time limits stand for themselves. All that ends at once is handed out in one turn, as a selector hands out what
has come from outside.

What a program is told of the time is that of the plain run, as is the usual order.
"""

import heapq
import math

from ...explore.outside_waits import Wait
from ..loop import VirtualLoop
from .instants import units
from .late_time import LateTime, Reading

SHORT = 0.001_001
"""Seconds: a wait of a millisecond or less gives way to others and stands for nothing outside."""

_limits = {("asyncio.timeouts", "_on_timeout"), ("asyncio.tasks", "_release_waiter"), ("asyncio.tasks", "_on_timeout")}


class LatencyLoop(VirtualLoop):
    clock: LateTime  # pyright: ignore[reportIncompatibleVariableOverride]
    _stopping: bool  # of asyncio

    def __init__(self, selector=None):
        super().__init__(selector)
        self._waits = self.clock.waits
        self._arrived = 0.0  # the usual time until which each that is still pending is late
        self._ends = 0

    def time(self):
        return Reading(super().time(), self._waits.now_is, 0)

    def call_at(self, when, callback, *args, context=None):
        due = Due(when)
        due.wait = Wait(self.clock.way(), 0, 0 if _is_limit(callback) or when - self.clock.now <= SHORT else math.inf)
        due.wait.due = due
        instant = (when.time, when.plus) if isinstance(when, Reading) else (self._waits.origin, units(when))
        self._waits.begin(due.wait, instant)
        return super().call_at(due, callback, *args, context=context)

    def select(self, timeout):
        if timeout == 0 and not self._ready and not self._stopping:
            timeout = self.clock.SHORTEST  # the next one is late already
        return super().select(timeout)

    def arrive(self, timeout):
        """Something ends next, and what else ends in the same turn."""
        wait = self._waits.next()
        if wait is None:
            super().arrive(timeout)
        self._hand_out(wait)

    def _poll(self):
        super()._poll()
        if self.clock.has_slept:
            self.clock.has_slept = False
            self._hand_out(self._waits.another())
        elif self._scheduled and self._arrived <= self._scheduled[0]._when.usual <= self.clock.now:
            self.arrive(0)

    def _hand_out(self, wait):
        """What has ended, from `wait` on, in this turn."""
        while wait is not None:
            self._end(wait)
            wait = self._waits.another()
        self._arrived = self.clock.now
        heapq.heapify(self._scheduled)

    def _end(self, wait):
        left = wait.due.usual - self.clock.now
        if left > 0:
            VirtualLoop.arrive(self, left)
        self._ends += 1
        wait.due.rank = self._ends

    def create_task(self, coro, **options):
        path = self.clock.count("task")
        task = super().create_task(coro, **options)
        task.path = path  # pyright: ignore[reportAttributeAccessIssue]
        return task

    def close(self):
        for handle in self._scheduled:
            self._waits.cancel(handle._when.wait)
        super().close()

    def _timer_handle_cancelled(self, handle):
        self._waits.cancel(handle._when.wait)
        super()._timer_handle_cancelled(handle)  # pyright: ignore[reportAttributeAccessIssue]


class Due(float):
    """A deadline. `rank` is its place among those that have ended."""

    wait: Wait
    rank = math.inf

    @property
    def usual(self):
        return float(self)

    def __lt__(self, other):
        if type(other) is Due and (self.rank, other.rank) != (math.inf, math.inf):
            return self.rank < other.rank
        return super().__lt__(other)

    def __ge__(self, end):
        """Whether a timer is still to come when the loop looks."""
        return self.rank == math.inf

    __hash__ = float.__hash__


def _is_limit(callback):
    return (getattr(callback, "__module__", ""), getattr(callback, "__name__", "")) in _limits
