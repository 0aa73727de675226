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
from .limits import GRACE, LONG, SECONDS, is_over, limit_work

_exit = os._exit  # before a library replaces it

can_fork = hasattr(os, "fork") and sys.platform != "emscripten"  # which has it and cannot

AT_ONCE = 2 * (os.cpu_count() or 1)
"""How many forks there are at a time: some of them wait."""

MOST_SECONDS = 60.0
"""Real seconds after which a fork is ended, whatever it does."""

_CHUNK = 1 << 16


class Died:
    """In the place of a result: the fork ended without one, with the reason in words."""

    def __init__(self, why, what):
        self.why = why
        self.what = what


def in_forks(work, tasks):
    """Yields, for each task in turn, the task and what `work(task, send)` hands to `send`, which does not return.

    Whatever way it ends, no fork is left.
    """
    begun = collections.deque()
    try:
        for task in tasks:
            begun.append(_Fork(work, task))
            if len(begun) == AT_ONCE:
                yield _taken(begun)
        while begun:
            yield _taken(begun)
    finally:
        for fork in begun:
            fork.kill()
            fork.reap()


def _taken(begun):
    fork = begun.popleft()
    return fork.task, fork.result()


class _Fork:
    def __init__(self, work, task):
        self.task = task
        self._began = monotonic()
        self._reader, writer = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            _work(work, task, writer)
        os.close(writer)

    def result(self):
        parts = []
        try:
            while self._has_more():
                part = os.read(self._reader, _CHUNK)
                if not part:
                    return self._ended(b"".join(parts))
                parts.append(part)
            self.kill()
            return Died("endless", f"it had not ended after {monotonic() - self._began:.0f} s")
        finally:
            if self._child:
                self.reap()

    def _has_more(self):
        """Waits as long as the fork may go on."""
        limit = SECONDS + GRACE + LONG
        while True:
            left = max(0.0, self._began + limit - monotonic())
            if select.select([self._reader], [], [], left)[0]:
                return True
            if limit > MOST_SECONDS or is_over(_work_of(self._child), monotonic() - self._began, SECONDS + GRACE):
                return False
            limit += GRACE

    def _ended(self, result):
        status = self.reap()
        if result:
            return marshal.loads(result)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == getattr(signal, "SIGXCPU", None):
            return Died("endless", f"it had not ended after {SECONDS + GRACE + LONG:.0f} s")
        if os.WIFSIGNALED(status):
            return Died("died", f"its process was ended by {signal.Signals(os.WTERMSIG(status)).name}")
        return Died("died", f"it ended its process by os._exit({os.WEXITSTATUS(status)})")

    def kill(self):
        os.kill(self._child, signal.SIGKILL)

    def reap(self):
        child, self._child = self._child, 0
        os.close(self._reader)
        return os.waitpid(child, 0)[1]


def _work_of(process):
    """Seconds for which it has had the processor; 0 where the system does not say."""
    try:
        with open(f"/proc/{process}/stat") as stat:
            fields = stat.read().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _work(work, task, writer):
    """In the fork. What is wrong with us is told where it is seen, and nothing of it runs on as its parent does."""

    def send(result):
        write_all(writer, marshal.dumps(result))
        _exit(0)

    try:
        limit_work()
        work(task, send)
    except BaseException:
        traceback.print_exc(file=os.fdopen(2, "w", closefd=False))
    finally:
        _exit(70)
