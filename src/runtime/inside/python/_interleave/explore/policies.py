"""What answers choice points: the deviations of a schedule, then the usual way or a sampling, as src/explore/policy/
has them."""

import random


class Misfit(BaseException):
    """The schedule does not fit the run: `what` says how, as src/explore/policy/replay.ts can name it."""

    def __init__(self, what):
        super().__init__(what)
        self.what = what


class Policy:
    """`schedule` is the JSON of src/explore/schedule.ts: {deviations: [{at, take}], then, bound}."""

    def __init__(self, schedule):
        self._deviations = {each["at"]: each["take"] for each in schedule["deviations"]}
        self._last = max(self._deviations, default=-1)
        self._sample = sampling(schedule.get("then"))
        self._left = dict(schedule.get("bound", {}))

    def answer(self, position, cause, options, cost, ways):
        """A number from 0 to below `options`."""
        if position <= self._last:
            taken = self._deviations.get(position, 0)
            if taken >= options:
                raise Misfit({"at": position, "take": taken, "options": options})
            return taken
        if self._sample is None or cost > self._left.get(cause, cost):
            return 0
        taken = self._sample(position, options, ways)
        if taken and cost and cause in self._left:
            self._left[cause] -= cost
        return taken

    def fault(self, positions):
        """What does not fit a run that has ended after so many choice points; None for one that came to all of the
        deviations."""
        return {"positions": positions} if self._last >= positions else None


def sampling(then):
    """What answers `(position, options, ways)` after the deviations; None for the usual way."""
    if then is None:
        return None
    draw = random.Random(then["seed"])
    if then["policy"] == "random":
        return lambda position, options, ways: draw.randrange(options)
    return _Priorities(draw, then["depth"], then["length"]).answer


class _Priorities:
    """PCT: Burckhardt et al., ASPLOS 2010; see src/explore/policy/pct.ts."""

    def __init__(self, draw, depth, length):
        self._draw = draw
        self._changes = {draw.randrange(max(1, length)) for _ in range(depth - 1)}
        self._priorities = {}
        self._lowest = 0

    def answer(self, position, options, ways):
        names = [way["id"] for way in ways] if ways else [f"option {option}" for option in range(options)]
        first = self._highest(names)
        if position in self._changes:
            self._lowest -= 1
            self._priorities[names[first]] = self._lowest
            return self._highest(names)
        return first

    def _highest(self, names):
        for name in names:
            if name not in self._priorities:
                self._priorities[name] = self._draw.random()
        return max(range(len(names)), key=lambda option: self._priorities[names[option]])
