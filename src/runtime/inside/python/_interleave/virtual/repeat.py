"""Runs programs again and again. Each run finds the process as a new one would be: it has a fork of this one, which is
warm, for itself or after others that have left nothing behind; where nothing forks, what a run has changed is put back."""

import atexit
import contextvars
import functools
import gc
import os
import random
import sys
import threading
from time import monotonic  # before the clock is virtual

from .capture import Capture, Outcome
from .causes import late, loops
from .clock import Clock, Ended
from .deadlock import TURNS_EXIT
from .forks import Died, can_fork, in_forks
from .hub import gevent_loop
from .hub.plugins import look_for_plugins_once
from .install import install_hub, install_loop
from .limits import LONG, OUTPUT, SECONDS, TURNS, limit_time
from .process import Process, imports
from .program import load, run_as_main
from .refusals import refusals
from .time_functions import install_time

MOST_IN_A_FORK = 100
"""Schedules that share a fork as long as none of them leaves anything behind."""

_last_words = compile("forget(); collect()", "sys", "exec")
"""What is destroyed at a program's end may still speak, and names "sys" then as the place."""


class Repeater:
    """From its making on, the time of the process is virtual, and garbage is collected between two runs only."""

    def __init__(self, clock=None):
        self._clock = clock or Clock()
        self._capture = Capture(self._clock, OUTPUT, self._flooded)
        self._leave = self._raise_ended
        self._has_hub = False
        self._tried = set()  # files that have been run
        self._alone = set()  # of these, those whose runs leave something behind
        install_time(self._clock, self._end, TURNS)
        refusals.install()
        atexit._clear()
        self._install("none")
        self._process = Process()

    def prepare(self, file, cause="none"):
        """Compiles a program; the result takes seeds and yields the outcome of each one's schedule of `cause`."""
        file = os.path.abspath(file)
        program = load(file)
        self._has_hub = any(name.partition(".")[0] == "gevent" for name in imports(program))
        if self._has_hub:
            look_for_plugins_once()
            self._alone.add(file)  # what gevent patches stays so
        run = functools.partial(self._run, file, program, cause, self._install(cause))
        self._process.accept()
        _rest()
        return functools.partial(self._in_forks if can_fork else self._here, file, run)

    def _install(self, cause):
        renewals = [
            install_loop(self._clock, self._end, self._kind(cause), TURNS),
            install_hub(self._clock, self._end, cause, TURNS, self._kind_of_hub()),
        ]

        def renew(draw):
            for each in renewals:
                each(draw)

        return renew

    def _kind(self, cause):
        return loops[cause]

    def _kind_of_hub(self):
        return gevent_loop.Loop

    def _in_forks(self, file, run, seeds):
        """What the first schedule has loaded, the forks for the others have."""
        seeds = list(seeds)
        alone = 0 if file in self._tried else 1
        self._tried.add(file)
        yield from self._forked(file, run, ([seed] for seed in seeds[:alone]))
        yield from self._forked(file, run, self._groups(file, seeds[alone:]))

    def _groups(self, file, seeds):
        """A group shares a fork."""
        size = MOST_IN_A_FORK
        while seeds:
            size = 1 if file in self._alone else size
            yield seeds[:size]
            seeds = seeds[size:]

    def _forked(self, file, run, groups):
        folder = os.path.dirname(file)
        for seeds, result in in_forks(functools.partial(self._run_group, folder, run), groups):
            if isinstance(result, Died):
                if len(seeds) == 1:
                    yield Outcome([], 0, 0.0, stopped=(result.why, result.what))
                else:  # whose schedule it was shows where each has a fork of its own
                    yield from self._forked(file, run, ([seed] for seed in seeds))
                continue
            outcomes, is_clean, loaded = result
            if not is_clean:
                self._alone.add(file)
            yield from (Outcome(*outcome) for outcome in outcomes)
            self._preload(folder, loaded)
            left = seeds[len(outcomes) :]
            if left:
                yield from self._forked(file, run, self._groups(file, left))

    def _preload(self, folder, loaded):
        if self._process.load(folder, loaded):
            _rest()

    def _run_group(self, folder, run, seeds, send):
        """In a fork. If the process is not as it was at the end, the outcome of the first alone counts."""
        outcomes = []
        is_group = len(seeds) > 1

        def finish(is_clean):
            send((outcomes if is_clean else outcomes[:1], is_clean, [] if is_group else list(sys.modules)))

        def leave(*how, **more):
            outcomes.append(self._outcome(*how, **more))
            if is_group:
                self._process.tidy(folder)
            finish(not is_group or not self._process.touched())

        self._leave = leave
        if is_group:
            self._process.begin()
        end = monotonic() + LONG
        for seed in seeds:
            code = contextvars.Context().run(run, seed)
            outcomes.append(self._outcome(code))
            if is_group:
                self._process.tidy(folder)
            if monotonic() > end:
                break
        finish(not is_group or not (self._process.touched() or self._process.holds_program(folder)))

    def _here(self, file, run, seeds):
        folder = os.path.dirname(file)
        for seed in seeds:
            ended = []

            def leave(*how, kept=ended, **more):
                if not kept:  # a program may catch what ends it
                    kept.append(self._outcome(*how, **more))
                raise Ended

            self._leave = leave
            try:
                leave(contextvars.Context().run(run, seed))
            except Ended:
                pass
            finally:
                refusals.end()
                self._after()
                self._process.tidy(folder)
            yield Outcome(*ended[0], is_spoilt=not self._process.put_back(folder))

    def _after(self):
        """A run here has ended."""

    def _run(self, file, program, cause, renew, seed):
        """Runs the program to its end, and returns its exit code; `leave` is called where it ends otherwise."""
        self._begin(file, seed, cause, renew)
        code = run_as_main(file, program)
        if self._has_hub or can_fork and threading.active_count() > 1:
            threading._shutdown()  # pyright: ignore[reportAttributeAccessIssue]
        atexit._run_exitfuncs()
        if not self._has_hub:
            forget = sys.modules["__main__"].__dict__.clear
            exec(_last_words, {"__name__": "sys", "forget": forget, "collect": gc.collect})
        return code

    def _outcome(self, code, stopped=None, cut=False):
        """What has been printed until now: a handler that is left behind may go on printing there."""
        self._clock.ended = True
        return list(self._capture.pieces), code, self._clock.milliseconds(), stopped, cut, self._beside(code)

    def _beside(self, code):
        """What is kept beside an outcome."""
        return None

    def _report(self, report, code):
        sys.stderr.write(report)

    def _begin(self, file, seed, cause, renew):
        draw = random.Random(seed).random
        self._clock.start(functools.partial(late, draw) if cause == "latency" else None)
        random.seed(seed)
        renew(draw)
        self._put_in_place(file)

    def _put_in_place(self, file):
        """What a program finds around it."""
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
            stopped = "endless", f"it had not ended after {SECONDS:.0f} s"
        self._leave(TURNS_EXIT, (*stopped, file, line))

    def _raise_ended(self, code, stopped=None, cut=False):
        raise Ended


def _rest():
    """What is there now, no later collection has to look at: a fork that leaves it alone shares it."""
    gc.collect()
    gc.freeze()
    gc.disable()
