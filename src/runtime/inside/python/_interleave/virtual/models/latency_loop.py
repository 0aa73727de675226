"""`latency`: each timer of asyncio that stands for something outside may be late without bound, and a schedule says
which ends next. Time limits stand for themselves."""

import heapq
from asyncio import futures

from ..loop import VirtualLoop
from ..network.network import network
from .late_time import Due, LateTime, path_of_running

_limits = {("asyncio.timeouts", "_on_timeout"), ("asyncio.tasks", "_release_waiter"), ("asyncio.tasks", "_on_timeout")}

_sleep_ends = futures._set_result_unless_cancelled  # pyright: ignore[reportAttributeAccessIssue]

SHORTEST = 1e-9
"""Seconds to wait where the next timer is late already: more than 0, which says that something is ready."""


class Arrival:
    """Of a message."""

    def __init__(self, arrive):
        self._arrive = arrive

    def __call__(self, *_):
        self._arrive()


class LatencyLoop(VirtualLoop):
    clock: LateTime  # pyright: ignore[reportIncompatibleVariableOverride]
    _stopping: bool  # of asyncio

    def __init__(self, selector=None):
        super().__init__(selector)
        network.carrier = self._carry

    def _carry(self, end, arrive):
        self.call_at(self.clock.message(end), Arrival(arrive))

    def _come(self):
        """What has arrived is there before the selector is asked, as in the plain run."""
        arrived = [timer for timer in self._scheduled if type(timer._callback) is Arrival and timer._when.has_ended]
        if arrived:
            self._scheduled[:] = [timer for timer in self._scheduled if timer not in arrived]
            heapq.heapify(self._scheduled)
        for timer in sorted(arrived, key=lambda timer: timer._when.rank):
            self.arrived(timer)
            timer._callback()
        return super()._come()

    def arrived(self, timer):
        """A message has: a tracer looks."""

    def _goes_on(self):
        super()._goes_on()
        self._pass_by()

    def time(self):
        return self.clock.look_of_loop(super().time())

    def call_at(self, when, callback, *args, context=None):
        due = when if isinstance(when, Due) else self.clock.due(when, _is_limit(callback))
        due.is_sleep = callback is _sleep_ends
        return super().call_at(due, callback, *args, context=context)

    def select(self, timeout):
        self.clock.runs(self._ready)
        if timeout == 0 and not self._ready and not self._stopping:
            timeout = SHORTEST
        return super().select(timeout)

    def arrive(self, timeout):
        if self.clock.wait():
            heapq.heapify(self._scheduled)
        else:
            super().arrive(timeout)

    def _poll(self):
        super()._poll()
        self._pass_by()

    def _pass_by(self):
        if self.clock.pass_by(self._scheduled[0]._when if self._scheduled else None):
            heapq.heapify(self._scheduled)

    def create_task(self, coro, **options):
        path = path_of_running()
        path = f"{path}/task {self.clock.count(path, 'task')}"
        task = super().create_task(coro, **options)
        task.path = path  # pyright: ignore[reportAttributeAccessIssue]
        self.clock.task_begins(path, task)
        return task

    def close(self):
        for handle in self._scheduled:
            self.clock.cancel(handle._when)
        super().close()

    def _timer_handle_cancelled(self, handle):
        self.clock.cancel(handle._when)
        super()._timer_handle_cancelled(handle)  # pyright: ignore[reportAttributeAccessIssue]


def _is_limit(callback):
    return (getattr(callback, "__module__", ""), getattr(callback, "__name__", "")) in _limits
