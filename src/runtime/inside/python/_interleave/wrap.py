"""Puts something around an operation. It is called once, with what it was called with, and its result or error is handed
on."""

import sys

COPIED = "__module__", "__name__", "__qualname__", "__doc__"
LOCK = "acquire", "release", "__enter__", "__exit__"

_frame = sys._getframe


def wrap(operation, enter):
    """A function that stands for `operation`, also as a method. enter(frame) is called first, with the frame of the caller,
    and returns what begin(values, named), end(values, result) and leave() are called of; None for nothing. None of these
    may fail; `end` is not called for an operation that failed."""

    def wrapped(*values, **named):
        call = enter(_frame(1))
        if call is None:
            return operation(*values, **named)
        try:
            call.begin(values, named)
            result = operation(*values, **named)
            call.end(values, result)
            return result
        finally:
            call.leave()

    return like(wrapped, operation)


def like(function, operation):
    for name in COPIED:
        setattr(function, name, getattr(operation, name, None))
    function.__wrapped__ = operation
    return function


def replace_methods(owner, names, replace):
    """Puts `replace(method)` in the place of those methods that `owner` defines itself; another Python may lack one."""
    for name in names:
        method = vars(owner).get(name)
        if method is not None:
            setattr(owner, name, replace(method))


def subclass_of(base, methods):
    """For a class written in C, whose methods cannot be replaced."""
    return type(base.__name__, (base,), {"__module__": base.__module__, "__slots__": (), **methods})


def lock_class(allocate, made=lambda lock, frame: None, plain_for=()):
    """A lock cannot be subclassed: this one has one. A caller whose file begins with one of `plain_for` gets a plain one."""

    class lock:
        __slots__ = "_lock", "__weakref__"
        __module__ = "_thread"

        def __new__(cls):
            frame = _frame(1)
            if frame.f_code.co_filename.startswith(plain_for):
                return allocate()
            self = object.__new__(cls)
            self._lock = allocate()
            made(self, frame)
            return self

        def __getattr__(self, name):
            return getattr(self._lock, name)

        def __repr__(self):
            return repr(self._lock)

        def acquire(self, *values, **named):
            return self._lock.acquire(*values, **named)

        def release(self):
            return self._lock.release()

        def __enter__(self):
            return self._lock.__enter__()

        def __exit__(self, *error):
            return self._lock.__exit__(*error)

    return lock
