"""What a run leaves behind in the modules of threads, and how it was before."""

import concurrent.futures.thread
import gc
import itertools
import sys
import threading
from typing import Any

from .locks import Lock

_threading: Any = threading  # what is private to them is what has to be put back
_pools: Any = concurrent.futures.thread


class Threading:
    """Taken in a process where no run has been; `restore` is called after each run."""

    def __init__(self, joined):
        self._joined = joined
        self._modules = dict(sys.modules)
        self._main = _threading.main_thread()
        self._state = dict(vars(self._main))
        self._atexits = list(_threading._threading_atexits)
        gc.unfreeze()
        standing = gc.get_objects()
        gc.freeze()
        self._locks = [(each, each.held) for each in standing if isinstance(each, Lock)]
        self._reentrant = [each for each in standing if type(each) is _threading._RLock]

    def begin(self):
        """The locks that `threading` has made anew in this fork are its own affair: who starts or ends first nobody sees."""
        own = (_threading._active_limbo_lock, getattr(threading, "_shutdown_locks_lock", None))
        for lock in own:
            if lock is not None:
                block = getattr(lock, "_block", lock)
                block.quiet = block.silent = True

    def restore(self):
        sys.modules.update(self._modules)
        self._restore_locks()
        main = self._main
        vars(main).clear()
        vars(main).update(self._state)
        if sys.version_info >= (3, 13):
            (main._os_thread_handle if sys.version_info >= (3, 14) else main._handle)._done = False
        _threading._active.clear()
        _threading._active[main.ident] = main
        _threading._limbo.clear()
        self._joined.clear()
        if sys.version_info < (3, 13):
            _threading._shutdown_locks.clear()
        _threading._threading_atexits[:] = self._atexits
        _threading._SHUTTING_DOWN = False
        _threading._counter = itertools.count(1).__next__
        _pools._shutdown = False
        _pools._threads_queues.clear()
        _pools.ThreadPoolExecutor._counter = itertools.count().__next__

    def _restore_locks(self):
        """A strand that stands still for ever may have left with one of the standard library's."""
        for lock, held in self._locks:
            lock.held = held
            lock.holder = None
        for lock in self._reentrant:
            lock._owner = None
            lock._count = 0
