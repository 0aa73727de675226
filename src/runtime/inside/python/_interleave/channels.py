"""Where records go: each channel is a function that writes one record, as one line of JSON."""

import json
import os

_write = os.write  # a library may replace it later

SIZE = 4 << 20
"""Bytes in memory; the file takes no more room than what is written. A process that records more is recorded no further."""


def file_channel(path):
    """A file to which every process of the program appends, and whether this one is the first to come: the program itself."""
    first = make_first(path)
    channel = os.open(path, os.O_WRONLY | os.O_APPEND)
    return lambda record: _write(channel, line_of(record)), first


def memory_channel(path):
    """A new file in memory that this process shares with nobody. What is written stays, also if the process is killed the
    moment after."""
    import mmap

    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.ftruncate(file, SIZE)
        memory = mmap.mmap(file, SIZE)
    finally:
        os.close(file)
    # `mmap.write` keeps the interpreter's lock: no other thread comes between, and none is let in
    return lambda record: memory.write(line_of(record))


def stdout_channel():
    """What stdout was, out of the programs' reach. What still goes there by its number goes to stderr."""
    write = stdout_of_lines()
    return lambda record: write(line_of(record))


def stdout_of_lines():
    """The same for records that are lines of JSON already."""
    channel = os.dup(1)
    os.dup2(2, 1)
    return lambda line: write_all(channel, line)


def requests_of_stdin():
    """What stdin was, line by line, out of the programs' reach: what they read there is empty."""
    channel = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return os.fdopen(channel)


def make_first(path):
    """Whether this process is the one that makes the file."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        return True
    except FileExistsError:
        return False


def line_of(record):
    return json.dumps(record, separators=(",", ":")).encode() + b"\n"


def write_all(channel, rest):
    """A pipe may take less at once than it is given."""
    while rest:
        rest = rest[_write(channel, rest) :]
