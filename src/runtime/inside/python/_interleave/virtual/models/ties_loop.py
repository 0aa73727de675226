"""`ties`: nothing is late, and while callbacks run no time passes, so that deadlines meet: any of equal ones may be first.

Deadlines are equal that are so to the microsecond, by a clock that stands still while anybody runs. What else is to be
known of time is that of the plain run, where each look at the clock takes a little, and so is the usual order of
equals.
"""

from ..loop import VirtualLoop
from .still_time import Reading, StillTime

_DIGITS = 6


class TiesLoop(VirtualLoop):
    clock: StillTime  # pyright: ignore[reportIncompatibleVariableOverride]

    def __init__(self, selector=None):
        super().__init__(selector)
        self._timers = 0
        self._order = {}

    def time(self):
        return Reading(super().time(), self.clock.still)

    def call_at(self, when, callback, *args, context=None):
        self._timers += 1
        return super().call_at(Due(self, when, self._timers), callback, *args, context=context)

    def arrive(self, timeout):
        super().arrive(timeout)
        if self._scheduled:
            self.clock.still = max(self.clock.still, self._scheduled[0]._when.still)

    def is_first_of_equals(self, one, other):
        """Of two equal deadlines, whether the first is before the second."""
        pair = one.order, other.order
        if pair not in self._order:
            usual = float.__lt__(one, other)
            place = {"what": "heapq"} if one.line is None else {"line": one.line, "what": "heapq"}
            is_first = not usual if self.clock.choose("ties", 2, 0, place) else usual
            self._order[pair] = is_first
            if is_first or not float.__eq__(one, other):
                self._order[pair[::-1]] = not is_first
        return self._order[pair]


class Due(float):
    """A deadline."""

    loop: TiesLoop
    still: float
    order: int
    line: int | None

    def __new__(cls, loop, when, order):
        self = super().__new__(cls, when)
        self.loop = loop
        self.still = round(getattr(when, "still", when), _DIGITS)
        self.order = order
        self.line = loop.clock.locate()
        return self

    def __lt__(self, other):
        if type(other) is not Due:
            return super().__lt__(other)
        return self.loop.is_first_of_equals(self, other) if self.still == other.still else self.still < other.still

    def __ge__(self, end):
        """Whether a timer is still to come when the loop looks at the clock: equal ones come in one turn."""
        return super().__ge__(end) and self.still > self.loop.clock.still

    __hash__ = float.__hash__
