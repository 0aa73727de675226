"""The recorder of one process: who runs, what it waits for, and when, on the clock that all processes of the machine share."""

import itertools
import os
import sys
import time
from _thread import _local as ThreadLocal

from .channel import Channel, is_first
from .strands import Strands
from .locations import Places, handed

_frame = sys._getframe
_monotonic_ns = time.monotonic_ns
_time = time.time


class Recorder:
    """No method fails or waits: if something goes wrong, nothing more is recorded."""

    def __init__(self, folder, program, helper):
        self.places = Places(program)
        self._folder = folder
        self._numbers = itertools.count(1)
        self._things = {}
        self._begin(helper, None)

    def _begin(self, helper, parent):
        """In a process of its own."""
        self.process = str(os.getpid())
        self._on = not helper
        self._channel = None
        self._ended = False
        self._state = ThreadLocal()
        self.strands = Strands(self)
        if helper:
            return
        self._channel = Channel(self._folder, self.process)
        self._ended = is_first(self._folder)  # how the program itself ends is seen from outside
        more = {"program": True} if self._ended else {"parent": parent or str(os.getppid())}
        self.tell("process", p=self.process, wall=round(_time() * 1e6), **more)
        self.tell("resume", strand=f"{self.process}/0", line=0)

    def in_fork(self):
        try:
            parent = self.process if self._on else None
            self._begin(False, parent)
        except Exception:
            self._on = False

    def process_ends(self, how):
        if not self._ended:
            self._ended = True
            self.tell("settle", strand=f"{self.process}/0", how=how)

    def tell(self, event, /, **more):
        if not self._on:
            return
        try:
            self._channel.write({"e": event, "at": _monotonic_ns() // 1000, **more})
        except Exception:
            self._on = False

    def safely(self, moment, *values):
        """What goes wrong in `moment` is the end of the recording, and nothing else."""
        if not self._on:
            return None
        try:
            return moment(*values)
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
        """The strand that runs; it is told here where a task or generator has come to run that did not run before."""
        return self.strands.current(frame, line, self.state)

    def next_number(self):
        return next(self._numbers)

    def name(self, thing, word, frame, number=None):
        """`thing` has just been made by the line of the program in which `frame` stands, if any."""
        name = self.places.name_at(frame)
        key = number or f"{self.process}:{self.next_number()}"
        self._things[id(thing)] = key, f"{word} {name}" if name and name != word else word

    def named(self, thing, word, number=None):
        """The number and the name of a lock, queue or event."""
        known = self._things.get(id(thing))
        if known is None or (number is not None and known[0] != number):
            known = self._things[id(thing)] = number or f"{self.process}:{self.next_number()}", word
        return known

    def enter(self, owner, idle):
        """At the start of a watched operation: where it stands; None where it is not to be recorded. A thread that is
        inside one already records nothing of what that does within."""
        if not self._on:
            return None
        try:
            state = self.state
            if state.busy or state.hidden:
                return None
            frame = _frame(2)
            place = self.places.of(frame, owner) or handed(frame)
            if place is None and not (idle and frame.f_code.co_name in idle):
                return None
            line = place.line if place else 0
            moment = Moment(self, self.strand(frame, line), line, place)
            state.busy = True
            return moment
        except Exception:
            self._on = False
            return None


class Moment:
    """One operation of a strand, from its start to its end."""

    __slots__ = "recorder", "strand", "line", "is_direct", "called", "waits", "done"

    def __init__(self, recorder, strand, line, place):
        self.recorder = recorder
        self.strand = strand
        self.line = line
        self.called = place.called if place else "a job of the pool"
        self.is_direct = self.called is None
        self.waits = False
        self.done = False

    def tell(self, event, /, **more):
        self.recorder.tell(event, strand=self.strand, line=self.line, **more)

    def wait(self, on):
        """`on` is said of the operation itself; of a library that the program called, its function."""
        self.waits = True
        self.tell("suspend", on=on if self.is_direct else self.called)

    def go_on(self):
        if self.waits:
            self.waits = False
            self.tell("resume")

    def leave(self):
        self.recorder.state.busy = False
