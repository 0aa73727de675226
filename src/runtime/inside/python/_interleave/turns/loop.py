"""asyncio's own event loop beside threads that take turns: its wait is a wait of the strand that runs it.

`to_thread` and `run_in_executor` are asyncio's own too, with a pool of such threads.
"""

import sys
from asyncio import base_events

from ..virtual.capture import Stopped
from ..virtual.loop import WAIT_STEP, VirtualLoop
from .places.models import OBJECTS
from .scheduler import Scheduler

_standard = base_events.BaseEventLoop


class _Wake:
    """What `call_soon_threadsafe` opens: the end of a pipe that the loop watches, as `_write_to_self` has it."""

    kind = "event loop"
    ends = None

    def __init__(self):
        self.open = False

    def is_open(self):
        return self.open


class TurnsLoop(VirtualLoop):
    """The installed subclass has the scheduler."""

    scheduler: Scheduler

    def __init__(self, selector=None):
        super().__init__()
        self._wake = _Wake()
        if sys.platform == "emscripten":  # which keeps the running task for all stacks together
            what = "asyncio: where threads are stacks there is no event loop beside them"
            self.scheduler.stop(Stopped("refused", what))

    def select(self, timeout):
        """Called once a turn. `timeout`: seconds until the next timer, 0 if something is ready, None without timers."""
        scheduler = self.scheduler
        scheduler.pass_place()
        scheduler.touch(writes=(OBJECTS,))
        if timeout == 0 or self._wake.open:
            scheduler.offer("event loop")
        else:
            due = None if timeout is None else scheduler.clock.now + _whole_steps(timeout)
            scheduler.wait(self._wake, due)
        self._wake.open = False
        scheduler.touch(writes=(OBJECTS,))
        return []

    def _write_to_self(self):
        self._wake.open = True
        self.scheduler.touch(writes=(OBJECTS,))

    run_in_executor = _standard.run_in_executor  # pyright: ignore[reportAssignmentType]

    async def shutdown_default_executor(self, timeout=None):
        """However long the others stand still: asyncio's five minutes are no time limit of the program."""
        await _standard.shutdown_default_executor(self)


def _whole_steps(seconds):
    """A wait of epoll ends on a whole millisecond, not before its time."""
    return -(-seconds * WAIT_STEP // 1) / WAIT_STEP
