"""What the standard library's threads do beside their locks, where another strand could see it: said to the scheduler here.

The modules `threading` and `queue` are those that are built on the scheduler's locks.
"""

import functools
import importlib
import threading
from typing import Any

from .happened import ENDS, STARTS

_threading: Any = threading
_queue: Any = importlib.import_module("queue")
_guarded = ("_RLock", "_CRLock", "Condition", "Event", "Semaphore", "BoundedSemaphore", "Barrier")


def install_touches(scheduler):
    wait = threading.Condition.wait.__code__

    def given_up(_, frame):
        """Who has waited in vain for a condition takes itself off its list."""
        if frame.f_code is wait:
            scheduler.touch(writes=_lock_of(frame.f_locals["self"]).touched)

    threading.Lock.given_up = given_up  # pyright: ignore[reportAttributeAccessIssue]

    def before(owner, name, say):
        """`say` is called with the object before its method is."""
        method = getattr(owner, name)

        @functools.wraps(method)
        def said(*values, **named):
            say(*values[:1])
            return method(*values, **named)

        setattr(owner, name, said)

    before(threading.Event, "is_set", lambda event: scheduler.touch(reads=event._cond._lock.touched))
    for name in ("put", "put_nowait"):
        before(_queue._PySimpleQueue, name, lambda queue: scheduler.touch(writes=queue._count._cond._lock.touched))
    for name in ("empty", "qsize"):
        before(_queue._PySimpleQueue, name, lambda queue: scheduler.touch(reads=queue._count._cond._lock.touched))
    for name in ("active_count", "activeCount", "enumerate"):
        before(threading, name, lambda: scheduler.touch(reads=(STARTS,), writes=(ENDS,)))
    before(threading, "_newname", lambda _: scheduler.touch(writes=(STARTS,)))
    if hasattr(threading, "_maintain_shutdown_locks"):  # only looks which threads have ended, before CPython 3.13
        _threading._maintain_shutdown_locks = lambda: None


def _lock_of(condition):
    return getattr(condition._lock, "_block", condition._lock)


def is_guarded():
    """Asks of an object whether all that a strand can see of it stands behind a lock of its own, or is said above."""
    kinds = {vars(threading)[name] for name in _guarded if name in vars(threading)}
    kinds.add(threading.Lock)
    return lambda value: type(value) in kinds
