"""The virtual clock: seconds since the program started, moved by waits and, a little, by being read."""

from collections.abc import Callable
from typing import Any

EPOCH = 1893456000.0
"""What time.time() says at the start of every program: 2030-01-01 UTC."""

LOOK = 2e-5
"""Seconds that a program's look at the clock takes, so that a loop that waits for the clock comes to its end."""


class Ended(BaseException):
    """The program was ended from outside: no more of it runs, and nothing more that it prints counts."""


class Clock:
    """`locate` says in which line of the program we are."""

    path: dict[str, Any] | None = None
    """What a run has decided about times, as src/explore/clock/path.ts has it."""

    is_pinned = False
    """Whether the program has looked at a number of which others were possible."""

    is_spent = False
    """Whether it went the usual way where it could have asked."""

    def __init__(self, locate: Callable[[], int | None] = lambda: None):
        self.locate = locate
        self.is_program: Callable[[str], bool] = lambda file: False
        self.start()

    def start(self):
        """Back to zero, for a new run."""
        self.now = 0.0
        self.ended = False
        self.writes = 0
        self.tasks = 0
        self.made = 0
        self.sleeps = 0

    def begin(self, recorder):
        """A new run, whose choices the recorder makes: this clock has none."""
        self.start()

    def name_ways(self, decisions):
        """Once a run has ended: what the ways of its decisions lead to is called as the program calls it."""

    def look(self):
        self.now += LOOK
        return self.now

    def reading(self, start):
        """What a function of `time` gives that counts from `start`."""
        return start + self.look()

    def pass_time(self, seconds):
        self.now += seconds

    def sleep(self, seconds):
        self.sleeps += 1
        self.now = self.after(seconds)

    def after(self, seconds):
        """When a sleep of so long ends that begins now."""
        return self.now + seconds

    def arrive(self, when):
        """Nothing runs until then."""
        self.now = max(self.now, when)

    def milliseconds(self):
        return round(self.now * 1000, 1)
