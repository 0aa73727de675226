"""The tracer's hooks of gevent: its hub's loop, and the switches between greenlets. The hub itself is no strand."""

import sys

from ..functions import code_of, name_of
from ..virtual.models.instants import usual
from ..waits import ANOTHER_GREENLET, HUB
from .callbacks import TIMER, job_of, strand_name
from .common import Common
from .events import MAIN
from .hub_sync_objects import HubSyncObjects
from .locations import called, enclosing, locate


class HubHooks(Common):
    def __init__(self, file, clock):
        super().__init__(file, clock)
        self._nameless = set()
        self._generators = {}
        self._hub_sync_objects = HubSyncObjects(self._sync_objects, file)

    def spawned(self, greenlet):
        self._greenlet_strand(greenlet)

    def switched(self, event, origin, target):
        """Called after the switch, in the greenlet that it went to."""
        self._leave(origin, target)
        if _is_hub(target):
            return
        strand = self._greenlet_strand(target)
        line = self._lines_of_strands.get(strand, 0)
        self._events.resume(strand, line, event == "throw")
        for generator in self._generators.pop(strand, []):
            self._events.resume(generator, line)

    def hub_enqueued(self, callback, function):
        strand = self._resumed_by(function)
        name = name_of(function)
        self._job(callback, "hub", self._by(), job_of(name), strand_name(name), strand)

    def kills(self, arguments):
        """The hub is about to throw an exception into greenlets, if a callback with these arguments does that."""
        for greenlet in _killed(*arguments):
            strand = self._greenlet_strand(greenlet)
            self._events.emit("cancellation", **self._asks(), strand=strand, how="request")

    def hub_timer_set(self, timer, due):
        strand = self._resumed_by(timer.callback)
        due = round(max(0.0, usual(due)) * 1000, 1)
        self._job(timer, "timers", self._by(), TIMER, "timer", strand, due=due)

    def hub_dequeued(self, waiting):
        job = self._jobs.pop(id(waiting), None)
        if job is not None:
            self._events.emit("dequeue", queue=job.queue, job=job.number)
            self._callback = job

    def hub_callback_ended(self):
        self._callback = None

    def _leave(self, greenlet, target):
        if _is_hub(greenlet):
            return
        strand = self._greenlet_strand(greenlet)
        if greenlet.dead:
            self._hub_sync_objects.look(None, strand, self._lines_of_strands.get(strand, 0))
            self._events.settle(strand, _ending(greenlet))
            return
        line, _ = locate(greenlet.gr_frame, self._file)
        self._lines_of_strands[strand] = line
        self._name(strand, greenlet.gr_frame)
        self._hub_sync_objects.look(greenlet.gr_frame, strand, line, gives_way=True)
        on = called(greenlet.gr_frame, self._file) or (HUB if _is_hub(target) else ANOTHER_GREENLET)
        on = self._sync_objects.waited_for(strand) or on
        for generator in reversed(self._events.above(strand)):
            self._generators.setdefault(strand, []).insert(0, generator)
            self._events.suspend(generator, line, on)
        self._events.suspend(strand, line, on)

    def _look(self, strand):
        if "gevent" in sys.modules:
            frame = sys._getframe(1)
            self._hub_sync_objects.look(frame, strand, locate(frame, self._file)[0])

    def printed(self, stream, text):
        if self._nameless and self._events.running:
            self._name(self._events.running[-1], sys._getframe(1))
        super().printed(stream, text)

    def _name(self, strand, frame):
        """What runs in a greenlet of a library, a thread for instance, is seen once a function of the program does."""
        code = enclosing(frame, self._file) if strand in self._nameless else None
        if code is not None:
            self._events.rename(strand, code.co_name)
            self._nameless.discard(strand)

    def _greenlet_strand(self, greenlet):
        if greenlet.parent is None:
            return MAIN
        strand = self._events.strand_of(greenlet)
        if strand is not None:
            return strand
        function = getattr(greenlet, "_run", None) or getattr(greenlet, "run", None)
        code = code_of(function)
        own = code if code is not None and code.co_filename == self._file else None
        line = own.co_firstlineno if own else locate(sys._getframe(1), self._file)[0]
        builtin = function is not None and code is None
        name = name_of(function) if own or builtin else "greenlet"
        strand = self._events.create("greenlet", name, line, self._maker(), greenlet)
        self._lines_of_strands[strand] = line
        self._bodies[strand] = own
        if not own and not builtin:
            self._nameless.add(strand)
        return strand

    def _maker(self):
        """None for the hub itself, which calls what was linked to a greenlet once that has ended."""
        by = self._by()
        return None if self._events.has_ended(by) else by

    def _resumed_by(self, function):
        """The strand of the greenlet that a callback switches to."""
        owner = getattr(function, "__self__", None)
        greenlet = getattr(owner, "greenlet", owner)
        if greenlet is None and self._events.running:  # a Waiter that its greenlet has just made, to wait with it
            return self._events.running[0]
        if getattr(function, "__name__", "") != "switch" or not hasattr(greenlet, "gr_frame") or _is_hub(greenlet):
            return None
        return self._greenlet_strand(greenlet)


def _is_hub(greenlet):
    hub = sys.modules.get("gevent.hub")
    return hub is not None and isinstance(greenlet, hub.Hub)


def _killed(greenlets=None, error=None, *_):
    """Greenlet.kill and killall of gevent/greenlet.py give their callbacks one greenlet or a list, and an exception."""
    is_error = isinstance(error, BaseException) or isinstance(error, type) and issubclass(error, BaseException)
    one_or_more = greenlets if isinstance(greenlets, list) else [greenlets]
    return [each for each in one_or_more if is_error and hasattr(each, "gr_frame")]


def _ending(greenlet):
    value = getattr(greenlet, "value", None)
    if type(value).__name__ == "GreenletExit":
        return "cancel"
    return "return" if getattr(greenlet, "exception", None) is None else "throw"
