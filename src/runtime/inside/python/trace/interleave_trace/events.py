"""The list of events of one run, and the lanes in it: which exist, which run, each called by the one before it."""

import _thread
import weakref

_ident = _thread.get_ident  # before a library replaces it

MAIN = 0

DETAILS = 20_000
"""Lines, calls and their ends; a run that has more of them is told without any."""

_in_detail = ("line", "call", "leave")


class Events:
    """Nothing is told any more once the clock says that the program has ended."""

    def __init__(self, clock):
        self.told = []
        self.running = []
        self._clock = clock
        self._lanes = 0
        self._details = 0
        self._names = {MAIN: "main"}
        self._started = set()
        self._known = weakref.WeakKeyDictionary()
        self._threads = _thread._local()
        self._main_thread = _ident()

    def tell(self, kind, **more):
        if not self._clock.ended:
            self.add(kind, **more)

    def add(self, kind, **more):
        self.told.append({"kind": kind, "at": self._clock.milliseconds(), **more})

    def detail(self, kind, **more):
        if self._details > DETAILS:
            return
        self.tell(kind, **more)
        self._details += 1
        if self._details > DETAILS:
            self.told[:] = [event for event in self.told if event["kind"] not in _in_detail]

    def in_main_thread(self):
        return _ident() == self._main_thread

    def lane_of(self, thing):
        """The number of a task, a greenlet or the like; None if it has no lane yet. It is known weakly."""
        return self._known.get(thing)

    def has_started(self, lane):
        return lane in self._started

    def rename(self, lane, name):
        """A task may get its name after it was made."""
        self._names[lane] = name

    def spread_names(self):
        """Puts the last name of each lane wherever it is named."""
        for event in self.told:
            if event["kind"] == "create":
                event["name"] = self._names[event["lane"]]
            elif "resumes" in event:
                event["label"] += f" {self._names[event['resumes']]}"

    def create(self, kind, name, line, by, thing=None):
        self._lanes += 1
        if thing is not None:
            self._known[thing] = self._lanes
        self._names[self._lanes] = name
        self.tell("create", lane=self._lanes, laneKind=kind, name=name, line=line, by=by)
        return self._lanes

    def resume(self, lane, line, threw=False):
        self._started.add(lane)
        if not self._clock.ended:
            self.running.append(lane)
        self.tell("resume", lane=lane, line=line, **({"how": "throw"} if threw else {}))

    def untell(self, lane):
        """Takes back the `create` and `resume` of a lane, if they were told last."""
        if [(event["kind"], event.get("lane")) for event in self.told[-2:]] == [("create", lane), ("resume", lane)]:
            del self.told[-2:]
            self._leave(lane)
            self._started.discard(lane)
            self._lanes -= 1

    def suspend(self, lane, line, on):
        self._leave(lane)
        self.tell("suspend", lane=lane, line=line, on=on)

    def settle(self, lane, how):
        self._leave(lane)
        self.tell("settle", lane=lane, how=how)

    def above(self, lane):
        """The lanes that `lane` has called, outermost first."""
        return self.running[self.running.index(lane) + 1 :] if lane in self.running else []

    def _leave(self, lane):
        if lane in self.running and not self._clock.ended:
            self.running.remove(lane)

    def thread_lane(self, name, by):
        """The lane of the thread that asks."""
        if not hasattr(self._threads, "lane"):
            self._threads.lane = self.create("thread", name, 0, by)
            self.tell("resume", lane=self._threads.lane, line=0)
        return self._threads.lane
