"""Which lane runs in this process: a thread where one was started, in the main thread what the observer finds by looking."""

from interleave_observe.lanes import MAIN, LaneFinder, get_ident


class Lanes(LaneFinder):
    def __init__(self, recorder):
        super().__init__()
        self._recorder = recorder
        self._kinds = {}

    def current(self, frame, line, state):
        """The number of the lane, known everywhere: "process/number"."""
        self._state = state
        number, lane = self.find(frame)
        base = state.lane or "0"
        if lane is not None and lane.kind != MAIN:
            self._kinds[number] = lane.kind
            name = " ".join(part for part in (lane.name, lane.label) if part is not None)
            self._tell("create", number, kind=lane.kind, name=name, line=0, by=self._key(base))
        self._switch(state, None if str(number) == base else number, line)
        return self._key(number)

    def _switch(self, state, number, line):
        """Another task or generator of this thread runs: the one before gave way, at a line that nobody saw."""
        before, state.top = state.top, number
        if before is not None and before != number:
            on = "yield" if self._kinds[before] == "generator" else "event loop"
            self._tell("suspend", before, line=0, on=on)
        if number is not None and before != number:
            self._tell("resume", number, line=line)

    def _of_thread(self, frame):
        """A thread that was not started by the module threading is seen here for the first time."""
        if get_ident() == self._main_thread:
            return None
        state = self._recorder.state
        if state.lane is None:
            state.lane = f"t{self._recorder.next_number()}"
            self._tell("create", state.lane, kind="thread", name="thread", line=0, by=self._key("0"))
            self._tell("resume", state.lane, line=0)
        return state.lane, None

    def _tell(self, event, number, /, **more):
        self._recorder.tell(event, lane=self._key(number), **more)

    def _key(self, number):
        return f"{self._recorder.process}/{number}"
