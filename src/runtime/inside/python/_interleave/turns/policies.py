"""What answers choice points: the deviations of a schedule, then the usual way or a sampling, as src/explore/ has them."""

from ..explore.policies import sampling


class Misfit(Exception):
    """The schedule does not fit the run; the message says where."""


class Policy:
    """`schedule` is the JSON of src/explore/schedule.ts: {deviations: [{at, take}], then, bound}."""

    def __init__(self, schedule):
        self._deviations = {each["at"]: each["take"] for each in schedule["deviations"]}
        self._last = max(self._deviations, default=-1)
        self._sample = sampling(schedule.get("then"))
        self._left = schedule.get("bound", {}).get("threads", float("inf"))

    def answer(self, position, ways, cost):
        """A number from 0 on: which of `ways` is taken."""
        if position <= self._last:
            taken = self._deviations.get(position, 0)
            if taken >= len(ways):
                raise Misfit(f"decision {position} has {len(ways)} options, and option {taken} is asked for")
        elif self._sample is None or cost > self._left:
            return 0
        else:
            taken = self._sample(position, len(ways), [{"id": strand.number} for strand in ways])
        if taken:
            self._left -= cost
        return taken

    def fault(self, decisions):
        """A Misfit for a run that has ended before the last of the deviations; None for any other."""
        if self._last >= decisions:
            return Misfit(f"decision {self._last} is asked for, and the run has {decisions}")
        return None
