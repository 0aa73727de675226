"""Times of the symbolic clock, as a program has them: numbers that can be added to, subtracted and compared without
anybody knowing them. A comparison is a decision; whatever else looks at the number fixes it (`pin`), and goes on with a
float.
"""

import math
import operator

SECOND = 1_000_000_000
"""Units of the clock: nanoseconds."""


def units(seconds):
    return round(seconds * SECOND)


class Number:
    """A time or a difference of times. Its class says float, as that of what Python's own clock gives."""

    __slots__ = ()

    __class__ = property(lambda self: float)  # pyright: ignore[reportAssignmentType]

    def __float__(self):
        raise NotImplementedError

    def __getattr__(self, name):
        return getattr(float(self), name)

    def __bool__(self):
        return self != 0

    def __reduce_ex__(self, protocol):
        return float, (float(self),)


def _on_the_number(operation, reflected=False):
    def on_the_number(self, *others):
        values = float(self), *map(_plain, others)
        return operation(*(reversed(values) if reflected else values))

    return on_the_number


def _plain(value):
    return float(value) if isinstance(value, float) else value


_unary = {
    **{f"__{name}__": getattr(math, name) for name in ("trunc", "floor", "ceil")},
    **{"__int__": int, "__hash__": hash, "__repr__": repr, "__str__": str},
    **{"__format__": format, "__round__": round, "__neg__": operator.neg, "__pos__": operator.pos, "__abs__": abs},
}
_binary = {
    **{name: getattr(operator, name) for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")},
    "divmod": divmod,
}
for _name, _operation in _unary.items():
    setattr(Number, _name, _on_the_number(_operation))
for _name, _operation in _binary.items():
    setattr(Number, f"__{_name}__", _on_the_number(_operation))
    setattr(Number, f"__r{_name}__", _on_the_number(_operation, reflected=True))


class Instant(Number):
    """A reading of the clock, and what was added to it. `clock` is the SymbolicTime of the run."""

    __slots__ = ("clock", "time", "plus")

    def __init__(self, clock, time, plus):
        self.clock = clock
        self.time = time
        self.plus = plus

    def __float__(self):
        return self.clock.pin(self) / SECOND

    def __add__(self, other):
        if type(other) is Span:
            return self.clock.shifted(self, other)
        return _moved(self, other, 1)

    __radd__ = __add__

    def __sub__(self, other):
        kind = type(other)
        if kind is Instant or isinstance(other, Instant):
            return Span(self, other)
        if kind is Span:
            return self.clock.shifted(self, -other)
        if kind is Idle:
            return Until(self)
        return _moved(self, other, -1)

    def __rsub__(self, other):
        instant = self.clock.instant_at(other)
        return Span(instant, self) if instant is not None else other - float(self)

    def __lt__(self, other):
        return _is_before(self, self.clock.instant_at(other), "compare")

    def __gt__(self, other):
        return _is_after(self, self.clock.instant_at(other), "compare")

    def __le__(self, other):
        return _not(_is_after(self, self.clock.instant_at(other), "compare"))

    def __ge__(self, other):
        return _not(_is_before(self, self.clock.instant_at(other), "compare"))

    def __eq__(self, other):
        return _is_equal(self, self.clock.instant_at(other))

    __hash__ = Number.__hash__


class Deadline(Instant):
    """When a timer is due. Deadlines are compared by the heap of timers, and by the loop that looks which of them have
    come."""

    __slots__ = ("order", "at", "timer")

    def __init__(self, instant, order, at):
        super().__init__(instant.clock, instant.time, instant.plus)
        self.order = order
        self.at = at
        self.timer = None  # what a tracer knows it by

    def __lt__(self, other):
        if type(other) is Deadline:
            return self.clock.is_first(self, other)
        return super().__lt__(other)

    def __ge__(self, other):
        if type(other) is Instant:
            return not self.clock.is_due(self, other)
        return super().__ge__(other)

    def __eq__(self, other):
        """A heap of tuples asks so whether it has to look at what comes first in them at all."""
        return self is other if type(other) is Deadline else super().__eq__(other)

    __hash__ = Number.__hash__


class Span(Number):
    """How long it is from one instant to a later one."""

    __slots__ = ("later", "earlier")

    def __init__(self, later, earlier):
        self.later = later
        self.earlier = earlier

    def __float__(self):
        return self.later.clock.pin(self.later, self.earlier) / SECOND

    def __add__(self, other):
        if isinstance(other, Instant):
            return other.clock.shifted(other, self)
        if type(other) is Span:
            return _sum(self, other)
        return Span(self.later + other, self.earlier)

    __radd__ = __add__

    def __sub__(self, other):
        if type(other) is Span:
            return _sum(self, -other)
        return Span(self.later - other, self.earlier)

    def __rsub__(self, other):
        return -self + other

    def __neg__(self):
        return Span(self.earlier, self.later)

    def __abs__(self):
        return -self if self < 0 else self

    def __lt__(self, other):
        return _is_before(self.later, self._end_of(other), "compare")

    def __gt__(self, other):
        return _is_after(self.later, self._end_of(other), "compare")

    def __le__(self, other):
        return _not(_is_after(self.later, self._end_of(other), "compare"))

    def __ge__(self, other):
        return _not(_is_before(self.later, self._end_of(other), "compare"))

    def __eq__(self, other):
        return _is_equal(self.later, self._end_of(other))

    __hash__ = Number.__hash__

    def _end_of(self, other):
        """The instant at which this span would be as long as a number; infinity stays one."""
        if type(other) is Span and other.earlier.time is self.earlier.time:
            later = other.later
            return Instant(later.clock, later.time, later.plus - other.earlier.plus + self.earlier.plus)
        other = _plain(other)
        if not isinstance(other, (int, float)):
            return None
        return self.earlier + other if math.isfinite(other) else other


class Idle:
    """What the loop takes from the first deadline, to know how long it may wait: nothing is decided by that."""

    def __rsub__(self, never):
        return never


class Until:
    """How long a loop waits that has nothing to do: until a deadline, whenever that is."""

    def __init__(self, deadline):
        self.deadline = deadline

    def __gt__(self, number):
        return number <= 0

    def __lt__(self, number):
        return number > 0


def usual(when):
    """A deadline as a number, for who looks on: nothing is decided by it."""
    return when.clock.usual_seconds(when) if type(when) is Deadline else when


def _moved(instant, by, sign):
    if not isinstance(by, (int, float)):
        return NotImplemented
    if not math.isfinite(by):
        return float(instant) + sign * by
    return Instant(instant.clock, instant.time, instant.plus + sign * units(by))


def _sum(one, other):
    """Of two spans. Where they share a reading nobody has to know it."""
    for first, second in ((one, other), (other, one)):
        if first.earlier.time is second.later.time:
            gap = second.later.plus - first.earlier.plus
            return Span(Instant(first.later.clock, first.later.time, first.later.plus + gap), second.earlier)
    return one + float(other)


def _is_before(a, b, what):
    """A number that is infinite is compared as one."""
    if b is None:
        return NotImplemented
    return a.clock.is_before(a, b, what) if isinstance(b, Instant) else a.clock.usual_seconds(a) < b


def _is_after(a, b, what):
    if b is None:
        return NotImplemented
    return a.clock.is_before(b, a, what) if isinstance(b, Instant) else a.clock.usual_seconds(a) > b


def _not(answer):
    return answer if answer is NotImplemented else not answer


def _is_equal(a, b):
    before = _is_before(a, b, "compare")
    if before is NotImplemented:
        return before
    return not before and not _is_after(a, b, "compare")
