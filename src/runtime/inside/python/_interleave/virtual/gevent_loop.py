"""The loop of gevent's hub on a virtual clock: gevent itself, with another source of time.

Callbacks run first in, first out, fifty before the timers are looked at, and timers by deadline, as gevent's own
loop has it. The causes of another order are those of the asyncio loop (causes.py). There are no sockets here.
"""

import collections
import contextlib
import heapq
import math
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

from .causes import BUSY, late
from .clock import Clock
from .deadlock import TURNS_EXIT
from .executor_jobs import PATIENCE
from .loop import LOOK, WAIT_STEP
from .refusals import PIPES, PROCESSES, SIGNALS, SOCKETS, refusals
from .watchers import Async, Callback, Idle, Timer, Watcher

GROUP = 50
"""Callbacks after which the time is looked at; more than SWITCH since their beginning, and timers have their turn."""

SWITCH = 0.005
"""Seconds: gevent's own switch interval."""

Installed: type["Loop"]
"""What install_hub has made of Loop: gevent finds it here."""

_new_lock = threading.Lock  # before gevent replaces it


class Loop:
    """The installed subclass has what has no value here, as VirtualLoop has it; `cause` is one of causes.py."""

    clock: Clock
    end: Callable[[str, int], NoReturn]
    turns: float
    draw: Callable[[], float]
    cause: str

    MAXPRI = MINPRI = 0
    approx_timer_resolution = LOOK
    starting_timer_may_update_loop_time = True
    error_handler: Any = None
    iteration = 0

    def __init__(self, flags=None, default=None):
        self.default = bool(default)
        self.timers = []
        self.expecting = set()
        self.idlers = []
        self._callbacks = collections.deque()
        self._silent = _new_lock()  # a thread releases it to wake the loop
        self._silent.acquire()
        self._stopped = False

    def run(self, nowait=False, once=False):
        """Returns when nothing is left that could call back; gevent then says so."""
        self._stopped = False
        while not self._stopped:
            self.iteration += 1
            if self.iteration > self.turns:
                self.end(f"ended after {self.turns} turns of the hub's loop\n", TURNS_EXIT)
            self._run_callbacks()
            if self._stopped or not self._advance(nowait):
                return
            for timer in self._due():
                if timer.pending:
                    timer.pending = False
                    self._call(timer, timer.fire)
            if once or nowait:
                return

    def _run_callbacks(self):
        began = self.clock.now
        count = 0
        while self._callbacks:
            entry = self._callbacks.popleft()
            callback, args = entry.callback, entry.args
            entry.callback = None
            if callback is not None and args is not None:
                self._pass_time()
                self._call(entry, callback, *args)
                entry.args = None
            count += 1
            if count % GROUP == 0 and self.clock.now - began >= SWITCH:
                return

    def _pass_time(self):
        if self.cause == "cpu" and self.draw() < 0.5:
            self.clock.now += self.draw() * BUSY

    def _call(self, context, callback, *args):
        try:
            callback(*args)
        except BaseException:
            self.handle_error(context, *sys.exc_info())

    def _advance(self, nowait):
        """Goes to the next timer, or waits for a thread; whether there is anything at all to go on for."""
        if self._callbacks or nowait:
            return True
        if self.idlers:
            idlers, self.idlers = self.idlers, []
            for idler in idlers:
                self._call(idler, idler.fire)
            return True
        while self.timers and self.timers[0][2].entry is not self.timers[0]:
            heapq.heappop(self.timers)
        expects = any(watcher.ref for watcher in self.expecting)
        if not expects and not any(entry[2].ref and entry[2].entry is entry for entry in self.timers):
            return False
        if expects and self._silent.acquire(timeout=PATIENCE if self.timers else -1):
            return True
        timeout = self.timers[0][0] - self.clock.now
        if timeout > 0:
            self.clock.now += timeout if self.cause == "ties" else math.ceil(timeout * WAIT_STEP) / WAIT_STEP
        return True

    def _due(self):
        """The timers whose deadline has come, in the order of their deadlines."""
        due = []
        while self.timers and self.timers[0][0] <= self.clock.now + LOOK:
            entry = heapq.heappop(self.timers)
            if entry[2].entry is entry:
                entry[2].pending = True
                due.append(entry[2])
        return due

    def deadline(self, timer, seconds):
        """When a timer that is started now is due. Those of priority -1 are time limits, which stand for themselves."""
        if self.cause == "ties":
            return round(self.clock.now + seconds, 6) + self.draw() * 4e-7
        self.clock.now += LOOK
        if self.cause == "latency" and timer.priority != -1:
            seconds = late(self.draw, seconds)
        return self.clock.now + seconds

    def run_callback(self, function, *args):
        callback = Callback(function, args)
        self._callbacks.append(callback)
        return callback

    def run_callback_threadsafe(self, function, *args):
        callback = self.run_callback(function, *args)
        with contextlib.suppress(RuntimeError):  # awake already
            self._silent.release()
        return callback

    def handle_error(self, context, kind, value, trace):
        handler = self.error_handler
        if handler is None:
            traceback.print_exception(kind, value, trace)
        else:
            getattr(handler, "handle_error", handler)(context, kind, value, trace)

    def break_(self, how=None):
        self._stopped = True

    def now(self):
        return self.clock.now

    def timer(self, after, repeat=0.0, ref=True, priority=None):
        return Timer(self, after, repeat, ref, priority)

    def async_(self, ref=True, priority=None):
        return Async(self, ref, priority)

    def idle(self, ref=True, priority=None):
        return Idle(self, ref, priority)

    def fork(self, ref=True, priority=None):
        return Watcher(self, ref, priority)

    def io(self, *_, **__):
        refusals.refuse(SOCKETS, "loop.io")

    def signal(self, *_, **__):
        refusals.refuse(SIGNALS, "loop.signal")

    def child(self, *_, **__):
        refusals.refuse(PROCESSES, "loop.child")

    def stat(self, *_, **__):
        refusals.refuse(PIPES, "loop.stat")

    prepare = check = io

    def update_now(self):
        pass

    reinit = install_sigchld = update_now

    def destroy(self):
        self._stopped = True
        return True

    def _format(self):
        return f"virtual timers={len(self.timers)} callbacks={len(self._callbacks)}"

    def debug(self):
        return []
