"""asyncio's own task, which says who asks for its cancellation: Task.cancel is C code, which no frame shows."""

import contextlib
from asyncio import tasks
from typing import Any

from .guard import Guarded

_tasks: Any = tasks


class TracedTask(tasks.Task):
    hooks: Guarded

    def cancel(self, msg=None):
        if not self.done():
            self.hooks.cancellation(self, "request", msg)
        return super().cancel(msg)

    def uncancel(self):
        if self.cancelling():
            self.hooks.cancellation(self, "withdraw", None)
        return super().uncancel()


TracedTask.__name__ = TracedTask.__qualname__ = "Task"
TracedTask.__module__ = tasks.Task.__module__


@contextlib.contextmanager
def task_class(kind):
    """asyncio's loop makes tasks of this class meanwhile."""
    own = tasks.Task
    _tasks.Task = kind
    try:
        yield
    finally:
        _tasks.Task = own
