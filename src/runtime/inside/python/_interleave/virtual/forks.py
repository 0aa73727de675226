"""Work in forks of this process, each of which ends with its work."""

import collections
import marshal
import os
import select
import signal
import sys
import traceback
from time import monotonic  # before the clock is virtual

from ..channels import write_all
from .limits import GRACE, SECONDS

_exit = os._exit  # before a library replaces it

can_fork = hasattr(os, "fork") and sys.platform != "emscripten"  # which has it and cannot

AT_ONCE = 2 * (os.cpu_count() or 1)
"""How many forks there are at a time: some of them wait."""

_CHUNK = 1 << 16


class Died:
    """In the place of a result: the fork ended without one, with the reason in words."""

    def __init__(self, why, what):
        self.why = why
        self.what = what


def in_forks(work, tasks):
    """Yields, for each task in turn, what `work(task, send)` hands to `send`, which does not return.

    Whatever way it ends, no fork is left.
    """
    begun = collections.deque()
    try:
        for task in tasks:
            begun.append(_Fork(work, task))
            if len(begun) == AT_ONCE:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
    finally:
        for fork in begun:
            fork.kill()
            fork.reap()


class _Fork:
    def __init__(self, work, task):
        self._deadline = monotonic() + SECONDS + GRACE
        self._reader, writer = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            _work(work, task, writer)
        os.close(writer)

    def result(self):
        parts = []
        try:
            while select.select([self._reader], [], [], max(0.0, self._deadline - monotonic()))[0]:
                part = os.read(self._reader, _CHUNK)
                if not part:
                    return self._ended(b"".join(parts))
                parts.append(part)
            self.kill()
            return Died("endless", f"it had not ended after {SECONDS + GRACE:.0f} s of real time")
        finally:
            if self._child:
                self.reap()

    def _ended(self, result):
        status = self.reap()
        if result:
            return marshal.loads(result)
        if os.WIFSIGNALED(status):
            return Died("died", f"its process was ended by {signal.Signals(os.WTERMSIG(status)).name}")
        return Died("died", f"it ended its process by os._exit({os.WEXITSTATUS(status)})")

    def kill(self):
        os.kill(self._child, signal.SIGKILL)

    def reap(self):
        child, self._child = self._child, 0
        os.close(self._reader)
        return os.waitpid(child, 0)[1]


def _work(work, task, writer):
    """In the fork. What is wrong with us is told where it is seen, and nothing of it runs on as its parent does."""

    def send(result):
        write_all(writer, marshal.dumps(result))
        _exit(0)

    try:
        work(task, send)
    except BaseException:
        traceback.print_exc(file=os.fdopen(2, "w", closefd=False))
    finally:
        _exit(70)
