"""Between a run and its tracer: whatever a moment of the tracer throws, the run goes on as it would without it."""

MOMENTS = (
    *("begin", "finish", "callback_failed", "deadlock", "limit", "printed", "uncaught"),
    *("came_to", "called", "left", "locked", "passed", "signalled"),
    *("loop_runs", "loop_stops", "waited", "enqueued", "timer_set", "timer_due", "dequeued"),
    *("callback_ended", "cancelled"),
    *("generator_resumed", "generator_suspended", "generator_settled", "generator_threw", "generator_unmade"),
    *("spawned", "switched", "hub_enqueued", "hub_timer_set", "hub_dequeued", "hub_callback_ended"),
)
"""All that a tracer may be told. It may lack any of them."""


class Guarded:
    """The moments of `tracer`, none of which throws."""

    def __init__(self, tracer):
        for name in MOMENTS:
            setattr(self, name, _swallow(getattr(tracer, name, None)))


def _swallow(moment):
    def guarded(*arguments):
        try:
            return moment and moment(*arguments)
        except Exception:
            return None

    return guarded
