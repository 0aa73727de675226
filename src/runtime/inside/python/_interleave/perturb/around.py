"""Puts pauses around an operation."""

from ..wrap import replace_methods, subclass_of, wrap


class Around:
    """A pause before an operation, one after it, or both."""

    def __init__(self, pauses, before=True, after=True):
        self._pauses = pauses
        self._before = before
        self._after = after

    def enter(self, frame):
        return self if self._pauses.enter() else None

    def begin(self, values, named):
        if self._before:
            self._pauses.pause()

    def end(self, values, result):
        if self._after:
            self._pauses.pause()

    def leave(self):
        self._pauses.leave()


def around(pauses, operation, **when):
    return wrap(operation, Around(pauses, **when).enter)


def perturb_methods(pauses, owner, names, **when):
    replace_methods(owner, names, lambda method: around(pauses, method, **when))


def perturbed_subclass(pauses, base, names):
    return subclass_of(base, {name: around(pauses, getattr(base, name)) for name in names})
