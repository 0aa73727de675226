"""Work in copies of this process, each of which ends with its work."""

import collections
import marshal
import os

_write, _exit = os.write, os._exit  # before a library replaces them


class NoCopy(Exception):
    """The work cannot be done so, with the reason."""


AT_ONCE = 2 * (os.cpu_count() or 1)
"""How many copies there are at a time: some of them wait."""


def in_copies(work, tasks):
    """Yields, for each task in turn, what `work(task, send)` hands to `send`, which does not return."""
    if not hasattr(os, "fork"):
        raise NoCopy("schedules of gevent programs need os.fork, which this system does not have")
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
            rest = marshal.dumps(result)
            while rest:
                rest = rest[_write(writer, rest) :]
            _exit(0)

        work(task, send)
    os.close(writer)
    return child, reader


def _result(child, reader):
    with os.fdopen(reader, "rb") as pipe:
        result = pipe.read()
    os.waitpid(child, 0)
    if not result:
        raise NoCopy("the program ended its process")
    return marshal.loads(result)
