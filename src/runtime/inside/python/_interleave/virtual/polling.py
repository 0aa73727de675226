"""Recognises programs that wait by asking again and again: `while not flag: await asyncio.sleep(0)`.

A turn is a poll if it leaves the ready queue as it found it, the same tasks, each of which has given way and waits for
nothing, or the same callbacks, and no timer was set. After `MANY` polls in a row each takes as long as on a machine, and
where each task stands where it stood a turn before, with the same local variables, what they ask for can only come with
time: the clock goes on to the next timer. A program that gives way less often, or that counts, is left alone.
"""

from ..asyncio_tasks import is_wakeup, task_of
from ..frames import suspended
from ..local_variables import local_variables

POLL = 2e-5
"""Seconds that a poll takes after MANY."""

MANY = 1000
"""So often in a row only a program gives way that waits for something."""

_plain = (bool, bytes, float, int, str, type(None))


class Polling:
    """What is ready in a loop, from turn to turn."""

    def __init__(self, many=MANY):
        self._many = many
        self._ready = None
        self._timers = 0
        self._polls = 0
        self._standing = None

    def turn(self, ready, timers):
        """Called before each turn, with the handles that are ready and how many timers there are. Returns the seconds that the
        last one took as a poll, and whether nothing but time can end it."""
        now = [_who(handle) for handle in ready]
        is_poll = now == self._ready and timers == self._timers and None not in now
        self._ready, self._timers = now, timers
        self._polls = self._polls + 1 if is_poll else 0
        if self._polls < self._many:
            self._standing = None
            return 0.0, False
        before, self._standing = self._standing, [_standing(handle) for handle in ready]
        return POLL, before == self._standing

    def waits(self):
        """Nothing is ready."""
        self._ready = None


def _who(handle):
    """The task that goes on, or the callback, as numbers: nothing is kept alive. None for what has waited for something."""
    callback, arguments = handle._callback, handle._args or ()
    task = task_of(callback)
    if task is not None:
        return None if is_wakeup(callback) or arguments else (id(task), task.get_name())
    owner, function = getattr(callback, "__self__", None), getattr(callback, "__func__", callback)
    return id(owner), id(function), *map(id, arguments)


def _standing(handle):
    """At which instruction a task stands, with which local variables."""
    task = task_of(handle._callback)
    frames = [] if task is None else suspended(task.get_coro())
    return [(frame.f_code, frame.f_lasti, _variables(frame)) for frame, _ in frames]


def greenlets_standing(callbacks):
    """The same for the greenlets that the hub goes on with, each in its own functions; None where one of them is not known."""
    standing = []
    for entry in callbacks:
        owner = getattr(entry.callback, "__self__", None)
        frame = getattr(getattr(owner, "greenlet", owner), "gr_frame", None)
        if frame is None:
            return None
        while frame is not None:
            if not frame.f_globals.get("__name__", "").startswith("gevent"):
                standing.append((frame.f_code, frame.f_lasti, _variables(frame)))
            frame = frame.f_back
    return standing


def _variables(frame):
    return {name: value if type(value) in _plain else id(value) for name, value in local_variables(frame).items()}
