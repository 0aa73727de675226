"""What every tracer has: it turns the moments of a run into events."""

import sys
import threading
from collections import namedtuple

from .events import MAIN, Events
from .output import Lines
from .places import stand

Job = namedtuple("Job", "number queue label by")


class Common:
    def __init__(self, file, clock):
        self._file = file
        self._clock = clock
        self._events = Events(clock)
        self._lines = Lines(self._events.add)
        self._jobs = {}  # by id: a queue keeps what waits in it
        self._numbers = 0
        self._callback = None
        self._main_line = 0
        self._lines_of_lanes = {}

    @property
    def events(self):
        return self._events.told

    def begin(self):
        self._events.resume(MAIN, 0)

    def deadlock(self):
        self._events.tell("unsettled", line=self._main_line)

    def limit(self, text):
        self._events.tell("stop", text=text)

    def finish(self, code):
        """The clock has ended already."""
        self._lines.end()
        if MAIN in self._events.running:
            self._events.add("settle", lane=MAIN, how="throw" if code else "return")
        self._events.add("exit", code=code)
        self._events.spread_names()

    def printed(self, stream, text):
        lane = self._current(printing=True)
        line, via = stand(sys._getframe(1), self._file)
        self._lines.printed(stream, text, lane, line, via)

    def waited(self):
        self._events.tell("time", to=self._clock.milliseconds())

    def cancelled(self, waiting):
        job = self._jobs.pop(id(waiting), None)
        if job is not None:
            self._events.tell("cancel", queue=job.queue, job=job.number)

    def generator_resumed(self, lane, frame, threw):
        """Returns the generator's lane; `lane` is None for a new one."""
        code = frame.f_code
        if lane is None:
            kind = "async generator" if code.co_flags & 0x200 else "generator"
            lane = self._events.create(kind, code.co_name, code.co_firstlineno, self._current())
        self._events.resume(lane, frame.f_lineno, threw)
        return lane

    def generator_suspended(self, lane, frame, on):
        self._events.suspend(lane, frame.f_lineno, on)

    def generator_threw(self, lane):
        """What resumed it last was an exception that its caller threw into it."""
        last = self._events.told[-1]
        if last["kind"] == "resume" and last["lane"] == lane:
            last["how"] = "throw"

    def generator_settled(self, lane, how):
        self._events.settle(lane, how)

    def _job(self, waiting, queue, by, label, resumes=None, **more):
        """The name of the lane that it resumes is added when it is known for good."""
        if resumes is not None:
            label = "resume" if self._events.has_started(resumes) else "start"
            more["resumes"] = resumes
        self._numbers += 1
        job = self._jobs[id(waiting)] = Job(self._numbers, queue, label, by)
        self._events.tell("enqueue", queue=queue, job=job.number, label=label, by=by, **more)

    def _current(self, printing=False):
        """The lane that runs; in a callback of a library, which has none until it prints, the lane that asked for it."""
        events = self._events
        if not events.in_main_thread():
            return events.thread_lane(threading.current_thread().name, MAIN)
        if printing and not events.running and self._callback is not None:
            self._resume_callback(self._callback.label, 0)
        return self._by()

    def _by(self):
        if self._events.running:
            return self._events.running[-1]
        return self._callback.by if self._callback else MAIN

    def _resume_callback(self, name, line):
        self._events.resume(self._events.create("callback", name, line, self._callback.by), line)
