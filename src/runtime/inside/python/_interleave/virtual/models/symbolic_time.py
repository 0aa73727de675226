"""`cpu` and `stalls`: the virtual clock of a process that may stand still at any time. What it gives are instants, not
numbers."""

import math
import sys
from typing import Any

from ...explore.policies import Policy
from ...explore.recorder import Recorder
from ...explore.symbolic import SymbolicClock
from ..clock import Clock
from .instants import SECOND, Deadline, Instant, Span, units
from .spinning import Spinning

MILLISECOND = SECOND // 1000
"""epoll counts a wait in whole milliseconds, rounded up."""

LOOK = 1_000
"""Nanoseconds that a look of the loop at the clock usually takes, as VirtualLoop has it."""

LOOP, HUB = "_run_once", "timers"
"""The look of asyncio's loop, and of gevent's, whether a timer is due: no line of the program asks for it."""

PROGRAM_LOOK = 20_000
"""The same for a look of the program."""


_incurious = ("logging",)
"""Modules that keep the time with what they keep, whether anybody looks at it or not."""


class SymbolicTime(Clock):
    stalls = "any"

    def start(self):
        super().start()
        self._clock = SymbolicClock(Recorder(Policy({"deviations": []}), None), 1)

    def begin(self, recorder):
        """A new run, whose choices the recorder makes."""
        self.start()
        self._recorder = recorder
        self._compared = None  # the decision that the last comparison was
        self._clock = SymbolicClock(recorder, 1, self.stalls)
        self._ties = {}
        self._deadlines = 0
        self._spinning = Spinning(self.is_program)
        self._looked = Instant(self, self._clock.origin, 0)
        self._readings = 0

    @property
    def now(self):
        return self._clock.now / SECOND

    @now.setter
    def now(self, seconds):
        """Where the clock starts is no affair of the program's."""

    @property
    def path(self):
        return self._clock.path.as_dict()

    @property
    def is_pinned(self):
        return self._clock.is_pinned

    @property
    def is_spent(self):
        return self._clock.is_spent

    @property
    def last(self):
        """The time of the last reading."""
        return self._clock.last

    def pass_time(self, seconds):
        self._clock.pass_time(units(seconds))

    def read(self, what, look=LOOK):
        return Instant(self, self._clock.read(look, self._place(what)), 0)

    def reading(self, start):
        """What a function of `time` gives that counts from `start`."""
        frame = sys._getframe(2)
        if frame.f_globals.get("__name__") in _incurious:
            return start + self.now
        if self.is_spent:  # nothing more is chosen: the usual time will do
            self._clock.pass_time(PROGRAM_LOOK)
            return start + self.now
        instant = self.program_reads(frame)
        return instant + start if start else instant

    def program_reads(self, frame):
        """The same for `loop.time()`. `frame` is who looks."""
        clock = self._clock
        clock.pass_time(PROGRAM_LOOK)
        by_others = clock.path.readings - self._readings
        waits_for = self._spinning.looks(frame, self.writes, by_others)
        if not by_others and len(waits_for) == 1:
            if self._compared == len(self._recorder.decisions) - 1:  # whether it looks once more makes no difference
                self._recorder.needless(self._compared, [1])
            period = clock.now - clock.value_of(self._looked)
            clock.wait_until(waits_for[0], period)
        self._looked = self.read("time", 0)
        self._readings = clock.path.readings
        return self._looked

    def look(self):
        """The same, for what has to be a number."""
        frame = sys._getframe(2)
        return self.now if frame.f_globals.get("__name__") in _incurious else float(self.program_reads(frame))

    def usual_seconds(self, instant):
        return self._clock.value_of(instant) / SECOND

    def sleep(self, seconds):
        self.sleeps += 1
        if type(seconds) is Span:
            self.arrive(self.after(seconds))
        else:
            self._clock.sleep(units(seconds))

    def after(self, seconds):
        """When a sleep of so long ends that begins now."""
        return self.deadline(self.read("sleep") + seconds)

    def deadline(self, when) -> Any:
        """For a timer that is due then; infinity stays one."""
        instant = self.instant_at(when)
        if not isinstance(instant, Instant):
            return instant
        self._deadlines += 1
        return Deadline(instant, self._deadlines, self._clock.path.at(instant.time))

    def arrive(self, deadline):
        """Nothing runs until then."""
        instant = self.instant_at(deadline)
        if isinstance(instant, Instant):
            self._clock.wait_until(instant)

    def idle_until(self, deadline):
        """The same in a loop, which waits for it as long as epoll does."""
        self._clock.wait_until(deadline, MILLISECOND)

    def instant_at(self, value):
        """The instant that a number means; infinity is none. None for what is no number."""
        if isinstance(value, Instant):
            return value
        if type(value) is Span:
            value = float(value)
        if not isinstance(value, (int, float)):
            return None
        return value if not math.isfinite(value) else Instant(self, self._clock.origin, units(value))

    def shifted(self, instant, span):
        """`instant` and as much as lies between two others. Where the earlier of them is that same reading nobody has
        to know how much that is; else no stall is tried between the two readings."""
        later, earlier = span.later, span.earlier
        between = instant.plus - earlier.plus
        if instant.time is not earlier.time:
            between = self._clock.pin(instant, earlier)
        return Instant(self, later.time, later.plus + between)

    def pin(self, later, earlier=None):
        return self._clock.pin(later, earlier)

    def is_before(self, a, b, what):
        position = len(self._recorder.decisions)
        answer = self._clock.is_before(a, b, lambda: self._place(what))
        self._compared = position if len(self._recorder.decisions) == position + 1 else None
        if a.time is self._looked.time and answer:
            self._spinning.compared(Instant(self, b.time, b.plus - a.plus))
        elif b.time is self._looked.time and not answer:
            self._spinning.compared(Instant(self, a.time, a.plus - b.plus + 1))
        return answer

    def is_due(self, deadline, end):
        """Whether a timer has come when the loop looks: before `end`, which is the look and the resolution of the clock."""
        return self._clock.is_before(deadline, end, lambda: {**(deadline.at or {}), "what": "due"})

    def is_first(self, one, other):
        """For the heap of timers. Where two deadlines can be nothing but equal, either may be first (`ties`)."""
        if self._clock.is_same(one, other):
            return self._is_first_of_equals(one, other)
        return self._clock.is_before(one, other, lambda: {**(one.at or {}), "what": "heapq"})

    def _is_first_of_equals(self, one, other):
        """asyncio leaves it to its heap, which is told that neither is less, unless the schedule says so."""
        pair = one.order, other.order
        if pair not in self._ties:
            place = {**(one.at or {}), "what": "heapq"}
            is_first = self._recorder.choose("ties", 2, 0, place, of=(other, one)) == 1
            self._ties[pair] = is_first
            if is_first:
                self._ties[pair[::-1]] = False
        return self._ties[pair]

    def _place(self, what):
        line = None if what in (LOOP, HUB) else self.locate()
        return {"what": what} if line is None else {"line": line, "what": what}


class StallingTime(SymbolicTime):
    """Each stall is a decision of its own."""

    stalls = "chosen"
