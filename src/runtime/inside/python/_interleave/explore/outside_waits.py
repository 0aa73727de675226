"""`latency`: which of the pending waits ends next. Orders, not numbers: a wait ends some time within its window, and it
may be next if there are times at which no other one must have ended before (the firing domains of time Petri nets:
Berthomieu & Diaz, IEEE TSE 17, 1991). The twin of src/explore/clock/outside-waits.ts.
"""

import math
from typing import Any

from .path import Path
from .zone import Zone


class Wait:
    """It takes at least `least` and at most `most` units. Infinity: an outside wait, which may be late without bound;
    the same as `least`: a time limit, or a sleep that stands for nothing outside. Of two such that end at once the
    first to begin goes first."""

    __slots__ = ("way", "least", "most", "begun", "due")

    def __init__(self, way, least, most):
        self.way = way
        self.least = least
        self.most = most
        self.begun: Any = None  # a time
        self.due: Any = None  # what its engine keeps with it

    @property
    def is_exact(self):
        return self.least == self.most


class OutsideWaits:
    """`ends_with(wait, ended)` says of two waits whether the first usually ends in the same turn as the second, which
    has ended."""

    def __init__(self, choose, ends_with=lambda wait, ended: False):
        self._choose = choose
        self._ends_with = ends_with
        self._zone = Zone()
        self.path = Path(0)
        self.origin = self._now = self._zone.origin
        self._ended = None
        self._last_is_outside = False
        self._pending = []  # in the order in which they began
        self.asked = []  # those of whom `another` has chosen, None for nobody

    def begin(self, wait, instant=None):
        """It counts from now, or from an earlier time and what is added to it."""
        time, plus = (self._now, 0) if instant is None else instant
        wait.begun = time
        wait.least += plus
        wait.most += plus
        if wait.most != math.inf and not self._can_come(wait):  # its time has passed: it ends at once
            wait.begun, wait.least, wait.most = self._now, 0, 0
        self._pending.append(wait)

    def pass_time(self, length):
        """The process itself stands still for so long, and what ends meanwhile waits for it. Then `another` may hand it
        out."""
        time = self._zone.add([(self._now, length)], self.now() + length)
        self.path.add_time([(self._now, length)], None)
        self._now, self._ended, self._last_is_outside = time, None, True
        for wait in self._pending:
            wait.most = math.inf if wait.most != math.inf and not self._can_come(wait) else wait.most

    def _can_come(self, wait):
        """Of a wait with a window: whether its end can still be to come."""
        return self._zone.allows(self._now, wait.begun, wait.most)

    def cancel(self, wait):
        self._pending = [each for each in self._pending if each is not wait]

    @property
    def now_is(self):
        """The time at which the last one ended."""
        return self._now

    def now(self):
        """When the last one ended, if nothing but what was decided was late."""
        return self._zone.value(self._now)

    def next(self):
        """The wait that ends next, which is no longer pending then; None if none is."""
        possible = [each for each in self._pending if self._can_be_next(each)]
        possible.sort(key=self._usual_end)
        return self._end(self._one_of(possible))

    def another(self):
        """One more wait that ends at the same time, in the same turn of the loop; None if none does."""
        possible = [
            each
            for each in self._pending
            if (each.is_exact or self._last_is_outside) and self._can_be_next(each, self._now)
        ]
        due = [each for each in possible if each.is_exact and not self._can_end_later(each)]
        others = [each for each in possible if each not in due]
        usual = [each for each in others if not due and self._ends_with(each, self._ended)]
        usual.sort(key=self._usual_end)
        first = usual[:1]
        self.asked = [*(due or [*first, None]), *(each for each in others if each not in first)]
        chosen = self._one_of(self.asked)
        if chosen is not None:
            return self._end(chosen, self._now)
        for wait in possible:
            if wait.is_exact:
                self._constrain(self._now, wait.begun, wait.least - 1)
        return None

    def _one_of(self, waits):
        if len(waits) < 2:
            return waits[0] if waits else None
        ways = [{"id": "nobody"} if wait is None else wait.way for wait in waits]
        return waits[self._choose("latency", len(waits), ways=ways, of=waits)]

    def _usual_end(self, wait):
        """When it ends if nothing is late."""
        return self._zone.value(wait.begun) + wait.least

    def _can_end_later(self, wait):
        """Of an exact wait: whether its time may still be to come."""
        return self._zone.allows(self._now, wait.begun, wait.least - 1)

    def _constrain(self, a, b, most):
        self._zone.constrain(a, b, most)
        self.path.add_inequality(a, b, most)

    def _end(self, wait, by=None):
        if wait is None:
            return None
        value = max(self.now(), self._usual_end(wait))
        limits = self._limits(wait, by)
        time = self._zone.add([(self._now, 0), (wait.begun, wait.least)], value)
        self.path.add_time([] if wait.is_exact else [(wait.begun, wait.least)], None)
        self.path.add_inequality(wait.begun, time, -wait.least)
        for other, most in limits:
            self._constrain(time, other, most)
        self._last_is_outside = not wait.is_exact
        self._now = time
        self._ended = wait
        self._pending.remove(wait)
        return wait

    def _can_be_next(self, wait, by=None):
        """Whether there are times at which this one ends next, at the latest at `by`."""
        limits = self._limits(wait, by)
        if not limits:
            return True
        zone = self._zone.copy()
        now, begun = zone.same(self._now), zone.same(wait.begun)
        own_limits = [(zone.same(other), most) for other, most in limits]  # held, or the next time may push them out
        time = zone.add([(now, 0), (begun, wait.least)], max(self.now(), self._usual_end(wait)))
        for own, most in own_limits:
            if not zone.allows(time, own, most):
                return False
            zone.constrain(time, own, most)
        return True

    def _limits(self, wait, by):
        """The end of a wait is past the window of none that is pending: pairs of a time and how much later it is at most."""
        limits = []
        is_before = True
        for other in self._pending:
            if other is wait:
                is_before = False
            if other.most != math.inf:
                goes_first = is_before and other.is_exact and wait.is_exact
                limits.append((other.begun, other.most - goes_first))
        if by is not None:
            limits.append((by, 0))
        return limits
