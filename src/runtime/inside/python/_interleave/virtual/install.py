"""Puts the virtual loop and the virtual clock in the place of asyncio's and the machine's."""

import asyncio
import asyncio.runners
import math
import os
import queue  # noqa: F401 takes the machine's clock when it is loaded: waits for real threads take real time
import sys
import threading
import time
from asyncio import events
from collections.abc import Callable

from . import gevent_loop
from .clock import EPOCH
from .deadlock import TURNS_EXIT
from .executor_jobs import sleep_in_thread
from .loop import VirtualLoop

_own_ident = threading.get_ident  # before a library replaces it
_BasePolicy = getattr(events, "_BaseDefaultEventLoopPolicy", None) or events.BaseDefaultEventLoopPolicy


def install_time(clock, end, sleeps=math.inf):
    """From now on the functions of `time` tell and take the time of `clock`; `sleeps` is a limit for the main thread."""
    time.sleep = _sleep_on(clock, end, sleeps)
    for name, start in (("monotonic", 0.0), ("perf_counter", 0.0), ("time", EPOCH)):
        setattr(time, name, _reader(clock, start))
        setattr(time, name + "_ns", _reader(clock, start, unit=1e9, kind=round))


def install_loop(clock, end, kind=VirtualLoop, turns=math.inf):
    """From now on every way to get an event loop gives one of `kind` on `clock`, in a process that has seen none.

    Returns what to call before each further run, with what draws that run's random numbers.
    """
    loop = type("VirtualLoop", (kind,), {"clock": clock, "end": staticmethod(end), "turns": turns})
    policy = type("VirtualPolicy", (_BasePolicy,), {"_loop_factory": loop})
    asyncio.SelectorEventLoop = loop
    if sys.version_info >= (3, 13):
        asyncio.EventLoop = loop
    asyncio.run = asyncio.runners.run  # Pyodide has one of its own

    def renew(draw=None):
        if draw is not None:
            loop.draw = staticmethod(draw)  # pyright: ignore[reportAttributeAccessIssue]
        events._event_loop_policy = policy()  # pyright: ignore[reportAttributeAccessIssue]
        events._set_running_loop(None)  # Pyodide's own loop counts as always running

    renew()
    return renew


def install_hub(clock, end, cause="none", turns=math.inf):
    """The same for gevent, which may be loaded later or not at all."""
    kind = {"clock": clock, "end": staticmethod(end), "turns": turns, "cause": cause}
    gevent_loop.Installed = type("VirtualLoop", (gevent_loop.Loop,), kind)
    os.environ["GEVENT_LOOP"] = f"{gevent_loop.__name__}.Installed"

    def renew(draw):
        gevent_loop.Installed.draw = staticmethod(draw)  # pyright: ignore[reportAttributeAccessIssue]

    return renew


def _reader(clock, start, unit=1.0, kind: Callable[[float], float] = float):
    def read():
        return kind((start + clock.look()) * unit)

    return read


def _sleep_on(clock, end, sleeps):
    main = _own_ident()

    def sleep(seconds, /):
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        if _own_ident() != main:
            sleep_in_thread(seconds)
            return
        clock.sleep(seconds)
        if clock.sleeps > sleeps:
            end(f"ended after {sleeps} sleeps\n", TURNS_EXIT)

    # it is pickled by its name
    sleep.__module__, sleep.__qualname__ = "time", "sleep"
    return sleep
