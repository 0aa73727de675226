"""Puts the virtual loop in the place of asyncio's, and the virtual hub's loop in that of gevent's."""

import asyncio
import asyncio.runners
import math
import os
import sys
from asyncio import events

from .hub import gevent_loop
from .loop import VirtualLoop
from .network.install import install_network
from .network.network import network
from .task_sets import install_task_sets

_BasePolicy = getattr(events, "_BaseDefaultEventLoopPolicy", None) or events.BaseDefaultEventLoopPolicy


_loop_name = asyncio.SelectorEventLoop.__name__
"""A loop is shown by its name."""

_policies = [
    (module, name)
    for module in (asyncio, sys.modules.get("asyncio.unix_events"), sys.modules.get("asyncio.windows_events"))
    for name in ("DefaultEventLoopPolicy", "_DefaultEventLoopPolicy", "WindowsSelectorEventLoopPolicy")
    if module is not None and name in vars(module)
]
"""Where a program finds the policies that make asyncio's own loops."""


def install_loop(clock, end, kind=VirtualLoop, turns=math.inf):
    """From now on every way to get an event loop gives one of `kind` on `clock`, in a process that has seen none.

    Returns what to call before each further run.
    """
    install_task_sets()
    install_network(clock)
    loop = type(_loop_name, (kind,), {"clock": clock, "end": staticmethod(end), "turns": turns})
    policy = type("DefaultEventLoopPolicy", (_BasePolicy,), {"_loop_factory": loop})
    asyncio.SelectorEventLoop = loop
    for module, name in _policies:
        setattr(module, name, policy)
    if sys.version_info >= (3, 13):
        asyncio.EventLoop = loop
    asyncio.run = asyncio.runners.run  # Pyodide has one of its own

    def renew():
        events._event_loop_policy = policy()  # pyright: ignore[reportAttributeAccessIssue]
        network.start()
        events._set_running_loop(None)  # Pyodide's own loop counts as always running

    renew()
    return renew


def install_hub(clock, end, turns=math.inf, base=None):
    """The same for gevent, which may be loaded later or not at all."""
    attributes = {
        "clock": clock,
        "end": staticmethod(end),
        "turns": turns,
        "__module__": gevent_loop.__name__,
    }
    gevent_loop.loop = gevent_loop.Installed = type("loop", (base or gevent_loop.Loop,), attributes)
    os.environ["GEVENT_LOOP"] = f"{gevent_loop.__name__}.Installed"
