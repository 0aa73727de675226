"""Records an operation: what a strand does, waits for and gets by a call of it."""

import sys

from ..wrap import like, replace_methods, wrap


def watch(recorder, operation, begin, end=None, idle=()):
    """begin(call, values, named) is called before the operation and end(call, values, result) after it, unless it failed.
    `idle` are Python's own functions that wait for work by it."""
    owner = getattr(getattr(operation, "__code__", None), "co_filename", None)
    return wrap(operation, lambda frame: recorder.enter(frame, owner, idle, begin, end))


def watch_methods(recorder, owner, names, begin, end=None, idle=()):
    replace_methods(owner, names, lambda method: watch(recorder, method, begin, end, idle))


def name_when_made(recorder, owner, word, number=lambda made: None):
    """The line of the program that makes an object of the class `owner` names it."""
    make = owner.__init__

    def __init__(self, *values, **named):
        make(self, *values, **named)
        frame = sys._getframe(1)
        recorder.safely(lambda: recorder.name(self, word, frame, number(self)))

    owner.__init__ = like(__init__, make)
