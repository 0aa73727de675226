"""How long one schedule may go on and how much it may print: a program may never end."""

import signal
import time

TURNS = 100_000
"""Turns of a loop, or sleeps of the main thread, after which a run is ended."""

SECONDS = 4.0
"""Real seconds after which a run that does not give way is ended, and says where it stands."""

GRACE = 1.0
"""Real seconds more, after which a run that cannot even say so is ended from outside."""

OUTPUT = 1 << 20
"""Bytes on stdout and stderr together."""

IDLE = 0.05
"""The part of its time for which a run that works has the processor at least, also on a busy machine."""

_processor_seconds = time.process_time  # before the clock is virtual
_set_handler = getattr(signal, "signal", None)
_set_timer = getattr(signal, "setitimer", None)


def limit_time(stop, seconds=SECONDS):
    """Once `seconds` are over calls `stop(frame, idle)`: where the main thread stands, and whether it only waited."""
    if _set_timer is None or _set_handler is None:
        return
    begun = _processor_seconds()

    def over(_, frame):
        stop(frame, _processor_seconds() - begun < IDLE * seconds)

    _set_handler(signal.SIGALRM, over)
    _set_timer(signal.ITIMER_REAL, seconds)
