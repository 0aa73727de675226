"""`cpu`: a clock whose readings are unknown, in whole units. Between two readings the process may have stood still for
any time, so that only what the program does with them is decided: each comparison of two clock values, where both
answers are possible, is a choice. The twin of src/explore/clock/symbolic.ts.

The usual answers are those of the values that the zone keeps: readings as early as they usually are, after a stall that a
schedule asks for as early as they can be. An instant is any object with a `time` and what is added to it, `plus`.
"""

from .path import Path
from .zone import Zone

MOST = 200
"""Comparisons that are chosen in a run: a program that looks on and on at the clock sees the usual times after them. It says
so (`is_spent`): nobody takes what is found for all there is."""


class SymbolicClock:
    """`step` is the least that a reading is later than the one before. `stalls`: `any`, each reading may come after a stall;
    `chosen`, only those at which the recorder's `choose` says so, at the cost of 1 each."""

    def __init__(self, recorder, step, stalls="any"):
        self._recorder = recorder
        self._choose = recorder.choose
        self._step = step
        self._chosen = stalls == "chosen"
        self._asked = 0
        self._zone = Zone()
        self.path = Path(step)
        self.origin = self.last = self._zone.origin
        self._passed = 0  # since the last reading, usually
        self._waits: list[_Wait] = []
        self.is_pinned = self._is_spent = False

    @property
    def now(self):
        """The usual time, as long as nothing but what was decided has gone wrong."""
        return max([self._zone.value(self.last) + self._passed, *map(self._usual_end, self._waits)])

    def pass_time(self, usually):
        """So much passes until the next reading, if nothing goes wrong."""
        self._passed += usually

    def read(self, look=None, at=None):
        """Reads the clock; the time of the reading, before which `look` usually passes."""
        not_before = [(self.last, self._step), *((wait.time, wait.plus) for wait in self._waits)]
        self._passed += self._step if look is None else look
        usual = self.now
        since = usual - self._zone.value(self.last)
        waits, self._waits, self._passed = self._waits, [], 0
        time = self._zone.add(not_before, usual)
        self.path.add_time(not_before, at)
        if self._chosen and not self._choose("cpu", 2, 1, at):
            self._be_usual(time, since, waits)
        self.last = time
        return time

    def wait_until(self, deadline, unit=1):
        """Nothing runs until then: the next reading is not before it. A wait that is counted in larger units usually ends on a
        whole one."""
        self._waits.append(_Wait(deadline.time, deadline.plus, self._passed, unit, 0))

    def _usual_end(self, wait):
        begun = self._zone.value(self.last) + wait.passed
        left = self.value_of(wait) - begun
        return begun - (-left // wait.unit) * wait.unit + wait.more if left > 0 else begun + wait.more

    def sleep(self, length):
        """Nothing runs for so long."""
        if any(wait.time is not self.last for wait in self._waits):
            self.read()
        plus = max([wait.plus for wait in self._waits], default=0)
        self._waits = [_Wait(self.last, plus + length, 0, 1, self._passed)]

    def value_of(self, instant):
        return self._zone.value(instant.time) + instant.plus

    def is_before(self, a, b, at=None):
        """Whether `a` is before `b`; where both answers are possible, the choice decides, and `at()` says where."""
        gap = b.plus - a.plus
        zone, one, other = self._zone, a.time, b.time
        can_be = zone.allows(one, other, gap - 1)
        answer = can_be
        if can_be and zone.allows(other, one, -gap):
            answer = zone.value(one) - zone.value(other) < gap
            if self._asked == MOST:
                self._be_known(a, b)
                return answer
            self._asked += 1
            if self._choose("cpu", 2, 0, at and at()):
                answer = not answer
                self._recorder.stalled(self._decide(one, other, gap, answer))
                return answer
        self._decide(one, other, gap, answer)
        return answer

    def _decide(self, one, other, gap, is_before):
        """Keeps an answer, and says how much later something usually is by it."""
        if is_before:
            return self._constrain(one, other, gap - 1)
        return self._constrain(other, one, -gap)

    @property
    def is_spent(self):
        """Whether a comparison was not chosen that could have been."""
        return self._is_spent

    def _be_known(self, *instants):
        self._is_spent = True
        for instant in instants:
            value = self._zone.value(instant.time)
            self._constrain(instant.time, self._zone.origin, value)
            self._constrain(self._zone.origin, instant.time, -value)

    def is_same(self, a, b):
        """Whether both can be nothing but equal."""
        gap = b.plus - a.plus
        return self._zone.most(a.time, b.time) == gap == -self._zone.most(b.time, a.time)

    def pin(self, later, earlier=None):
        """The number of an instant, counted from another one (the start, where there is none), for a program that looks
        at it: the usual one, and no other from now on. So other stalls between them are not tried, which `is_pinned`
        says for the whole run."""
        time, plus = (self._zone.origin, 0) if earlier is None else (earlier.time, earlier.plus)
        value = self._zone.value(later.time) - self._zone.value(time)
        self._constrain(later.time, time, value)
        self._constrain(time, later.time, -value)
        self.is_pinned = True
        return value + later.plus - plus

    def _be_usual(self, time, since, waits):
        """No stall before this reading: it comes when it usually does. After an earlier stall, where a wait counted in
        larger units ends is not known: on one of them."""
        latest = _Wait(self.last, self._step, 0, 1, 0)
        for wait in waits:
            if self.is_before(latest, wait):
                latest = wait
        earlier, plus, rounding = latest.time, latest.plus, latest.unit - 1
        if not rounding and self._zone.value(time) == self._zone.value(earlier) + plus:
            self._constrain(time, earlier, plus)
        elif self._zone.most(earlier, self.last) == -self._zone.most(self.last, earlier):
            self._constrain(time, self.last, since)
            self._constrain(self.last, time, -since)
        else:
            self._constrain(time, earlier, plus + rounding)

    def _constrain(self, a, b, most):
        later = self._zone.constrain(a, b, most)
        if later is not None:
            self.path.add_inequality(a, b, most)
        return later or 0


class _Wait:
    """Until an instant. It begins usually `passed` after the last reading, ends on a whole `unit`, and lasts `more`
    beside that."""

    __slots__ = ("time", "plus", "passed", "unit", "more")

    def __init__(self, time, plus, passed, unit, more):
        self.time = time
        self.plus = plus
        self.passed = passed
        self.unit = unit
        self.more = more
