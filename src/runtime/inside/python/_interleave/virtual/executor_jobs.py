"""What a loop has done by threads (`asyncio.to_thread`, `run_in_executor`), on the virtual clock.

Only one of all threads is let run at a time: the loop stands still while a thread works, and `time.sleep` in a thread
is a timer of the virtual clock, so that every run of a program is like the last.
"""

import heapq
import itertools
import math
import threading
import time
from asyncio import futures
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from .clock import Ended
from .refusals import refusals

PATIENCE = 0.03
"""Real seconds after which a thread that neither sleeps nor ends counts as waiting for another: the loop goes on."""

STANDSTILL = 0.2
"""Real seconds without a turn of the loop after which it counts as waiting for a thread that sleeps."""

_own = threading.local()
_real_sleep = time.sleep

sleep_for_hub: Callable[[float], None] | None = None
"""How the threads of gevent's pool sleep, once there is a hub."""


def sleep_in_thread(seconds):
    """`time.sleep` for every thread but the main one: one that works for a loop sleeps on its clock."""
    executor_jobs = getattr(_own, "executor_jobs", None)
    if executor_jobs is not None:
        executor_jobs.sleep(_own.pool, seconds)
    elif sleep_for_hub is not None:
        sleep_for_hub(seconds)
    else:
        _real_sleep(seconds)


class WorkerPool:
    """The calls that one executor has taken: the first `capacity` of them have a thread."""

    def __init__(self, executor):
        self.capacity = getattr(executor, "_max_workers", math.inf)
        self.unfinished = 0
        self.sleeping = 0

    def moving(self):
        return min(self.unfinished, self.capacity) - self.sleeping


class ExecutorJobs:
    def __init__(self, loop):
        self._loop = loop
        self._changed = threading.Condition()
        self._woken = False
        self._pools = {}
        self._sleepers = []
        self._order = itertools.count()
        self._workers = set()
        self._nobody_left = None

    def send(self, executor, function, arguments):
        executor = executor or self._default_executor()
        pool = self._pools.setdefault(executor, WorkerPool(executor))
        pool.unfinished += 1
        try:
            if isinstance(executor, ThreadPoolExecutor):
                with refusals.serving():
                    call = executor.submit(self._run, pool, function, arguments)
            else:
                call = executor.submit(function, *arguments)
        except BaseException:
            pool.unfinished -= 1
            raise
        future = futures.wrap_future(call, loop=self._loop)
        call.add_done_callback(lambda _: self._finished(pool))
        self._settle()
        return future

    def _default_executor(self):
        loop = self._loop
        loop._check_default_executor()
        if loop._default_executor is None:
            loop._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
        return loop._default_executor

    def _run(self, pool, function, arguments):
        self._workers.add(threading.get_ident())
        _own.executor_jobs, _own.pool = self, pool
        return function(*arguments)

    def _finished(self, pool):
        """In the thread, after the result has been handed to the loop."""
        with self._changed:
            pool.unfinished -= 1
            self._changed.notify_all()
            if self._nobody_left is not None and not self._unfinished():
                self._loop.call_soon_threadsafe(_settle_quietly, self._nobody_left)

    def sleep(self, pool, seconds):
        """In the thread."""
        clock = self._loop.clock
        awake = threading.Event()
        with self._changed:
            due = clock.after(seconds)
            heapq.heappush(self._sleepers, (due, next(self._order), pool, awake))
            pool.sleeping += 1
            self._changed.notify_all()
        turn = self._loop.turn
        while not awake.wait(STANDSTILL):
            if clock.ended:
                raise Ended
            if self._loop.turn == turn:
                self._wake_first()  # the loop's own thread waits for one of these

    def wait(self, timeout):
        """Whether something else than the next timer woke the loop. `timeout` as `select` has it, but not 0."""
        with self._changed:
            self._settle()
            if self._take_wake():
                return True
            if self._sleepers and (timeout is None or self._loop.comes_first(self._sleepers[0][0], timeout)):
                self._wake_first()
                self._settle()
                return True
            if timeout is not None:
                return False
            while self._moving() or self._others():
                self._changed.wait(PATIENCE)
                if self._take_wake() or self._sleepers:
                    return True
            return False

    def _settle(self):
        """Lets the threads work until all of them sleep or have ended."""
        with self._changed:
            self._changed.wait_for(lambda: not self._moving(), PATIENCE)

    def _wake_first(self):
        with self._changed:
            if self._sleepers:
                due, _, pool, awake = heapq.heappop(self._sleepers)
                self._loop.clock.arrive(due)
                pool.sleeping -= 1
                awake.set()

    def _take_wake(self):
        woken, self._woken = self._woken, False
        return woken

    def _moving(self):
        return any(pool.moving() > 0 for pool in self._pools.values())

    def _unfinished(self):
        return any(pool.unfinished for pool in self._pools.values())

    def _others(self):
        """Whether the program has threads that do not work for the loop, but may yet call it."""
        own = {threading.get_ident(), *self._workers}
        return any(thread.ident not in own for thread in threading.enumerate())

    async def all_done(self):
        while self._unfinished():
            self._nobody_left = self._loop.create_future()
            await self._nobody_left

    def wake_loop(self):
        with self._changed:
            self._woken = True
            self._changed.notify_all()


def _settle_quietly(future):
    if not future.done():
        future.set_result(None)
