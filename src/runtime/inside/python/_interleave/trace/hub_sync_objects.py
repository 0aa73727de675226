"""What greenlets do with the locks, events and queues of gevent.

They are written in C, so that no frame shows what is done to them, and nothing of them is wrapped: whenever a strand
comes to a line or gives way, those that the program has a name for are looked at; what has changed is its doing.
"""

import sys

from .local_variables import local_variables
from .locations import inlined
from .sync_objects import item_of, variables

_kinds = {
    ("gevent.lock", "Semaphore"): "lock",
    ("gevent.event", "Event"): "signal",
    ("gevent.event", "AsyncResult"): "signal",
    ("gevent.queue", "SimpleQueue"): "channel",
    ("gevent.queue", "Channel"): "channel",
}


class HubThings:
    def __init__(self, things, program):
        self._things = things
        self._program = program
        self._known = {}  # by id: a thing is kept, so that its id stays its own
        self._lines = {}

    def look(self, frame, strand, line, gives_way=False):
        """`line` is where the strand stands now: what has changed happened where it stood before."""
        self._discover(frame)
        before = self._lines.get(strand, line)
        self._lines[strand] = line
        for seen in self._known.values():
            for how, more in seen.changes():
                self._tell(seen, frame, strand, line if gives_way else before, how, more)
            for more in seen.joined() if gives_way else ():
                self._tell(seen, frame, strand, line, "wait", more)

    def _tell(self, seen, frame, strand, line, how, more):
        self._things.tell(seen.kind, seen.thing, frame, strand, how=how, line=line, **more)

    def _discover(self, frame):
        kinds = [(kind, *_loaded(*place)) for place, kind in _kinds.items() if place[0] in sys.modules]
        if not kinds:
            return
        while frame is not None:
            code = frame.f_code
            if code.co_filename == self._program and code.co_name not in inlined:
                for _, value in (*variables(local_variables(frame)), *variables(frame.f_globals)):
                    kind = next((kind for kind, known in kinds if isinstance(value, known)), None)
                    if kind is not None and id(value) not in self._known:
                        self._known[id(value)] = _seen[kind](kind, value)
                        self._things.name_of(value, frame)
            frame = frame.f_back


def _loaded(module, name):
    return (getattr(sys.modules[module], name),)


class Seen:
    """A thing as it was when it was last looked at."""

    def __init__(self, kind, thing):
        self.kind = kind
        self.thing = thing
        self._waiting = 0

    def joined(self):
        """What is told of each that waits for it and did not when this was asked last."""
        before, self._waiting = self._waiting, self.thing.linkcount()
        return [{}] * (self._waiting - before)


class SeenLock(Seen):
    def __init__(self, kind, thing):
        super().__init__(kind, thing)
        self._free = thing.counter

    def changes(self):
        more = self.thing.counter - self._free
        self._free += more
        return [("release" if more > 0 else "acquire", {})] * abs(more)


class SeenSignal(Seen):
    _set = False

    def changes(self):
        now = self.thing.ready()
        before, self._set = self._set, now
        return [] if now == before else [("set" if now else "clear", {})]


class SeenChannel(Seen):
    _items = ()

    def changes(self):
        now = list(getattr(self.thing, "queue", None) or ())
        before, self._items = list(self._items), now
        gone = _without(before, now)
        come = _without(now, before)
        return [("get", item_of(item)) for item in gone] + [("put", item_of(item)) for item in come]

    def joined(self):
        """Who waits for a queue is known to gevent's C code alone; a channel tells, and what is to be put."""
        before = self._waiting or ([], [])
        now = [list(getattr(self.thing, name, None) or ()) for name in ("getters", "putters")]
        self._waiting = now
        putters = [item_of(item) for item, _ in _without(now[1], before[1])]
        return [{} for _ in _without(now[0], before[0])] + putters


_seen = {"lock": SeenLock, "signal": SeenSignal, "channel": SeenChannel}


def _without(items, others):
    """The items that are not among the others, the same object as often as it is there more often."""
    left = [id(other) for other in others]
    rest = []
    for item in items:
        if id(item) in left:
            left.remove(id(item))
        else:
            rest.append(item)
    return rest
