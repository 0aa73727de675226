"""The `choose` of an engine in this process: a policy answers, and each answer is kept, as src/explore/recorder.ts does it."""

from .policies import Misfit


class Recorder:
    """`decisions` are as src/explore/wire.ts reads them. `misfit` is called where the schedule asks for an option that
    is not there, and does not return."""

    def __init__(self, policy, misfit):
        self._policy = policy
        self._misfit = misfit
        self.decisions = []

    def choose(self, cause, options, cost=0, at=None, ways=None, of=()):
        """A number from 0 on; 0 is the usual way. `of` is for who looks on: what each way leads to."""
        try:
            taken = self._policy.answer(len(self.decisions), cause, options, cost, ways)
        except Misfit as misfit:
            self._misfit(misfit.what)
            raise
        decision = {"cause": cause, "options": options, "taken": taken}
        if cost:
            decision["cost"] = cost
        if at:
            decision["at"] = at
        if ways:
            decision["ways"] = ways
        self.decisions.append(decision)
        if taken:
            self.deviated(cause, taken, of)
        return taken

    def needless(self, position, options):
        """What has run since has shown that these options lead only to what others lead to."""
        self.decisions[position]["needless"] = options

    def deviated(self, cause, taken, of):
        """The run has left the usual way."""

    def stalled(self, units):
        """A decision means that the process stood still for so long at least."""

    def fault(self):
        """What does not fit, once the run has ended."""
        return self._policy.fault(len(self.decisions))
