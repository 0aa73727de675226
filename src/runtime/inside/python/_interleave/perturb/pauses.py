"""When a thread pauses and for how long: drawn from the seed, for each thread from numbers of its own."""

import time
from _thread import _local as ThreadLocal

LONGEST = 0.005  # seconds of one pause
LONGEST_START = 0.015  # of the one before a thread's own code starts: who starts it pauses too before the next one
MOST = 0.05  # seconds of all pauses of one thread: a program that locks often must still end in time
RATES = 0.3, 0.6, 0.9  # how often a run pauses where it can
PACES = 0.05, 0.3, 1, 1  # of a thread: some hurry, some are slow throughout

_sleep = time.sleep
_MASK = (1 << 64) - 1


class Numbers:
    """SplitMix64: random numbers without the import of `random`, which would slow each start."""

    def __init__(self, parts):
        self._state = 0
        for part in parts:
            self._state = (self._state ^ part) & _MASK
            self._state = self._next()

    def fraction(self):
        return (self._next() >> 11) / (1 << 53)

    def choice(self, values):
        return values[int(self.fraction() * len(values))]

    def _next(self):
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & _MASK
        return z ^ (z >> 31)


class _Thread:
    """What is known of one thread. Its first pause, before its own code starts, is never left out."""

    def __init__(self, numbers):
        self.numbers = numbers
        self.pace = numbers.choice(PACES)
        self.left = MOST
        self.fresh = True
        self.inside = False


class Pauses:
    """No method fails: if something goes wrong, there are no more pauses."""

    def __init__(self, seed, address):
        self._seed = seed
        self._on = True
        run = Numbers([seed])
        self._rate = run.choice(RATES)
        self._interval = 1e-6 * 5000 ** run.fraction()
        self._forks = 0
        self.begin(address)

    def begin(self, address):
        """In a process of its own: `address` is a list of numbers that no other process of the run has."""
        self._address = address
        self._threads = 0
        self._current = ThreadLocal()

    def switch_interval(self):
        """Seconds, from 1e-6 to 5e-3."""
        return self._interval

    def before_fork(self):
        self._forks += 1

    def in_fork(self):
        self.begin([*self._address, self._forks])

    def enter(self):
        """False where this thread is already inside an operation that pauses: what that does within pauses no more."""
        if not self._on:
            return False
        try:
            thread = self._thread()
            if thread.inside:
                return False
            thread.inside = True
            return True
        except Exception:
            self._on = False
            return False

    def leave(self):
        try:
            self._thread().inside = False
        except Exception:
            self._on = False

    def pause(self):
        if not self._on:
            return
        try:
            seconds = self._draw(self._thread())
            if seconds is not None:
                _sleep(seconds)
        except Exception:
            self._on = False

    def _draw(self, thread):
        if thread.left <= 0 or (not thread.fresh and thread.numbers.fraction() >= self._rate):
            return None
        longest = LONGEST_START if thread.fresh else LONGEST * thread.pace
        seconds = min(longest * thread.numbers.fraction(), thread.left)
        thread.fresh = False
        thread.left -= seconds
        return seconds

    def _thread(self):
        current = self._current
        if not hasattr(current, "thread"):
            self._threads += 1
            current.thread = _Thread(Numbers([self._seed, *self._address, self._threads]))
        return current.thread
