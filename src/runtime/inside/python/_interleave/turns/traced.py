"""A run whose answer has what happened in it beside its outcome. It is the last one of its process."""

import builtins
import functools

from .places.models import LINE
from .recorder import RecordedCapture, TurnsRecorder
from .run import Program


class TracedProgram(Program):
    """Its decisions are those of the program that is not traced."""

    def _load(self):
        return super()._load(lines=True)

    def run(self, schedule, places):
        recorder = TurnsRecorder(self.file, self._scheduler)
        recorder.install()
        builtins.__dict__[LINE] = recorder.reached
        self._capture = functools.partial(RecordedCapture, recorder)
        self._recorder = recorder
        return super().run(schedule, places)

    def _answer(self, capture, code, **more):
        capture.end()
        return super()._answer(capture, code, records=self._recorder.records, **more)
