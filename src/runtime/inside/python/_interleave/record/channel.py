"""Where the records of one process go: a file in memory that it shares with nobody, one JSON object a line. What is
written stays, also if the process is killed the moment after."""

import json
import mmap
import os

SIZE = 4 << 20
"""Bytes; the file takes no more room than what is written. A process that records more is recorded no further."""


class Channel:
    def __init__(self, folder, process):
        file = os.open(os.path.join(folder, f"{process}.records"), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.ftruncate(file, SIZE)
            self._memory = mmap.mmap(file, SIZE)
        finally:
            os.close(file)

    def write(self, record):
        """`mmap.write` keeps the interpreter's lock: no other thread comes between, and none is let in."""
        self._memory.write(json.dumps(record, separators=(",", ":")).encode() + b"\n")


def is_first(folder):
    """Whether this process is the first to come, which is the program itself."""
    try:
        os.close(os.open(os.path.join(folder, "program"), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        return True
    except FileExistsError:
        return False
