"""The clock of waits that may be late: what a program is told is the usual time, and each reading knows at which
unknown time it was."""

from asyncio import events, tasks

from ...explore.outside_waits import OutsideWaits
from ...explore.zone import Time
from ..clock import Clock
from .instants import units


class LateTime(Clock):
    SHORTEST = 1e-9

    def begin(self, choose):
        """A new run, whose choices `choose` makes."""
        self.start()
        self.waits = OutsideWaits(choose, self._ends_with)
        self.has_slept = False
        self._numbers = {}

    def _ends_with(self, wait, ended):
        """Whether the plain run has both in one turn."""
        earliest = 0.0 if ended is None else ended.due.usual
        return earliest <= wait.due.usual <= self.now

    def reading(self, start):
        return Reading(start + self.look(), self.waits.now_is, units(start))

    def sleep(self, seconds):
        super().sleep(seconds)
        self.waits.pass_time(units(seconds))
        self.has_slept = True

    @property
    def path(self):
        return self.waits.path.as_dict()

    def path_of(self, task):
        """Who it is, the same in every schedule: by whom it was made, and as which of them. `main` where there is none."""
        return "main" if task is None else getattr(task, "path", task.get_name())

    def count(self, kind):
        """The path of something that the task which runs begins now."""
        path = self.path_of(_running())
        number = self._numbers[path, kind] = self._numbers.get((path, kind), 0) + 1
        return f"{path}/{kind} {number}"

    def way(self):
        """The wait that begins now."""
        line = self.locate()
        who = {"id": self.count("wait"), "strand": self.path_of(_running())}
        return who if line is None else {**who, "line": line}


def _running():
    loop = events._get_running_loop()
    return loop and tasks.current_task(loop)


class Reading(float):
    """A look at the clock: the usual time, and the unknown one with what was added to it."""

    time: Time
    plus: int

    def __new__(cls, value, time, plus):
        self = super().__new__(cls, value)
        self.time = time
        self.plus = plus
        return self

    def __add__(self, other):
        moved = super().__add__(other)
        return moved if moved is NotImplemented else Reading(moved, self.time, self.plus + units(other))

    __radd__ = __add__
    __hash__ = float.__hash__
