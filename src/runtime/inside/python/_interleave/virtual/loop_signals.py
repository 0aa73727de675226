"""Signals that a program sends to itself, for a loop: as in asyncio's unix_events.py, a byte in the loop's own pipe tells it
of one, so that a handler runs in the turn in which it does there."""

import errno
import inspect
import signal
import socket
import sys
from asyncio import coroutines, events
from typing import Any

from .refusals import SIGNALS, refusals

_unix: Any = sys.modules.get("asyncio.unix_events")
_Unix: Any = getattr(_unix, "_UnixSelectorEventLoop", None)


class LoopSignals:
    """Mixed into a selector loop."""

    _ssock: Any = None
    _csock: Any = None
    _add_reader: Any
    _remove_reader: Any
    _read_from_self: Any
    _check_closed: Any

    def add_signal_handler(self, sig, callback, *args):
        if _Unix is None:
            refusals.refuse(SIGNALS, "loop.add_signal_handler")
            raise NotImplementedError
        if coroutines.iscoroutine(callback) or inspect.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        _Unix._check_signal(self, sig)
        self._check_closed()
        if self._ssock is None:
            self._ssock, self._csock = socket.socketpair()
            self._ssock.setblocking(False)
            self._csock.setblocking(False)
            self._add_reader(self._ssock.fileno(), self._read_from_self)
        try:
            signal.signal(sig, self._signalled)
        except OSError as error:
            if error.errno == errno.EINVAL:
                raise RuntimeError(f"sig {sig} cannot be caught") from error
            raise
        self._signal_handlers[sig] = events.Handle(callback, args, self, None)  # pyright: ignore[reportArgumentType]

    def remove_signal_handler(self, sig):
        if _Unix is None:
            raise NotImplementedError
        _Unix._check_signal(self, sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def close_signals(self):
        """When the loop closes."""
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)
        if self._ssock is not None:
            self._remove_reader(self._ssock.fileno())
            self._ssock.close()
            self._csock.close()
            self._ssock = self._csock = None

    def _signalled(self, number, _):
        if self._csock is not None:
            self._csock.send(bytes([number]))

    def _process_self_data(self, data):
        for number in filter(None, data):
            _Unix._handle_signal(self, number)

    @property
    def _signal_handlers(self):
        return vars(self).setdefault("_handlers_of_signals", {})
