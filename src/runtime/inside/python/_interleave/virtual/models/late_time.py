"""The clock of waits that may be late: what a program is told is the usual time, and each reading knows at which unknown
time it was. Which waits end next is chosen; all that end at once are handed out together, as a selector hands out what has
come from outside."""

import math
from asyncio import events, tasks

from ...asyncio_tasks import task_name
from ...explore.outside_waits import OutsideWaits, Wait
from ...explore.zone import Time
from ..clock import Clock
from ..loop import WAIT_STEP
from .instants import units
from .joins import Joins

SHORT = 0.001_001
"""Seconds: a wait of a millisecond or less gives way to others and stands for nothing outside."""


class LateTime(Clock):
    def begin(self, recorder):
        """A new run, whose choices the recorder makes."""
        self.start()
        self._waits = OutsideWaits(recorder.choose, self._ends_with)
        self._joins = Joins(recorder)
        self._has_slept = False
        self._late = 0.0  # the usual time until which each that is still pending is late
        self._ends = 0
        self._numbers = {}
        self._names = {}  # of tasks, by their paths, in the order of their making

    def reading(self, start):
        return Reading(start + self.look(), self._waits.now_is, units(start))

    def look_of_loop(self, now):
        return Reading(now, self._waits.now_is, 0)

    def sleep(self, seconds):
        super().sleep(seconds)
        self._waits.pass_time(units(seconds))
        self._has_slept = True

    def arrive(self, when):
        if when > self.now:
            self._waits.pass_time(units(when - self.now))
            self._has_slept = True
        super().arrive(when)

    @property
    def path(self):
        return self._waits.path.as_dict()

    def due(self, when, is_limit):
        """A wait that begins now, until then. A time limit, or a short one, is not late."""
        due = Due(when)
        due.wait = Wait(self._way(), 0, 0 if is_limit or when - self.now <= SHORT else math.inf)
        due.wait.due = due
        instant = (when.time, when.plus) if isinstance(when, Reading) else (self._waits.origin, units(when))
        self._waits.begin(due.wait, instant)
        self._joins.wait_begins()
        return due

    def message(self, end):
        """A message that an end of the network sends: it arrives at once, or as late as one likes."""
        if end.path is None:
            path = path_of_running()
            end.path = f"{path}/socket {self.count(path, 'socket')}"
        due = Due(self.now)
        line = self.locate()
        way = {"id": f"{end.path}/message {self.count(end.path, 'message')}", "strand": end.path}
        due.wait = Wait(way if line is None else {**way, "line": line}, 0, math.inf)
        due.wait.due = due
        self._waits.begin(due.wait)
        return due

    def cancel(self, due):
        self._waits.cancel(due.wait)

    def wait(self):
        """Nothing runs until something ends; whether anything does."""
        wait = self._waits.next()
        self._hand_out(wait)
        return wait is not None

    def runs(self, ready):
        """A turn of the loop begins, with these handles; none where nothing is ready."""
        self._joins.turn(ready)

    def pass_by(self, first):
        """Something is ready: what has ended while the process itself stood still or was busy is handed out, too.
        `first` is the deadline that comes first, or None. Whether anything has ended."""
        before = self._ends
        if self._has_slept:
            self._has_slept = False
            self._hand_out(self._waits.another())
        elif first is not None and self._late <= first.usual <= self.now:
            self.wait()
        return self._ends > before

    def _hand_out(self, wait):
        """What has ended, from `wait` on, in this turn."""
        self._joins.begin()
        while wait is not None:
            left = wait.due.usual - self.now
            if left > 0:
                self.now += math.ceil(left * WAIT_STEP) / WAIT_STEP
            self._ends += 1
            wait.due.rank = self._ends
            wait = self._joins.another(wait, self._waits)
        self._late = self.now

    def _ends_with(self, wait, ended):
        """Whether the plain run has both in one turn."""
        earliest = 0.0 if ended is None else ended.due.usual
        return earliest <= wait.due.usual <= self.now

    def _way(self):
        """The wait that begins now: whose it is, and how many they have begun."""
        task = _running()
        path = path_of_running()
        if path in self._names:
            self._names[path] = task_name(task)  # it may have got its name after it was made
        line = self.locate()
        way = {"id": f"{path}/wait {self.count(path, 'wait')}", "strand": path}
        return way if line is None else {**way, "line": line}

    def task_begins(self, path, task):
        self._names[path] = task_name(task)

    def name_ways(self, decisions):
        """By the names of the tasks; those that share one are numbered, as in a trace."""
        shared = {}
        for path, name in self._names.items():
            shared.setdefault(name, []).append(path)
        for decision in decisions:
            for way in decision.get("ways", ()):
                name = self._names.get(way.get("strand"))
                if name is not None:
                    same = shared[name]
                    number = same.index(way["strand"]) + 1
                    way["strand"] = name if len(same) == 1 else f"{name} #{number}"

    def count(self, path, kind):
        """How many of a kind this one has begun, with the one that begins now."""
        number = self._numbers[path, kind] = self._numbers.get((path, kind), 0) + 1
        return number


def path_of_running():
    """Who runs, the same in every schedule: by whom it was made, and as which of them. `main` where no task does."""
    return getattr(_running(), "path", "main")


def _running():
    loop = events._get_running_loop()
    return loop and tasks.current_task(loop)


class Due(float):
    """A deadline. `rank` is its place among those that have ended."""

    wait: Wait
    rank = math.inf
    timer = None  # what a tracer knows it by
    is_sleep = False

    @property
    def usual(self):
        return float(self)

    @property
    def has_ended(self):
        return self.rank != math.inf

    def __lt__(self, other):
        if type(other) is Due and (self.rank, other.rank) != (math.inf, math.inf):
            return self.rank < other.rank
        return super().__lt__(other)

    def __ge__(self, end):
        """Whether a timer is still to come when the loop looks."""
        return self.rank == math.inf

    def __eq__(self, other):
        """A heap of tuples asks so whether it has to look at what comes first in them at all."""
        return self is other if type(other) is Due else super().__eq__(other)

    __hash__ = float.__hash__


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
