"""Runs programs again and again in one process. Each run finds the process as a new one would be."""

import atexit
import contextvars
import gc
import os
import random
import sys

from .capture import Capture
from .clock import Clock, Ended
from .install import install_loop, install_time
from .loop import VirtualLoop
from .process import Before
from .program import load, run_as_main

TURNS = 100_000
"""Turns of the event loop after which a run is ended: a program may never end."""

_last_words = compile("forget(); collect()", "sys", "exec")
"""What is destroyed at a program's end may still speak, and names "sys" then as the place."""


class Outcome:
    """What one run printed, its exit code and its virtual milliseconds."""

    def __init__(self, capture, code, milliseconds):
        self.capture = capture
        self.exit = code
        self.elapsed = milliseconds


class Repeater:
    """From its making on, the time of the process is virtual, and garbage is collected between two runs only."""

    def __init__(self):
        self._clock = Clock()
        self._code = 0
        install_time(self._clock)
        atexit._clear()

    def prepare(self, file, kind=VirtualLoop):
        """Compiles a program for loops of `kind`; the result runs it, as often as wanted."""
        file = os.path.abspath(file)
        program = load(file)
        renew = install_loop(self._clock, self._end, kind, TURNS)
        before = Before(file, program)
        gc.collect()
        gc.freeze()
        gc.disable()

        def run(seed=0, draw=None, late=None):
            """`random` starts from `seed`, the loop draws by `draw`, and `late` is what the clock's waits take."""
            self._clock.start(late)
            random.seed(seed)
            renew(draw)
            capture = Capture(self._clock)
            sys.stdout, sys.stderr = capture.stdout, capture.stderr
            sys.path, sys.argv = [os.path.dirname(file), *sys.path], [file]
            try:
                code = contextvars.Context().run(self._to_the_end, file, program)
            finally:
                self._clock.ended = True
                gc.collect()
                before.restore()
            return Outcome(capture, code, self._clock.milliseconds())

        return run

    def _to_the_end(self, file, program):
        try:
            code = run_as_main(file, program)
            atexit._run_exitfuncs()
            forget = sys.modules["__main__"].__dict__.clear
            exec(_last_words, {"__name__": "sys", "forget": forget, "collect": gc.collect})
            return code
        except Ended:
            return self._code

    def _end(self, report, code):
        sys.stderr.write(report)
        self._code = code
        self._clock.ended = True
        raise Ended
