"""What the observer sees: a strand is seen for the first time, a line is printed. Each becomes one record."""

import os

from .strands import MAIN, StrandFinder


class Observer:
    def __init__(self, write, is_program=True, clock=None):
        self._write = write
        self._clock = clock
        self._start(os.getpid(), is_program)

    def _start(self, process, is_program):
        self._process = process
        self._is_program = is_program
        self._strands = StrandFinder()

    def current_strand(self, frame):
        """The number of the strand that runs `frame`; 0 is the main program of its process."""
        if os.getpid() != self._process:  # a fork copied us
            self._start(os.getpid(), False)
        number, strand = self._strands.find(frame)
        if strand is not None:
            self.on_create(number, strand)
        return number

    def on_create(self, number, strand):
        if strand.kind == MAIN:
            if self._is_program:
                return
            strand = strand.as_process()
        label = {} if strand.label is None else {"label": strand.label}
        self._record("create", number, kind=strand.kind, name=strand.name, **label)

    def on_print(self, number, text):
        self._record("print", number, text=text)

    def _record(self, event, number, **more):
        at = {} if self._clock is None else {"at": self._clock()}
        self._write({"e": event, "p": str(self._process), "t": number, **at, **more})
