"""What happens in a program's frames in this thread: sys.monitoring says it, before Python 3.12 sys.settrace.

A frame cannot be referred to weakly and must not be kept alive: it carries a mark of ours. No frame of ours is among
the program's, and none of its objects is wrapped: what a library does is seen by the frames of its functions, too.
"""

import sys

from .steps import Steps


def watch(file, hooks, probes):
    """Calls `hooks` for the program `file`, and each of `probes`, by the id of a code, for that code's frames.

    A probe has `entered(frame)`, called whenever it starts or goes on, and `left(frame, value)`, called whenever it gives
    way with a future or returns a value. Returns what ends it.
    """
    if hasattr(sys, "monitoring"):
        from .watch_monitoring import monitor as begin
    else:
        from .watch_settrace import trace as begin
    steps = Steps(file, hooks)
    end = begin(file, hooks, steps, probes)
    steps.too_deep = end
    return end
