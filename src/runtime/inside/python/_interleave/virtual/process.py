"""What a program may change in the process that it shares with other runs: how it was, whether it is so still, and how it
becomes so again."""

import asyncio
import atexit
import dis
import gc
import importlib
import importlib.machinery
import linecache
import locale
import os
import re
import signal
import sys
import threading
import types
from asyncio import coroutines, events, runners

from .snapshot import Snapshot

_of_systems = ("asyncio.unix_events", "asyncio.windows_events")
_of_sys = ("argv", "excepthook", "path", "stderr", "stdout", "__stderr__", "__stdout__")
_loadable = {*sys.stdlib_module_names, "gevent", "greenlet", "zope"} - {"antigravity", "idlelib", "this", "turtle"}
_signals = tuple(
    number for number in signal.valid_signals() if number != getattr(signal, "SIGALRM", None)
)  # it is ours


class Process:
    """As it is when it is made. What runs in it says afterwards `tidy`, and asks what it has `touched`."""

    def __init__(self):
        self._sys = {name: getattr(sys, name) for name in _of_sys}
        self._main = sys.modules["__main__"]
        self._policy = events._event_loop_policy  # pyright: ignore[reportAttributeAccessIssue]
        fill_caches()
        self._modules = dict(sys.modules)
        self._snapshot = Snapshot(_caches())
        self._state = _state()

    def load(self, folder, names):
        """Loads those modules of these names that leave nothing behind but themselves, and none of `folder`. Whether any."""
        missing = load_outside(folder, names)
        if missing:
            self._modules = dict(sys.modules)
            self._snapshot.extend()
            self._state = _state()
        return bool(missing)

    def accept(self):
        """What we have put into it is as it shall be."""
        self._policy = events._event_loop_policy  # pyright: ignore[reportAttributeAccessIssue]
        systems = [vars(module) for name in _of_systems if (module := sys.modules.get(name)) is not None]
        self._snapshot.accept(*systems, vars(asyncio), vars(events), vars(runners), os.environ._data)  # pyright: ignore[reportAttributeAccessIssue]

    def begin(self):
        """In a fork, which has set up its threads anew."""
        self._snapshot.accept(vars(threading), threading._active, threading.main_thread())  # pyright: ignore[reportAttributeAccessIssue]
        self._state = _state()

    def tidy(self, folder):
        """Undoes what the run of a program does in any case, also the modules of the program itself."""
        for name, value in self._sys.items():
            setattr(sys, name, value)
        sys.modules["__main__"] = self._main
        events._event_loop_policy = self._policy  # pyright: ignore[reportAttributeAccessIssue]
        self._forget(lambda module: _is_in(folder, module))

    def touched(self):
        """Whether anything is not as it was."""
        return self._modules != sys.modules or self._state != _state() or bool(self._snapshot.changed())

    def holds_program(self, folder):
        """Whether something that is not seen from Python keeps a function or a class of the program that has ended."""
        return any(_is_of_program(folder, each) for each in gc.get_objects())

    def put_back(self, folder):
        """Makes all of it as it was, where it can; whether it could."""
        self._forget(lambda module: True)
        sys.modules.update(self._modules)
        for place in self._snapshot.changed():
            try:
                place.put_back()
            except Exception:  # it stays changed
                pass
        _put_back_state(self._state)
        gc.collect()
        return not self.touched() and not self.holds_program(folder)

    def _forget(self, is_theirs):
        """The modules that have been loaded since."""
        new = [name for name in sys.modules.keys() - self._modules.keys() if is_theirs(sys.modules[name])]
        for name in new:
            del sys.modules[name]
        if new:
            gc.collect()


def imports(program):
    """The modules that a program names at its top level."""
    if isinstance(program, SyntaxError):
        return []
    return [step.argval for step in dis.get_instructions(program) if step.opname == "IMPORT_NAME"]


def load_outside(folder, names):
    """Loads those that leave nothing behind but themselves, and none of `folder`. Gives the names that were not there."""
    missing = [name for name in names if name not in sys.modules and name.partition(".")[0] in _loadable]
    for name in missing:
        if importlib.machinery.PathFinder.find_spec(name, [folder]) is None:
            imported(name)
    return missing


def imported(name):
    try:
        return importlib.import_module(name)
    except ImportError:  # the program will say so
        return None


def _is_of_program(folder, value):
    if isinstance(value, types.FunctionType):
        return value.__code__.co_filename.startswith(os.path.join(folder, ""))
    return isinstance(value, type) and value.__module__ == "__main__"


def _is_in(folder, module):
    file = getattr(module, "__file__", None)
    places = [file] if file else list(getattr(module, "__path__", ()))
    return any(place.startswith(os.path.join(folder, "")) for place in places)


def fill_caches():
    """A logger takes a lock to answer for a level for the first time, and keeps the answer: a program that has it say
    something, or makes a loop, which asks it, changes nothing then."""
    logging = sys.modules["logging"]
    for logger in ("asyncio", "concurrent.futures"):
        for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL):
            logging.getLogger(logger).isEnabledFor(level)


def _caches():
    """Containers that say nothing about a program: what they hold would be made again."""
    own = [sys.path_importer_cache, linecache.cache, coroutines._iscoroutine_typecache]  # pyright: ignore[reportAttributeAccessIssue]
    return [*own, *(cache for name in ("_cache", "_cache2") if (cache := getattr(re, name, None)) is not None)]


def _state():
    """What the interpreter and the system know of the process: by the name of each, what it is."""
    decimal = sys.modules.get("decimal")
    known = {name: read() for name, (read, _) in _settings.items()}
    return {
        **known,
        "handlers": [signal.getsignal(number) for number in _signals],
        "threads": threading.active_count(),
        "at exit": atexit._ncallbacks(),
        "decimal": decimal and repr(decimal.getcontext()),
        "files": _open_files(),
    }


def _put_back_state(state):
    for name, (_, write) in _settings.items():
        write(state[name])
    for number, handler in zip(_signals, state["handlers"], strict=True):
        if handler is not None and signal.getsignal(number) != handler:
            signal.signal(number, handler)


_settings = {
    "recursion limit": (sys.getrecursionlimit, sys.setrecursionlimit),
    "switch interval": (sys.getswitchinterval, sys.setswitchinterval),
    "tracing": (sys.gettrace, sys.settrace),
    "profiling": (sys.getprofile, sys.setprofile),
    "async generators": (sys.get_asyncgen_hooks, lambda hooks: sys.set_asyncgen_hooks(*hooks)),
    "origins": (sys.get_coroutine_origin_tracking_depth, sys.set_coroutine_origin_tracking_depth),
    "collecting": (gc.isenabled, lambda enabled: gc.enable() if enabled else gc.disable()),
    "generations": (gc.get_threshold, lambda threshold: gc.set_threshold(*threshold)),
    "collector": (gc.get_debug, gc.set_debug),
    "folder": (os.getcwd, os.chdir),
    "locale": (lambda: locale.setlocale(locale.LC_ALL), lambda name: locale.setlocale(locale.LC_ALL, name)),
}
"""How to read and to write what can be put back."""


def _open_files():
    try:
        return sorted(os.listdir("/proc/self/fd"))
    except OSError:  # another system
        return []
