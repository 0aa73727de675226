"""Answers requests for schedules: each in a fork of this process, which runs as many as leave nothing behind."""

import gc
import os

from ..virtual.forks import Died, can_fork, in_forks
from ..virtual.process import imports
from ..virtual.refusals import refusals
from .modules import Modules, load_outside
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
        refusals.install()
        refusals._is_serving = lambda: True  # threads, whoever starts them
        gc.disable()

    def answers(self, request):
        """One for each schedule of {schedules, model, limits}, in order."""
        program = self._program(request.get("model", "any"))
        limits = request.get("limits", {})
        self._limits = limits.get("places", PLACES), request.get("detailed", False)
        share = limits.get("share", SHARE)
        asked = request["schedules"]
        shares = [asked[start : start + share] for start in range(0, len(asked), share)]
        for schedules, answers in self._in_forks(program, shares):
            if not isinstance(answers, Died):
                yield from answers
                continue
            for _, alone in self._in_forks(program, [[schedule] for schedule in schedules]):
                yield from [{"error": alone.what}] if isinstance(alone, Died) else alone

    def _in_forks(self, program, shares):
        if not can_fork:
            return ((schedules, self._run_all(program, schedules)) for schedules in shares)
        return in_forks(lambda schedules, send: send(self._run_all(program, schedules)), shares)

    def _program(self, model):
        if model not in self._programs:
            program = self._programs[model] = Program(self._installed, self._file, model)
            load_outside(os.path.dirname(program.file), imports(program.code))
            self._standing[program] = Threading(self._installed.threads.joined)
        return self._programs[model]

    def _run_all(self, program, schedules):
        before = Modules(program.file, program.code)
        answers = []
        standing = self._standing[program]
        standing.begin()
        for schedule in schedules:
            answers.append(program.run(schedule, *self._limits))
            before.restore()
            standing.restore()
        return answers
