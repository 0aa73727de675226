"""Threads of gevent's pool that sleep on the virtual clock: each is woken when the hub's loop comes to its time."""

import _thread
import heapq
import itertools

from ..clock import Ended
from ..executor_jobs import STANDSTILL

_new_lock = _thread.allocate_lock  # before gevent replaces it


class Sleepers:
    """`wake` is called in a thread that has begun to sleep: the loop may wait for it."""

    def __init__(self, clock, wake):
        self._clock = clock
        self._wake = wake
        self._waiting = []
        self._order = itertools.count()
        self._lock = _new_lock()
        self.turn = 0

    def __len__(self):
        return len(self._waiting)

    def sleep(self, seconds):
        """In the thread."""
        clock = self._clock
        awake = _new_lock()
        awake.acquire()
        with self._lock:
            due = clock.after(seconds)
            heapq.heappush(self._waiting, (due, next(self._order), awake))
        self._wake()
        turn = self.turn
        while not awake.acquire(timeout=STANDSTILL):
            if clock.ended:
                raise Ended
            if self.turn == turn:
                self.wake_first()  # the hub's own thread waits for one of these

    def first(self):
        """When the first of them is due; None where nobody sleeps."""
        with self._lock:
            return self._waiting[0][0] if self._waiting else None

    def wake_first(self):
        with self._lock:
            if self._waiting:
                due, _, awake = heapq.heappop(self._waiting)
                self._clock.arrive(due)
                awake.release()
