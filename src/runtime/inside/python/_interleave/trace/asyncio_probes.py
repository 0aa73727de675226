"""What a program does with the locks, queues and events of asyncio, seen by the frames of asyncio's own functions.

Nothing is wrapped: no frame, no object and no turn of the loop is there that would not be there without the tracer.
"""

import asyncio
from asyncio import locks, queues

from ..local_variables import local_variables

_files = {locks.__file__, queues.__file__, getattr(locks, "mixins", locks).__file__}


def probes_of(hooks):
    """By the id of a code, what `watch` calls for that code's frames."""
    probes = {
        locks.Lock.acquire: Acquire(hooks.locked),
        locks.Lock.release: Release(hooks.locked),
        locks.Semaphore.acquire: Acquire(hooks.locked),
        locks.Semaphore.release: Release(hooks.locked),
        locks.Event.wait: Wait(hooks.signalled),
        locks.Event.set: Act(hooks.signalled, "set"),
        locks.Event.clear: Act(hooks.signalled, "clear"),
        locks.Condition.wait: WaitAmong(hooks.signalled),
        locks.Condition.notify: Act(hooks.signalled, "notify"),
        locks.Barrier.wait: Wait(hooks.signalled),
        locks.Barrier._release: Act(hooks.signalled, "notify"),  # pyright: ignore[reportAttributeAccessIssue]
        queues.Queue.get: Wait(hooks.passed),
        queues.Queue.get_nowait: Get(hooks.passed),
        queues.Queue.put: WaitToPut(hooks.passed),
        queues.Queue.put_nowait: Put(hooks.passed),
    }
    return {id(function.__code__): probe for function, probe in probes.items()}


class Probe:
    def __init__(self, hook):
        self._hook = hook

    def entered(self, frame):
        self._guarded(self.begins, frame)

    def left(self, frame, value):
        self._guarded(self.ends, frame, value)

    def begins(self, sync_object, frame):
        pass

    def ends(self, sync_object, frame, value):
        pass

    def _guarded(self, does, frame, *value):
        try:
            sync_object = local_variables(frame)["self"]
            if _is_asked_for(sync_object, frame):
                does(sync_object, frame, *value)
        except Exception:
            pass


class Wait(Probe):
    def ends(self, sync_object, frame, value):
        if isinstance(value, asyncio.Future):
            self._hook(sync_object, frame, "wait")


class Acquire(Wait):
    def ends(self, sync_object, frame, value):
        if value is True:
            self._hook(sync_object, frame, "acquire")
        super().ends(sync_object, frame, value)


class Release(Probe):
    """A lock that nobody holds cannot be released."""

    def begins(self, sync_object, frame):
        if getattr(sync_object, "_locked", True):
            self._hook(sync_object, frame, "release")


class Act(Probe):
    def __init__(self, hook, how):
        super().__init__(hook)
        self._how = how

    def begins(self, sync_object, frame):
        self._hook(sync_object, frame, self._how)


class WaitAmong(Probe):
    """A condition first waits to be notified, then for its lock, which has a probe of its own."""

    def ends(self, sync_object, frame, value):
        if any(value is one for one in sync_object._waiters):
            self._hook(sync_object, frame, "wait")


class Get(Probe):
    def ends(self, sync_object, frame, value):
        self._hook(sync_object, frame, "get", value)


class WaitToPut(Probe):
    def ends(self, sync_object, frame, value):
        if isinstance(value, asyncio.Future):
            self._hook(sync_object, frame, "wait", local_variables(frame)["item"])


class Put(Probe):
    """A full queue, or one that was shut down, takes nothing."""

    def begins(self, sync_object, frame):
        if not sync_object.full() and not getattr(sync_object, "_is_shutdown", False):
            self._hook(sync_object, frame, "put", local_variables(frame)["item"])


def _is_asked_for(sync_object, frame):
    """Not what another object of asyncio does to its parts; the lock of the program's condition is its own affair."""
    frame = frame.f_back
    while frame is not None and frame.f_code.co_filename in _files:
        owner = local_variables(frame).get("self")
        if owner is not sync_object and not isinstance(owner, locks.Condition):
            return False
        frame = frame.f_back
    return True
