"""What the system keeps of a socket, in memory. The rules are those of TCP and UDP as Linux has them on the loopback
(net/ipv4/tcp.c, tcp_input.c): what was sent arrives in its order; an end that is closed with something unread resets the other
one; who sends to an end that is closed learns of it at the next call."""

import errno
import socket
from collections import deque

from .addresses import error
from .network import network

CAPACITY = 2_621_440
"""Bytes that one direction takes while nobody reads, of the order of what Linux takes by itself."""


class Unconnected:
    """An end that is not connected, of any kind."""

    address = ("0.0.0.0", 0)
    peer_address = None
    failure = 0
    path: str | None = None  # whose it is, the same in every schedule

    def __init__(self, family, kind, number=None):
        self.family = family
        self.kind = kind
        self.number = network.open(self, number)
        self.options = {}
        if family == socket.AF_INET6:
            self.address = ("::", 0, 0, 0)

    def is_readable(self):
        return False

    is_writable = is_readable

    def take_failure(self):
        """What SO_ERROR tells, once."""
        failure, self.failure = self.failure, 0
        return failure

    def close(self):
        network.close(self)


class Listener(Unconnected):
    def __init__(self, end, backlog):
        """In the place of an end that has an address."""
        super().__init__(end.family, end.kind, end.number)
        self.address = end.address
        self.options = end.options
        self._waiting = deque()
        self._backlog = max(backlog, 0)

    def is_readable(self):
        return bool(self._waiting)

    def request(self, stream):
        """A connection arrives. Whether there is room for it."""
        if len(self._waiting) > self._backlog:
            return False
        self._waiting.append(stream)
        network.changed(self)
        return True

    def accept(self):
        if not self._waiting:
            raise error(errno.EAGAIN)
        return self._waiting.popleft()

    def close(self):
        super().close()
        for stream in self._waiting:
            stream.abort()


class Stream(Unconnected):
    """One end of a connection."""

    def __init__(self, family, kind):
        super().__init__(family, kind)
        self.capacity = CAPACITY
        self._other: Stream | None = None
        self._is_connecting = False
        self._incoming = bytearray()
        self._has_end = False  # nothing more comes
        self._is_shut = False  # nothing more goes
        self._is_closed = False
        self._outgoing = deque()
        self._sent = 0  # bytes that are on their way

    def is_readable(self):
        return bool(self._incoming) or self._has_end or bool(self.failure)

    def is_writable(self):
        if self._is_connecting:
            return False
        return bool(self.failure) or self._is_shut or self._other is not None and 3 * self._used() <= 2 * self.capacity

    def pair(self, other):
        self._other, other._other = other, self

    def connect(self, address):
        """It has begun when this returns, and is over when it is writable."""
        if self._other is not None or self._is_connecting:
            raise error(errno.EALREADY if self._is_connecting else errno.EISCONN)
        self._is_connecting = True
        self.peer_address = address
        self._goes(lambda: self._arrives_at(address))

    def _arrives_at(self, address):
        self._is_connecting = False
        listener = network.listening(self, address)
        accepted = Stream(self.family, self.kind) if listener else None
        if listener is None or accepted is None or not listener.request(accepted):
            self.failure = errno.ECONNREFUSED
        else:
            accepted.address, accepted.peer_address = address, self.address
            accepted.path = f"{self.path}/answers"
            self.pair(accepted)
        network.changed(self)

    def send(self, piece):
        """How many bytes of it have gone."""
        if self.failure and not self._is_connecting:
            self._is_shut = True
            raise error(self.take_failure())
        if self._is_shut:
            raise error(errno.EPIPE)
        if self._other is None:
            raise error(errno.EAGAIN if self._is_connecting else errno.ENOTCONN)
        sent = bytes(piece[: max(0, self.capacity - self._used())])
        if not sent and piece:
            raise error(errno.EAGAIN)
        other = self._other
        self._sent += len(sent)
        self._goes(lambda: self._arrives(other, sent))
        return len(sent)

    def _arrives(self, other, piece):
        self._sent -= len(piece)
        if other._is_closed:
            self._is_reset()
        elif piece:
            other._incoming += piece
            network.changed(other)

    def receive(self, size, keeps=False):
        if self._incoming:
            was_full = self._other is not None and not self._other.is_writable()
            piece = bytes(self._incoming[:size])
            if not keeps:
                del self._incoming[:size]
                if was_full and self._other is not None and self._other.is_writable():
                    network.changed(self._other)
            return piece
        if self._has_end:
            return b""
        if self.failure:
            self._has_end = self._is_shut = True
            raise error(self.take_failure())
        raise error(errno.EAGAIN if self._other is not None or self._is_connecting else errno.ENOTCONN)

    def shut(self, reads, writes):
        if self._other is None:
            raise error(errno.ENOTCONN)
        if writes and not self._is_shut:
            self._is_shut = True
            self._goes(self._other._ends)
        if reads:
            self._has_end = True
        network.changed(self)

    def close(self):
        if self._is_closed:
            return
        self._is_closed = True
        super().close()
        if self._other is not None and self._incoming:
            self._goes(self._other._is_reset)
        elif self._other is not None and not self._is_shut:
            self._goes(self._other._ends)

    def abort(self):
        """Closed by the system, without having been accepted; or asked for by SO_LINGER."""
        self._is_closed = True
        super().close()
        if self._other is not None:
            self._goes(self._other._is_reset)

    def _ends(self):
        self._has_end = True
        network.changed(self)

    def _is_reset(self):
        if not self._is_closed and not self.failure:
            self.failure = errno.EPIPE if self._has_end else errno.ECONNRESET
            network.changed(self)

    def _used(self):
        return self._sent + (len(self._other._incoming) if self._other is not None else 0)

    def _goes(self, arrive):
        """One after the other: nothing of a connection overtakes what was sent before."""
        if network.carrier is None:
            arrive()
            return
        self._outgoing.append(arrive)
        if len(self._outgoing) == 1:
            network.carrier(self, self._first_arrives)

    def _first_arrives(self):
        self._outgoing[0]()
        self._outgoing.popleft()
        if self._outgoing and network.carrier is not None:
            network.carrier(self, self._first_arrives)


class Datagrams(Unconnected):
    """Messages that stay whole, and come in the order in which they arrive. None is lost but for want of a receiver."""

    def __init__(self, family, kind):
        super().__init__(family, kind)
        self._incoming = deque()

    def is_readable(self):
        return bool(self._incoming) or bool(self.failure)

    def is_writable(self):
        return True

    def connect(self, address):
        self.peer_address = address

    def send_to(self, message, address):
        sent, sender = bytes(message), self.address
        if network.carrier is None:
            self._arrives(sent, sender, address)
        else:
            network.carrier(self, lambda: self._arrives(sent, sender, address))
        return len(sent)

    def _arrives(self, message, sender, address):
        receiver = network.listening(self, address)
        if receiver is not None:
            receiver._incoming.append((message, sender))
            network.changed(receiver)
        elif self.peer_address is not None:
            self.failure = errno.ECONNREFUSED
            network.changed(self)

    def receive_from(self, size):
        if self.failure:
            raise error(self.take_failure())
        if not self._incoming:
            raise error(errno.EAGAIN)
        message, sender = self._incoming.popleft()
        return message[:size], sender
