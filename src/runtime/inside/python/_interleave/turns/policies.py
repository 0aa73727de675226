"""What answers choice points: the deviations of a schedule, then the usual way or a sampling, as src/explore/ has them."""

import random


class Misfit(Exception):
    """The schedule does not fit the run; the message says where."""


class Policy:
    """`schedule` is the JSON of src/explore/schedule.ts: {deviations: [{at, take}], then, bound}."""

    def __init__(self, schedule):
        self._deviations = {each["at"]: each["take"] for each in schedule["deviations"]}
        self._last = max(self._deviations, default=-1)
        self._sample = _sampling(schedule.get("then"))
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
            taken = self._sample(position, ways)
        if taken:
            self._left -= cost
        return taken

    def fault(self, decisions):
        """A Misfit for a run that has ended before the last of the deviations; None for any other."""
        if self._last >= decisions:
            return Misfit(f"decision {self._last} is asked for, and the run has {decisions}")
        return None


def _sampling(then):
    if then is None:
        return None
    draw = random.Random(then["seed"])
    if then["policy"] == "random":
        return lambda position, ways: draw.randrange(len(ways))
    return _Priorities(draw, then["depth"], then["length"]).answer


class _Priorities:
    """PCT: Burckhardt et al., ASPLOS 2010; see src/explore/policy/pct.ts."""

    def __init__(self, draw, depth, length):
        self._draw = draw
        self._changes = {draw.randrange(max(1, length)) for _ in range(depth - 1)}
        self._priorities = {}
        self._lowest = 0

    def answer(self, position, ways):
        first = self._highest(ways)
        if position in self._changes:
            self._lowest -= 1
            self._priorities[ways[first].number] = self._lowest
            return self._highest(ways)
        return first

    def _highest(self, ways):
        numbers = [strand.number for strand in ways]
        for number in numbers:
            if number not in self._priorities:
                self._priorities[number] = self._draw.random()
        return max(range(len(ways)), key=lambda option: self._priorities[numbers[option]])
