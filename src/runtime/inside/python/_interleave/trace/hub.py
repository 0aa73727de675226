"""gevent's hub on the virtual clock, which calls the hooks of a tracer, as every switch between greenlets does."""

from ..virtual.hub import gevent_loop
from ..virtual.hub.watchers import Timer
from .guard import Guarded
from .loop import known_by


class TracedHub(gevent_loop.Loop):
    """In the place of the virtual hub's loop. `hooks` is a Guarded."""

    hooks: Guarded

    def run_callback(self, function, *args):
        callback = super().run_callback(function, *args)
        self.hooks.kills(args)
        self.hooks.hub_enqueued(callback, function)
        return callback

    def timer(self, after, repeat=0.0, ref=True, priority=None):
        return TracedTimer(self, after, repeat, ref, priority)

    def deadline(self, timer, seconds):
        due = super().deadline(timer, seconds)
        known_by(due, timer)
        self.hooks.hub_timer_set(timer, due)
        return due

    def _call(self, context, callback, *args):
        self.hooks.hub_dequeued(context)
        super()._call(context, callback, *args)
        self.hooks.hub_callback_ended()

    def _advance(self, nowait):
        before = self.clock.now
        goes_on = super()._advance(nowait)
        if self.clock.now > before:
            self.hooks.waited()
        return goes_on


class TracedTimer(Timer):
    def stop(self):
        self.loop.hooks.cancelled(self)
        super().stop()

    close = stop


def trace_switches(hooks):
    """From now on every spawned greenlet and every switch between greenlets does."""
    import gevent
    import greenlet

    gevent.Greenlet.add_spawn_callback(hooks.spawned)
    greenlet.settrace(lambda event, greenlets: hooks.switched(event, *greenlets))
