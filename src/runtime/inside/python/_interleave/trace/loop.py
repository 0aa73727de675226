"""Any virtual loop, which calls the hooks of a tracer. No frame of ours lies below a callback of the program."""

from asyncio import events, tasks

from ..virtual.loop import VirtualLoop
from .guard import Guarded
from .traced_task import TracedTask, task_class


class TracedLoop(VirtualLoop):
    """Mixed into a loop on the virtual clock. `hooks` is a Guarded."""

    hooks: Guarded

    def __init__(self, selector=None):
        super().__init__(selector)
        self._ready = ReadyQueue(self._ready, self.hooks)
        self._runs = False

    def select(self, timeout):
        self.hooks.callback_ended()
        if not self._runs:
            self._runs = True
            self.hooks.loop_runs()
        before = self.clock.now
        ready = super().select(timeout)
        if timeout != 0 and self.clock.now > before:
            self.hooks.waited()
        return ready

    def call_at(self, when, callback, *args, context=None):
        timer = super().call_at(when, callback, *args, context=context)
        known_by(timer._when, timer)
        self.hooks.timer_set(timer)
        return timer

    def create_task(self, coro, **options):
        with task_class(TracedTask if self._task_factory is None else tasks.Task):
            return super().create_task(coro, **options)

    def call_exception_handler(self, context):
        if "handle" in context:
            self.hooks.callback_failed()
        super().call_exception_handler(context)

    def arrived(self, timer):
        self.hooks.arrived(timer)

    def _timer_handle_cancelled(self, handle):
        self.hooks.cancelled(handle)
        super()._timer_handle_cancelled(handle)  # pyright: ignore[reportAttributeAccessIssue]

    def _set_coroutine_origin_tracking(self, enabled):
        """What asyncio calls last when a loop stops."""
        super()._set_coroutine_origin_tracking(enabled)  # pyright: ignore[reportAttributeAccessIssue]
        if self._runs and not self.is_running():
            self._runs = False
            self.hooks.callback_ended()
            self.hooks.loop_stops()


def known_by(deadline, timer):
    """A schedule that chooses between deadlines names them so."""
    if hasattr(deadline, "timer"):
        deadline.timer = id(timer)


class ReadyQueue:
    """A loop's queue of ready handles: first in, first out, as asyncio's own. A callback has ended when the next is taken."""

    def __init__(self, queue, hooks):
        self._queue = queue
        self._hooks = hooks

    def append(self, handle):
        if isinstance(handle, events.TimerHandle):
            self._hooks.timer_due(handle)
        else:
            if type(handle) is events.Handle:
                handle.__class__ = Handle
            self._hooks.enqueued(handle)
        self._queue.append(handle)

    def popleft(self):
        self._hooks.callback_ended()
        handle = self._queue.popleft()
        if not handle._cancelled:
            self._hooks.dequeued(handle)
        return handle

    def __iter__(self):
        return iter(self._queue)

    def __len__(self):
        return len(self._queue)

    def __getattr__(self, name):
        return getattr(self._queue, name)


class Handle(events.Handle):
    """Timers tell their loop that they are cancelled, other handles do not."""

    __slots__ = ()
    __module__ = events.__name__

    def cancel(self):
        if not self._cancelled:
            self._loop.hooks.cancelled(self)
        super().cancel()
