"""The decisions of a run, in the form of src/explore/decision.ts: each with where, and detailed with its ways and with what ran
because of it, which strands, and what they read and wrote."""

EVERYTHING = "*"
"""Each step reads it; a step that may depend on any other writes it."""

CLOCK = "clock"


def end_of(strand):
    """What the end of a strand writes; who waits for it reads it."""
    return f"end of {strand.path}"


class Decisions:
    """`taken` are those made so far. A way is named by its strand and by the number of points to which that has come."""

    def __init__(self, policy, clock, detailed=False, asks=True):
        self.taken = []
        self._asks = asks
        self._detailed = detailed
        self._policy = policy
        self._clock = clock
        self._strands = set()
        self.reads = set()
        self.writes = set()
        self._now = clock.now

    def choose(self, current, ways, cost, what):
        """The strand that goes on; a decision is made where there are at least two ways, and the policy is asked at all."""
        if len(ways) < 2 or not self._asks:
            return ways[0]
        self.end_step()
        number = self._policy.answer(len(self.taken), ways, cost)
        at = {"strand": current.name, "what": what}
        if current.line:
            at["line"] = current.line
        decision = {"cause": "threads", "options": len(ways), "taken": number, "at": at}
        if cost:
            decision["cost"] = cost
        if self._detailed:
            decision["ways"] = [{"id": f"{strand.path} {strand.steps}"} for strand in ways]
        self.taken.append(decision)
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
            step = {"strands": self._strands, "reads": self.reads, "writes": self.writes}
            self.taken[-1]["step"] = {name: sorted(names) for name, names in step.items()}
        self._strands, self.reads, self.writes = set(), set(), set()
