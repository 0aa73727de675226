"""Answers requests for schedules: each in a fork of this process, which runs as many as leave nothing behind."""

import gc
import os

from ..channels import line_of
from ..virtual.forks import Died, can_fork, in_forks, monotonic
from ..virtual.limits import LONG
from ..virtual.process import imports, load_outside
from ..virtual.refusals import refusals
from .modules import Modules
from .restore import Threading
from .run import Program

PLACES = 20_000
"""Places after which a run is ended where the request does not say."""

SHARE = 50
"""Schedules that one fork runs at most: what a fork costs is shared, and nothing grows without bound."""


class Server:
    def __init__(self, installed, file):
        self._installed = installed
        self._file = file
        self._programs = {}
        self._standing = {}
        refusals.install(serves_all=True)
        gc.disable()

    def answers(self, request):
        """A line for each schedule of {schedules, model, limits}, in order, up to the first that is no run."""
        limits = request.get("limits", {})
        is_traced = request.get("traced", False)
        program = self._program(request["model"], _traced() if is_traced else Program)
        self._most = limits.get("places", PLACES)
        share = 1 if is_traced else limits.get("share", SHARE)
        for lines, is_run in self._answered(program, request["schedules"], share):
            yield from lines
            if not is_run:
                return

    def _answered(self, program, asked, share):
        """Lists of lines, and whether the last of each is a run."""
        shares = [asked[start : start + share] for start in range(0, len(asked), share)]
        for schedules, result in self._in_forks(program, shares):
            if isinstance(result, Died) and len(schedules) == 1:
                yield [line_of({"stopped": {"why": result.why, "what": result.what}})], False
            elif isinstance(result, Died):  # whose schedule it was shows where each has a fork of its own
                yield from self._answered(program, schedules, 1)
            else:
                yield result
                left = schedules[len(result[0]) :]
                if left:
                    yield from self._answered(program, left, share)

    def _in_forks(self, program, shares):
        if not can_fork:
            return ((schedules, self._run_all(program, schedules)) for schedules in shares)
        return in_forks(lambda schedules, send: send(self._run_all(program, schedules)), shares)

    def _program(self, model, kind=Program):
        if (model, kind) not in self._programs:
            program = self._programs[model, kind] = kind(self._installed, self._file, model)
            load_outside(os.path.dirname(program.file), imports(program.code))
            self._standing[program] = Threading(self._installed.threads.joined)
        return self._programs[model, kind]

    def _run_all(self, program, schedules):
        """As many as can be run after one another in this process, and in a second."""
        before = Modules(program.file, program.code)
        lines = []
        standing = self._standing[program]
        standing.begin()
        end = monotonic() + LONG
        for schedule in schedules:
            answer = program.run(schedule, self._most)
            lines.append(line_of(answer))
            before.restore()
            standing.restore()
            if "decisions" not in answer:
                return lines, False
            if monotonic() > end:
                break
        return lines, True


def _traced():
    """Loaded where it is asked for."""
    from .traced import TracedProgram

    return TracedProgram
