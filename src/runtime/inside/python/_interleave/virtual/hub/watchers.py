"""What gevent may ask its loop to watch, on the virtual clock."""

import heapq
import itertools
import signal
from typing import Any

_order = itertools.count()


class Watcher:
    """Something that may call back. This one never does: nothing of its kind happens on a virtual clock."""

    def __init__(self, loop, ref=True, priority=None):
        self.loop = loop
        self.ref = ref
        self.priority = priority
        self.callback: Any = None
        self.args: Any = None
        self.pending = False

    @property
    def active(self):
        return self.callback is not None

    def start(self, callback, *args, **_):
        if not callable(callback):
            raise TypeError(f"Expected callable, not {callback!r}")
        self.callback, self.args = callback, args

    def stop(self):
        self.callback = self.args = None
        self.pending = False

    close = stop

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Timer(Watcher):
    """Ordered by deadline, then by start, as a heap of the loop needs it."""

    def __init__(self, loop, after=0.0, repeat=0.0, ref=True, priority=None):
        if repeat < 0.0:
            raise ValueError(f"repeat must be positive or zero: {repeat!r}")
        super().__init__(loop, ref, priority)
        self._after = after
        self._repeat = repeat
        self.entry = None

    def start(self, callback, *args, **_):
        super().start(callback, *args)
        self._set(self._after)

    def again(self, callback, *args, **_):
        super().start(callback, *args)
        self._set(self._repeat)

    def fire(self):
        """Calls back, after it has been set again or has become inactive: a timer may stop or start itself."""
        callback, args = self.callback, self.args
        if self._repeat:
            self._set(self._repeat)
        else:
            self.stop()
        callback(*args)

    def stop(self):
        super().stop()
        self.entry = None

    close = stop

    def _set(self, seconds):
        self.entry = (self.loop.deadline(self, max(0.0, seconds)), next(_order), self)
        heapq.heappush(self.loop.timers, self.entry)


class Async(Watcher):
    """Called back after a thread has called `send`."""

    def start(self, callback, *args, **_):
        super().start(callback, *args)
        self.loop.expecting.add(self)

    def stop(self):
        super().stop()
        self.loop.expecting.discard(self)

    close = stop

    def send(self):
        self.pending = True
        self.loop.run_callback_threadsafe(self._fire)

    def send_ignoring_arg(self, _):
        self.send()

    def _fire(self):
        if self.active:
            self.pending = False
            self.callback(*self.args)


class Signal(Watcher):
    """Called back after the program has sent itself a signal."""

    def __init__(self, loop, number, ref=True, priority=None):
        super().__init__(loop, ref, priority)
        self._number = number
        self._before: Any = None

    def start(self, callback, *args, **_):
        super().start(callback, *args)
        self._before = signal.signal(self._number, lambda *_: self.loop.run_callback_threadsafe(self._fire))

    def stop(self):
        if self.active:
            signal.signal(self._number, self._before)
        super().stop()

    close = stop

    def _fire(self):
        if self.active:
            self.callback(*self.args)


class Idle(Watcher):
    """Called back once, when nothing else is to be done now."""

    def start(self, callback, *args, **_):
        super().start(callback, *args)
        self.loop.idlers.append(self)

    def fire(self):
        if self.active:
            self.callback(*self.args)


class Callback:
    """A call that the loop makes soon. It is true until it has been made."""

    __slots__ = ("callback", "args")

    def __init__(self, callback, args):
        self.callback = callback
        self.args = args

    def stop(self):
        self.callback = self.args = None

    close = stop

    def __bool__(self):
        return self.args is not None

    @property
    def pending(self):
        return self.callback is not None
