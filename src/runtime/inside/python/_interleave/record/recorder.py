"""The recorder of one process: who runs, what it waits for, and when, on the clock that all processes of the machine share."""

import itertools
import os
import time
from _thread import _local as ThreadLocal

from ..channels import make_first, memory_channel
from ..waits import POOL, inside
from .locations import Locations, handed
from .strands import Strands

_monotonic_ns = time.monotonic_ns
_time = time.time


class Recorder:
    """No method fails or waits: if something goes wrong, nothing more is recorded."""

    def __init__(self, folder, program, helper):
        self.locations = Locations(program)
        self._folder = folder
        self._numbers = itertools.count(1)
        self._sync_objects = {}
        self._begin(helper, None)

    def _begin(self, helper, parent):
        """In a process of its own."""
        self.process = str(os.getpid())
        self._on = not helper
        self._write = lambda record: None
        self._ended = False
        self._state = ThreadLocal()
        self.strands = Strands(self)
        if helper:
            return
        self._write = memory_channel(os.path.join(self._folder, f"{self.process}.records"))
        self._ended = make_first(
            os.path.join(self._folder, "program")
        )  # how the program itself ends is seen from outside
        more = {"program": True} if self._ended else {"parent": parent or str(os.getppid())}
        self.emit("process", p=self.process, wall=round(_time() * 1e6), **more)
        self.emit("resume", strand=f"{self.process}/0", line=0)

    def in_fork(self):
        try:
            parent = self.process if self._on else None
            self._begin(False, parent)
        except Exception:
            self._on = False

    def process_ends(self, how):
        if not self._ended:
            self._ended = True
            self.emit("settle", strand=f"{self.process}/0", how=how)

    def emit(self, event, /, **more):
        if not self._on:
            return
        try:
            self._write({"e": event, "at": _monotonic_ns() // 1000, **more})
        except Exception:
            self._on = False

    def safely(self, action, *values):
        """What goes wrong in `action` is the end of the recording, and nothing else."""
        if not self._on:
            return None
        try:
            return action(*values)
        except Exception:
            self._on = False
            return None

    @property
    def state(self):
        """What is known of this thread."""
        state = self._state
        if not hasattr(state, "busy"):
            state.busy = False
            state.hidden = False
            state.strand = None
            state.top = None
            state.pending = None
        return state

    def strand(self, frame, line):
        """The strand that runs; it is emitted here where a task or generator has come to run that did not run before."""
        return self.strands.current(frame, line, self.state)

    def where(self, frame):
        """The strand that runs, and the line of the program at which it is."""
        location = self.locations.of(frame, None)
        line = location.line if location else 0
        return self.strand(frame, line), line

    def quietly(self, operation, *values):
        """Calls an operation that is recorded by other means: nothing of what it does within is."""
        state = self.state
        before, state.busy = state.busy, True
        try:
            return operation(*values)
        finally:
            state.busy = before

    def next_number(self):
        return next(self._numbers)

    def name(self, made, word, frame, number=None):
        """`made` has just been made by the line of the program in which `frame` stands, if any."""
        name = self.locations.name_at(frame)
        key = number or f"{self.process}:{self.next_number()}"
        self._sync_objects[id(made)] = key, f"{word} {name}" if name and name != word else word

    def named(self, sync_object, word, number=None):
        """The number and the name of a lock, queue or event."""
        known = self._sync_objects.get(id(sync_object))
        if known is None or (number is not None and known[0] != number):
            known = self._sync_objects[id(sync_object)] = number or f"{self.process}:{self.next_number()}", word
        return known

    def enter(self, frame, owner, idle, begin, end):
        """At the start of a watched operation: the call of it; None where it is not to be recorded. A thread that is
        inside one already records nothing of what that does within."""
        if not self._on:
            return None
        try:
            state = self.state
            if state.busy or state.hidden:
                return None
            location = self.locations.of(frame, owner) or handed(frame)
            if location is None and not (idle and frame.f_code.co_name in idle):
                return None
            line = location.line if location else 0
            call = Call(self, self.strand(frame, line), line, location, begin, end)
            state.busy = True
            return call
        except Exception:
            self._on = False
            return None


class Call:
    """One operation of a strand, from its start to its end."""

    __slots__ = "recorder", "strand", "line", "is_direct", "waits", "done", "_around", "_begin", "_end"

    def __init__(self, recorder, strand, line, location, begin, end):
        self.recorder = recorder
        self.strand = strand
        self.line = line
        called = location.called if location else None
        self.is_direct = location is not None and called is None
        self._around = POOL if location is None else called and inside(called)
        self.waits = False
        self.done = False
        self._begin = begin
        self._end = end

    def begin(self, values, named):
        self.recorder.safely(self._begin, self, values, named)

    def end(self, values, result):
        if self._end is not None:
            self.recorder.safely(self._end, self, values, result)

    def emit(self, event, /, **more):
        self.recorder.emit(event, strand=self.strand, line=self.line, **more)

    def wait(self, on):
        """`on` is said of the operation itself; of a library that the program called, its function."""
        self.waits = True
        self.emit("suspend", on=on if self.is_direct else self._around)

    def go_on(self):
        if self.waits:
            self.waits = False
            self.emit("resume")

    def leave(self):
        self.recorder.safely(self.go_on)
        self.recorder.state.busy = False
