"""The decisions of a run, each with what ran because of it: which strands, and what they read and wrote."""

EVERYTHING = "*"
"""Each step reads it; a step that may depend on any other writes it."""

CLOCK = "clock"


def end_of(strand):
    """What the end of a strand writes; who waits for it reads it."""
    return f"end of {strand.path}"


class Decisions:
    """`taken` has a list for each: options, cost, which was taken, strand, line, what it does there; detailed, ways and step.

    A way is a strand and to how many points it has come; a step has strands, and names that are read and written.
    """

    def __init__(self, policy, clock, detailed):
        self.taken = []
        self._detailed = detailed
        self._policy = policy
        self._clock = clock
        self._strands = set()
        self.reads = set()
        self.writes = set()
        self._now = clock.now

    def choose(self, current, ways, cost, what):
        """The strand that goes on; a decision is made where there are at least two ways."""
        if len(ways) < 2:
            return ways[0]
        self.end_step()
        number = self._policy.answer(len(self.taken), ways, cost)
        decision = [len(ways), cost, number, current.number, current.line, what]
        self.taken.append(decision)
        if self._detailed:
            decision.append([f"{strand.path} {strand.steps}" for strand in ways])
        return ways[number]

    def ran(self, strand):
        """That a strand has the turn, or is begun by one that has."""
        self._strands.add(strand.path)

    def end_step(self):
        """Closes the last decision with what has run since."""
        if self._clock.now != self._now:
            self._now = self._clock.now
            self.writes.add(CLOCK)
        if self.taken and self._detailed:
            self.taken[-1].append([sorted(self._strands), sorted(self.reads), sorted(self.writes)])
        self._strands, self.reads, self.writes = set(), set(), set()
