"""Puts pauses around an operation. It is called once, with what it was called with, and its result or error is handed on."""

COPIED = "__module__", "__name__", "__qualname__", "__doc__"


def around(pauses, operation, before=True, after=True):
    """A function that stands for `operation`, also as a method."""

    def perturbed(*values, **named):
        if not pauses.enter():
            return operation(*values, **named)
        try:
            if before:
                pauses.pause()
            result = operation(*values, **named)
            if after:
                pauses.pause()
            return result
        finally:
            pauses.leave()

    for name in COPIED:
        setattr(perturbed, name, getattr(operation, name, None))
    perturbed.__wrapped__ = operation
    return perturbed


def perturb_methods(pauses, owner, names, **when):
    """Those of the methods that `owner` defines itself; another Python may lack one."""
    for name in names:
        method = vars(owner).get(name)
        if method is not None:
            setattr(owner, name, around(pauses, method, **when))


def perturbed_subclass(pauses, base, names):
    """For a class written in C, whose methods cannot be replaced."""
    methods = {name: around(pauses, getattr(base, name)) for name in names}
    return type(base.__name__, (base,), {"__module__": base.__module__, "__slots__": (), **methods})
