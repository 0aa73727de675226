"""The virtual clock: seconds since the program started, moved by waits and, a little, by being read."""

EPOCH = 1893456000.0
"""What time.time() says at the start of every program: 2030-01-01 UTC."""

LOOK = 2e-5
"""Seconds that a program's look at the clock takes, so that a loop that waits for the clock comes to its end."""


class Ended(BaseException):
    """The program was ended from outside: no more of it runs, and nothing more that it prints counts."""


class Clock:
    """`late` says how long a wait takes that was asked for; it may only grow."""

    def __init__(self):
        self.start()

    def start(self, late=None):
        """Back to zero, for a new run."""
        self.now = 0.0
        self.late = late
        self.ended = False
        self.tasks = 0
        self.sleeps = 0

    def look(self):
        self.now += LOOK
        return self.now

    def sleep(self, seconds):
        self.sleeps += 1
        self.now += seconds if self.late is None else self.late(seconds)

    def milliseconds(self):
        return round(self.now * 1000, 1)
