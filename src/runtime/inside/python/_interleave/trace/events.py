"""The list of events of one run, and the strands in it: which exist, which run, each called by the one before it."""

import _thread
import weakref

_ident = _thread.get_ident  # before a library replaces it

MAIN = 0

DETAILS = 20_000
"""Lines, calls and their ends; a run that has more of them has none of them among its events."""

_in_detail = ("line", "call", "leave")

MOST = 20_000
"""Other events; a run that has more of them is ended."""


class Events:
    """Nothing is emitted any more once the clock says that the program has ended. `full` is called once there are too
    many."""

    def __init__(self, clock, full):
        self.emitted = []
        self._full = full
        self.running = []
        self._clock = clock
        self._strands = 0
        self._details = 0
        self._without_details = False
        self._names = {MAIN: "main"}
        self._started = set()
        self._ended = set()
        self._known = weakref.WeakKeyDictionary()
        self._threads = _thread._local()
        self._main_thread = _ident()

    def emit(self, kind, **more):
        if not self._clock.ended:
            self.add(kind, **more)

    def add(self, kind, **more):
        self.emitted.append({"kind": kind, "at": self._clock.milliseconds(), **more})
        if len(self.emitted) > MOST and len(self.emitted) - self._details > MOST and not self._clock.ended:
            full, self._full = self._full, lambda: None
            full()

    def detail(self, kind, **more):
        if self._without_details:
            return
        self.emit(kind, **more)
        self._details += 1
        if self._details > DETAILS:
            self.emitted[:] = [event for event in self.emitted if event["kind"] not in _in_detail]
            self._details = 0
            self._without_details = True

    def in_main_thread(self):
        return _ident() == self._main_thread

    def strand_of(self, owner):
        """The number of a task, a greenlet or the like; None if it has no strand yet. It is known weakly."""
        return self._known.get(owner)

    def has_started(self, strand):
        return strand in self._started

    def rename(self, strand, name):
        """A task may get its name after it was made."""
        self._names[strand] = name

    def spread_names(self):
        """Puts the last name of each strand wherever it is named."""
        for event in self.emitted:
            if event["kind"] == "create":
                event["name"] = self._names[event["strand"]]

    def create(self, kind, name, line, by, owner=None):
        self._strands += 1
        if owner is not None:
            self._known[owner] = self._strands
        self._names[self._strands] = name
        maker = {} if by is None else {"by": by}
        self.emit("create", strand=self._strands, strandKind=kind, name=name, line=line, **maker)
        return self._strands

    def resume(self, strand, line, threw=False):
        self._started.add(strand)
        if not self._clock.ended:
            self.running.append(strand)
        self.emit("resume", strand=strand, line=line, **({"how": "throw"} if threw else {}))

    def retract(self, strand):
        """Takes back the `create` and `resume` of a strand, if they were emitted last."""
        if [(event["kind"], event.get("strand")) for event in self.emitted[-2:]] == [
            ("create", strand),
            ("resume", strand),
        ]:
            del self.emitted[-2:]
            self._leave(strand)
            self._started.discard(strand)
            self._strands -= 1

    def suspend(self, strand, line, on):
        self._leave(strand)
        self.emit("suspend", strand=strand, line=line, on=on)

    def has_ended(self, strand):
        return strand in self._ended

    def settle(self, strand, how):
        self._leave(strand)
        self._ended.add(strand)
        self.emit("settle", strand=strand, how=how)

    def above(self, strand):
        """The strands that `strand` has called, outermost first."""
        return self.running[self.running.index(strand) + 1 :] if strand in self.running else []

    def _leave(self, strand):
        if strand in self.running and not self._clock.ended:
            self.running.remove(strand)

    def thread_strand(self, name, by):
        """The strand of the thread that asks."""
        if not hasattr(self._threads, "strand"):
            self._threads.strand = self.create("thread", name, 0, by)
            self.emit("resume", strand=self._threads.strand, line=0)
        return self._threads.strand
