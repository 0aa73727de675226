"""Numbers for objects that stand in sets: Python orders a set by addresses, which no schedule could bring about again."""

import itertools


class Ordinals:
    def __init__(self):
        self.restart(0)

    def restart(self, start):
        self._next = itertools.count(start).__next__

    def number(self):
        return self._next()

    def order(self, kind):
        """From now on the hash of an object of this class is its number, given when it is first asked for."""

        def number_of(each):
            try:
                return each._ordinal
            except AttributeError:
                each._ordinal = self._next()
                return each._ordinal

        kind.__hash__ = number_of
