"""The decisions of a run, in the form of src/explore/decision.ts."""

from .happened import Happened


def end_of(strand):
    """What the end of a strand writes; who waits for it reads it."""
    return f"end of {strand.path}"


class Decisions:
    """`taken` are those made so far. Each has the state in which it was made, and where another way than the usual one was
    taken all ways: a strand, its line, and the number of points to which it has come."""

    def __init__(self, policy, on_deviation, asks=True):
        self.taken = []
        self.happened = Happened()
        self._asks = asks
        self._on_deviation = on_deviation
        self._policy = policy

    def choose(self, current, free, costly, what):
        """The strand that goes on: first whether one does that costs a preemption, then, if not, which of the others."""
        usual = free[0]
        if not self._asks or len(free) == 1 and not costly:
            return usual
        at = {"strand": current.name, "what": what}
        if current.line:
            at["line"] = current.line
        state = self.happened.state((usual.number, len(free) > 1))
        chosen = self._decide([usual, *costly], 1, at, state) if costly else usual
        return self._decide(free, 0, at, state) if chosen is usual else chosen

    def _decide(self, ways, cost, at, state):
        if len(ways) < 2:
            return ways[0]
        number = self._policy.answer(len(self.taken), ways, cost)
        decision = {"cause": "threads", "options": len(ways), "taken": number, "at": at, "state": state}
        if cost:
            decision["cost"] = cost
        if number:
            decision["ways"] = [_way(strand) for strand in ways]
            self._on_deviation(ways, number)
        self.taken.append(decision)
        return ways[number]


def _way(strand):
    way = {"id": f"{strand.path} {strand.steps}", "strand": strand.name}
    if strand.line:
        way["line"] = strand.line
    return way
