"""Work in forks of this process, each of which ends with its work."""

import collections
import marshal
import os

from ..channels import write_all

_exit = os._exit  # before a library replaces it


class NoFork(Exception):
    """The work cannot be done so, with the reason."""


AT_ONCE = 2 * (os.cpu_count() or 1)
"""How many forks there are at a time: some of them wait."""


def in_forks(work, tasks):
    """Yields, for each task in turn, what `work(task, send)` hands to `send`, which does not return."""
    if not hasattr(os, "fork"):
        raise NoFork("schedules of gevent programs need os.fork, which this system does not have")
    begun = collections.deque()
    for task in tasks:
        begun.append(_begin(work, task))
        if len(begun) == AT_ONCE:
            yield _result(*begun.popleft())
    while begun:
        yield _result(*begun.popleft())


def _begin(work, task):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:

        def send(result):
            write_all(writer, marshal.dumps(result))
            _exit(0)

        work(task, send)
    os.close(writer)
    return child, reader


def _result(child, reader):
    with os.fdopen(reader, "rb") as pipe:
        result = pipe.read()
    os.waitpid(child, 0)
    if not result:
        raise NoFork("the program ended its process")
    return marshal.loads(result)
