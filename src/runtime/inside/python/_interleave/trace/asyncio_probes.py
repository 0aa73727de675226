"""What a program does with the locks, queues and events of asyncio, seen by the frames of asyncio's own functions.

Nothing is wrapped: no frame, no object and no turn of the loop is there that would not be there without the tracer.
"""

import asyncio
from asyncio import locks, queues

from .local_variables import local_variables

_files = {locks.__file__, queues.__file__, getattr(locks, "mixins", locks).__file__}


def doings_of(moments):
    """By the id of a code, what `watch` is to tell of that code's frames."""
    told = {
        locks.Lock.acquire: Acquire(moments.locked),
        locks.Lock.release: Release(moments.locked),
        locks.Semaphore.acquire: Acquire(moments.locked),
        locks.Semaphore.release: Release(moments.locked),
        locks.Event.wait: Wait(moments.signalled),
        locks.Event.set: Does(moments.signalled, "set"),
        locks.Event.clear: Does(moments.signalled, "clear"),
        locks.Condition.wait: WaitAmong(moments.signalled),
        locks.Condition.notify: Does(moments.signalled, "notify"),
        locks.Barrier.wait: Wait(moments.signalled),
        locks.Barrier._release: Does(moments.signalled, "notify"),
        queues.Queue.get: Wait(moments.passed),
        queues.Queue.get_nowait: Get(moments.passed),
        queues.Queue.put: WaitToPut(moments.passed),
        queues.Queue.put_nowait: Put(moments.passed),
    }
    return {id(function.__code__): doing for function, doing in told.items()}


class Doing:
    def __init__(self, moment):
        self._moment = moment

    def entered(self, frame):
        self._guarded(self.begins, frame)

    def left(self, frame, value):
        self._guarded(self.ends, frame, value)

    def begins(self, thing, frame):
        pass

    def ends(self, thing, frame, value):
        pass

    def _guarded(self, does, frame, *value):
        try:
            thing = local_variables(frame)["self"]
            if _is_asked_for(thing, frame):
                does(thing, frame, *value)
        except Exception:
            pass


class Wait(Doing):
    def ends(self, thing, frame, value):
        if isinstance(value, asyncio.Future):
            self._moment(thing, frame, "wait")


class Acquire(Wait):
    def ends(self, thing, frame, value):
        if value is True:
            self._moment(thing, frame, "acquire")
        super().ends(thing, frame, value)


class Release(Doing):
    """A lock that nobody holds cannot be released."""

    def begins(self, thing, frame):
        if getattr(thing, "_locked", True):
            self._moment(thing, frame, "release")


class Does(Doing):
    def __init__(self, moment, how):
        super().__init__(moment)
        self._how = how

    def begins(self, thing, frame):
        self._moment(thing, frame, self._how)


class WaitAmong(Doing):
    """A condition first waits to be notified, then for its lock, which tells of itself."""

    def ends(self, thing, frame, value):
        if any(value is one for one in thing._waiters):
            self._moment(thing, frame, "wait")


class Get(Doing):
    def ends(self, thing, frame, value):
        self._moment(thing, frame, "get", value)


class WaitToPut(Doing):
    def ends(self, thing, frame, value):
        if isinstance(value, asyncio.Future):
            self._moment(thing, frame, "wait", local_variables(frame)["item"])


class Put(Doing):
    """A full queue, or one that was shut down, takes nothing."""

    def begins(self, thing, frame):
        if not thing.full() and not getattr(thing, "_is_shutdown", False):
            self._moment(thing, frame, "put", local_variables(frame)["item"])


def _is_asked_for(thing, frame):
    """Not what another thing of asyncio does to its parts; the lock of the program's condition is its own affair."""
    frame = frame.f_back
    while frame is not None and frame.f_code.co_filename in _files:
        owner = local_variables(frame).get("self")
        if owner is not thing and not isinstance(owner, locks.Condition):
            return False
        frame = frame.f_back
    return True
