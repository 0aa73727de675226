"""Strands are threads of the machine, and who waits for a baton waits for a lock of it."""

import _thread

_allocate = _thread.allocate_lock  # before install.py replaces them
_start = _thread.start_new_thread


class Baton:
    """Who waits for it stands still until it is given; only one waits."""

    def __init__(self):
        lock = _allocate()
        lock.acquire()
        self.give = lock.release
        self.wait = lock.acquire


def start(work):
    return _start(work, ())
