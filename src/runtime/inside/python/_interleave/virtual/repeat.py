"""Runs programs again and again in one process. Each run finds the process as a new one would be."""

import atexit
import contextvars
import functools
import gc
import os
import random
import sys
import threading

from .capture import Capture, Outcome
from .causes import late, loops
from .clock import Clock, Ended
from .forks import in_forks
from .install import install_hub, install_loop, install_time
from .plugins import look_for_plugins_once
from .process import Before, imports, load_outside
from .program import load, run_as_main

TURNS = 100_000
"""Turns of the event loop after which a run is ended: a program may never end."""

_last_words = compile("forget(); collect()", "sys", "exec")
"""What is destroyed at a program's end may still speak, and names "sys" then as the place."""


class Repeater:
    """From its making on, the time of the process is virtual, and garbage is collected between two runs only."""

    def __init__(self):
        self._clock = Clock()
        self._code = 0
        install_time(self._clock)
        atexit._clear()

    def prepare(self, file, cause="none"):
        """Compiles a program; the result takes seeds and yields the outcome of each one's schedule of `cause`."""
        file = os.path.abspath(file)
        program = load(file)
        if any(name.partition(".")[0] == "gevent" for name in imports(program)):
            return self._with_forks(file, program, cause)
        return self._here(file, program, cause)

    def _here(self, file, program, cause):
        renew = install_loop(self._clock, self._end, loops[cause], TURNS)
        before = Before(file, program)
        gc.collect()
        gc.freeze()
        gc.disable()

        def run(seed):
            capture = self._begin(file, seed, cause, renew)
            try:
                code = contextvars.Context().run(self._to_the_end, file, program)
            finally:
                self._clock.ended = True
                gc.collect()
                before.restore()
            return Outcome(capture.pieces, code, self._clock.milliseconds())

        return lambda seeds: map(run, seeds)

    def _with_forks(self, file, program, cause):
        """What gevent patches cannot be put back: each run has a fork of the process, which it may spoil."""
        look_for_plugins_once()

        def run(seeds):
            seeds = list(seeds)
            work = functools.partial(self._in_fork, file, program, cause)
            for some in (seeds[:1], seeds[1:]):  # what the first has loaded, the forks for the others have
                loaded = []
                for modules, *result in in_forks(work, some):
                    loaded = modules
                    yield Outcome(*result)
                load_outside(os.path.dirname(file), loaded)

        return run

    def _in_fork(self, file, program, cause, seed, send):
        """Runs the program and sends what became of it; `send` does not return."""

        def end(report, code):
            self._report(report, code)
            send((self._beside(code), capture.pieces, code, self._clock.milliseconds()))

        renew = install_hub(self._clock, end, cause, TURNS)
        capture = self._begin(file, seed, cause, renew)
        code = run_as_main(file, program)
        threading._shutdown()  # pyright: ignore[reportAttributeAccessIssue]
        atexit._run_exitfuncs()
        end("", code)

    def _beside(self, code):
        """What a fork sends beside its outcome: the modules that it has loaded."""
        return list(sys.modules)

    def _report(self, report, code):
        sys.stderr.write(report)

    def _begin(self, file, seed, cause, renew):
        draw = random.Random(seed).random
        self._clock.start(functools.partial(late, draw) if cause == "latency" else None)
        random.seed(seed)
        renew(draw)
        capture = Capture(self._clock)
        sys.stdout, sys.stderr = capture.stdout, capture.stderr
        sys.path, sys.argv = [os.path.dirname(file), *sys.path], [file]
        return capture

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
        self._report(report, code)
        self._code = code
        self._clock.ended = True
        raise Ended
