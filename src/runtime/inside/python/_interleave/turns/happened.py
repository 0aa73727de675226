"""What has happened in a run so far, as one number: the same in two runs where the same strands have done the same, and
whatever depends on each other came in the same order. Then both are in the same state, and the same can come after it.

Two things that strands do depend on each other where one writes what the other reads or writes (Mazurkiewicz 1977).
"""

import sys

EVERYTHING = "*"
"""Whatever a strand does reads it; what may depend on anything writes it."""

CLOCK = "clock"

ENDS = "ends"
"""Who counts threads writes it, and who ends reads it: two ends may change places."""

STARTS = "starts"
"""Threads are numbered, and have names, in the order of their starts and of their making."""

_narrow = sys.hash_info.width < 64  # in WebAssembly: two hashes stand for one there


class Happened:
    """Of each strand a hash of all that it has done and of all on which that depends."""

    def __init__(self):
        self._strands = {0: 0}
        self._written = {}  # name → hash of the strand that wrote it last, after it did
        self._read = {}  # name → sum of the hashes of those that have read it since
        self._everything = 0

    def begin(self, strand, parent):
        self._strands[strand] = _hash((strand, self._strands[parent]))

    def touch(self, strand, reads, writes):
        """A strand reads and writes what has these names."""
        written, read = self._written, self._read
        if not reads and len(writes) == 1 and writes[0] != EVERYTHING:  # the most frequent case, in the same way
            name = writes[0]
            before = (strand, self._strands[strand], self._everything, name, written.get(name, 0), read.get(name, 0))
            written[name] = self._strands[strand] = _hash(before)
            read[name] = 0
            return
        found = [strand, self._strands[strand], self._everything]
        for name in reads:
            found += (name, written.get(name, 0))
        for name in writes:
            if name == EVERYTHING:
                found += sorted(self._strands.values())
            found += (name, written.get(name, 0), read.get(name, 0))
        number = self._strands[strand] = _hash(tuple(found))
        for name in reads:
            read[name] = read.get(name, 0) + number
        for name in writes:
            written[name] = number
            read[name] = 0
            if name == EVERYTHING:
                self._everything = number

    def state(self, ways):
        """`ways` says what else decides who may go on now."""
        return f"{_hash((ways, *sorted(self._strands.values()))) & 0xFFFFFFFFFFFFFFFF:x}"


def _hash(parts):
    return hash(parts) << 32 ^ hash((parts, 0)) if _narrow else hash(parts)
