"""All that is open in a run: ends by their numbers, who listens where, and how long a message is on its way."""

import itertools
from collections.abc import Callable
from typing import Any

from .addresses import is_same

FIRST_NUMBER = 1 << 16
"""Of a socket: none that the system gives a file of this process."""

FIRST_PORT = 49152
"""Of those that a socket gets that asks for none (RFC 6335, 6)."""


class Network:
    sleep: Callable[[float], None]
    """How who waits in vain passes the time."""

    def __init__(self):
        self.start()

    def start(self):
        """A new run: nothing is open."""
        self.carrier: Callable[[Any, Callable[[], None]], None] | None = None
        """Takes the end that has sent a message, and the message, which it calls when it arrives. None: it arrives at once."""

        self.ends: dict[int, Any] = {}
        self._listening = []
        self._selectors = []
        self._ports = FIRST_PORT

    def open(self, end, number=None):
        """Returns its number: the lowest that is free, as of a file, if it takes no other's place."""
        if number is None:
            number = next(each for each in itertools.count(FIRST_NUMBER) if each not in self.ends)
        self.ends[number] = end
        return number

    def close(self, end):
        if self.ends.get(end.number) is end:
            del self.ends[end.number]
        if end in self._listening:
            self._listening.remove(end)

    def free_port(self):
        self._ports += 1
        return self._ports

    def listen(self, end):
        """Whether nobody else of its kind has this address."""
        if any(_overlap(end, other) for other in self._listening):
            return False
        self._listening.append(end)
        return True

    def listening(self, end, address):
        """Who listens there of the kind of `end`."""
        return next((other for other in self._listening if _is_at(other, end, address)), None)

    def watch(self, selector):
        self._selectors.append(selector)

    def unwatch(self, selector):
        if selector in self._selectors:
            self._selectors.remove(selector)

    def changed(self, end):
        """What can be done with it may be more than before."""
        if self.ends.get(end.number) is end:
            for selector in self._selectors:
                selector.may_be_ready(end.number)


def _overlap(one, other):
    return one is not other and _is_at(other, one, one.address)


def _is_at(listening, end, address):
    if (listening.family, listening.kind) != (end.family, end.kind) or listening.address[1:2] != address[1:2]:
        return False
    return is_same(listening.address[0], address[0])


network = Network()
