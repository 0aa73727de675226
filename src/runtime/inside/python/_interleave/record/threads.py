"""Threads, what they wait for and how they hand over: start, join, lock, event, sleep."""

import os
import re
import sys
import time

from ..waits import for_strand, sleep
from ..wrap import like, lock_class, subclass_of
from .queues import watch_queue
from .sync_objects import ACQUIRE, RELEASE, Lock, Signal
from .watch import name_when_made, watch, watch_methods


def watch_sleep(recorder):
    def begin(call, values, named):
        call.wait(sleep(values[0]))

    time.sleep = watch(recorder, time.sleep, begin)


def watch_threading(threading, recorder):
    def describe(word):
        return lambda one: recorder.named(one, word)

    threading.Lock = _lock_class(recorder, threading.Lock)
    threading._CRLock = _rlock_class(recorder, threading._CRLock)
    watch_thread(threading, recorder)
    for owner in threading.Semaphore, threading.Condition, threading.Event, threading.Barrier:
        name_when_made(recorder, owner, owner.__name__.lower())
    semaphore, condition = Lock(describe("semaphore")), Lock(describe("condition"))
    semaphore.watch(recorder, threading.Semaphore)
    semaphore.watch(recorder, threading.BoundedSemaphore)
    condition.watch(recorder, threading.Condition)
    Signal(describe("condition"), condition).watch(recorder, threading.Condition)
    Signal(describe("event")).watch(recorder, threading.Event)
    Signal(describe("barrier")).watch(recorder, threading.Barrier)


def watch_thread(threading, recorder):
    owner = threading.Thread
    start, run = owner.start, owner._bootstrap_inner
    mark = "_interleave_strand"

    def started(self):
        recorder.safely(_thread_starts, recorder, self, mark, sys._getframe(1))
        return recorder.quietly(start, self)

    def _bootstrap_inner(self):
        recorder.safely(_thread_begins, recorder, self, mark)
        try:
            return run(self)
        finally:
            recorder.safely(_thread_ends, recorder, self)

    def join(call, values, named):
        strand = vars(values[0]).get(mark)
        if strand is not None:
            call.is_direct = True
            call.wait(for_strand(strand, "join"))

    owner.start = like(started, start)
    owner._bootstrap_inner = _bootstrap_inner
    watch_methods(recorder, owner, ["join"], join)
    make = threading._make_invoke_excepthook

    def _make_invoke_excepthook():
        invoke = make()

        def failed(thread):
            recorder.state.failed = True
            return invoke(thread)

        return failed

    threading._make_invoke_excepthook = _make_invoke_excepthook


def _thread_starts(recorder, thread, mark, frame):
    """Threads that Python needs for processes and event loops are no part of the program."""
    file = frame.f_code.co_filename.replace("\\", "/")
    internal = re.search(r"/multiprocessing/|/concurrent/futures/process\.py$|/asyncio/\w+_events\.py$", file)
    if internal and type(thread).__name__ != "DummyProcess":
        return
    by, line = recorder.where(frame)
    strand = f"{recorder.process}/t{recorder.next_number()}"
    object.__setattr__(thread, mark, strand)
    recorder.emit("create", strand=strand, kind="thread", name=_name_of(thread), line=line, by=by)


def _name_of(thread):
    """The name that the program gave, else that of its function, with its first argument if that is short."""
    name, function = thread.name, getattr(thread, "_target", None)
    if not re.match(r"Thread-\d+( |$)", name) or function is None:
        return name
    function = getattr(function, "func", function)
    words = [str(value) for value in thread._args if type(value) in (str, int) and 0 < len(str(value)) <= 16]
    return " ".join([getattr(function, "__name__", "thread"), *words[:1]])


def _thread_begins(recorder, thread, mark):
    state = recorder.state
    strand = vars(thread).get(mark)
    if strand is None:
        state.hidden = True
        return
    state.strand = strand.partition("/")[2]
    recorder.emit("resume", strand=strand, line=recorder.locations.first_line(getattr(thread, "_target", None)))


def _thread_ends(recorder, thread):
    state = recorder.state
    if state.strand is not None and not state.hidden:
        how = "throw" if getattr(state, "failed", False) else "return"
        recorder.emit("settle", strand=f"{recorder.process}/{state.strand}", how=how)


def _lock_class(recorder, allocate):
    """What Python itself makes for its own use stays what it is."""
    library = os.path.dirname(os.__file__), "<frozen"
    lock = lock_class(allocate, lambda lock, frame: recorder.safely(recorder.name, lock, "lock", frame), library)
    Lock(lambda one: recorder.named(one, "lock")).watch(recorder, lock)
    return lock


def _rlock_class(recorder, base):
    hooks = Lock(lambda one: recorder.named(one, "lock"))

    def __new__(cls, *values):
        self = base.__new__(cls, *values)
        recorder.safely(recorder.name, self, "lock", sys._getframe(1))
        return self

    return subclass_of(
        base,
        {
            "__new__": __new__,
            **{name: watch(recorder, getattr(base, name), hooks.acquire, hooks.acquired) for name in ACQUIRE},
            **{name: watch(recorder, getattr(base, name), hooks.release) for name in RELEASE},
        },
    )


THREADS = {"threading": watch_threading, "queue": watch_queue}
