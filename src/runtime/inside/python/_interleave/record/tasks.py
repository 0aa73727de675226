"""Tasks of asyncio on a real loop: who made each, when it runs, gives way and ends, and for what it waits. They are looked
at before and after each callback of the loop of the main thread; what a task waits for is seen by the frames of its
coroutine. The task that `asyncio.run` waits for is the main program. Locks and queues of asyncio are recorded as functions."""

import sys

from ..wrap import like


def watch_asyncio(asyncio, recorder):
    from .. import asyncio_tasks  # loads asyncio, as the program just has

    steps = Steps(recorder, asyncio_tasks)
    run = asyncio.events.Handle._run
    create_task = asyncio.base_events.BaseEventLoop.create_task

    def _run(self):
        task = recorder.safely(steps.begin, self)
        try:
            return run(self)
        finally:
            recorder.safely(steps.end, task)

    def _create_task(self, *values, **named):
        task = create_task(self, *values, **named)
        recorder.safely(steps.made, task, sys._getframe(1))
        return task

    asyncio.events.Handle._run = like(_run, run)
    asyncio.base_events.BaseEventLoop.create_task = like(_create_task, create_task)


class Steps:
    def __init__(self, recorder, known):
        self._recorder = recorder
        self._known = known
        self._program = recorder.locations.program

    def made(self, task, frame):
        """Outside a running loop nobody knows yet whether it is to be the main program."""
        if self._recorder.strands.has_loop() and not self._is_cleanup(task):
            by, _ = self._recorder.where(frame)
            self._recorder.strands.of_task(task, sys._getframe(), self._first_line(task), by)

    def begin(self, handle):
        """Returns the task that a callback of the loop steps or wakes, if it is one of the program."""
        task = self._known.task_of(handle._callback)
        if task is None or not self._recorder.strands.has_loop() or self._is_cleanup(task):
            return None
        line = self._known.suspended_line(task, self._program) or self._first_line(task)
        more = {"how": "throw"} if self._known.throws(task, handle) else {}
        self._recorder.strands.task_runs(task, sys._getframe(), line, **more)
        return task

    def end(self, task):
        strands = self._recorder.strands
        if task is None:
            return strands.callback_ends()
        frame = sys._getframe()
        if not task.done():
            on = self._known.waits_for(task, self._program, lambda other: strands.of_task(other, frame))
            return strands.task_waits(task, frame, self._known.suspended_line(task, self._program), on)
        return strands.task_ends(task, frame, self._known.ending(task))

    def _first_line(self, task):
        return self._known.first_line(task.get_coro(), self._program)

    def _is_cleanup(self, task):
        return self._known.is_cleanup(task.get_coro())


TASKS = {"asyncio": watch_asyncio}
