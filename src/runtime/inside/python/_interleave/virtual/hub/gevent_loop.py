"""The loop of gevent's hub on a virtual clock: gevent itself, with another source of time.

Callbacks run first in, first out, fifty before the timers are looked at, and timers by deadline, as gevent's own
loop has it. There are no sockets here.
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

from .. import executor_jobs
from ..clock import Clock, Ended
from ..deadlock import TURNS_EXIT
from ..executor_jobs import PATIENCE
from ..loop import LOOK, WAIT_STEP
from ..polling import MANY, POLL, greenlets_standing
from .not_watched import NotWatched
from .sleepers import Sleepers
from .watchers import Async, Callback, Idle, Signal, Timer, Watcher

GROUP = 50
"""Callbacks after which the time is looked at; more than SWITCH since their beginning, and timers have their turn."""

PATIENCE_AT_FIRST = 0.1
"""Real seconds after which a thread that was just given a job, or was woken, counts as waiting for another."""

SWITCH = 0.005
"""Seconds: gevent's own switch interval."""

Installed: type["Loop"]
"""What install_hub has made of Loop: gevent finds it here."""

loop: type["Loop"]
"""The same, as gevent.core has it."""

__all__ = ["loop"]

_new_lock = threading.Lock  # before gevent replaces it


class Loop(NotWatched):
    """The installed subclass has what has no value here, as VirtualLoop has it."""

    clock: Clock
    end: Callable[[str, int], NoReturn]
    turns: float

    many = MANY

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
        self._standing = None
        self._sleepers = Sleepers(self.clock, self._wake)
        self._stuck = set()  # what is expected of threads that were waited for in vain
        if default is not False:  # the hub of a thread has False
            executor_jobs.sleep_for_hub = self._sleepers.sleep

    def run(self, nowait=False, once=False):
        """Returns when nothing is left that could call back; gevent then says so."""
        self._stopped = False
        while not self._stopped:
            self.iteration += 1
            self._sleepers.turn += 1
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
        began = self._now()
        count = 0
        polls_from = self.many * (1 + len(self._callbacks))
        while self._callbacks:
            entry = self._callbacks.popleft()
            callback, args = entry.callback, entry.args
            entry.callback = None
            if callback is not None and args is not None:
                self._call(entry, callback, *args)
                entry.args = None
            count += 1
            if count > polls_from:
                self.clock.pass_time(POLL)
                if count % GROUP == 0:
                    self._skip_polls()
            if count % GROUP == 0 and self._is_over(began):
                return

    def _now(self):
        return self.clock.now

    def _is_over(self, began):
        """Whether callbacks have run so long since then that timers have their turn."""
        return self.clock.now - began >= SWITCH

    def _skip_polls(self):
        """Goes to the next timer where greenlets ask again and again for what can only come with time."""
        before, self._standing = self._standing, greenlets_standing(self._callbacks)
        if before and before == self._standing and self._next_timer() and not self._expects():
            self._skip()

    def _skip(self):
        self.clock.now = max(self.clock.now + SWITCH, self.timers[0][0])

    def _next_timer(self):
        """Whether there is one; it is the first of `timers` then."""
        while self.timers and self.timers[0][2].entry is not self.timers[0]:
            heapq.heappop(self.timers)
        return bool(self.timers)

    def _is_woken(self):
        """Lets the threads work until all of them sleep or have ended; whether one has woken the loop."""
        while True:
            asleep = self._sleepers.first()
            if self._silent.acquire(timeout=self._patience()):
                if self._callbacks:
                    return True
                continue
            self._stuck.update(self.expecting)
            if asleep is None or self.timers and self.timers[0][0] < asleep:
                return False
            self._sleepers.wake_first()
            self._stuck.clear()

    def _patience(self):
        """Real seconds to wait for the threads. Each that the loop expects to hear of has a job, and sleeps, works, has yet to
        begin or waits for something else."""
        jobs = {watcher for watcher in self.expecting if not watcher.pending}
        if len(jobs) <= len(self._sleepers):
            return 0
        if not self.timers and not self._sleepers:
            return -1
        return PATIENCE if jobs <= self._stuck else PATIENCE_AT_FIRST

    def _wake(self):
        with contextlib.suppress(RuntimeError):  # awake already
            self._silent.release()

    def _expects(self):
        """Whether a thread may wake the loop."""
        return any(watcher.ref for watcher in self.expecting)

    def _call(self, context, callback, *args):
        try:
            callback(*args)
        except BaseException:
            try:
                self.handle_error(context, *sys.exc_info())
            except Ended:
                raise
            except BaseException:  # as gevent does: an error of who reports errors ends nothing
                with contextlib.suppress(Exception):
                    traceback.print_exc()

    def _advance(self, nowait):
        """Goes to the next timer, or waits for a thread; whether there is anything at all to go on for."""
        if self._callbacks or nowait:
            return True
        self._next_timer()
        if self.idlers and not self._is_due():
            idlers, self.idlers = self.idlers, []
            for idler in idlers:
                self._call(idler, idler.fire)
            return True
        expects = self._expects()
        if not expects and not any(entry[2].ref and entry[2].entry is entry for entry in self.timers):
            return False
        if expects and self._is_woken():
            return True
        self._arrive()
        return True

    def _arrive(self):
        """Jumps to the next timer."""
        timeout = self.timers[0][0] - self.clock.now
        if timeout > 0:
            self.clock.now += math.ceil(timeout * WAIT_STEP) / WAIT_STEP

    def _is_due(self):
        """Whether there is a timer that comes before those who wait for nothing else to be left to do."""
        return bool(self.timers) and self._has_come(self.timers[0][0], self._looks())

    def _looks(self):
        """The time that libev keeps while it goes through its timers."""
        return self.clock.now

    def _has_come(self, deadline, now):
        return deadline <= now + LOOK

    def _due(self):
        """The timers whose deadline has come, in the order of their deadlines."""
        due = []
        now = self._looks() if self.timers else 0.0
        while self.timers and self._has_come(self.timers[0][0], now):
            entry = heapq.heappop(self.timers)
            if entry[2].entry is entry:
                entry[2].pending = True
                due.append(entry[2])
        return due

    def deadline(self, timer, seconds):
        """When a timer that is started now is due. Those of priority -1 are time limits, which stand for themselves."""
        self.clock.now += LOOK
        return self.clock.now + seconds

    def run_callback(self, function, *args):
        callback = Callback(function, args)
        self._callbacks.append(callback)
        return callback

    def run_callback_threadsafe(self, function, *args):
        callback = self.run_callback(function, *args)
        self._wake()
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

    def signal(self, number, ref=True, priority=None):
        return Signal(self, number, ref, priority)

    def idle(self, ref=True, priority=None):
        return Idle(self, ref, priority)

    def fork(self, ref=True, priority=None):
        return Watcher(self, ref, priority)

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
