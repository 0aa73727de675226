"""Runs programs again and again. Each run finds the process as a new one would be: it has a fork of this one, which is
warm, or, where nothing forks, what the last one has changed is put back."""

import atexit
import contextvars
import functools
import gc
import os
import random
import sys
import threading
from typing import Any

from .capture import Capture, Outcome, Stopped
from .causes import late, loops
from .clock import Clock, Ended
from .deadlock import TURNS_EXIT
from .forks import Died, can_fork, in_forks
from .install import install_hub, install_loop, install_time
from .limits import OUTPUT, SECONDS, TURNS, limit_time
from .plugins import look_for_plugins_once
from .process import Before, imports, load_outside
from .program import load, run_as_main
from .refusals import refusals

_last_words = compile("forget(); collect()", "sys", "exec")
"""What is destroyed at a program's end may still speak, and names "sys" then as the place."""


class Repeater:
    """From its making on, the time of the process is virtual, and garbage is collected between two runs only."""

    def __init__(self):
        self._clock = Clock()
        self._capture = Capture(self._clock, OUTPUT, self._flooded)
        self._leave = self._raise_ended
        self._result: Any = None
        self._has_hub = False
        install_time(self._clock, self._end, TURNS)
        refusals.install()
        atexit._clear()

    def prepare(self, file, cause="none"):
        """Compiles a program; the result takes seeds and yields the outcome of each one's schedule of `cause`."""
        file = os.path.abspath(file)
        program = load(file)
        self._has_hub = any(name.partition(".")[0] == "gevent" for name in imports(program))
        if self._has_hub:
            look_for_plugins_once()
        renew = self._install(cause)
        run = functools.partial(self._run, file, program, cause, renew)
        _rest()
        return functools.partial(self._in_forks if can_fork else self._here, file, program, run)

    def _install(self, cause):
        renewals = [
            install_loop(self._clock, self._end, loops[cause], TURNS),
            install_hub(self._clock, self._end, cause, TURNS),
        ]

        def renew(draw):
            for each in renewals:
                each(draw)

        return renew

    def _in_forks(self, file, program, run, seeds):
        seeds = list(seeds)
        for some in (seeds[:1], seeds[1:]):  # what the first has loaded, the forks for the others have
            loaded = []
            for result in in_forks(run, some):
                if isinstance(result, Died):
                    yield Outcome([], 0, 0.0, stopped=Stopped(result.why, result.what))
                    continue
                outcome = _outcome(*result)
                loaded = self._loaded(outcome.beside)
                yield outcome
            load_outside(os.path.dirname(file), loaded)
            _rest()

    def _here(self, file, program, run, seeds):
        before = Before(file, program)
        for seed in seeds:
            self._result = None
            try:
                contextvars.Context().run(run, seed, self._keep)
            except Ended:
                pass
            finally:
                self._clock.ended = True
                gc.collect()
                before.restore()
                refusals.end()
                self._after()
            yield _outcome(*self._result)

    def _keep(self, result):
        """The first end counts: a program may catch what ends it."""
        self._result = self._result or result
        raise Ended

    def _after(self):
        """A run here has ended."""

    def _run(self, file, program, cause, renew, seed, send):
        """Runs the program and sends what became of it; `send` does not return."""

        def leave(code, stopped=None, cut=False):
            self._clock.ended = True
            send((self._beside(code), self._capture.pieces, code, self._clock.milliseconds(), stopped, cut))

        self._leave = leave
        self._begin(file, seed, cause, renew)
        code = run_as_main(file, program)
        if can_fork:  # it may wait, and only once in a process
            threading._shutdown()  # pyright: ignore[reportAttributeAccessIssue]
        atexit._run_exitfuncs()
        if not self._has_hub:
            forget = sys.modules["__main__"].__dict__.clear
            exec(_last_words, {"__name__": "sys", "forget": forget, "collect": gc.collect})
        leave(code)

    def _beside(self, code):
        """What is sent beside an outcome: the modules that the run has loaded."""
        return list(sys.modules)

    def _loaded(self, beside):
        return beside

    def _report(self, report, code):
        sys.stderr.write(report)

    def _begin(self, file, seed, cause, renew):
        draw = random.Random(seed).random
        self._clock.start(functools.partial(late, draw) if cause == "latency" else None)
        random.seed(seed)
        renew(draw)
        self._capture = capture = Capture(self._clock, OUTPUT, self._flooded)
        sys.stdout, sys.stderr = capture.stdout, capture.stderr
        sys.path, sys.argv = [os.path.dirname(file), *sys.path], [file]
        refusals.begin(file, self._refused)
        if can_fork:
            limit_time(self._time_over)

    def _end(self, report, code):
        """Nothing can wake the program, or a limit was reached."""
        self._report(report, code)
        self._leave(code, cut=code == TURNS_EXIT)

    def _refused(self, what, file, line):
        self._leave(1, ("refused", what, file, line))

    def _flooded(self):
        self._leave(TURNS_EXIT, ("endless", f"it printed more than {OUTPUT >> 20} MiB", None, None))

    def _time_over(self, frame, idle):
        file, line, called = refusals.own_line(frame) or (None, None, None)
        if idle:
            stopped = "blocked", f"it waits{f' in {called}' if called else ''} for what no virtual clock brings"
        else:
            stopped = "endless", f"it had not ended after {SECONDS:.0f} s of real time"
        self._leave(TURNS_EXIT, (*stopped, file, line))

    def _raise_ended(self, code, stopped=None, cut=False):
        raise Ended


def _outcome(beside, pieces, code, milliseconds, stopped, cut):
    return Outcome(pieces, code, milliseconds, stopped=stopped and Stopped(*stopped), cut=cut, beside=beside)


def _rest():
    """What is there now, no later collection has to look at: a fork that leaves it alone shares it."""
    gc.collect()
    gc.freeze()
    gc.disable()
