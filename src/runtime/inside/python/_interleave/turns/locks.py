"""The one lock below everything: `_thread.allocate_lock`, taken and given back where the schedule says who goes on.

Who waits for it can go on as long as it is free, and it is the schedule that says who of them gets it, as
`PyThread_acquire_lock` promises no order.
"""

import sys

from .scheduler import Scheduler

TIMEOUT_MAX = 9223372036.0
"""Seconds, as `_thread.TIMEOUT_MAX` on Linux."""


class Lock:
    """The installed subclass has the scheduler.

    `quiet`: where it is free nobody else goes on before it is taken; `silent`: nobody sees who takes it before whom.
    """

    scheduler: Scheduler
    kind = "lock"

    def __init__(self):
        self.held = False
        self.holder = None
        self.quiet = False
        self.silent = False
        self.ends = None  # the number of the thread at whose end it is given back
        self.begins = None  # the thread that says by giving this lock back that it has begun
        self.touched = (self.scheduler.name_lock(),)
        self._made = self._moment()

    def acquire(self, blocking=True, timeout=-1):
        scheduler = self.scheduler
        due = None if timeout == -1 else self._due(blocking, timeout)
        waits = blocking and timeout != 0
        if not (self.quiet or self.held and waits or self._made == self._moment() or self._called_by_program()):
            self._offer()
        while self.held:
            if not waits:
                scheduler.touch(reads=self.touched)
                return False
            if not scheduler.wait(self, due):
                scheduler.touch(reads=self.touched)
                self.given_up(sys._getframe(1))
                return False
        self._touch()
        self.held = True
        self.holder = scheduler.current if scheduler.on else None
        self._made = None
        return True

    def release(self):
        if not self.held:
            raise RuntimeError("release unlocked lock")
        self.held = False
        self.holder = None
        self._touch()
        if self.begins is self.scheduler.current:
            self.begins = None
            self.scheduler.begun()

    def given_up(self, frame):
        """The time of a wait is over: what the standard library's function that asked for it may do then without a lock."""

    def locked(self):
        self.scheduler.touch(reads=self.touched)
        return self.held

    def is_open(self):
        return not self.held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def _at_fork_reinit(self):
        self.held = False
        self.holder = None

    def __repr__(self):
        return f"<{'locked' if self.held else 'unlocked'} _thread.lock object at {id(self):#x}>"

    @classmethod
    def transparent(cls, owner):
        """Calls by the methods of this class count as those of who called them."""
        codes = [method.__code__ for method in vars(owner).values() if hasattr(method, "__code__")]
        cls.scheduler.wrappers.update(codes)

    def _due(self, blocking, timeout):
        """As `_thread.lock.acquire` refuses what makes no sense."""
        if not blocking:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0:
            raise ValueError("timeout value must be a non-negative number")
        if timeout > TIMEOUT_MAX:
            raise OverflowError("timeout value is too large")
        return self.scheduler.clock.now + timeout

    def _offer(self):
        scheduler = self.scheduler
        if scheduler.called:  # the call that led here was a point, and nothing has happened since
            scheduler.called = False
        elif scheduler.on and not scheduler.clean:
            scheduler.offer("lock")

    def _touch(self):
        """Who takes it or gives it back decides who else can; that a thread has ended many may see."""
        if self.ends is not None:
            self.scheduler.touch(reads=self.touched)
        elif not self.silent:
            self.scheduler.touch(writes=self.touched)

    def _moment(self):
        """Nobody else has seen a lock that was made at this moment, by this strand."""
        scheduler = self.scheduler
        return scheduler.passed, len(scheduler.decisions.taken), scheduler.switches

    def _called_by_program(self):
        """Its places are those of the program then."""
        return self.scheduler.is_called_by_program(sys._getframe(2))
