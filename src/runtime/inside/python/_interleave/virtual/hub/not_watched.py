"""What gevent's loops can watch and a virtual clock cannot have: asking for it ends the run."""

import sys

from ..refusals import PIPES, PROCESSES, SOCKETS, refusals


class NotWatched:
    def io(self, *_, **__):
        refusals.refuse(PROCESSES if _is_for_process(sys._getframe(1)) else SOCKETS, "loop.io")

    def child(self, *_, **__):
        refusals.refuse(PROCESSES, "loop.child")

    def stat(self, *_, **__):
        refusals.refuse(PIPES, "loop.stat")

    prepare = check = io


def _is_for_process(frame):
    """Its pipes come first, then the process."""
    while frame is not None and frame.f_globals.get("__name__") != "gevent.subprocess":
        frame = frame.f_back
    return frame is not None
