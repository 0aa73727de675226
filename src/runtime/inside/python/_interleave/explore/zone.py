"""A zone: what is known of unknown times, as bounds of their differences, in a matrix that is closed after each new
bound (Dill, "Timing assumptions and verification of finite-state concurrent systems", 1989). The twin of
src/explore/clock/zone.ts.

Beside the bounds it keeps one value for each time, which fit them all. Times that nobody holds any more are left out of the
matrix, which stays closed without them.
"""

import math
import sys

_MANY = 6
"""Times in a matrix from which on it is worth looking which of them nobody holds."""

_ONLY_HERE = 2
"""References to a time that nobody holds: the list's, and that of the call that counts them."""


class Time:
    """An unknown time. `number` counts all that a zone has had; `place` is where it stands in the matrix now."""

    __slots__ = ("number", "place")

    def __init__(self, number, place):
        self.number = number
        self.place = place


class Zone:
    def __init__(self):
        self.origin = Time(0, 0)
        self._times = [self.origin]
        self._most: list[list[float]] = [[0]]  # entry [a][b] is the most by which a can be later than b
        self._values = [0]
        self._count = 1

    def copy(self):
        """A zone of its own, which knows its times by `same`."""
        zone = Zone.__new__(Zone)
        zone._times = [Time(time.number, time.place) for time in self._times]
        zone.origin = zone._times[0]
        zone._most = [list(row) for row in self._most]
        zone._values = list(self._values)
        zone._count = self._count
        return zone

    def same(self, time):
        """Of a copy: its own time for one of the zone that it is a copy of."""
        return self._times[time.place]

    def add(self, earlier, value):
        """Another time, not before any of `earlier`, which are pairs of a time and what is added to it. `value` fits them."""
        if len(self._times) > _MANY:
            self._forget()
        columns = [(time.place, plus) for time, plus in earlier]
        for row in self._most:
            row.append(min([row[place] - plus for place, plus in columns]))
        place = len(self._times)
        self._most.append([math.inf] * place + [0])
        self._values.append(value)
        time = Time(self._count, place)
        self._times.append(time)
        self._count += 1
        return time

    def value(self, time):
        return self._values[time.place]

    def most(self, a, b):
        """The most by which `a` can be later than `b`; negative where it is earlier."""
        return self._most[a.place][b.place]

    def earliest(self, time):
        """The earliest that `time` can be, counted from the origin. All times can be at their earliest together."""
        return -self._most[0][time.place]

    def allows(self, a, b, bound):
        """Whether `a` can be at most `bound` later than `b`."""
        return self._most[b.place][a.place] + bound >= 0

    def constrain(self, a, b, bound):
        """From now on `a` is at most `bound` later than `b`, which the zone must allow. How much later a value is by
        it; None where that says nothing new."""
        matrix, column, place = self._most, a.place, b.place
        if matrix[column][place] <= bound:
            return None
        rest = list(matrix[place])
        for row in matrix:
            to_b = row[column] + bound
            if to_b != math.inf:
                row[:] = [known if known <= to_b + more else to_b + more for known, more in zip(row, rest, strict=True)]
        if self._values[column] - self._values[place] > bound:
            return self._fit()
        return 0

    def _fit(self):
        """Makes the values fit again, each as little later as can be; how much that is at most."""
        rows = list(zip(self._values, self._most, strict=True))
        raised = [max([value - row[place] for value, row in rows]) for place in range(len(rows))]
        before, self._values = self._values, [value - raised[0] for value in raised]
        return max([after - value for value, after in zip(before, self._values, strict=True)])

    def _forget(self):
        times = self._times
        kept = [place for place in range(len(times)) if sys.getrefcount(times[place]) > _ONLY_HERE]
        if len(kept) == len(times):
            return
        self._most = [[row[place] for place in kept] for row in (self._most[place] for place in kept)]
        self._values = [self._values[place] for place in kept]
        self._times = [times[place] for place in kept]
        for place, time in enumerate(self._times):
            time.place = place
