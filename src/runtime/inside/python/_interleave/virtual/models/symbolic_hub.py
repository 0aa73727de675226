"""`cpu` and `stalls`: the loop of gevent's hub on the symbolic clock. It looks where libev does: when a timer is
started, and once for all timers that may be due."""

from ..hub.gevent_loop import GROUP, SWITCH, Loop
from .instants import Instant
from .symbolic_loop import FEW
from .symbolic_time import HUB, SymbolicTime


class SymbolicHub(Loop):
    clock: SymbolicTime  # pyright: ignore[reportIncompatibleVariableOverride]
    many = FEW * GROUP

    def _now(self):
        """Compared only after many callbacks."""
        return Instant(self.clock, self.clock.last, 0)

    def _is_over(self, began):
        return self._next_timer() and self._looks() - began >= SWITCH

    def _skip(self):
        self._arrive()

    def _arrive(self):
        self.clock.idle_until(self.timers[0][0])

    def _looks(self):
        return self.clock.read(HUB)

    def _has_come(self, deadline, now):
        return self.clock.is_due(deadline, now)

    def deadline(self, timer, seconds):
        return self.clock.deadline(self.clock.read("timer") + seconds)
