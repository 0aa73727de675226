"""What stands in the place of `_thread`: the standard library builds all of its threads and locks on it."""

import _thread
import sys
import types

from ..functions import code_of
from .decisions import end_of
from .excepthook import excepthook, report_raw
from .locks import TIMEOUT_MAX, Lock
from .scheduler import Scheduler

FIRST_IDENT = 1


class Handle:
    """As `_thread._ThreadHandle` of CPython 3.13 and later. The installed subclass has the scheduler."""

    scheduler: Scheduler
    kind = "thread"

    def __init__(self, ident=None, done=False):
        self.ident = ident
        self._done = done

    @property
    def ends(self):
        """The number of the strand."""
        return None if self.ident is None else self.ident - FIRST_IDENT

    def is_done(self):
        self._touch()
        return self._done

    def is_open(self):
        return self._done

    def _set_done(self):
        self._done = True

    def _touch(self):
        if self.ends is not None:
            self.scheduler.touch(reads=(end_of(self.scheduler.ever[self.ends]),))

    def join(self, timeout=None):
        scheduler = self.scheduler
        if self.ident is None:
            raise RuntimeError("thread not started")
        due = None if timeout is None or timeout < 0 else scheduler.clock.now + timeout
        while not self._done:
            if not scheduler.wait(self, due):
                return
        self._touch()


class Threads:
    """The functions of `_thread` over a scheduler."""

    def __init__(self, scheduler):
        self._scheduler = scheduler
        self.lock = type("lock", (Lock,), {"scheduler": scheduler, "__module__": "_thread"})
        self._sentinel = type("lock", (Lock,), {"scheduler": scheduler, "__module__": "_thread"})
        scheduler.ordinals.order(self._sentinel)
        self.handle = type("_ThreadHandle", (Handle,), {"scheduler": scheduler, "__module__": "_thread"})
        self.joined = []  # those for which main's end waits

    def module(self):
        """RLock is not in it: `threading` takes its own form of it then, which is made of this lock."""
        module = types.ModuleType("_thread", _thread.__doc__)
        vars(module).update({name: value for name, value in vars(_thread).items() if name != "RLock"})
        own = {
            "allocate_lock": self.lock,
            "allocate": self.lock,
            "lock": self.lock,
            "LockType": self.lock,
            "TIMEOUT_MAX": TIMEOUT_MAX,
            "start_new_thread": self.start_new_thread,
            "start_new": self.start_new_thread,
            "start_joinable_thread": self.start_joinable_thread,
            "get_ident": self.get_ident,
            "get_native_id": self.get_ident,
            "interrupt_main": self.interrupt_main,
            "_set_sentinel": self.set_sentinel,
            "_ThreadHandle": self.handle,
            "_make_thread_handle": self.handle,
            "_get_main_thread_ident": lambda: FIRST_IDENT,
            "_shutdown": self.shutdown,
            "_excepthook": excepthook,
            "_count": lambda: len(self._scheduler.strands) - 1,
        }
        vars(module).update({name: value for name, value in own.items() if hasattr(_thread, name)})
        return module

    def get_ident(self):
        return FIRST_IDENT + self._scheduler.current.number

    def start_new_thread(self, function, arguments, named=None, /):
        if not callable(function):
            raise TypeError("first arg must be callable")

        def work():
            try:
                function(*arguments, **(named or {}))
            except SystemExit:
                pass
            except Exception as error:
                report_raw(function, error)
            finally:
                for sentinel in strand.sentinels:
                    sentinel.held = False

        strand = self._start(work, function)
        return FIRST_IDENT + strand.number

    def start_joinable_thread(self, function, handle=None, daemon=True):
        handle = self.handle() if handle is None else handle

        def work():
            try:
                function()
            finally:
                handle._set_done()

        strand = self._start(work, function)
        handle.ident = FIRST_IDENT + strand.number
        if not daemon:
            self.joined.append(handle)
        return handle

    def _start(self, work, function):
        """A thread tells by an event that it has begun: `Thread.start` waits for that, and nobody else may see it."""
        thread = getattr(function, "__self__", None)
        started = getattr(thread, "_started", None)
        strand = self._scheduler.start(work, at_once=started is not None)
        strand.thread = thread
        code = code_of(getattr(thread, "_target", None))
        if code is not None and self._scheduler.is_program(code.co_filename):
            strand.line = code.co_firstlineno
        if started is not None:
            lock = started._cond._lock
            lock.quiet = lock.silent = True
            lock.touched = ()
            lock.begins = strand
        return strand

    def set_sentinel(self):
        """A lock that is released when the thread has ended (CPython 3.11 and 3.12)."""
        sentinel = self._sentinel()
        sentinel.quiet = True
        strand = self._scheduler.current
        sentinel.touched = (end_of(strand),)
        sentinel.ends = strand.number
        strand.sentinels.append(sentinel)
        return sentinel

    def shutdown(self):
        """Waits for all threads that are no daemons (CPython 3.13 and later)."""
        while self.joined:
            self.joined.pop().join()

    def interrupt_main(self, signum=2, /):
        import signal

        handler = signal.getsignal(signum)
        if callable(handler):
            self._scheduler.interrupt(lambda: handler(signum, sys._getframe(1)))
        elif handler is None:
            raise ValueError("signal number out of range")
