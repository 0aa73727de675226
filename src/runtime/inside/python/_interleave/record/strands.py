"""Which strand runs in this process: a thread where one was started, in the main thread what the observer finds by looking."""

import sys

from ..observe.strands import MAIN, StrandFinder, get_ident, is_main_task, task_strand
from ..waits import EVENT_LOOP, YIELD


class Strands(StrandFinder):
    def __init__(self, recorder):
        super().__init__()
        self._recorder = recorder
        self._kinds = {}

    def current(self, frame, line, state):
        """The number of the strand, known everywhere: "process/number"."""
        self._state = state
        number, strand = self.find(frame)
        base = state.strand or "0"
        if strand is not None and strand.kind != MAIN:
            by = base if state.top is None or strand.kind != "generator" else state.top
            self._create(number, strand, 0, self._key(by))
        self._switch(state, None if str(number) == base else number, line)
        return self._key(number)

    def has_loop(self):
        """Whether this is the main thread, in a running loop: only there tasks are strands."""
        return get_ident() == self._main_thread and sys.modules["asyncio"]._get_running_loop() is not None

    def of_task(self, task, frame, line=0, by=None):
        """The key of a task's strand."""
        if is_main_task(task, frame):
            return self._key("0")
        number, strand = self._strand(task, lambda: task_strand(task))
        if strand is not None:
            self._create(number, strand, line, by or self._key("0"))
        return self._key(number)

    def _create(self, number, strand, line, by):
        self._kinds[number] = strand.kind
        name = " ".join(part for part in (strand.name, strand.label) if part is not None)
        self._emit("create", number, kind=strand.kind, name=name, line=line, by=by)

    def task_runs(self, task, frame, line, **more):
        key = self.of_task(task, frame, line)
        self._recorder.state.top = None if key == self._key("0") else int(key.partition("/")[2])
        self._recorder.emit("resume", strand=key, line=line, **more)

    def task_waits(self, task, frame, line, on):
        self._leave_generator()
        self._recorder.emit("suspend", strand=self.of_task(task, frame), line=line, on=on)

    def task_ends(self, task, frame, how):
        self._leave_generator()
        key = self.of_task(task, frame)
        if key != self._key("0"):
            self._recorder.emit("settle", strand=key, how=how)

    def callback_ends(self):
        top = self._leave_generator()
        if top is not None and self._kinds[top] == "callback":
            self._emit("settle", top, how="return")

    def _leave_generator(self):
        """Returns what else of this thread was seen to run since."""
        state = self._recorder.state
        top, state.top = state.top, None
        if top is not None and self._kinds[top] == "generator":
            self._emit("suspend", top, line=0, on=YIELD)
            return None
        return top

    def _switch(self, state, number, line):
        """Another strand of this thread runs: the one before gave way, at a line that nobody saw, or called a generator."""
        before, state.top = state.top, number
        calls = self._kinds.get(number) == "generator" and self._kinds.get(before) != "generator"
        if before is not None and before != number and not calls:
            on = YIELD if self._kinds[before] == "generator" else EVENT_LOOP
            self._emit("suspend", before, line=0, on=on)
        if number is not None and before != number:
            self._emit("resume", number, line=line)

    def _of_thread(self, frame):
        """A thread that was not started by the module threading is seen here for the first time."""
        if get_ident() == self._main_thread:
            return None
        state = self._recorder.state
        if state.strand is None:
            state.strand = f"t{self._recorder.next_number()}"
            self._emit("create", state.strand, kind="thread", name="thread", line=0, by=self._key("0"))
            self._emit("resume", state.strand, line=0)
        return state.strand, None

    def _emit(self, event, number, /, **more):
        self._recorder.emit(event, strand=self._key(number), **more)

    def _key(self, number):
        return f"{self._recorder.process}/{number}"
