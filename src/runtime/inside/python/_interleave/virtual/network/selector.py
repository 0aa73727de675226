"""Which sockets are ready, in the order in which Linux's epoll tells it (fs/eventpoll.c): first come, first told; what was
told joins the end of the list again, and leaves it once it is found not to be ready."""

import errno
import selectors
from typing import Any

from .addresses import error
from .network import network


class ReadyList:
    def __init__(self):
        self._list = {}
        self._ends = {}  # a number may be another's later, for which nobody has asked then
        network.watch(self)

    def wanted(self, number):
        """For which of READ and WRITE somebody waits."""
        return 0

    def watch(self, number):
        """Somebody has begun to wait. Whether there is such an end."""
        end = self._ends[number] = network.ends.get(number)
        self.may_be_ready(number)
        return end is not None

    def is_watched(self, number):
        return self._ends.get(number) is network.ends.get(number)

    def forget(self, number):
        self._list.pop(number, None)
        self._ends.pop(number, None)

    def may_be_ready(self, number):
        if self._ready(number):
            self._list.setdefault(number)

    def poll(self):
        """Number and events of each that is ready."""
        told = []
        for number in list(self._list):
            del self._list[number]
            events = self._ready(number)
            if events:
                told.append((number, events))
                self._list[number] = None
        return told

    def close(self):
        network.unwatch(self)

    def _ready(self, number):
        """What is ready of what is waited for."""
        end = self._ends.get(number)
        if end is None or not self.is_watched(number):
            return 0
        readable = selectors.EVENT_READ if end.is_readable() else 0
        writable = selectors.EVENT_WRITE if end.is_writable() else 0
        both = selectors.EVENT_READ | selectors.EVENT_WRITE if end.failure else 0
        return self.wanted(number) & (readable | writable | both)


class Selector(ReadyList, selectors._BaseSelectorImpl):  # pyright: ignore[reportAttributeAccessIssue]
    """That of an asyncio loop, whose `wait(timeout)` is asked. `refuse()` is called for a file that is no socket of ours."""

    _fd_to_key: dict[int, Any]  # of the library

    def __init__(self, wait, refuse):
        selectors._BaseSelectorImpl.__init__(self)  # pyright: ignore[reportAttributeAccessIssue]
        ReadyList.__init__(self)
        self._wait = wait
        self._refuse = refuse

    def select(self, timeout=None):
        return self._wait(timeout)

    def wanted(self, number):
        key = self._fd_to_key.get(number)
        return key.events if key else 0

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        if not self.watch(key.fd):
            self._refuse()
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        self.forget(key.fd)
        return key

    def modify(self, fileobj, events, data=None):
        """The system hears of it only where the events change (Lib/selectors.py), and knows no more of what was closed."""
        key = self.get_key(fileobj)
        if events != key.events and not self.is_watched(key.fd):
            self.unregister(fileobj)
            raise error(errno.ENOENT)
        self._fd_to_key[key.fd] = key._replace(events=events, data=data)
        self.may_be_ready(key.fd)
        return self._fd_to_key[key.fd]

    def is_ready(self):
        return any(map(self._ready, self._list))

    def events(self):
        """As a selector gives them."""
        return [(self._fd_to_key[number], events) for number, events in self.poll()]

    def close(self):
        ReadyList.close(self)
        selectors._BaseSelectorImpl.close(self)  # pyright: ignore[reportAttributeAccessIssue]


Selector.__name__ = Selector.__qualname__ = selectors.DefaultSelector.__name__  # asyncio's log names it
