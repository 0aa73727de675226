"""Waits of the main thread that have a time limit, where no other thread is: nothing can come before the limit, so that they
take its time on the virtual clock. `threading.Event.wait(1)` and `queue.Queue.get(timeout=1)` are such.

Beside other threads they take real time, as those do.
"""

import queue
import sys
import threading

_own_ident = threading.get_ident  # before a library replaces it
_real_time = threading._time  # pyright: ignore[reportAttributeAccessIssue]
_wait = threading.Condition.wait


def install_lone_waits(clock):
    main = _own_ident()

    def is_alone():
        return _own_ident() == main and threading.active_count() == 1 and not has_greenlets_for_threads()

    def now():
        return clock.reading(0.0) if is_alone() else _real_time()

    def wait(self, timeout=None):
        if timeout is not None and timeout > 0 and is_alone():
            clock.sleep(timeout)
            timeout = 0
        return _wait(self, timeout)

    wait.__qualname__ = _wait.__qualname__
    wait.__module__ = _wait.__module__
    wait.__doc__ = _wait.__doc__
    threading.Condition.wait = wait
    threading._time = queue.time = now  # pyright: ignore[reportAttributeAccessIssue]


def has_greenlets_for_threads():
    monkey = sys.modules.get("gevent.monkey")
    return monkey is not None and monkey.is_module_patched("threading")
