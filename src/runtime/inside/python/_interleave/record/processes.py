"""Processes: start, join, lock, event, queue and pipe, in the parent and in each child; of other programs the start and
the end."""

import os
import sys

from ..waits import for_strand, inside
from ..wrap import like
from .queues import IDLE
from .sync_objects import ACQUIRE, RELEASE, Channel, Lock, Signal
from .watch import name_when_made, watch, watch_methods


def watch_process(module, recorder):
    owner = module.BaseProcess
    start, run = owner.start, owner._bootstrap

    def started(self):
        begun = recorder.safely(recorder.where, sys._getframe(1))
        try:
            return recorder.quietly(start, self)
        finally:
            recorder.safely(_process_started, recorder, begun, self.pid, self.name)

    def _bootstrap(self, *values, **named):
        code = 1
        try:
            code = run(self, *values, **named)
            return code
        finally:
            recorder.process_ends("throw" if code else "return")

    def joined(call, values, result):
        call.go_on()
        code = values[0].exitcode
        if code is not None and code < 0:
            recorder.emit("settle", strand=f"{values[0].pid}/0", how="cancel")

    owner.start = like(started, start)
    owner._bootstrap = like(_bootstrap, run)
    watch_methods(recorder, owner, ["join"], _wait_for_end, joined)


def _process_started(recorder, begun, pid, name):
    if begun is not None and pid is not None:
        by, line = begun
        recorder.emit("create", strand=f"{pid}/0", kind="process", name=name, line=line, by=by)


def _wait_for_end(call, values, named):
    call.is_direct = True
    call.wait(for_strand(f"{values[0].pid}/0", "join"))


def watch_queues(module, recorder):
    def number(queue):
        return queue._rlock._semlock.name

    channel = Channel(lambda queue: recorder.named(queue, "queue", number(queue)))
    for owner in module.Queue, module.SimpleQueue:
        name_when_made(recorder, owner, "queue", number)
        watch_methods(recorder, owner, ["put"], channel.put)
        watch_methods(recorder, owner, ["get"], channel.wait_to_get, channel.got, IDLE)
    watch_methods(recorder, module.JoinableQueue, ["put"], channel.put)
    watch_methods(recorder, module.JoinableQueue, ["join"], channel.join)


def watch_connection(module, recorder):
    def begin(call, values, named):
        call.wait(inside("recv"))

    watch_methods(recorder, module._ConnectionBase, ["recv", "recv_bytes"], begin)


def watch_locks(module, recorder):
    """A lock of multiprocessing takes its methods from C when it is made or unpickled."""

    def describe(word, semlock):
        return lambda one: recorder.named(one, word, semlock(one).name)

    def of_lock(lock):
        return lock._semlock

    def of_condition(condition):
        return condition._lock._semlock

    def of_event(event):
        return event._cond._lock._semlock

    make_methods = module.SemLock._make_methods
    lock = Lock(describe("lock", of_lock))

    def _make_methods(self):
        make_methods(self)
        own = {"acquire": (lock.acquire, lock.acquired), "release": (lock.release, None)}
        for name, hooks in own.items():
            setattr(self, name, _bound(recorder, self, getattr(self, name), *hooks))

    module.SemLock._make_methods = _make_methods
    lock.watch(recorder, module.SemLock, ACQUIRE[1:], RELEASE[1:])
    condition = Lock(describe("condition", of_condition))
    condition.watch(recorder, module.Condition, ACQUIRE[1:], RELEASE[1:])
    Signal(describe("condition", of_condition), condition).watch(recorder, module.Condition)
    Signal(describe("event", of_event)).watch(recorder, module.Event)
    words = {
        module.SemLock: ("lock", of_lock),
        module.Condition: ("condition", of_condition),
        module.Event: ("event", of_event),
    }
    for owner, (word, semlock) in words.items():
        name_when_made(recorder, owner, word, lambda one, semlock=semlock: semlock(one).name)


def _bound(recorder, self, method, begin, end):
    """A method that lies in the lock itself: the hooks see it as one of the class."""

    def of_self(begin_or_end):
        return begin_or_end and (lambda call, values, more: begin_or_end(call, (self, *values), more))

    return watch(recorder, method, of_self(begin), of_self(end))


def watch_subprocess(module, recorder):
    owner = module.Popen
    make = owner.__init__

    def __init__(self, args, *values, **named):
        begun = recorder.safely(recorder.where, sys._getframe(1))
        make(self, args, *values, **named)
        recorder.safely(_program_started, recorder, begun, self, args)

    def waited(call, values, result):
        call.go_on()
        code = values[0].returncode
        if code is not None:
            how = "cancel" if code < 0 else "throw" if code else "return"
            recorder.emit("settle", strand=f"{values[0].pid}/0", how=how)

    owner.__init__ = like(__init__, make)
    watch_methods(recorder, owner, ["wait", "communicate"], _wait_for_end, waited)


def _program_started(recorder, begun, child, args):
    first = args if isinstance(args, (str, bytes)) else list(args)[0]
    name = os.path.basename(os.fsdecode(first).split(" ")[0])
    _process_started(recorder, begun, child.pid, name)
    recorder.emit("resume", strand=f"{child.pid}/0", line=0)


PROCESSES = {
    "multiprocessing.process": watch_process,
    "multiprocessing.queues": watch_queues,
    "multiprocessing.connection": watch_connection,
    "multiprocessing.synchronize": watch_locks,
    "subprocess": watch_subprocess,
}
