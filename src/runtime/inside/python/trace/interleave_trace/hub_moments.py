"""The tracer's moments of gevent: its hub's loop, and the switches between greenlets. The hub itself is no lane."""

import sys

from .common import Common
from .events import MAIN
from .hub_things import HubThings
from .places import called, code_of, enclosing, name_of, own_callbacks, stand


class HubMoments(Common):
    def __init__(self, file, clock):
        super().__init__(file, clock)
        self._nameless = set()
        self._generators = {}
        self._hub_things = HubThings(self._things, file)

    def spawned(self, greenlet):
        self._greenlet_lane(greenlet)

    def switched(self, event, origin, target):
        """Told after the switch, in the greenlet that it went to."""
        self._leave(origin, target)
        if _is_hub(target):
            return
        lane = self._greenlet_lane(target)
        line = self._lines_of_lanes.get(lane, 0)
        self._events.resume(lane, line, event == "throw")
        for generator in self._generators.pop(lane, []):
            self._events.resume(generator, line)

    def hub_enqueued(self, callback, function):
        lane = self._resumed_by(function)
        name = name_of(function)
        self._job(callback, "hub", self._by(), own_callbacks.get(name, name), lane)

    def hub_timer_set(self, timer, due):
        lane = self._resumed_by(timer.callback)
        self._job(timer, "timers", self._by(), "timer", lane, due=round(max(0.0, due) * 1000, 1))

    def hub_dequeued(self, waiting):
        job = self._jobs.pop(id(waiting), None)
        if job is not None:
            self._events.tell("dequeue", queue=job.queue, job=job.number)
            self._callback = job

    def hub_callback_ended(self):
        self._callback = None

    def _leave(self, greenlet, target):
        if _is_hub(greenlet):
            return
        lane = self._greenlet_lane(greenlet)
        if greenlet.dead:
            self._hub_things.look(None, lane, self._lines_of_lanes.get(lane, 0))
            self._events.settle(lane, _ending(greenlet))
            return
        line, _ = stand(greenlet.gr_frame, self._file)
        self._lines_of_lanes[lane] = line
        self._name(lane, greenlet.gr_frame)
        self._hub_things.look(greenlet.gr_frame, lane, line, gives_way=True)
        on = called(greenlet.gr_frame, self._file) or ("hub" if _is_hub(target) else "another greenlet")
        on = self._things.waited_for(lane) or on
        for generator in reversed(self._events.above(lane)):
            self._generators.setdefault(lane, []).insert(0, generator)
            self._events.suspend(generator, line, on)
        self._events.suspend(lane, line, on)

    def _look(self, lane):
        if "gevent" in sys.modules:
            frame = sys._getframe(1)
            self._hub_things.look(frame, lane, stand(frame, self._file)[0])

    def printed(self, stream, text):
        if self._nameless and self._events.running:
            self._name(self._events.running[-1], sys._getframe(1))
        super().printed(stream, text)

    def _name(self, lane, frame):
        """What runs in a greenlet of a library, a thread for instance, is seen once a function of the program does."""
        code = enclosing(frame, self._file) if lane in self._nameless else None
        if code is not None:
            self._events.rename(lane, code.co_name)
            self._nameless.discard(lane)

    def _greenlet_lane(self, greenlet):
        if greenlet.parent is None:
            return MAIN
        lane = self._events.lane_of(greenlet)
        if lane is not None:
            return lane
        function = getattr(greenlet, "_run", None) or getattr(greenlet, "run", None)
        code = code_of(function)
        own = code is not None and code.co_filename == self._file
        line = code.co_firstlineno if own else stand(sys._getframe(1), self._file)[0]
        builtin = function is not None and code is None
        name = name_of(function) if own or builtin else "greenlet"
        lane = self._events.create("greenlet", name, line, self._by(), greenlet)
        self._lines_of_lanes[lane] = line
        self._bodies[lane] = code if own else None
        if not own and not builtin:
            self._nameless.add(lane)
        return lane

    def _resumed_by(self, function):
        """The lane of the greenlet that a callback switches to."""
        owner = getattr(function, "__self__", None)
        greenlet = getattr(owner, "greenlet", owner)
        if greenlet is None and self._events.running:  # a Waiter that its greenlet has just made, to wait with it
            return self._events.running[0]
        if getattr(function, "__name__", "") != "switch" or not hasattr(greenlet, "gr_frame") or _is_hub(greenlet):
            return None
        return self._greenlet_lane(greenlet)


def _is_hub(greenlet):
    hub = sys.modules.get("gevent.hub")
    return hub is not None and isinstance(greenlet, hub.Hub)


def _ending(greenlet):
    value = getattr(greenlet, "value", None)
    if type(value).__name__ == "GreenletExit":
        return "cancel"
    return "return" if getattr(greenlet, "exception", None) is None else "throw"
