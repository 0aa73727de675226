"""The path of a run through unknown times: which times there were, and what its decisions say about their differences, as
src/explore/clock/path.ts has it."""


class Path:
    def __init__(self, step):
        self.step = step
        self._times = [([], None)]
        self._inequalities = []

    def add_time(self, not_before, at):
        """`not_before`: pairs of a time and what is added to it."""
        self._times.append(([(time.number, plus) for time, plus in not_before], at))

    def add_inequality(self, a, b, most):
        self._inequalities.append((a.number, b.number, most))

    @property
    def readings(self):
        return len(self._times) - 1

    def at(self, time):
        """Where the clock was read at that time; None where nobody said."""
        return self._times[time.number][1]

    def as_dict(self):
        return {
            "step": self.step,
            "times": [
                {
                    "notBefore": [{"time": time, "plus": plus} for time, plus in not_before],
                    **({} if at is None else {"at": at}),
                }
                for not_before, at in self._times
            ],
            "inequalities": [{"a": a, "b": b, "most": most} for a, b, most in self._inequalities],
        }
