"""Sockets of the network in memory, as `_socket.socket` and `socket.socket` have them."""

import errno
import socket
from typing import Any, NoReturn

from ..refusals import SOCKETS, refusals
from . import addresses
from .ends import Datagrams, Listener, Stream
from .network import network

BLOCKING = "sockets that block"

_families = (socket.AF_INET, socket.AF_INET6)
_ends = {socket.SOCK_STREAM: Stream, socket.SOCK_DGRAM: Datagrams}
_flags = getattr(socket, "SOCK_NONBLOCK", 0) | getattr(socket, "SOCK_CLOEXEC", 0)
_library = socket.socket


class RawSocket:
    """What `_socket.socket` has. `fileno`: the number of an end that is open already."""

    _timeout: float | None = None
    _end: Any = None

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._timeout = socket.getdefaulttimeout()
        if fileno is not None:
            self._end = network.ends.get(fileno) or _refused("socket.socket", "sockets of other files")
            return
        family = socket.AF_INET if family == -1 else family
        kind = socket.SOCK_STREAM if type == -1 else type & ~_flags
        if family not in _families or kind not in _ends:
            _refused("socket.socket", "sockets but those of TCP and UDP")
        if type != -1 and type & getattr(socket, "SOCK_NONBLOCK", 0):
            self._timeout = 0.0
        self._end = _ends[socket.SocketKind(kind)](socket.AddressFamily(family), socket.SocketKind(kind))

    @property
    def family(self):
        return self._end.family if self._end else socket.AF_INET

    @property
    def type(self):
        return self._end.kind if self._end else socket.SOCK_STREAM

    @property
    def proto(self):
        return 0

    @property
    def timeout(self):
        return self._timeout

    def fileno(self):
        return self._end.number if self._end else -1

    def setblocking(self, flag, /):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0.0

    def settimeout(self, seconds, /):
        if seconds is not None and seconds < 0:
            raise ValueError("Timeout value out of range")
        self._timeout = None if seconds is None else float(seconds)

    def gettimeout(self):
        return self._timeout

    def setsockopt(self, level, name, value, *_):
        self._own.options[level, name] = value
        if (level, name) == (socket.SOL_SOCKET, socket.SO_SNDBUF) and isinstance(self._own, Stream):
            self._own.capacity = max(1, value)

    def getsockopt(self, level, name, size=0, /):
        own = self._own
        if (level, name) == (socket.SOL_SOCKET, socket.SO_ERROR):
            return own.take_failure()
        if (level, name) == (socket.SOL_SOCKET, socket.SO_TYPE):
            return int(own.kind)
        value = own.options.get((level, name), 0)
        return bytes(size) if size and not isinstance(value, bytes) else value

    def getsockname(self):
        return self._own.address

    def getpeername(self):
        if self._own.peer_address is None:
            raise addresses.error(errno.ENOTCONN)
        return self._own.peer_address

    def bind(self, address, /):
        own = self._own
        host, port = address[:2]
        host = "0.0.0.0" if host == "" else host
        host = addresses.known("socket.socket.bind", host)
        own.address = addresses.full(own.family, host, port or network.free_port())
        if port and network.listening(own, own.address) or own.kind == socket.SOCK_DGRAM and not network.listen(own):
            raise addresses.error(errno.EADDRINUSE)

    def listen(self, backlog=128, /):
        if isinstance(self._own, Listener):
            return
        if self._own.address[1] == 0:
            self.bind(("", 0))
        self._end = Listener(self._own, backlog)
        if not network.listen(self._end):
            raise addresses.error(errno.EADDRINUSE)

    def _accept(self):
        stream = self._blocks("socket.socket.accept", self._own.accept)
        return stream.number, stream.peer_address

    def connect(self, address, /):
        failure = self.connect_ex(address)
        if failure == errno.ETIMEDOUT:
            raise TimeoutError("timed out")
        if failure:
            raise addresses.error(failure)

    def connect_ex(self, address, /):
        own = self._own
        host = addresses.known("socket.socket.connect", address[0])
        host = "::1" if own.family == socket.AF_INET6 and host == "127.0.0.1" else host
        where = addresses.full(own.family, host, address[1])
        self._take_address()
        try:
            own.connect(where)
        except OSError as failed:
            return failed.errno
        if own.kind == socket.SOCK_DGRAM:
            return 0
        if self._timeout == 0.0:
            return errno.EINPROGRESS
        try:
            self._blocks("socket.socket.connect", self._connected)
        except TimeoutError:
            return errno.ETIMEDOUT
        return own.take_failure()

    def _connected(self):
        if not self._own.is_writable():
            raise addresses.error(errno.EAGAIN)

    def send(self, piece, flags=0, /):
        own = self._own
        if own.kind == socket.SOCK_DGRAM:
            return own.send_to(piece, self.getpeername())
        return self._blocks("socket.socket.send", lambda: own.send(memoryview(piece).cast("B")))

    def sendall(self, piece, flags=0, /):
        left = memoryview(piece).cast("B")
        while left:
            left = left[self.send(left) :]

    def sendmsg(self, pieces, *_):
        return self.send(b"".join(pieces))

    def sendto(self, message, *flags_and_address):
        own = self._own
        address = flags_and_address[-1]
        if own.kind == socket.SOCK_STREAM:
            return self.send(message)
        host = addresses.known("socket.socket.sendto", address[0])
        self._take_address()
        return own.send_to(message, addresses.full(own.family, host, address[1]))

    def recv(self, size, flags=0, /):
        own = self._own
        if own.kind == socket.SOCK_DGRAM:
            return self.recvfrom(size)[0]
        keeps = bool(flags & socket.MSG_PEEK)
        return self._blocks("socket.socket.recv", lambda: own.receive(size, keeps))

    def recvfrom(self, size, flags=0, /):
        own = self._own
        if own.kind == socket.SOCK_STREAM:
            return self.recv(size, flags), None
        return self._blocks("socket.socket.recvfrom", lambda: own.receive_from(size))

    def recv_into(self, buffer, size=0, flags=0):
        view = memoryview(buffer).cast("B")
        piece = self.recv(size or len(view), flags)
        view[: len(piece)] = piece
        return len(piece)

    def recvfrom_into(self, buffer, size=0, flags=0):
        view = memoryview(buffer).cast("B")
        piece, address = self.recvfrom(size or len(view), flags)
        view[: len(piece)] = piece
        return len(piece), address

    def shutdown(self, how, /):
        if not isinstance(self._own, Stream):
            raise addresses.error(errno.ENOTCONN)
        self._own.shut(how in (socket.SHUT_RD, socket.SHUT_RDWR), how in (socket.SHUT_WR, socket.SHUT_RDWR))

    def close(self):
        end, self._end = self._end, None
        if end is None:
            return
        lingers = end.options.get((socket.SOL_SOCKET, socket.SO_LINGER))
        if isinstance(end, Stream) and lingers and lingers[:1] != b"\0" and not any(lingers[4:8]):
            end.abort()
        else:
            end.close()

    def detach(self):
        number = self.fileno()
        self._end = None
        return number

    def get_inheritable(self):
        return False

    def set_inheritable(self, inheritable, /):
        pass

    @property
    def _own(self):
        if self._end is None:
            raise addresses.error(errno.EBADF)
        return self._end

    def _take_address(self):
        """Of an end that sends and has none."""
        own = self._own
        if own.address[1] == 0:
            host = "::1" if own.family == socket.AF_INET6 else "127.0.0.1"
            own.address = addresses.full(own.family, host, network.free_port())
            if own.kind == socket.SOCK_DGRAM:
                network.listen(own)

    def _blocks(self, name, does):
        """What it gives at once. A wait for it would hold up everybody who could end it: it lasts to its limit, if any."""
        try:
            return does()
        except BlockingIOError:
            if self._timeout == 0.0:
                raise
        network.sleep(_refused(name, BLOCKING) if self._timeout is None else self._timeout)
        try:
            return does()
        except BlockingIOError:
            raise TimeoutError("timed out") from None


class Socket(RawSocket, _library):
    """What the library's own class adds, it adds to this one: accept, makefile, with."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        RawSocket.__init__(self, family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def _real_close(self, _ss=None):
        RawSocket.close(self)

    def detach(self):
        self._closed = True
        return RawSocket.detach(self)

    def __del__(self):
        RawSocket.close(self)


Socket.__name__ = Socket.__qualname__ = "socket"
Socket.__module__ = "socket"


def socketpair(family=None, type=socket.SOCK_STREAM, proto=0):
    """Two that are connected with each other."""
    one, other = Stream(socket.AF_INET, socket.SOCK_STREAM), Stream(socket.AF_INET, socket.SOCK_STREAM)
    one.pair(other)
    one.peer_address, other.peer_address = other.address, one.address
    return Socket(fileno=one.number), Socket(fileno=other.number)


def _refused(name, kind=SOCKETS) -> NoReturn:
    refusals.refuse(kind, name)
    raise addresses.Refused(f"{name}: on the virtual clock there are no {kind}")
