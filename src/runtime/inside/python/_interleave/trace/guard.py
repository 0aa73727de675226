"""Between a run and its tracer: whatever a hook of the tracer throws, the run goes on as it would without it."""

HOOKS = (
    *("begin", "finish", "callback_failed", "deadlock", "limit", "printed", "uncaught"),
    *("came_to", "called", "left", "locked", "passed", "signalled"),
    *("loop_runs", "loop_stops", "waited", "enqueued", "timer_set", "timer_due", "arrived", "dequeued"),
    *("callback_ended", "cancelled", "cancellation", "decided", "stalled"),
    *("generator_resumed", "generator_suspended", "generator_settled", "generator_threw", "generator_unmade"),
    *("spawned", "switched", "kills", "hub_enqueued", "hub_timer_set", "hub_dequeued", "hub_callback_ended"),
)
"""All hooks that a tracer may have. It may lack any of them."""


class Guarded:
    """The hooks of `tracer`, none of which throws."""

    def __init__(self, tracer):
        self._tracer = tracer

    def __getattr__(self, name):
        """Asked once for each hook."""
        if name not in HOOKS:
            raise AttributeError(name)
        hook = _swallow(getattr(self._tracer, name, None))
        setattr(self, name, hook)
        return hook


def _swallow(hook):
    def guarded(*arguments):
        try:
            return hook and hook(*arguments)
        except Exception:
            return None

    return guarded
