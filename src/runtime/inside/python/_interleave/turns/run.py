"""Runs a program once under a schedule, and says what became of it and at which points it could have gone on otherwise."""

import atexit
import gc
import os
import random
import sys
import threading

from ..virtual.capture import Capture, Outcome, Stopped
from ..virtual.deadlock import DEADLOCK_EXIT, TURNS_EXIT
from ..virtual.forks import can_fork
from ..virtual.limits import OUTPUT, SECONDS, limit_time
from ..virtual.program import run_as_main
from ..virtual.refusals import refusals
from .deadlock import describe, waiting
from .hooks import HOOKS
from .install import install_loop
from .places.models import MODELS
from .places.statements import with_places
from .policies import Misfit

_last_words = compile("forget(); collect()", "sys", "exec")
"""What is destroyed at a program's end may still speak, and names "sys" then as the place."""


class Program:
    """A program with the places of a model, which can be run again and again."""

    _capture = Capture

    def __init__(self, installed, file, model):
        self._clock = installed.clock
        self._scheduler = installed.scheduler
        self.file = os.path.abspath(file)
        self._model = MODELS[model]()
        self._asks = model != "usual"
        self.code = self._load()
        self._renew_loop = install_loop(installed)
        self._hooks = HOOKS[model](self._scheduler, self._model.places)

    def _load(self, **more):
        """An error that ends the program, for a file that is not Python, is kept for its run."""
        with open(self.file, "rb") as source:
            text = source.read()
        try:
            return with_places(text, self.file, self._model, **more)
        except SyntaxError as error:
            return error

    def run(self, schedule, places):
        """The answer to a schedule: see ../../turns.py."""
        capture = self._begin()
        ended = []
        how = schedule, places, self._asks
        why = self._scheduler.run(lambda: ended.append(self._to_the_end()), *how)
        refusals.end()
        answer = self._answer(capture, *ended) if why == "end" else self._cut(why, capture)
        self._clock.ended = True
        return answer

    def _begin(self):
        self._clock.start()
        self._renew_loop()
        self._scheduler.is_program = self.file.__eq__
        self._hooks.install()
        random.seed(0)
        capture = self._capture(self._clock, OUTPUT, self._flooded)
        sys.stdout, sys.stderr = capture.stdout, capture.stderr
        refusals.begin(self.file, self._refused)
        sys.path, sys.argv = [os.path.dirname(self.file), *sys.path], [self.file]
        if can_fork:
            limit_time(self._time_over)
        return capture

    def _flooded(self):
        self._scheduler.stop(Stopped("endless", f"it printed more than {OUTPUT >> 20} MiB"))

    def _refused(self, what, file, line):
        self._scheduler.stop(Stopped("refused", what, file, line))

    def _time_over(self, _, idle):
        frame = sys._current_frames().get(self._scheduler.current.ident)
        file, line, called = refusals.own_line(frame) or (None, None, None)
        if idle:
            what = f"it waits{f' in {called}' if called else ''} for what no other thread brings"
            self._scheduler.cut(Stopped("blocked", what, file, line))
        else:
            self._scheduler.cut(Stopped("endless", f"it had not ended after {SECONDS:.0f} s", file, line))

    def _to_the_end(self):
        """As the interpreter does: main's end, the threads that are no daemons, what was registered for the exit."""
        code = run_as_main(self.file, self.code)
        self._scheduler.offer("end")
        threading._shutdown()  # pyright: ignore[reportAttributeAccessIssue]
        self._scheduler.end()
        atexit._run_exitfuncs()
        forget = sys.modules["__main__"].__dict__.clear
        exec(_last_words, {"__name__": "sys", "forget": forget, "collect": gc.collect})
        return code

    def _cut(self, why, capture):
        """The answer of a run that comes to no end of its own."""
        if why == "deadlock":
            waits = waiting(self._scheduler)
            capture.stderr.write(describe(waits))
            return self._answer(capture, DEADLOCK_EXIT, waiting=[sentence for sentence, _ in waits])
        if why == "limit":
            capture.stderr.write(f"ended after {self._scheduler.passed - 1} places\n")
            return self._answer(capture, TURNS_EXIT)
        return {"misfit": str(why)} if isinstance(why, Misfit) else {"stopped": why.as_dict()}

    def _answer(self, capture, code, **more):
        outcome = Outcome(capture.pieces, code, self._clock.milliseconds())
        said = {"lines": outcome.lines(), "exit": code, "elapsed": outcome.elapsed, **more}
        return {"decisions": self._scheduler.decisions.taken, "outcome": said}
