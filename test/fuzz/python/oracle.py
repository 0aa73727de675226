"""`python oracle.py FILE…`: runs each program on CPython's own event loop, whose selector passes the time instead of waiting for it.

Prints one line of JSON for each: its stdout, as text, and how it ended: 0, 1 for an error, 13 where nothing could wake it.
"""

import asyncio
import contextlib
import io
import json
import math
import selectors
import sys

LOOK = 1e-6
"""Seconds that a look at the clock takes: no two deadlines are equal, as on a machine."""


class Stuck(BaseException):
    """Nothing can wake the program. What it prints while it is unwound, it does not print where nothing unwinds it."""


printed_when_stuck = []
"""The first counts: while it is unwound a program may be stuck again."""


class Passing(selectors.DefaultSelector):
    now = 0.0

    def select(self, timeout=None):
        events = super().select(0)
        if not events and timeout is None:
            printed_when_stuck.append(sys.stdout.getvalue())
            raise Stuck
        if not events and timeout > 0:
            self.now += math.ceil(timeout * 1000) / 1000  # as epoll waits, in whole milliseconds
        return events


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(Passing())

    def time(self):
        self._selector.now += LOOK
        return self._selector.now


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop


def run(file):
    printed_when_stuck.clear()
    printed = io.StringIO()
    with open(file) as source, contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        code = compile(source.read(), file, "exec")
        try:
            exec(code, {"__name__": "__main__"})
            exit = 0
        except BaseException:
            exit = 1
    if printed_when_stuck:
        return {"stdout": printed_when_stuck[0], "exit": 13}
    return {"stdout": printed.getvalue(), "exit": exit}


if __name__ == "__main__":
    asyncio.set_event_loop_policy(Policy())
    for file in sys.argv[1:]:
        print(json.dumps(run(file)), flush=True)
