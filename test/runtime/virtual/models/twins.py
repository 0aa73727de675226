"""`python twins.py FOLDER < CASES`: runs lists of operations on the clocks of src/runtime/inside/python/_interleave/explore, as
twins.test.ts runs them on those of src/explore/clock. A case a line, an answer a line."""

import json
import math
import sys

sys.path.insert(0, sys.argv[1])
from _interleave.explore.outside_waits import OutsideWaits, Wait  # noqa: E402
from _interleave.explore.symbolic import SymbolicClock  # noqa: E402


class Answers:
    """Answers choices from a list, over and over."""

    def __init__(self, answers):
        self._answers = answers
        self.asked = []

    def choose(self, cause, options, cost=0, at=None, ways=None, of=()):
        taken = self._answers[len(self.asked) % len(self._answers)] % options
        self.asked.append([cause, options, taken, cost])
        return taken

    def stalled(self, units):
        pass


class Instant:
    def __init__(self, time, plus):
        self.time = time
        self.plus = plus


def symbolic(case, answers):
    clock = SymbolicClock(answers, case["step"], case["stalls"])
    times, said = [clock.origin], []
    for name, *values in case["operations"]:
        instants = [Instant(times[values[at] % len(times)], values[at + 1]) for at in range(0, len(values), 2)]
        if name == "read":
            times.append(clock.read())
        elif name == "wait":
            clock.wait_until(*instants)
        else:
            said.append(clock.is_before(*instants))
    return {"said": said, "path": clock.path.as_dict()}


def outside(case, answers):
    waits = OutsideWaits(answers.choose)
    pending, said = {}, []
    for name, *values in case["operations"]:
        if name == "begin":
            number, least, most = values
            pending[number] = Wait({"id": str(number)}, least, math.inf if most is None else least + most)
            waits.begin(pending[number])
        elif name == "cancel":
            if values[0] in pending:
                waits.cancel(pending[values[0]])
        else:
            ended = waits.next() if name == "next" else waits.another()
            said.append(None if ended is None else ended.way["id"])
    return {"said": said, "path": waits.path.as_dict()}


for line in sys.stdin:
    case = json.loads(line)
    answers = Answers(case["answers"])
    answer = (symbolic if case["kind"] == "symbolic" else outside)(case, answers)
    print(json.dumps({**answer, "asked": answers.asked}))
