"""Puts a moment of the recorder around an operation. It is called once, with what it was called with, and its result or
error is handed on."""

import sys

COPIED = "__module__", "__name__", "__qualname__", "__doc__"


def watch(recorder, operation, begin, end=None, idle=()):
    """A function that stands for `operation`, also as a method. begin(moment, values, named) is called before it and
    end(moment, values, result) after it, unless it failed. `idle` are Python's own functions that wait for work by it."""
    owner = getattr(getattr(operation, "__code__", None), "co_filename", None)

    def watched(*values, **named):
        moment = recorder.enter(owner, idle)
        if moment is None:
            return operation(*values, **named)
        recorder.safely(begin, moment, values, named)
        try:
            result = operation(*values, **named)
            if end is not None:
                recorder.safely(end, moment, values, result)
            return result
        finally:
            recorder.safely(moment.go_on)
            moment.leave()

    return like(watched, operation)


def like(function, operation):
    for name in COPIED:
        setattr(function, name, getattr(operation, name, None))
    function.__wrapped__ = operation
    return function


def watch_methods(recorder, owner, names, begin, end=None, idle=()):
    """Those of the methods that `owner` defines itself; another Python may lack one."""
    for name in names:
        method = vars(owner).get(name)
        if method is not None:
            setattr(owner, name, watch(recorder, method, begin, end, idle))


def watched_subclass(base, methods):
    """For a class written in C, whose methods cannot be replaced."""
    return type(base.__name__, (base,), {"__module__": base.__module__, "__slots__": (), **methods})


def name_when_made(recorder, owner, word, number=lambda thing: None):
    """The line of the program that makes a thing of the class `owner` names it."""
    make = owner.__init__

    def __init__(self, *values, **named):
        make(self, *values, **named)
        recorder.safely(lambda: recorder.name(self, word, _caller(), number(self)))

    owner.__init__ = like(__init__, make)


def _caller():
    """The frame that makes the thing, past our own."""
    return sys._getframe(4)
