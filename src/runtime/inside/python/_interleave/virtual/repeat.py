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

from .capture import NUMBERS, Capture, Outcome
from .clock import Clock, Ended
from .deadlock import TURNS_EXIT
from .forks import Died, can_fork, in_forks
from .hub import gevent_loop
from .hub.plugins import look_for_plugins_once
from .install import install_hub, install_loop
from .limits import LONG, OUTPUT, SECONDS, TURNS, limit_time
from .loop import VirtualLoop
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
        self._install_write()
        refusals.install()
        atexit._clear()
        self._install()
        self._process = Process()

    def prepare(self, file):
        """Compiles a program; the result takes schedules and yields the outcome of each. Here all are the plain run."""
        file = os.path.abspath(file)
        program = load(file)
        self._has_hub = any(name.partition(".")[0] == "gevent" for name in imports(program))
        if self._has_hub:
            look_for_plugins_once()
            self._alone.add(file)  # what gevent patches stays so
        run = functools.partial(self._run, file, program, self._install())
        self._process.accept()
        _rest()
        return functools.partial(self._in_forks if can_fork else self._here, file, run)

    def _install(self):
        install_hub(self._clock, self._end, TURNS, self._kind_of_hub())
        return install_loop(self._clock, self._end, self._kind(), TURNS)

    def _install_write(self):
        """`os.write` to the numbers of stdout and stderr is output of the program, like any other."""
        own = os.write

        def write(number, piece, /):
            return self._capture.written(number, piece) if number in NUMBERS.values() else own(number, piece)

        write.__module__, write.__qualname__ = own.__module__, own.__qualname__
        os.write = write

    def _kind(self):
        return VirtualLoop

    def _kind_of_hub(self):
        return gevent_loop.Loop

    def _in_forks(self, file, run, schedules):
        """What the first schedule has loaded, the forks for the others have."""
        schedules = list(schedules)
        alone = 0 if file in self._tried else 1
        self._tried.add(file)
        yield from self._forked(file, run, ([schedule] for schedule in schedules[:alone]))
        yield from self._forked(file, run, self._groups(file, schedules[alone:]))

    def _groups(self, file, schedules):
        """A group shares a fork."""
        size = MOST_IN_A_FORK
        while schedules:
            size = 1 if file in self._alone else size
            yield schedules[:size]
            schedules = schedules[size:]

    def _forked(self, file, run, groups):
        folder = os.path.dirname(file)
        for schedules, result in in_forks(functools.partial(self._run_group, folder, run), groups):
            if isinstance(result, Died):
                if len(schedules) == 1:
                    yield Outcome([], 0, 0.0, stopped=(result.why, result.what))
                else:  # whose schedule it was shows where each has a fork of its own
                    yield from self._forked(file, run, ([schedule] for schedule in schedules))
                continue
            outcomes, is_clean, loaded = result
            if not is_clean:
                self._alone.add(file)
            yield from (Outcome(*outcome) for outcome in outcomes)
            self._preload(folder, loaded)
            left = schedules[len(outcomes) :]
            if left:
                yield from self._forked(file, run, self._groups(file, left))

    def _preload(self, folder, loaded):
        if self._process.load(folder, loaded):
            _rest()

    def _run_group(self, folder, run, schedules, send):
        """In a fork. If the process is not as it was at the end, the outcome of the first alone counts."""
        outcomes = []
        is_group = len(schedules) > 1

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
        for schedule in schedules:
            code = contextvars.Context().run(run, schedule)
            outcomes.append(self._outcome(code))
            if is_group:
                self._process.tidy(folder)
            if monotonic() > end:
                break
        finish(not is_group or not (self._process.touched() or self._process.holds_program(folder)))

    def _here(self, file, run, schedules):
        folder = os.path.dirname(file)
        for schedule in schedules:
            ended = []

            def leave(*how, kept=ended, **more):
                if not kept:  # a program may catch what ends it
                    kept.append(self._outcome(*how, **more))
                raise Ended

            self._leave = leave
            try:
                leave(contextvars.Context().run(run, schedule))
            except Ended:
                pass
            finally:
                refusals.end()
                self._after()
                self._process.tidy(folder)
            yield Outcome(*ended[0], is_spoilt=not self._process.put_back(folder))

    def _after(self):
        """A run here has ended."""

    def _run(self, file, program, renew, schedule):
        """Runs the program to its end, and returns its exit code; `leave` is called where it ends otherwise."""
        self._begin(file, schedule, renew)
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

    def _begin(self, file, schedule, renew):
        self._clock.start()
        random.seed(0)
        renew()
        self._put_in_place(file)

    def _put_in_place(self, file):
        """What a program finds around it."""
        self._capture = capture = Capture(self._clock, OUTPUT, self._flooded)
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__ = capture.stdout, capture.stderr
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
