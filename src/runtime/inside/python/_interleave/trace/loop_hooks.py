"""The tracer's hooks of an asyncio loop."""

import asyncio
import sys

from ..asyncio_tasks import (
    ending,
    first_line,
    is_cleanup,
    suspended_line,
    task_name,
    task_of,
    throws,
    waits_for,
)
from ..functions import code_of, name_of
from ..virtual.models.instants import usual
from ..waits import EVENT_LOOP, FUTURE, for_strand
from .callbacks import LOOP_ENDS, POOL_RESULT, job_of, strand_name
from .common import Common
from .events import MAIN
from .locations import locate
from .sync_objects import shown


class LoopHooks(Common):
    _task = None
    _failed = False
    _cleaning = False

    def __init__(self, file, clock):
        super().__init__(file, clock)
        self._given_way = []  # asynchronous generators that wait with the task that runs, innermost first

    def loop_runs(self):
        self._main_line = locate(sys._getframe(1), self._file)[0]
        if not self._cleaning:
            self._events.suspend(MAIN, self._main_line, EVENT_LOOP)

    def loop_stops(self):
        if MAIN not in self._events.running:
            self._events.resume(MAIN, self._main_line)
        self._cleaning = False

    def enqueued(self, handle):
        if _is_cleanup(handle):
            self._cleaning = True
            return
        from_pool = name_of(handle._callback) == POOL_RESULT
        self._enqueue(handle, "ready", self._by() if from_pool else self._current())

    def timer_set(self, timer):
        due = round(max(0.0, usual(timer._when)) * 1000, 1)
        self._enqueue(timer, "timers", self._current(), due=due)

    def timer_due(self, timer):
        job = self._jobs.pop(id(timer), None)
        if job is not None:
            self._events.emit("dequeue", queue="timers", job=job.number)
        self._enqueue(timer, "ready", job.by if job else MAIN)

    def arrived(self, timer):
        """A message has, between two turns."""
        job = self._jobs.pop(id(timer), None)
        if job is not None:
            self._events.emit("dequeue", queue="timers", job=job.number)

    def dequeued(self, handle):
        job = self._jobs.pop(id(handle), None)
        if job is None:  # a step of a cleanup
            return
        if MAIN in self._events.running:
            self._events.suspend(MAIN, self._main_line, EVENT_LOOP)
        self._events.emit("dequeue", queue="ready", job=job.number)
        self._events.running.clear()
        task = task_of(handle._callback)
        if task is not None:
            self._task = task
            strand = self._strand_of(task)
            self._events.rename(strand, task_name(task))
            self._events.resume(strand, self._line_of(task), throws(task, handle))
            return
        self._callback = job
        code = code_of(handle._callback)
        if code and code.co_filename == self._file:
            self._resume_callback(name_of(handle._callback), code.co_firstlineno, code)

    def callback_ended(self):
        events = self._events
        task, self._task, self._callback = self._task, None, None
        if task is not None:
            strand = self._strand_of(task)
            if task.done():
                events.settle(strand, ending(task))
            else:
                on = self._sync_objects.waited_for(strand) or waits_for(task, self._file, self._strand_of)
                events.suspend(strand, suspended_line(task, self._file), self._through_generators(on))
        elif events.running and events.running != [MAIN]:
            events.settle(events.running[0], "throw" if self._failed else "return")
        self._failed = False
        self._given_way.clear()

    def generator_suspended(self, strand, frame, on):
        super().generator_suspended(strand, frame, on)
        if on is FUTURE:
            self._given_way.append((strand, self._events.emitted[-1]))

    def _through_generators(self, on):
        """The innermost of the asynchronous generators through which a task waits waits for `on`, each other strand for the
        generator that it has called. Returns for what the task itself waits."""
        for strand, event in self._given_way:
            event["on"] = on
            on = for_strand(strand, "await")
        return on

    def callback_failed(self):
        self._failed = True

    def cancellation(self, task, how, message):
        """Asked for, or taken back. Not of asyncio's own cleanup, which is no strand."""
        if is_cleanup(task.get_coro()):
            return
        text = {} if message is None else {"message": shown(message)}
        self._events.emit("cancellation", **self._asks(), strand=self._strand_of(task), how=how, **text)

    def _enqueue(self, handle, queue, by, **more):
        task = task_of(handle._callback)
        name = name_of(handle._callback)
        resumes = None if task is None else self._strand_of(task)
        self._job(handle, queue, by, job_of(name), strand_name(name), resumes, **more)

    def _strand_of(self, task):
        strand = self._events.strand_of(task)
        if strand is not None:
            return strand
        line = first_line(task.get_coro(), self._file) or locate(sys._getframe(1), self._file)[0]
        return self._events.create("task", task_name(task), line, self._current(), task)

    def _way_of(self, task):
        return {"kind": "strand", "strand": self._strand_of(task), "line": self._line_of(task)}

    def _line_of(self, task):
        return suspended_line(task, self._file) or first_line(task.get_coro(), self._file)


def _is_cleanup(handle):
    """A step of asyncio's own cleanup, or the end of the loop that runs for it."""
    task = task_of(handle._callback)
    if task is None and name_of(handle._callback) == LOOP_ENDS and handle._args:
        task = handle._args[0]
    return isinstance(task, asyncio.Task) and is_cleanup(task.get_coro())
