"""What every tracer has: its hooks turn what happens in a run into events."""

import sys
import threading
from collections import namedtuple

from .events import MAIN, Events
from .locations import locate
from .output import Output
from .steps import name_of_call
from .sync_objects import SyncObjects, item_of

Job = namedtuple("Job", "number queue name by")
"""`name` is that of the strand in which it calls the program, if it resumes none."""


class Common:
    def __init__(self, file, clock):
        self._file = file
        self._clock = clock
        self._events = Events(clock, lambda: self.full())
        self._output = Output(self._events.add)
        self._jobs = {}  # by id: a queue keeps what waits in it
        self._numbers = 0
        self._callback: Job | None = None
        self._main_line = 0
        self._lines_of_strands = {}
        self._bodies = {}  # by strand that has not begun: the code whose call it is; None for the first of the program
        self._sync_objects = SyncObjects(self._events, file)

    def full(self):
        """There are more events than anybody looks at."""

    @property
    def events(self):
        return self._events.emitted

    def begin(self):
        self._events.resume(MAIN, 0)

    def deadlock(self):
        self._events.emit("unsettled", line=self._main_line)

    def limit(self, text):
        self._events.emit("stop", text=text)

    def finish(self, code):
        """The clock has ended already."""
        self._output.end()
        if MAIN in self._events.running:
            self._events.add("settle", strand=MAIN, how="throw" if code else "return")
        self._events.add("exit", code=code)
        self._events.spread_names()

    def printed(self, stream, text):
        strand = self._current(inside=True)
        self._look(strand)
        line, via = locate(sys._getframe(1), self._file)
        self._output.printed(stream, text, strand, line, via)

    def uncaught(self, error):
        text = str(error)
        name = type(error).__name__
        self._events.emit("uncaught", message=f"{name}: {text}" if text else name)

    def came_to(self, line):
        strand = self._current(inside=True)
        self._look(strand)
        self._events.detail("line", strand=strand, line=line)

    def called(self, frame):
        """Returns the strand, None where the call is no event: it is what the strand is made of."""
        strand = self._current(inside=True)
        code = frame.f_code
        if self._bodies.pop(strand, self) in (code, None):
            return None
        self._events.detail("call", strand=strand, name=name_of_call(code), line=code.co_firstlineno)
        return strand

    def left(self, strand, frame):
        self._look(strand)
        self._events.detail("leave", strand=strand, name=name_of_call(frame.f_code))

    def locked(self, lock, frame, how):
        self._sync_objects.emit("lock", lock, frame, self._current(), how=how)

    def passed(self, channel, frame, how, *item):
        self._sync_objects.emit("channel", channel, frame, self._current(), how=how, **item_of(*item))

    def signalled(self, signal, frame, how):
        self._sync_objects.emit("signal", signal, frame, self._current(), how=how)

    def waited(self):
        self._events.emit("time", to=self._clock.milliseconds())

    def decided(self, cause, taken, ways):
        """The run has left its usual way, the first of these: each is a task, what a timer is known by, or None for nobody."""
        options = [self._way(way, cause) for way in ways]
        self._events.emit("decision", cause=cause, options=options, chosen=taken, usual=0)

    def stalled(self, milliseconds):
        options = [{"kind": "stall", "ms": ms} for ms in (0, milliseconds)]
        self._events.emit("decision", cause="cpu", options=options, chosen=1, usual=0)

    def _way(self, way, cause):
        job = self._jobs.get(way)
        if job is not None:
            return {"kind": "job", "job": job.number}
        if way is None and cause == "ties":  # a timer that is just set: it becomes the next job
            return {"kind": "job", "job": self._numbers + 1}
        return {"kind": "nobody"} if way is None else self._way_of(way)

    def _way_of(self, task):
        """Of what is no timer."""
        return {"kind": "nobody"}

    def cancelled(self, waiting):
        job = self._jobs.pop(id(waiting), None)
        if job is not None:
            self._events.emit("cancel", queue=job.queue, job=job.number)

    def generator_resumed(self, strand, frame, threw):
        """Returns the generator's strand; `strand` is None for a new one."""
        code = frame.f_code
        if strand is None:
            kind = "async generator" if code.co_flags & 0x200 else "generator"
            strand = self._events.create(kind, code.co_name, code.co_firstlineno, self._current())
        self._events.resume(strand, frame.f_lineno, threw)
        return strand

    def generator_suspended(self, strand, frame, on):
        self._events.suspend(strand, frame.f_lineno, on)

    def generator_threw(self, strand):
        """What resumed it last was an exception that its caller threw into it."""
        last = self._events.emitted[-1]
        if last["kind"] == "resume" and last["strand"] == strand:
            last["how"] = "throw"

    def generator_unmade(self, strand):
        """Its making and its start were emitted last. Returns that it has no strand."""
        self._events.retract(strand)

    def generator_settled(self, strand, how):
        self._events.settle(strand, how)

    def _look(self, strand):
        """What the strand may have done is seen by looking."""

    def _job(self, waiting, queue, by, what, name, resumes=None, **more):
        """`what` it does; of one that resumes a strand that is known by the strand."""
        if resumes is not None:
            what = {"kind": "resume" if self._events.has_started(resumes) else "start", "strand": resumes}
        self._numbers += 1
        job = self._jobs[id(waiting)] = Job(self._numbers, queue, name, by)
        self._events.emit("enqueue", queue=queue, job=job.number, what=what, by=by, **more)

    def _current(self, inside=False):
        """The strand that runs; for a callback of a library that is not yet `inside` the program, who asked for it."""
        events = self._events
        if not events.in_main_thread():
            return events.thread_strand(threading.current_thread().name, MAIN)
        if inside and not events.running and self._callback is not None:
            self._resume_callback(self._callback.name, 0)
        return self._by()

    def _by(self):
        if self._events.running:
            return self._events.running[-1]
        return MAIN if self._callback is None else self._callback.by

    def _asks(self):
        """Who asks for something here and in which line; nobody where a library's callback does, for a time limit."""
        if not self._events.running:
            return {"line": 0}
        return {"by": self._events.running[-1], "line": locate(sys._getframe(2), self._file)[0]}

    def _resume_callback(self, name, line, body=None):
        strand = self._events.create("callback", name, line, self._by())
        self._bodies[strand] = body
        self._events.resume(strand, line)
