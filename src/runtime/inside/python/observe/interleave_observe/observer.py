"""The observer's moments: a lane is seen for the first time, a line is printed. Each becomes one record."""

import os

from .lanes import MAIN, LaneFinder


class Observer:
    def __init__(self, write, is_program=True, clock=None):
        self._write = write
        self._clock = clock
        self._start(os.getpid(), is_program)

    def _start(self, process, is_program):
        self._process = process
        self._is_program = is_program
        self._lanes = LaneFinder()

    def current_lane(self, frame):
        """The number of the lane that runs `frame`; 0 is the main program of its process."""
        if os.getpid() != self._process:  # a fork copied us
            self._start(os.getpid(), False)
        number, lane = self._lanes.find(frame)
        if lane is not None:
            self.on_create(number, lane)
        return number

    def on_create(self, number, lane):
        if lane.kind == MAIN:
            if self._is_program:
                return
            lane = lane.as_process()
        label = {} if lane.label is None else {"label": lane.label}
        self._record("create", number, kind=lane.kind, name=lane.name, **label)

    def on_print(self, number, text):
        self._record("print", number, text=text)

    def _record(self, event, number, **more):
        at = {} if self._clock is None else {"at": self._clock()}
        self._write({"e": event, "p": str(self._process), "t": number, **at, **more})
