"""The causes by which one program may print in another order, each as a loop that makes legal moves only.

Callbacks run in the order in which they became ready, and timers in the order of their deadlines: asyncio promises
both. What is free is how much time passes, how long something outside takes, and who is first of equal deadlines.
"""

import collections

from .loop import VirtualLoop

BUSY = 0.003
"""Seconds that at most pass before a callback, on a machine that has other things to do."""

LATE = 0.5
"""The part of a wait by which something outside may be late."""

SHORT = 0.001_001
"""Seconds: a wait of a millisecond or less gives way to others and stands for nothing outside."""

_limits = {("asyncio.timeouts", "_on_timeout"), ("asyncio.tasks", "_release_waiter"), ("asyncio.tasks", "_on_timeout")}

LOOKS = 10_000
"""Looks at the clock within one turn after which the program counts as waiting for it to move."""


class CpuLoop(VirtualLoop):
    """`cpu`: any time may pass between two callbacks."""

    def __init__(self, selector=None):
        super().__init__()
        self._ready = _BusyQueue(self.clock, self.draw)


class _BusyQueue(collections.deque):
    def __init__(self, clock, draw):
        super().__init__()
        self._clock = clock
        self._draw = draw

    def popleft(self):
        if self._draw() < 0.5:
            self._clock.now += self._draw() * BUSY
        return super().popleft()


class LatencyLoop(VirtualLoop):
    """`latency`: each timer stands for something outside, which may be late. A time limit stands for itself."""

    def call_at(self, when, callback, *args, context=None):
        if not _is_limit(callback):
            now = self.clock.now
            when = now + late(self.draw, when - now)
        return super().call_at(when, callback, *args, context=context)


def late(draw, seconds):
    """How long a wait of `seconds` takes."""
    return seconds * (1 + LATE * draw()) if seconds > SHORT else seconds


def _is_limit(callback):
    return (getattr(callback, "__module__", ""), getattr(callback, "__name__", "")) in _limits


class TiesLoop(VirtualLoop):
    """`ties`: while callbacks run the clock stands still, so that deadlines meet, and any of equal ones may be first.

    Deadlines are equal that are so to the microsecond; less than one lies between two of them then, at random.
    """

    def __init__(self, selector=None):
        super().__init__()
        self._clock_resolution = 1e-6
        self._looks = 0

    def time(self):
        self._looks += 1
        if self._looks > LOOKS:
            self.clock.look()
        return self.clock.now

    def select(self, timeout):
        self._looks = 0
        return super().select(timeout)

    def arrive(self, timeout):
        self.clock.now = round(self.clock.now + timeout, 6)

    def call_at(self, when, callback, *args, context=None):
        return super().call_at(round(when, 6) + self.draw() * 4e-7, callback, *args, context=context)


loops = {"none": VirtualLoop, "cpu": CpuLoop, "latency": LatencyLoop, "ties": TiesLoop}
