"""The `choose` of an engine in this process: a policy answers, and each answer is kept, as src/explore/recorder.ts does it."""


class Recorder:
    """`decisions` are as src/explore/wire.ts reads them."""

    def __init__(self, policy):
        self._policy = policy
        self.decisions = []

    def choose(self, cause, options, cost=0, at=None, ways=None):
        """A number from 0 on; 0 is the usual way. Raises Misfit where the schedule asks for an option that is not there."""
        taken = self._policy.answer(len(self.decisions), cause, options, cost, ways)
        decision = {"cause": cause, "options": options, "taken": taken}
        if cost:
            decision["cost"] = cost
        if at:
            decision["at"] = at
        if ways:
            decision["ways"] = ways
        self.decisions.append(decision)
        return taken

    def fault(self):
        """What does not fit, once the run has ended."""
        return self._policy.fault(len(self.decisions))
