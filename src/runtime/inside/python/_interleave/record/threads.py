"""Threads, what they wait for and how they hand over: start, join, lock, event, sleep."""

import os
import re
import sys
import time

from .locks import ACQUIRE, RELEASE, Lock, Signal
from .queues import watch_queue
from .wrap import like, name_when_made, watch, watch_methods, watched_subclass


def watch_sleep(recorder):
    def begin(moment, values, named):
        moment.wait(f"sleep({values[0]:g})")

    time.sleep = watch(recorder, time.sleep, begin)


def watch_threading(threading, recorder):
    def thing(word):
        return lambda one: recorder.named(one, word)

    threading.Lock = _lock_class(recorder, threading.Lock)
    threading._CRLock = _rlock_class(recorder, threading._CRLock)
    watch_thread(threading, recorder)
    for owner in threading.Semaphore, threading.Condition, threading.Event, threading.Barrier:
        name_when_made(recorder, owner, owner.__name__.lower())
    semaphore, condition = Lock(thing("semaphore")), Lock(thing("condition"))
    locks = {threading.Semaphore: semaphore, threading.BoundedSemaphore: semaphore, threading.Condition: condition}
    for owner, lock in locks.items():
        watch_methods(recorder, owner, ACQUIRE, lock.acquire, lock.acquired)
        watch_methods(recorder, owner, RELEASE, lock.release)
    signals = (threading.Condition, Signal(thing("condition"), condition)), (threading.Event, Signal(thing("event")))
    for owner, signal in (*signals, (threading.Barrier, Signal(thing("barrier")))):
        watch_methods(recorder, owner, ["wait"], signal.wait, signal.waited)
        watch_methods(recorder, owner, ["set"], signal.says("set"))
        watch_methods(recorder, owner, ["clear"], signal.says("clear"))
        watch_methods(recorder, owner, ["notify", "notify_all"], signal.says("notify"))


def watch_thread(threading, recorder):
    owner = threading.Thread
    start, run = owner.start, owner._bootstrap_inner
    mark = "_interleave_strand"

    def started(self):
        recorder.safely(_thread_starts, recorder, self, mark, sys._getframe(1))
        state = recorder.state
        before, state.busy = state.busy, True
        try:
            return start(self)
        finally:
            state.busy = before

    def _bootstrap_inner(self):
        recorder.safely(_thread_begins, recorder, self, mark)
        try:
            return run(self)
        finally:
            recorder.safely(_thread_ends, recorder, self)

    def join(moment, values, named):
        strand = vars(values[0]).get(mark)
        if strand is not None:
            moment.is_direct = True
            moment.wait({"thing": "thread", "id": strand})

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
    place = recorder.places.of(frame, None)
    line = place.line if place else 0
    strand = f"{recorder.process}/t{recorder.next_number()}"
    by = recorder.strand(frame, line)
    object.__setattr__(thread, mark, strand)
    recorder.tell("create", strand=strand, kind="thread", name=_name_of(thread), line=line, by=by)


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
    recorder.tell("resume", strand=strand, line=recorder.places.first_line(getattr(thread, "_target", None)))


def _thread_ends(recorder, thread):
    state = recorder.state
    if state.strand is not None and not state.hidden:
        how = "throw" if getattr(state, "failed", False) else "return"
        recorder.tell("settle", strand=f"{recorder.process}/{state.strand}", how=how)


def _lock_class(recorder, allocate):
    """A lock cannot be subclassed: this one has one. What Python itself makes for its own use stays what it is."""
    library = os.path.dirname(os.__file__), "<frozen"

    class lock:
        __slots__ = "_lock", "__weakref__"
        __module__ = "_thread"

        def __new__(cls):
            frame = sys._getframe(1)
            if frame.f_code.co_filename.startswith(library):
                return allocate()
            self = object.__new__(cls)
            self._lock = allocate()
            recorder.safely(recorder.name, self, "lock", frame)
            return self

        def __getattr__(self, name):
            return getattr(self._lock, name)

        def __repr__(self):
            return repr(self._lock)

        def acquire(self, *values, **named):
            return self._lock.acquire(*values, **named)

        def release(self):
            return self._lock.release()

        def __enter__(self):
            return self._lock.__enter__()

        def __exit__(self, *error):
            return self._lock.__exit__(*error)

    moments = Lock(lambda one: recorder.named(one, "lock"))
    watch_methods(recorder, lock, ACQUIRE, moments.acquire, moments.acquired)
    watch_methods(recorder, lock, RELEASE, moments.release)
    return lock


def _rlock_class(recorder, base):
    moments = Lock(lambda one: recorder.named(one, "lock"))

    def __new__(cls, *values):
        self = base.__new__(cls, *values)
        recorder.safely(lambda: recorder.name(self, "lock", sys._getframe(2)))
        return self

    return watched_subclass(
        base,
        {
            "__new__": __new__,
            **{name: watch(recorder, getattr(base, name), moments.acquire, moments.acquired) for name in ACQUIRE},
            **{name: watch(recorder, getattr(base, name), moments.release) for name in RELEASE},
        },
    )


THREADS = {"threading": watch_threading, "queue": watch_queue}
