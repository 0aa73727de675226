"""`cpu` and `stalls`: asyncio's own loop on the symbolic clock. Which timer is first and which are due is decided where
the loop or its heap compares; what it reads and compares, and in which order, is left to it."""

import sys
from asyncio import base_events

from ..loop import VirtualLoop
from ..polling import Polling
from .instants import SECOND, Idle, Until
from .symbolic_time import LOOP, SymbolicTime

FEW = 2
"""Turns in which everybody asks again and nothing changes, until the clock goes on: more of them only say the same again."""

_run_once = base_events.BaseEventLoop._run_once.__code__  # pyright: ignore[reportAttributeAccessIssue]
_call_later = base_events.BaseEventLoop.call_later.__code__


class SymbolicLoop(VirtualLoop):
    clock: SymbolicTime  # pyright: ignore[reportIncompatibleVariableOverride]

    def __init__(self, selector=None):
        super().__init__(selector)
        self._clock_resolution = 1 / SECOND
        self._polling = Polling(FEW)
        self._has_selected = False
        self._writes = 0

    def time(self):
        caller = sys._getframe(1)
        if caller.f_code is _run_once:
            return self._time_of_turn()
        if caller.f_code is _call_later:
            return self.clock.read("call_later")
        return self.clock.program_reads(caller)

    def _time_of_turn(self):
        """`_run_once` looks before it selects, how long to wait, and afterwards, which timers are due: without timers
        nothing is compared with that."""
        if self._current_handle is not None:  # how long a callback takes, in asyncio's debug mode
            return self.clock.read("time")
        if self._has_selected and self._scheduled:
            self._has_selected = False
            return self.clock.read(LOOP)
        self.clock.pass_time(1e-6)
        if self._has_selected:
            self._has_selected = False
            return 0.0
        return Idle()

    def call_at(self, when, callback, *args, context=None):
        return super().call_at(self.clock.deadline(when), callback, *args, context=context)

    def select(self, timeout):
        self._has_selected = True
        return super().select(timeout)

    def comes_first(self, due, timeout):
        return not isinstance(timeout, Until) or not timeout.deadline < due

    def arrive(self, timeout):
        if isinstance(timeout, Until):
            self.clock.idle_until(timeout.deadline)
        else:  # a timer that never comes: asyncio looks once a day
            self.clock.sleep(timeout)

    def _left(self):
        return Until(self._scheduled[0]._when)

    def _poll(self):
        if self.clock.writes != self._writes:
            self._writes = self.clock.writes
            self._polling.waits()
        super()._poll()
