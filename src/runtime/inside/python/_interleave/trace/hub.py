"""gevent's hub on the virtual clock, with a tracer told of its moments and of every switch between greenlets."""

from ..virtual import gevent_loop
from ..virtual.watchers import Timer


class TracedHub(gevent_loop.Loop):
    """In the place of the virtual hub's loop. `moments` is a Guarded."""

    moments = None

    def run_callback(self, function, *args):
        callback = super().run_callback(function, *args)
        self.moments.hub_enqueued(callback, function)
        return callback

    def timer(self, after, repeat=0.0, ref=True, priority=None):
        return TracedTimer(self, after, repeat, ref, priority)

    def deadline(self, timer, seconds):
        due = super().deadline(timer, seconds)
        self.moments.hub_timer_set(timer, due)
        return due

    def _call(self, context, callback, *args):
        self.moments.hub_dequeued(context)
        super()._call(context, callback, *args)
        self.moments.hub_callback_ended()

    def _advance(self, nowait):
        before = self.clock.now
        goes_on = super()._advance(nowait)
        if self.clock.now > before:
            self.moments.waited()
        return goes_on


class TracedTimer(Timer):
    def stop(self):
        self.loop.moments.cancelled(self)
        super().stop()

    close = stop


def trace_hub(moments):
    """From now on every hub of this process tells `moments`. gevent is loaded, and has no hub yet."""
    import gevent
    import greenlet

    TracedHub.moments = moments
    gevent_loop.Loop = TracedHub
    gevent.Greenlet.add_spawn_callback(moments.spawned)
    greenlet.settrace(lambda event, greenlets: moments.switched(event, *greenlets))
