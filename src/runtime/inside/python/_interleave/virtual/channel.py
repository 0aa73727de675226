"""The way back to whoever started us: stdout, out of the programs' reach."""

import os

_write = os.write


def own_channel():
    """A function that writes one line to what stdout was. What still goes there by its number goes to stderr."""
    channel = os.dup(1)
    os.dup2(2, 1)

    def write(line):
        rest = line.encode() + b"\n"
        while rest:
            rest = rest[_write(channel, rest) :]

    return write
