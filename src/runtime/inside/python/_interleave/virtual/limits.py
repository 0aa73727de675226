"""How long one schedule may go on and how much it may print: a program may never end."""

import signal
import time

TURNS = 100_000
"""Turns of a loop, or sleeps of the main thread, after which a run is ended."""

SECONDS = 4.0
"""Real seconds after which a run that only waits is ended. One that works is ended when it has worked for so long: on a busy
machine that takes longer."""

GRACE = 1.0
"""Seconds more, after which a run that cannot even say where it stands is ended from outside."""

LONG = 1.0
"""Real seconds after which schedules that share a fork have shared it long enough."""

OUTPUT = 1 << 20
"""Bytes on stdout and stderr together."""

IDLE = 0.05
"""The part of its time for which a run that works has the processor at least, also on a busy machine."""

_worked = time.process_time  # before the clock is virtual
_elapsed = time.monotonic
_set_handler = getattr(signal, "signal", None)
_set_timer = getattr(signal, "setitimer", None)


def limit_time(stop):
    """For the main thread of a fork. Once the time is over, `stop(frame, idle)` is called with where it stands, and whether it
    only waited."""
    set_handler, set_timer = _set_handler, _set_timer  # a program may replace them
    if set_handler is None or set_timer is None:
        return
    began, worked = _elapsed(), _worked()

    def over(_, frame):
        work, time = _worked() - worked, _elapsed() - began
        if is_over(work, time, SECONDS * ENOUGH):
            stop(frame, work < IDLE * time)
        else:
            set_timer(signal.ITIMER_REAL, GRACE)

    set_handler(signal.SIGALRM, over)
    set_timer(signal.ITIMER_REAL, SECONDS)


def is_over(work, time, most):
    """Of a run that has had the processor for `work` of `time` seconds, and may have it for `most`."""
    return work < IDLE * time or work >= most


def limit_work():
    """For a fork that computes on and on without coming to a line of Python: the system ends it."""
    try:
        import resource
    except ImportError:  # another system
        return
    most = int(SECONDS + GRACE + LONG)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))


ENOUGH = 0.75
"""Where it has the processor for itself, a run has worked for so much of the limit when the time is over."""
