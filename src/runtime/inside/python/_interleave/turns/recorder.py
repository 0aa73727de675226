"""What strands do in a run by turns, in the records that a run on the machine's clock has: see record/ and
src/runtime/real/record.

Two kinds of records are of such runs alone: a line that a strand comes to, and a decision that was not the usual one.
"""

import sys
import threading
from typing import Any

from ..observe.output import Lines
from ..record.futures import FUTURES
from ..record.output import _Emitter
from ..record.recorder import Recorder
from ..record.strands import Strands
from ..record.tasks import TASKS
from ..record.threads import THREADS, watch_sleep
from ..virtual.capture import Capture
from .standard import is_guarded

_threading: Any = threading
_process = "0"


class TurnsRecorder(Recorder):
    """Its records are in memory, and their times those of the virtual clock."""

    def __init__(self, program, scheduler):
        self._scheduler = scheduler
        self.records = []
        super().__init__("", program, False)

    def _begin(self, helper, parent):
        super()._begin(True, parent)
        self.strands = _Strands(self, self._scheduler)
        self.process = _process
        self._on = self._ended = True
        self.emit("process", p=_process, wall=0, program=True)
        self.emit("resume", strand=f"{_process}/0", line=0)

    def emit(self, event, /, **more):
        self.records.append({"e": event, "at": round(self._scheduler.clock.now * 1e6), **more})

    def install(self):
        """In a fork: what it puts around the standard library stays there."""
        watch_sleep(self)
        _threading._CRLock = _threading._PyRLock
        for module, change in {**THREADS, **FUTURES, **TASKS}.items():
            if module in sys.modules:
                change(sys.modules[module], self)
        for method in *vars(threading.Lock).values(), _threading._CRLock.acquire:
            self._scheduler.wrappers.update(_codes_of(method))
        self._scheduler.is_guarded = is_guarded()
        self._scheduler.on_deviation = self.deviates

    def reached(self, line):
        """A strand has come to a line."""
        frame = sys._getframe(1)
        self.emit("reached", strand=self.strand(frame, line), line=line)

    def deviates(self, ways, taken):
        """Of these strands not the usual one goes on, which is the first."""
        options = [{"strand": self._key_of(strand), "line": strand.line} for strand in ways]
        self.emit("decision", **options[0], options=options, chosen=taken)

    def _key_of(self, strand):
        if strand.number == 0:
            return f"{_process}/0"
        known = vars(strand.thread).get("_interleave_strand") if strand.thread is not None else None
        return known or f"{_process}/{_raw(strand)}"


class _Strands(Strands):
    """A thread that `threading` does not know is seen when it first does something."""

    def __init__(self, recorder, scheduler):
        super().__init__(recorder)
        self._scheduler = scheduler

    def _of_thread(self, frame):
        current = self._scheduler.current
        if current.number == 0:
            return None
        state = self._recorder.state
        if state.strand is None:
            state.strand = _raw(current)
            self._emit("create", state.strand, kind="thread", name="thread", line=current.line, by=f"{_process}/0")
            self._emit("resume", state.strand, line=0)
        return state.strand, None


def _codes_of(method):
    """Of a method, and of what `watch` has put it around."""
    while method is not None:
        if hasattr(method, "__code__"):
            yield method.__code__
        method = getattr(method, "__wrapped__", None)


def _raw(strand):
    return f"raw{strand.number}"


class RecordedCapture(Capture):
    """Lines are told to the recorder as they are printed."""

    def __init__(self, recorder, *how):
        super().__init__(*how)
        self._lines = {name: Lines(_Emitter(recorder, name)) for name in ("stdout", "stderr")}

    def add(self, piece):
        super().add(piece)
        self._lines[piece[0]].note(piece[2])

    def end(self):
        for lines in self._lines.values():
            lines.end()
