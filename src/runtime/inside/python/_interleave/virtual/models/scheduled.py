"""Runs a program under schedules of a model: what it chooses is answered by the schedule, and kept."""

import random
import sys
from typing import Any

from ...explore.policies import Policy
from ...explore.recorder import Recorder
from ..clock import Clock
from ..deadlock import DEADLOCK_EXIT
from ..hub.gevent_loop import Loop
from ..loop import VirtualLoop
from ..repeat import Repeater
from ..task_sets import Orders
from .late_time import LateTime
from .latency_hub import LatencyHub
from .latency_loop import LatencyLoop
from .still_time import StillTime
from .symbolic_hub import SymbolicHub
from .symbolic_loop import SymbolicLoop
from .symbolic_time import StallingTime, SymbolicTime
from .ties_hub import TiesHub
from .ties_loop import TiesLoop

_models = {
    "usual": (Clock, VirtualLoop, Loop),
    "cpu": (SymbolicTime, SymbolicLoop, SymbolicHub),
    "stalls": (StallingTime, SymbolicLoop, SymbolicHub),
    "latency": (LateTime, LatencyLoop, LatencyHub),
    "ties": (StillTime, TiesLoop, TiesHub),
}
"""The clock of each model, asyncio's loop, and that of gevent's hub."""


class ScheduledRepeater(Repeater):
    """Of one model. `prepare(file)` gives what takes schedules, as src/explore/schedule.ts has them, and yields
    outcomes. Beside each are its decisions, its path, whether it is pinned, who waits, and what of the schedule did not
    fit."""

    _recorder: Recorder
    _program: str

    def __init__(self, model):
        self._model = model
        clock, self._loop, self._hub = _models[model]
        super().__init__(clock(self._line))
        self._clock.is_program = lambda file: file == self._program

    def _kind(self):
        return self._loop

    def _kind_of_hub(self):
        return self._hub

    def _begin(self, file, schedule, renew):
        self._program = file
        self._recorder = self._recorder_of(schedule)
        self._waiting = []
        random.seed(0)
        self._clock.begin(self._recorder)
        Orders.choose = None if self._model == "usual" else self._recorder.choose
        renew()
        self._put_in_place(file)

    def _recorder_of(self, schedule):
        return Recorder(Policy(schedule), self._misfit)

    def _misfit(self, what):
        self._leave(1, ("misfit", what))

    def _report(self, report, code):
        super()._report(report, code)
        if code == DEADLOCK_EXIT:
            self._waiting = [line.strip() for line in report.splitlines()[1:]]

    def _line(self):
        """In which line of the program we are; None where it does not run."""
        frame: Any = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == self._program:
                return frame.f_lineno
            frame = frame.f_back
        return None

    def _beside(self, code):
        self._clock.name_ways(self._recorder.decisions)
        return {
            "decisions": self._recorder.decisions,
            "fault": self._recorder.fault(),
            "waiting": self._waiting,
            "path": self._clock.path,
            "pinned": self._clock.is_pinned,
            "spent": self._clock.is_spent,
        }
