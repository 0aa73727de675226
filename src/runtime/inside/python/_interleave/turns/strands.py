"""One strand of a program: it runs only while it has the turn."""

import sys
import types

if sys.platform == "emscripten":
    from .on_stacks import Baton, start
else:
    from .on_threads import Baton, start


class Strand:
    """`wants` is what it waits for, with a method `is_open`; `due` the second at which it waits no longer.

    The main strand is number 0, the others have numbers in the order of their starts, from 1 on. `path` says who has started
    it, and as the how manieth: the same in each schedule.
    """

    def __init__(self, number, work, parent=None):
        self.number = number
        self.work = work
        self.path = "main"
        self.children = 0
        if parent is not None:
            parent.children += 1
            self.path = f"{parent.path}/{parent.children}"
        self.thread = None  # of `threading`, where there is one
        self.ident = None  # of the thread of the machine
        self.begun = False
        self.steps = 0  # points that it has come to
        self.locks = 0  # that it has made
        self.done = False
        self.wants = None
        self.waits_in: types.FrameType | None = None  # the innermost frame in which it waits
        self.due = None
        self.line = 0
        self.loops = {}  # loop → passes since it got the turn
        self.turn = 0
        self.spun = 0.0  # the time when it spun last
        self.stays_in = None  # the loop in which it goes on though others could, and since which turn
        self.interrupts = []
        self.sentinels = []  # locks that are released at its end
        self._baton = Baton()

    @property
    def name(self):
        if self.number == 0:
            return "main"
        return f"thread {self.number}" if self.thread is None else self.thread.name

    def can_go_on(self, now):
        if self.interrupts:
            return True
        if self.wants is not None:
            return self.wants.is_open() or (self.due is not None and self.due <= now)
        return self.due is None or self.due <= now

    def go_on(self):
        """Gives it the turn. Who calls this does nothing more before its own next turn."""
        if self.begun:
            self._baton.give()
        else:
            self.begun = True
            self.ident = start(self.work)

    def stand_still(self):
        """Until it is given the turn."""
        self._baton.wait()
