"""asyncio on a virtual clock: CPython's own event loop, whose wait is a jump of the clock.

The ready queue, the heap of timers and everything else are asyncio's, and so is the order. A program that would take
hours takes milliseconds, its times are exact, and one that nothing can wake ends at once with an error that says so.
Runs on CPython 3.11 and newer, and on Pyodide, which has neither threads nor sockets.
"""

import asyncio
import math
import sys
import time
from asyncio import base_events

EPOCH = 1893456000.0  # 2030-01-01 UTC: what time.time() says at the start of every program
LOOP_READING = 1e-7  # seconds that the loop's look at the clock takes: on a real clock, too, no two looks give the same
PROGRAM_READING = 5e-6  # seconds that the program's look takes, so that waiting by looking comes to an end
WAIT_STEP = 1e-3  # seconds: a wait for timers ends on a whole millisecond, as epoll's does

_real_sleep = time.sleep


class Deadlock(RuntimeError):
    """Nothing is ready, nothing is scheduled, and no thread is at work."""


class VirtualClock:
    """Seconds since the program started."""

    def __init__(self):
        self.now = 0.0

    def read(self, cost):
        self.now += cost
        return self.now

    def advance(self, seconds):
        self.now += max(0.0, seconds)


class VirtualLoop(base_events.BaseEventLoop):
    """A loop without sockets: it wakes for timers, and for threads that call back."""

    def __init__(self, clock):
        super().__init__()
        self._clock = clock
        self._clock_resolution = LOOP_READING
        self._selector = self  # what BaseEventLoop waits with
        self._calls_in_threads = 0
        self._woken = _new_event()

    def time(self):
        return self._clock.read(LOOP_READING)

    def select(self, timeout):
        """Called when nothing is ready: seconds until the next timer, None if there is none."""
        if timeout == 0:
            return []
        if self._calls_in_threads > 0:  # only what a thread does takes real time; the clock stands still meanwhile
            self._woken.wait()
            self._woken.clear()
        elif timeout is None:
            raise Deadlock("nothing left can wake this program: " + _waiting(self))
        else:
            self._clock.advance(math.ceil(timeout / WAIT_STEP) * WAIT_STEP)
        return []

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        if self._woken is not None:
            self._woken.set()

    def run_in_executor(self, executor, function, *arguments):
        future = super().run_in_executor(executor, function, *arguments)
        self._calls_in_threads += 1
        future.add_done_callback(self._thread_is_done)
        return future

    def _thread_is_done(self, _):
        self._calls_in_threads -= 1


def install(clock):
    """From now on event loops are virtual, and the functions of `time` tell and take the time of `clock`."""

    def new_event_loop():
        return VirtualLoop(clock)

    asyncio.run = asyncio.runners.run  # Pyodide has one of its own
    asyncio.new_event_loop = asyncio.events.new_event_loop = new_event_loop
    asyncio._set_running_loop(None)  # Pyodide's own loop counts as always running
    time.sleep = _virtual_sleep(clock)
    for name, start in (("monotonic", 0.0), ("perf_counter", 0.0), ("time", EPOCH)):
        setattr(time, name, _reader(clock, start))
        setattr(time, name + "_ns", _reader(clock, start, unit=1e9, kind=round))


def _reader(clock, start, unit=1, kind=float):
    def read():
        return kind((start + clock.read(PROGRAM_READING)) * unit)

    return read


def _virtual_sleep(clock):
    def sleep(seconds, /):
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        if _in_other_thread():
            _real_sleep(seconds)
        else:
            clock.advance(seconds)

    return sleep


def _in_other_thread():
    threading = sys.modules.get("threading")
    return threading is not None and threading.current_thread() is not threading.main_thread()


def _new_event():
    if sys.platform == "emscripten":
        return None
    import threading

    return threading.Event()


def _waiting(loop):
    """Who waits where: "main at line 7, reader at line 3"."""
    lines = sorted((_line(task) or 0, task.get_coro().__name__) for task in asyncio.all_tasks(loop))
    places = [f"{name} at line {line}" for line, name in lines]
    return "waiting are " + ", ".join(places) if places else "it waits for a future that nobody settles"


def _line(task):
    """The line of the program, not of a library, at which a task waits."""
    program = getattr(sys.modules.get("__main__"), "__file__", None)
    own = [frame.f_lineno for frame in _suspended(task.get_coro()) if frame.f_code.co_filename == program]
    return own[-1] if own else None


def _suspended(awaitable):
    """The frames of a suspended coroutine and of what it awaits, outermost first."""
    while awaitable is not None:
        for frame, inner in (("cr_frame", "cr_await"), ("gi_frame", "gi_yieldfrom"), ("ag_frame", "ag_await")):
            if getattr(awaitable, frame, None) is not None:
                yield getattr(awaitable, frame)
                awaitable = getattr(awaitable, inner)
                break
        else:
            return
