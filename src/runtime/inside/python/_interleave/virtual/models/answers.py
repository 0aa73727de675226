"""Answers schedules of one program with runs, as src/explore/wire.ts reads them, or with why there is no run."""

from ..capture import Stopped, split_lines
from ..deadlock import DEADLOCK_EXIT

_SPOILT = Stopped(
    "refused", "it leaves behind what cannot be put back, and this system cannot fork a process for each schedule"
)


class Answers:
    """`run` is what ScheduledRepeater.prepare has made of a program."""

    def __init__(self, run):
        self._run = run
        self._is_spoilt = False

    def of(self, schedules):
        """One for each, in their order: {decisions, outcome, pinned, spent}, {misfit} or {stopped}."""
        for schedule, outcome in zip(schedules, self._run(schedules), strict=True):
            yield {"stopped": _SPOILT.as_dict()} if self._is_spoilt else _answer(outcome, _is_usual(schedule))
            self._is_spoilt = self._is_spoilt or outcome.is_spoilt


def _is_usual(schedule):
    return not schedule["deviations"] and "then" not in schedule


def _answer(outcome, is_usual):
    stopped, beside = outcome.stopped, outcome.beside
    if stopped is not None and stopped.why == "misfit":
        return {"misfit": stopped.what}
    stderr = split_lines(outcome.bytes_of("stderr"))
    if stopped is None and outcome.cut and is_usual:
        return {"stopped": {"why": "endless", "what": stderr[-1]}}
    if stopped is not None:
        if stopped.why != "endless" or is_usual or not beside:
            return {"stopped": stopped.as_dict()}
        stderr.append(stopped.what)  # a limit is how such a run ends
    if beside["fault"]:
        return {"misfit": beside["fault"]}
    return _run_of(outcome, stderr, beside)


def _run_of(outcome, stderr, beside):
    code = outcome.exit
    ended = {
        "stdout": split_lines(outcome.bytes_of("stdout")),
        "stderr": stderr,
        "exit": code,
        "elapsed": outcome.elapsed,
    }
    if code == DEADLOCK_EXIT:
        ended["waiting"] = beside["waiting"]
    if beside["path"]:
        ended["path"] = beside["path"]
    marks = {name: True for name in ("pinned", "spent") if beside[name]}
    return {"decisions": beside["decisions"], "outcome": ended, **marks}
