"""Puts the network in memory in the place of the machine's."""

import socket
from typing import Any

from . import addresses
from .network import network
from .sockets import Socket, socketpair

_socket: Any = socket


def install_network(clock):
    """From now on every socket that a program makes is one of ours, and names stand for the loopback."""
    network.sleep = clock.sleep
    _socket.socket = _socket.SocketType = Socket
    _socket.socketpair = socketpair
    for function in (addresses.getaddrinfo, gethostbyname, gethostbyaddr):
        function.__module__ = "socket"
        setattr(socket, function.__name__, function)


def gethostbyname(host, /):
    return addresses.known("socket.gethostbyname", host)


def gethostbyaddr(host, /):
    return "localhost", [], [addresses.known("socket.gethostbyaddr", host)]
