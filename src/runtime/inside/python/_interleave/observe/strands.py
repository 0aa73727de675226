"""Which strand is running: found by looking, so that no object of the program lives longer or behaves differently for it.
The first of these that fits: a greenlet, a thread, a generator, an asyncio task, an event loop callback, the main program."""

import re
import sys
import weakref
from _thread import _local as ThreadLocal  # a library may replace these later
from _thread import get_ident
from collections import namedtuple

from ..frames import GENERATORS

MAIN = "main"


class Strand(namedtuple("Strand", "kind name label", defaults=[None])):
    def as_process(self):
        """The main strand of a process that the program started."""
        module = sys.modules.get("multiprocessing.process")
        return Strand("process", module.current_process().name if module else "process")


class StrandFinder:
    """Numbers the strands in the order in which they are first seen. The main program is 0."""

    def __init__(self):
        self._known = {}
        self._marks = 0
        self._main_seen = False
        self._main_thread = get_ident()
        self._thread = ThreadLocal()

    def find(self, frame):
        """The number of the strand that runs `frame`, and the strand itself if it is seen for the first time."""
        for look in self._of_greenlet, self._of_thread, self._of_generator, self._of_loop:
            found = look(frame)
            if found is not None:
                return found
        return self._main()

    def _main(self):
        seen, self._main_seen = self._main_seen, True
        return 0, None if seen else Strand(MAIN, MAIN)

    def _of_greenlet(self, frame):
        module = sys.modules.get("greenlet")
        current = module and module.getcurrent()
        if current is None or current.parent is None:
            return None
        hub = sys.modules.get("gevent.hub")
        if hub and isinstance(current, hub.Hub):
            return self._strand(current, lambda: Strand("callback", "hub"))
        return self._strand(current, lambda: Strand("greenlet", *(_call(_outermost(frame)) or ["greenlet"])))

    def _of_thread(self, frame):
        if get_ident() == self._main_thread:
            return None
        if not hasattr(self._thread, "mark"):
            self._thread.mark = _Mark()
        return self._strand(self._thread.mark, lambda: _thread_strand(frame))

    def _of_generator(self, frame):
        """A frame cannot be referred to weakly and must not be kept alive: it carries a mark of ours instead."""
        found = next(filter(_is_generator, _frames(frame)), None)
        if found is None:
            return None
        if not isinstance(found.f_trace, _Mark):
            found.f_trace = _Mark()
        return self._strand(found.f_trace, lambda: Strand("generator", *_call_of(found)))

    def _of_loop(self, frame):
        module = sys.modules.get("asyncio")
        running_loop = getattr(module, "_get_running_loop", None)  # it may be half imported
        if module is None or running_loop is None or running_loop() is None:
            return None
        task = module.current_task()
        if task is not None:
            return None if is_main_task(task, frame) else self._strand(task, lambda: task_strand(task))
        handle = _local_of(frame, _handle_run(), "self")
        return handle and self._strand(handle, lambda: Strand("callback", _name_of(handle._callback)))

    def _strand(self, key, describe):
        number, reference = self._known.get(id(key), (0, None))
        if reference is not None and reference() is key:
            return number, None
        self._marks += 1
        self._known[id(key)] = self._marks, weakref.ref(key)
        return self._marks, describe()


class _Mark:
    """Stands for something that cannot be referred to weakly. On a frame it passes for a trace function; nobody traces."""

    def __call__(self, frame, event, argument):
        return None


def _frames(frame):
    """From the innermost frame out, within one callback of an event loop."""
    end = _handle_run()
    while frame is not None and frame.f_code is not end:
        yield frame
        frame = frame.f_back


def _is_users(frame):
    program = getattr(sys.modules.get("__main__"), "__file__", None)
    return frame.f_code.co_filename == program and frame.f_code.co_name != "<module>"


def _is_generator(frame):
    code = frame.f_code
    return code.co_flags & GENERATORS and code.co_name != "<genexpr>" and _is_users(frame)


def _outermost(frame):
    found = None
    for each in _frames(frame):
        if _is_users(each):
            found = each
    return found


def _call(frame):
    """The name of the function, and of its arguments the first that is a short text or a number: ["job", "A"]."""
    return frame and _call_of(frame)


def _call_of(frame):
    code = frame.f_code
    values = [_peek(frame, name) for name in code.co_varnames[: code.co_argcount]]
    return [code.co_name.strip("<>"), *[str(value) for value in values if _is_short(value)][:1]]


def _is_short(value):
    if isinstance(value, str):
        return 0 < len(value) <= 16 and value.isprintable()
    return isinstance(value, int) and not isinstance(value, bool)


def _peek(frame, name):
    """Reads a local variable. Before Python 3.13 looking makes a copy of all, which would keep them alive: drop it."""
    variables = frame.f_locals
    value = variables.get(name)
    if type(variables) is dict and frame.f_code.co_name != "<module>":
        variables.clear()
    return value


def _local_of(frame, code, name):
    while frame is not None and frame.f_code is not code:
        frame = frame.f_back
    return frame and _peek(frame, name)


def _handle_run():
    module = sys.modules.get("asyncio.events")
    return module and module.Handle._run.__code__


def _thread_strand(frame):
    module = sys.modules.get("threading")
    thread = module and module._active.get(get_ident())
    if thread is None:
        return Strand("thread", *(_call(_outermost(frame)) or ["thread"]))
    named_by_python = re.fullmatch(r"Thread-\d+ \(\w+\)", thread.name)
    return Strand("thread", *(named_by_python and _call(_outermost(frame)) or [thread.name]))


def is_main_task(task, frame):
    """The task that `asyncio.run` waits for is the main program."""
    run = sys.modules["asyncio.base_events"].BaseEventLoop.run_until_complete.__code__
    return _local_of(frame, run, "future") is task


def task_strand(task):
    if not re.fullmatch(r"Task-\d+", task.get_name()):
        return Strand("task", task.get_name())
    coroutine = task.get_coro()
    call = _call(getattr(coroutine, "cr_frame", None))
    return Strand("task", *(call or [_name_of(coroutine)]))


def _name_of(callback):
    inner = getattr(callback, "func", callback)  # of a functools.partial
    return getattr(inner, "__name__", type(inner).__name__)
