"""What tells and takes the time, on the virtual clock: the functions of `time`, and the two of `datetime` that ask the machine
without them."""

import gc
import logging
import math
import threading
import time

from .clock import EPOCH
from .deadlock import TURNS_EXIT
from .executor_jobs import sleep_in_thread
from .lone_waits import install_lone_waits

_own_ident = threading.get_ident  # before a library replaces it
_real = {name: getattr(time, name) for name in ("asctime", "ctime", "gmtime", "localtime", "strftime")}
_real_clocks = {name: getattr(time, name, None) for name in ("clock_gettime", "clock_gettime_ns")}
_ours = {"CLOCK_REALTIME": EPOCH, "CLOCK_MONOTONIC": 0.0, "CLOCK_MONOTONIC_RAW": 0.0, "CLOCK_BOOTTIME": 0.0}


def install_time(clock, end, sleeps=math.inf):
    """From now on they tell and take the time of `clock`; `sleeps` is a limit for the main thread."""
    _put("sleep", _sleep_on(clock, end, sleeps))
    for name, start in (("monotonic", 0.0), ("perf_counter", 0.0), ("time", EPOCH)):
        _put(name, _reader(clock, start))
        _put(name + "_ns", _reader_of_ns(clock, start))
    _install_calendar(clock)
    _install_clocks(clock)
    _install_datetime(clock)
    install_lone_waits(clock)
    begun = logging._startTime  # pyright: ignore[reportAttributeAccessIssue]
    logging._startTime = type(begun)(EPOCH if isinstance(begun, float) else EPOCH * 1e9)  # pyright: ignore[reportAttributeAccessIssue]


def _put(name, function):
    """It is pickled by its name."""
    function.__module__, function.__name__, function.__qualname__ = "time", name, name
    setattr(time, name, function)


def _reader(clock, start):
    def read():
        return clock.reading(start)

    return read


def _reader_of_ns(clock, start):
    def read():
        return round((start + clock.look()) * 1e9)

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

    return sleep


def _install_calendar(clock):
    """What takes a time takes that of the clock where it is given none."""

    def of_seconds(name):
        real = _real[name]

        def function(seconds=None, /):
            return real(EPOCH + clock.look() if seconds is None else seconds)

        return function

    for name in ("ctime", "gmtime", "localtime"):
        _put(name, of_seconds(name))

    def asctime(*when):
        return _real["asctime"](*(when or (time.localtime(),)))

    def strftime(text, *when):
        return _real["strftime"](text, *(when or (time.localtime(),)))

    _put("asctime", asctime)
    _put("strftime", strftime)


def _install_clocks(clock):
    """Those of the processor stay the machine's."""
    starts = {getattr(time, name): start for name, start in _ours.items() if hasattr(time, name)}

    def reader(real, unit, kind):
        def read(which, /):
            return kind((starts[which] + clock.look()) * unit) if which in starts else real(which)

        return read

    for name, unit, kind in (("clock_gettime", 1.0, float), ("clock_gettime_ns", 1e9, round)):
        if _real_clocks[name] is not None:
            _put(name, reader(_real_clocks[name], unit, kind))


def _install_datetime(clock):
    """`today` asks `time.time`; `now` and `utcnow` ask the machine. A class of C takes no other attributes, and a class in its
    place would have to pass for it wherever one is compared, pickled or printed: what changes is what is behind its own
    dictionary, before anybody has looked there."""
    import datetime

    def now(cls, tz=None):
        return cls.fromtimestamp(EPOCH + clock.look(), tz)

    def utcnow(cls):
        return cls.fromtimestamp(EPOCH + clock.look(), datetime.UTC).replace(tzinfo=None)

    (attributes,) = gc.get_referents(vars(datetime.datetime))
    for function in (now, utcnow):
        function.__module__, function.__qualname__ = "datetime", f"datetime.{function.__name__}"
        attributes[function.__name__] = classmethod(function)
