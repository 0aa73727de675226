"""Puts threads that take turns, and the virtual clock, in the place of the machine's: before anything is built on them."""

import _thread
import importlib
import signal
import sys
import time
import types

from ..virtual import forks, limits
from ..virtual.clock import Clock
from .locks import Lock
from .low_level import Threads
from .scheduler import Scheduler

ON_THE_MACHINE = forks, limits
"""Have to be loaded before the clock is virtual: they measure real time."""


class Installed:
    def __init__(self, clock, scheduler, threads):
        self.clock = clock
        self.scheduler = scheduler
        self.threads = threads


def install():
    """Loads `threading` and what is built on it anew; what has taken a function of `_thread` or `time` gets ours."""
    clock = Clock()
    scheduler = Scheduler(clock)
    threads = Threads(scheduler)
    before = {id(value): (name, value) for name, value in vars(_thread).items() if callable(value)}
    times = {id(value): (name, value) for name, value in vars(time).items() if callable(value)}
    module = threads.module()
    _forget_threading()
    sys.modules["_thread"] = module
    threading = importlib.import_module("threading")
    vars(module)["RLock"] = threading._RLock
    scheduler.wrappers.add(Lock.__enter__.__code__)
    threads.lock.transparent(threading._RLock)
    if sys.platform == "emscripten":  # where all strands are one thread of the machine
        threading.local = vars(module)["_local"] = importlib.import_module("_threading_local").local
    importlib.import_module("importlib._bootstrap")._thread = module  # pyright: ignore[reportAttributeAccessIssue]
    queue = importlib.import_module("queue")
    queue.SimpleQueue = queue._PySimpleQueue  # pyright: ignore[reportAttributeAccessIssue]
    scheduler.ordinals.order(threading.Thread)
    from .standard import install_touches, is_guarded

    install_touches(scheduler)
    scheduler.is_guarded = is_guarded()
    _order_futures(scheduler)
    _install_time(clock, scheduler)
    _install_signals(scheduler)
    _rebind(before, module)
    _rebind(times, time)
    return Installed(clock, scheduler, threads)


def _order_futures(scheduler):
    """Who waits for several takes their locks by address, so that no two deadlock: here in the order of their making."""
    base = importlib.import_module("concurrent.futures._base")
    scheduler.ordinals.order(base.Future)

    def __init__(self, futures):
        self.futures = sorted(futures, key=hash)

    base._AcquireFutures.__init__ = __init__  # pyright: ignore[reportAttributeAccessIssue]


def _install_time(clock, scheduler):
    """Waits with a timeout are those of the standard library, also where a program has no second thread."""
    condition = sys.modules["threading"].Condition
    wait = condition.wait
    from ..virtual.time_functions import install_time  # builds on `threading`

    install_time(clock, lambda report, code: scheduler.stop("limit"))

    def sleep(seconds, /):
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        scheduler.sleep(seconds)

    time.sleep = sleep
    condition.wait = wait
    for name, own in (("threading", "_time"), ("queue", "time")):
        setattr(sys.modules[name], own, time.monotonic)


def _install_signals(scheduler):
    """Handlers are the main strand's, which is not the main thread of the machine. None comes but from `interrupt_main`."""
    of_machine = signal.getsignal

    def getsignal(number, /):
        return scheduler.handlers[number] if number in scheduler.handlers else of_machine(number)

    def set_handler(number, handler, /):
        if scheduler.current is not scheduler.main:
            raise ValueError("signal only works in main thread of the main interpreter")
        if not callable(handler) and handler not in (signal.SIG_DFL, signal.SIG_IGN):
            raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
        before = getsignal(number)
        scheduler.handlers[number] = handler
        return before

    signal.getsignal, signal.signal = getsignal, set_handler


def install_loop(installed):
    """To be called before each run: every way to get an event loop gives one beside these threads."""
    from ..virtual import install
    from .loop import TurnsLoop

    kind = type("VirtualLoop", (TurnsLoop,), {"scheduler": installed.scheduler})
    return install.install_loop(installed.clock, lambda report, code: installed.scheduler.stop("deadlock"), kind)


def _forget_threading():
    """Modules that have locks of the machine: `threading` itself, and all that has it among its names."""
    threading = sys.modules.get("threading")
    for name, module in list(sys.modules.items()):
        names = vars(module).values() if isinstance(module, types.ModuleType) else ()
        if name.partition(".")[0] in ("pyodide", "_pyodide", "js"):
            continue  # what has to be the same as JavaScript has it
        if threading is not None and (module is threading or any(value is threading for value in names)):
            del sys.modules[name]


def _rebind(old, new):
    """`old`: id → (name, function) of a module; `new`: the module that has other functions of these names."""
    for name, module in list(sys.modules.items()):
        if isinstance(module, types.ModuleType) and not name.startswith("_interleave") and module is not new:
            for own, value in list(vars(module).items()):
                taken, original = old.get(id(value), ("", None))
                if original is value and hasattr(new, taken):
                    setattr(module, own, getattr(new, taken))
