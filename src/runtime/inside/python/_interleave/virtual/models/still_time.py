"""A clock beside the virtual one that stands still while anybody runs, so that deadlines can be equal (`ties`)."""

from ..clock import Clock

_DIGITS = 6
"""Deadlines are equal that are so to the microsecond."""


class StillTime(Clock):
    """`still`: the seconds that waits have taken."""

    def begin(self, recorder):
        """A new run, whose choices the recorder makes."""
        self.start()
        self._choose = recorder.choose
        self.still = 0.0
        self._deadlines = 0
        self._order = {}

    def reading(self, start):
        return Reading(start + self.look(), start + self.still)

    def sleep(self, seconds):
        super().sleep(seconds)
        self.still += seconds

    def due(self, when, still):
        """For a timer that is due then."""
        self._deadlines += 1
        return Due(self, when, round(still, _DIGITS), self._deadlines)

    def arrive_still(self, due):
        """A wait until then is over."""
        self.still = max(self.still, due.still)

    def is_first_of_equals(self, one, other):
        """Of two equal deadlines, whether the first is before the second: as in the plain run, where each look at the
        clock takes a little, or the other way round."""
        pair = one.order, other.order
        if pair not in self._order:
            usual = float.__lt__(one, other)
            place = {"what": "heapq"} if one.line is None else {"line": one.line, "what": "heapq"}
            firsts = (one, other) if usual else (other, one)
            is_first = not usual if self._choose("ties", 2, 0, place, of=firsts) else usual
            self._order[pair] = is_first
            if is_first or not float.__eq__(one, other):
                self._order[pair[::-1]] = not is_first
        return self._order[pair]


class Reading(float):
    """A look at the clock, and what the one says that stands still."""

    still: float

    def __new__(cls, value, still):
        self = super().__new__(cls, value)
        self.still = still
        return self

    def __add__(self, other):
        moved = super().__add__(other)
        return moved if moved is NotImplemented else Reading(moved, self.still + other)

    __radd__ = __add__
    __hash__ = float.__hash__


class Due(float):
    """A deadline. `still` is when it is by the clock that stands still."""

    clock: StillTime
    still: float
    order: int
    line: int | None
    timer = None  # what a tracer knows it by

    def __new__(cls, clock, when, still, order):
        self = super().__new__(cls, when)
        self.clock, self.still, self.order = clock, still, order
        self.line = clock.locate()
        return self

    def __lt__(self, other):
        if type(other) is not Due:
            return super().__lt__(other)
        return self.clock.is_first_of_equals(self, other) if self.still == other.still else self.still < other.still

    def __ge__(self, end):
        """Whether a timer is still to come when the loop looks at the clock: equal ones come in one turn."""
        return super().__ge__(end) and self.still > self.clock.still

    def __eq__(self, other):
        """A heap of tuples asks so whether it has to look at what comes first in them at all."""
        return self is other if type(other) is Due else super().__eq__(other)

    __hash__ = float.__hash__
