"""What gevent's loops can watch and a virtual clock cannot have: asking for it ends the run."""

from ..refusals import PIPES, PROCESSES, SIGNALS, SOCKETS, refusals


class NotWatched:
    def io(self, *_, **__):
        refusals.refuse(SOCKETS, "loop.io")

    def signal(self, *_, **__):
        refusals.refuse(SIGNALS, "loop.signal")

    def child(self, *_, **__):
        refusals.refuse(PROCESSES, "loop.child")

    def stat(self, *_, **__):
        refusals.refuse(PIPES, "loop.stat")

    prepare = check = io
