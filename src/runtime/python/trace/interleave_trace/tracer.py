"""The tracer: turns the moments of a run into events."""

import sys
import threading
from collections import namedtuple

from .events import MAIN, Events
from .output import Lines
from .places import (
    code_of,
    first_line,
    is_wakeup,
    name_of,
    own_callbacks,
    stand,
    suspended_line,
    task_name,
    task_of,
    waits_for,
)

POOL_RESULT = "_set_state"
"""asyncio's callback that delivers what a thread of a pool gave. Whose thread calls for it depends on the machine."""

Job = namedtuple("Job", "number queue label by")


class Tracer:
    def __init__(self, file, clock):
        self._file = file
        self._clock = clock
        self._events = Events(clock)
        self._lines = Lines(self._events.add)
        self._jobs = {}  # by id: a queue keeps its handles
        self._numbers = 0
        self._task = None
        self._callback = None
        self._failed = False
        self._main_line = 0

    @property
    def events(self):
        return self._events.told

    def begin(self):
        self._events.resume(MAIN, 0)

    def deadlock(self):
        self._events.tell("unsettled", line=self._main_line)

    def limit(self, text):
        self._events.tell("stop", text=text)

    def finish(self, code):
        """The clock has ended already."""
        self._lines.end()
        if MAIN in self._events.running:
            self._events.add("settle", lane=MAIN, how="throw" if code else "return")
        self._events.add("exit", code=code)
        self._events.spread_names()

    def printed(self, stream, text):
        lane = self._current(printing=True)
        line, via = stand(sys._getframe(1), self._file)
        self._lines.printed(stream, text, lane, line, via)

    def loop_runs(self):
        self._main_line = stand(sys._getframe(1), self._file)[0]
        self._events.suspend(MAIN, self._main_line, "event loop")

    def loop_stops(self):
        self._events.resume(MAIN, self._main_line)

    def waited(self):
        self._events.tell("time", to=self._clock.milliseconds())

    def enqueued(self, handle):
        from_pool = name_of(handle._callback) == POOL_RESULT
        self._enqueue(handle, "ready", self._by() if from_pool else self._current())

    def timer_set(self, timer):
        due = round(max(0.0, timer._when) * 1000, 1)
        self._enqueue(timer, "timers", self._current(), due=due)

    def timer_due(self, timer):
        job = self._jobs.pop(id(timer), None)
        if job is not None:
            self._events.tell("dequeue", queue="timers", job=job.number)
        self._enqueue(timer, "ready", job.by if job else MAIN)

    def cancelled(self, handle):
        job = self._jobs.pop(id(handle), None)
        if job is not None:
            self._events.tell("cancel", queue=job.queue, job=job.number)

    def dequeued(self, handle):
        job = self._jobs.pop(id(handle))
        self._events.tell("dequeue", queue="ready", job=job.number)
        self._events.running.clear()
        task = task_of(handle._callback)
        if task is not None:
            self._task = task
            lane = self._lane_of(task)
            self._events.rename(lane, task_name(task))
            self._events.resume(lane, self._line_of(task), _threw(task, handle))
            return
        self._callback = job
        code = code_of(handle._callback)
        if code and code.co_filename == self._file:
            self._resume_callback(name_of(handle._callback), code.co_firstlineno)

    def callback_ended(self):
        events = self._events
        task, self._task, self._callback = self._task, None, None
        if task is not None:
            lane = self._lane_of(task)
            if task.done():
                failed = not task.cancelled() and task._exception is not None
                events.settle(lane, "cancel" if task.cancelled() else "throw" if failed else "return")
            else:
                events.suspend(lane, suspended_line(task, self._file), waits_for(task, self._file))
        elif events.running and events.running != [MAIN]:
            events.settle(events.running[0], "throw" if self._failed else "return")
        self._failed = False

    def callback_failed(self):
        self._failed = True

    def generator_resumed(self, lane, frame, threw):
        """Returns the generator's lane; `lane` is None for a new one."""
        code = frame.f_code
        if lane is None:
            kind = "async generator" if code.co_flags & 0x200 else "generator"
            lane = self._events.create(kind, code.co_name, code.co_firstlineno, self._current())
        self._events.resume(lane, frame.f_lineno, threw)
        return lane

    def generator_suspended(self, lane, frame, on):
        self._events.suspend(lane, frame.f_lineno, on)

    def generator_threw(self, lane):
        """What resumed it last was an exception that its caller threw into it."""
        last = self._events.told[-1]
        if last["kind"] == "resume" and last["lane"] == lane:
            last["how"] = "throw"

    def generator_settled(self, lane, how):
        self._events.settle(lane, how)

    def _enqueue(self, handle, queue, by, **more):
        task = task_of(handle._callback)
        if task is None:
            name = name_of(handle._callback)
            label = own_callbacks.get(name, name)
        else:  # the name of the task is added when it is known for good
            more["resumes"] = self._lane_of(task)
            label = "resume" if self._events.has_started(more["resumes"]) else "start"
        self._numbers += 1
        job = self._jobs[id(handle)] = Job(self._numbers, queue, label, by)
        self._events.tell("enqueue", queue=queue, job=job.number, label=label, by=by, **more)

    def _current(self, printing=False):
        """The lane that runs; in a callback of a library, which has none until it prints, the lane that asked for it."""
        events = self._events
        if not events.in_main_thread():
            return events.thread_lane(threading.current_thread().name, MAIN)
        if printing and not events.running and self._callback is not None:
            self._resume_callback(self._callback.label, 0)
        return self._by()

    def _by(self):
        if self._events.running:
            return self._events.running[-1]
        return self._callback.by if self._callback else MAIN

    def _resume_callback(self, name, line):
        self._events.resume(self._events.create("callback", name, line, self._callback.by), line)

    def _lane_of(self, task):
        lane = self._events.lane_of(task)
        if lane is not None:
            return lane
        line = first_line(task.get_coro(), self._file) or stand(sys._getframe(1), self._file)[0]
        lane = self._events.create("task", task_name(task), line, self._current(), task)
        self._events.rename(lane, task_name(task))
        return lane

    def _line_of(self, task):
        return suspended_line(task, self._file) or first_line(task.get_coro(), self._file)


def _threw(task, handle):
    """Whether what the task waited for failed or it was cancelled."""
    waited = handle._args[0] if is_wakeup(handle._callback) and handle._args else None
    return task._must_cancel or waited is not None and (waited.cancelled() or waited._exception is not None)
