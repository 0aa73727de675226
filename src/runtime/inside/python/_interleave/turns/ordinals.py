"""Numbers for objects that stand in sets: Python orders a set by addresses, which no schedule could bring about again."""

import itertools


class Ordinals:
    """The hash of an object of an ordered class is its number within its class, given when it is first asked for."""

    def __init__(self):
        self._next = {}

    def restart(self):
        """For a new run."""
        for kind in self._next:
            self._next[kind] = itertools.count().__next__

    def order(self, kind):
        """From now on the objects of this class are numbered."""
        self._next[kind] = itertools.count().__next__

        def number_of(each):
            try:
                return each._ordinal
            except AttributeError:
                each._ordinal = self._next[kind]()
                return each._ordinal

        kind.__hash__ = number_of
