"""What no virtual clock rules, recognised at the moment when a program asks for it, by what it does and not by its text.

Threads, processes, sockets and signals have the clock of the machine, and another event loop waits on it. Python says most
of it itself, in the audit events of PEP 578, which no program can bypass. Threads that work for a loop are served.
"""

import _thread
import asyncio
import contextlib
import importlib
import os
import select
import signal
import sys
import threading
from asyncio import base_events, events
from concurrent.futures import ThreadPoolExecutor

from .lone_waits import has_greenlets_for_threads

THREADS, PROCESSES, SOCKETS = "threads", "processes", "sockets"
PIPES, SIGNALS, LOOPS = "pipes", "signals", "other event loops"

_audited = {
    **dict.fromkeys(("_thread.start_new_thread", "_thread.start_joinable_thread"), THREADS),
    **dict.fromkeys(("os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.exec", "os.system"), PROCESSES),
    **dict.fromkeys(("os.startfile", "subprocess.Popen"), PROCESSES),
    **dict.fromkeys(("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"), SOCKETS),
    **dict.fromkeys(("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"), SOCKETS),
}
_signals = ("alarm", "setitimer", "pause", "sigwait", "sigwaitinfo", "sigtimedwait")
_selectors = ("epoll", "kqueue", "devpoll")
_own_ident = threading.get_ident  # before a library replaces it
_ours = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_served_by = "gevent.threadpool"
_importing = "<frozen importlib._bootstrap>"


class Refusals:
    """`stop(what, file, line)` does not return; `file` is None where no line of the program asked."""

    def __init__(self):
        self._program = self._folder = ""
        self._stop = None
        self._serving = None
        self._serves_all = False

    def install(self, serves_all=False):
        """Once in a process. Until `begin` nothing is refused. `serves_all`: threads are served, whoever starts them."""
        self._serves_all = serves_all
        sys.addaudithook(self._audit)
        for module, names, kind in ((signal, _signals, SIGNALS), (select, _selectors, SOCKETS)):
            for name in names:
                if hasattr(module, name):
                    self._guard(module, name, f"{module.__name__}.{name}", kind)
        if sys.version_info < (3, 12):  # which say it themselves
            self._guard_start(_thread)
            self._guard_start(threading, "_start_new_thread")
        for module in ("selector_events", "proactor_events"):
            for name, kind in _loops_of(module):
                self._guard_loop(kind, f"asyncio.{name}")
        self._guard_running_loop()
        self._guard_submit()

    def begin(self, program, stop):
        self._program, self._folder = program, os.path.join(os.path.dirname(program), "")
        self._stop = stop

    def end(self):
        self._stop = None

    @contextlib.contextmanager
    def serving(self):
        """The threads that this one starts here are served; not those that they start themselves."""
        self._serving = _own_ident()
        try:
            yield
        finally:
            self._serving = None

    def refuse(self, kind, name):
        """Ends the run. `name` is what the program asked for, where it asked itself and no library for it."""
        stop = self._stop
        if stop is None:
            return
        frame = sys._getframe(1)
        while frame is not None and not self._is_own(frame.f_code.co_filename):
            if frame.f_code.co_filename == _importing:
                return  # a library looks what the machine has
            if not frame.f_code.co_filename.startswith(_ours):
                name = _public_name(frame)
            frame = frame.f_back
        what = f"{name}: on the virtual clock there are no {kind}"
        if frame is None:
            stop(what, None, None)
        else:
            stop(what, frame.f_code.co_filename, frame.f_lineno)

    def own_line(self, frame):
        """File and line of the innermost frame of the program, and what it called; None where there is none."""
        called = None
        while frame is not None and not self._is_own(frame.f_code.co_filename):
            if not frame.f_code.co_filename.startswith(_ours):
                called = _public_name(frame)
            frame = frame.f_back
        return None if frame is None else (frame.f_code.co_filename, frame.f_lineno, called)

    def _is_own(self, file):
        return file == self._program or (
            file.startswith(self._folder) and not file.startswith(_ours) and "site-packages" not in file
        )

    def _audit(self, event, _):
        kind = _audited.get(event)
        if kind is None or self._stop is None:
            return
        if kind is not THREADS or not self._is_served(sys._getframe(1)):
            self.refuse(kind, event)

    def _is_served(self, caller):
        return self._is_serving() or caller.f_globals.get("__name__") == _served_by

    def _guard(self, owner, name, public, kind):
        operation = getattr(owner, name)

        def guarded(*values, **named):
            self.refuse(kind, public)
            return operation(*values, **named)

        guarded.__module__, guarded.__name__, guarded.__qualname__ = owner.__name__, name, name
        setattr(owner, name, guarded)

    def _guard_loop(self, kind, public):
        make = kind.__init__

        def __init__(loop, *values, **named):
            if not hasattr(loop, "arrive"):
                self.refuse(LOOPS, public)
            make(loop, *values, **named)

        __init__.__qualname__ = make.__qualname__
        kind.__init__ = __init__

    def _is_serving(self):
        return self._serves_all or self._serving == _own_ident()

    def _guard_start(self, module, name="start_new_thread"):
        start = getattr(module, name)

        def start_new_thread(*values, **named):
            if not self._is_served(sys._getframe(1)):
                self.refuse(THREADS, "_thread.start_new_thread")
            return start(*values, **named)

        setattr(module, name, start_new_thread)

    def _guard_running_loop(self):
        set_running = events._set_running_loop

        def guarded(loop):
            if loop is not None and self._stop is not None and not hasattr(loop, "arrive"):
                self.refuse(LOOPS, f"{type(loop).__module__}.{type(loop).__name__}")
            set_running(loop)

        asyncio._set_running_loop = events._set_running_loop = guarded

    def _guard_submit(self):
        """A pool whose threads are there already starts none."""
        submit = ThreadPoolExecutor.submit

        def guarded(pool, function, /, *values, **named):
            if not self._is_serving() and not has_greenlets_for_threads():
                self.refuse(THREADS, "concurrent.futures.ThreadPoolExecutor.submit")
            return submit(pool, function, *values, **named)

        ThreadPoolExecutor.submit = guarded


refusals = Refusals()


def _loops_of(module):
    try:
        found = vars(importlib.import_module(f"asyncio.{module}"))
    except ImportError:  # another system's
        return []
    return [(name, kind) for name, kind in found.items() if name.startswith("Base") and _is_loop(kind)]


def _is_loop(kind):
    return isinstance(kind, type) and issubclass(kind, base_events.BaseEventLoop)


def _public_name(frame):
    """As a program writes it: the shortest name of a package that offers it."""
    module = frame.f_globals.get("__name__", "")
    name = getattr(frame.f_code, "co_qualname", frame.f_code.co_name)
    head = name.partition(".")[0]
    parts = module.split(".")
    for end in range(1, len(parts)):
        package = ".".join(parts[:end])
        if head in vars(sys.modules.get(package, object)):
            return f"{package}.{name}"
    return f"{module}.{name}"
