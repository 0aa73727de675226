"""What greenlets do with the locks, events and queues of gevent.

They are written in C, so that no frame shows what is done to them, and nothing of them is wrapped: whenever a strand
comes to a line or gives way, those that the program has a name for are looked at; what has changed is its doing.
"""

import sys

from ..frames import inlined
from ..local_variables import local_variables
from .sync_objects import item_of, variables

_kinds = {
    ("gevent.lock", "Semaphore"): "lock",
    ("gevent.event", "Event"): "signal",
    ("gevent.event", "AsyncResult"): "signal",
    ("gevent.queue", "SimpleQueue"): "channel",
    ("gevent.queue", "Channel"): "channel",
}


class HubSyncObjects:
    def __init__(self, sync_objects, program):
        self._sync_objects = sync_objects
        self._program = program
        self._known = {}  # by id: each is kept, so that its id stays its own
        self._lines = {}

    def look(self, frame, strand, line, gives_way=False):
        """`line` is where the strand stands now: what has changed happened where it stood before."""
        self._discover(frame)
        before = self._lines.get(strand, line)
        self._lines[strand] = line
        for seen in self._known.values():
            for how, more in seen.changes():
                self._emit(seen, frame, strand, line if gives_way else before, how, more)
            for more in seen.joined() if gives_way else ():
                self._emit(seen, frame, strand, line, "wait", more)

    def _emit(self, seen, frame, strand, line, how, more):
        self._sync_objects.emit(seen.kind, seen.sync_object, frame, strand, how=how, line=line, **more)

    def _discover(self, frame):
        kinds = [(kind, *_loaded(*found)) for found, kind in _kinds.items() if found[0] in sys.modules]
        if not kinds:
            return
        while frame is not None:
            code = frame.f_code
            if code.co_filename == self._program and code.co_name not in inlined:
                for _, value in (*variables(local_variables(frame)), *variables(frame.f_globals)):
                    kind = next((kind for kind, known in kinds if isinstance(value, known)), None)
                    if kind is not None and id(value) not in self._known:
                        self._known[id(value)] = _seen[kind](kind, value)
                        self._sync_objects.name_of(value, frame)
            frame = frame.f_back


def _loaded(module, name):
    return (getattr(sys.modules[module], name),)


class Seen:
    """A lock or the like as it was when it was last looked at."""

    def __init__(self, kind, sync_object):
        self.kind = kind
        self.sync_object = sync_object
        self._waiting = 0

    def joined(self):
        """What is said of each that waits for it and did not when this was asked last."""
        before, self._waiting = self._waiting, self.sync_object.linkcount()
        return [{}] * (self._waiting - before)


class SeenLock(Seen):
    def __init__(self, kind, sync_object):
        super().__init__(kind, sync_object)
        self._free = sync_object.counter

    def changes(self):
        more = self.sync_object.counter - self._free
        self._free += more
        return [("release" if more > 0 else "acquire", {})] * abs(more)


class SeenSignal(Seen):
    _set = False

    def changes(self):
        now = self.sync_object.ready()
        before, self._set = self._set, now
        return [] if now == before else [("set" if now else "clear", {})]


class SeenChannel(Seen):
    _items = ()

    def changes(self):
        now = list(getattr(self.sync_object, "queue", None) or ())
        before, self._items = list(self._items), now
        gone = _without(before, now)
        come = _without(now, before)
        return [("get", item_of(item)) for item in gone] + [("put", item_of(item)) for item in come]

    def joined(self):
        """Who waits for a queue is known to gevent's C code alone; a channel tells, and what is to be put."""
        before = self._waiting or ([], [])
        now = [list(getattr(self.sync_object, name, None) or ()) for name in ("getters", "putters")]
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
