"""Which addresses there are: those of the loopback. Any other is refused by its name."""

import ipaddress
import os
import socket
from typing import Any

from ..refusals import refusals

_names = {"", "localhost", "localhost.localdomain", "ip6-localhost"}
_any = {"0.0.0.0", "::"}


class Refused(OSError):
    """For what goes on after a refusal, which ends the run: in a thread."""


def known(name, host):
    """The host as an address of the loopback; refused for `name`, the function that was asked, where it is none."""
    host = host.decode() if isinstance(host, (bytes, bytearray)) else host
    if host is None or host in _names:
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        address = None
    if address is not None and (address.is_loopback or host in _any):
        return str(address)
    refusals.refuse(f"addresses but those of the loopback: {host}", name)
    raise Refused(f"{host} is no address of the loopback")


def is_same(listening, asked):
    """Whether who listens at the one address is reached by the other."""
    return listening == asked or listening in _any or asked in _any


def full(family, host, port):
    """As a socket of this family tells it."""
    return (host, port, 0, 0) if family == socket.AF_INET6 else (host, port)


def error(number):
    """The OSError of a system call that fails so."""
    return OSError(number, os.strerror(number))


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """As socket.getaddrinfo, of the loopback; a name stands for 127.0.0.1."""
    if host is None and flags & socket.AI_PASSIVE:
        host = "::" if family == socket.AF_INET6 else "0.0.0.0"
    address = known("socket.getaddrinfo", host)
    if family == socket.AF_INET6 and address == "127.0.0.1":
        address = "::1"
    of_address = socket.AF_INET6 if ":" in address else socket.AF_INET
    if family not in (0, of_address):
        raise socket.gaierror(socket.EAI_ADDRFAMILY, "Address family for hostname not supported")
    kinds: Any = ((socket.SOCK_STREAM, socket.IPPROTO_TCP), (socket.SOCK_DGRAM, socket.IPPROTO_UDP))
    where = full(of_address, address, _port_number(port))
    return [
        (socket.AddressFamily(of_address), socket.SocketKind(kind), protocol, "", where)
        for kind, protocol in kinds
        if type in (0, kind) and proto in (0, protocol)
    ]


def _port_number(port):
    if port is None:
        return 0
    text = port.decode() if isinstance(port, bytes) else port
    if isinstance(text, str) and not text.isdecimal():
        return socket.getservbyname(text)
    return int(text)
