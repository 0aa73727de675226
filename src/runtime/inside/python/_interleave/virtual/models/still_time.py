"""A clock beside the virtual one that stands still while anybody runs, so that deadlines can be equal."""

from ..clock import Clock


class StillTime(Clock):
    """`still`: the seconds that waits have taken."""

    def begin(self, choose):
        """A new run, whose choices `choose` makes."""
        self.start()
        self.choose = choose
        self.still = 0.0

    def reading(self, start):
        return Reading(start + self.look(), start + self.still)

    def sleep(self, seconds):
        super().sleep(seconds)
        self.still += seconds


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
