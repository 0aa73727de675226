"""asyncio's own event loop, whose wait is a jump of the virtual clock.

The ready queue (first in, first out: `BaseEventLoop._run_once` of asyncio/base_events.py), the heap of timers and
everything else are asyncio's, and so is the order; so are the transports, on sockets in memory (network/). What can wake the
loop is a timer, a message, or a thread that works for it.
"""

import asyncio
import concurrent.futures
import contextlib
import math
import sys
from asyncio import events, futures, selector_events
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NoReturn

from .clock import Clock, Ended
from .deadlock import DEADLOCK_EXIT, TURNS_EXIT, describe_deadlock
from .loop_signals import LoopSignals
from .network import addresses
from .network.selector import Selector
from .polling import Polling
from .refusals import PIPES, PROCESSES, SOCKETS, refusals
from .task_sets import Generators

if sys.platform == "emscripten":
    from .executor_jobs_at_once import ExecutorJobs
else:
    from .executor_jobs import ExecutorJobs

LOOK = 1e-6
"""Seconds that the loop's own look at the clock takes. Less than a program's: the loop looks several times a turn."""

WAIT_STEP = 1000
"""A wait ends on a whole step, of which a second has so many, as epoll's does: timers that near are due in one turn."""


_make_eager = getattr(asyncio, "create_eager_task_factory", None)
_of_eager = _make_eager(None).__code__ if _make_eager else None
"""The code of the factories that asyncio makes itself, from Python 3.12 on."""


class VirtualLoop(LoopSignals, selector_events.BaseSelectorEventLoop):
    """The installed subclass has what has no value here. `end(report, code)` does not return; `turns` is a limit."""

    clock: Clock
    end: Callable[[str, int], NoReturn]
    turns: float

    _ready: Any  # of asyncio
    _scheduled: list[events.TimerHandle]
    _task_factory: Any
    _default_executor: ThreadPoolExecutor | None
    _check_closed: Callable[[], None]
    _current_handle: events.Handle | None

    _selector: Selector

    def __init__(self, selector=None):
        super().__init__(Selector(self.select, self._refuse_file))  # pyright: ignore[reportArgumentType]
        self._asyncgens = Generators()
        self._clock_resolution = LOOK
        self.turn = 0
        self._executor_jobs = ExecutorJobs(self)
        self._polling = Polling()

    def time(self):
        clock = self.clock
        clock.now += LOOK
        return clock.now

    def select(self, timeout):
        """Called once a turn. `timeout`: seconds until the next timer, 0 if something is ready, None without timers."""
        self.turn += 1
        if self.clock.ended:
            raise Ended
        if self.turn > self.turns:
            self.end(f"ended after {self.turns} turns of the event loop\n", TURNS_EXIT)
        if timeout != 0 and self._selector.is_ready():
            self._goes_on()
            return self._come()
        if timeout == 0:
            self._poll()
            return self._come()
        self._polling.waits()
        if not self._executor_jobs.wait(timeout):
            if timeout is None:
                self.end(describe_deadlock(self), DEADLOCK_EXIT)
            self.arrive(timeout)
        return self._come()

    def _come(self):
        """What has come from the network."""
        return self._selector.events()

    def _goes_on(self):
        """A message is there: nobody waits."""
        self._polling.waits()

    def _poll(self):
        """Something is ready: nobody waits, unless by asking again and again."""
        takes, only_time_helps = self._polling.turn(self._ready, len(self._scheduled))
        self.clock.pass_time(takes)
        if not only_time_helps:
            return
        timeout = self._left() if self._scheduled else None
        if not self._executor_jobs.wait(timeout) and timeout is not None:
            self.arrive(timeout)

    def _left(self):
        """How long it is until the next timer, as `select` has it."""
        return max(0.0, self._scheduled[0]._when - self.clock.now)

    def comes_first(self, due, timeout):
        """Whether that is before the next timer, for which the loop is about to wait."""
        return due <= self.clock.now + timeout

    def arrive(self, timeout):
        """Jumps to the next timer."""
        self.clock.now += math.ceil(timeout * WAIT_STEP) / WAIT_STEP

    def create_task(self, coro, **options):
        """Tasks are numbered from 1 in every run, however many runs the process has seen."""
        factory = self._task_factory
        is_eager = _is_eager(factory)
        if options.get("name") is None and (factory is None or is_eager):
            self.clock.tasks += 1
            options["name"] = f"Task-{self.clock.tasks}"
        if factory is not None and is_eager:  # it has run before asyncio would name it
            self._check_closed()
            task = factory(self, coro, **options)
        else:
            task = super().create_task(coro, **options)
        self.clock.made += 1
        with contextlib.suppress(AttributeError):  # a factory makes what it likes
            task._made = self.clock.made  # pyright: ignore[reportAttributeAccessIssue]
        return task

    def run_in_executor(self, executor, function, *arguments):
        self._check_closed()
        return self._executor_jobs.send(executor, function, arguments)

    async def getaddrinfo(self, host, port, **more):
        """asyncio has a thread ask, whose answer comes with the next turn."""
        asked: Any = concurrent.futures.Future()
        answer = futures.wrap_future(asked, loop=self)
        try:
            asked.set_result(addresses.getaddrinfo(host, port, **more))
        except OSError as failed:
            asked.set_exception(failed)
        return await answer

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        await self._executor_jobs.all_done()
        if self._default_executor is not None:
            self._default_executor.shutdown()

    def _make_self_pipe(self):
        """A thread wakes the loop without one, and there is one for signals once somebody handles them."""

    def _close_self_pipe(self):
        self.close_signals()

    def _write_to_self(self):
        self._executor_jobs.wake_loop()

    def _refuse_file(self):
        refusals.refuse(PIPES, "loop.add_reader")


def _is_eager(factory):
    """Whether asyncio's create_eager_task_factory has made it."""
    return _of_eager is not None and getattr(factory, "__code__", None) is _of_eager


def _refuse(name, kind):
    def refuse(self, *_, **__):
        refusals.refuse(kind, f"loop.{name}")
        raise NotImplementedError(f"{name}: on the virtual clock there are no {kind}")

    setattr(VirtualLoop, name, refuse)


_refused = {
    SOCKETS: ("create_unix_connection", "create_unix_server"),
    PIPES: ("connect_read_pipe", "connect_write_pipe"),
    PROCESSES: ("subprocess_exec", "subprocess_shell"),
}

for _kind, _names in _refused.items():
    for _name in _names:
        _refuse(_name, _kind)
