"""Where a program stands, what its parts are called and for what they wait: found by looking, nothing is kept alive."""

import asyncio
import functools
import re
from asyncio import events, tasks

from .local_variables import local_variables

MODULE = "<module>"
LAMBDA = "<lambda>"
GENERATORS = 0x20 | 0x200  # inspect.CO_GENERATOR | CO_ASYNC_GENERATOR
SUSPENDABLE = GENERATORS | 0x80  # inspect.CO_COROUTINE
LOOP_ENDS = "_run_until_complete_cb"
own_callbacks = {
    "_set_result_unless_cancelled": "end of sleep",
    "_on_timeout": "time limit",
    "_release_waiter": "time limit",
    "_done_callback": "gather: one is done",
    "_on_completion": "wait: one is done",
    "_on_task_done": "task group: one is done",
    "_inner_done_callback": "shield: the task is done",
    "_outer_done_callback": "shield: the future is done",
    "_set_state": "result of a thread",
    "_call_check_cancel": "look whether it was cancelled",
    "_notify_links": "tell those who wait",
    "_fire": "news from a thread",
    "_unlock": "look who waits for the queue",
    LOOP_ENDS: "end of the event loop",
}
"""What the callbacks of asyncio and gevent themselves are for."""

inlined = {"<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>"}
"""Functions for Python, part of the one around them for a reader."""

_suspended = (("cr_frame", "cr_await"), ("gi_frame", "gi_yieldfrom"), ("ag_frame", "ag_await"))


def stand(frame, program):
    """The line on which a strand stands, and the lines inside the helpers that it called, innermost first."""
    lines = []
    while frame is not None and frame.f_code is not events.Handle._run.__code__:
        code = frame.f_code
        if code.co_filename == program and code.co_name not in inlined:
            lines.append(frame.f_lineno)
            if code.co_name == MODULE or code.co_flags & SUSPENDABLE:
                break
        frame = frame.f_back
    return (lines[-1], lines[:-1]) if lines else (0, [])


def enclosing(frame, program):
    """The code of the program's outermost function, which its greenlet runs."""
    code = None
    while frame is not None:
        if frame.f_code.co_filename == program:
            code = frame.f_code
        frame = frame.f_back
    return code


def called(frame, program):
    """The function of a library in which the program stands: "sleep(0.1)", "Pool.map"; None if it stands in none."""
    inner = None
    while frame is not None and frame.f_code.co_filename != program:
        inner, frame = frame, frame.f_back
    if inner is None or inner.f_code.co_name == MODULE:
        return None
    name = inner.f_code.co_qualname
    seconds = local_variables(inner).get("seconds") if name == "sleep" else None
    return name if seconds is None else f"sleep({seconds})"


def task_of(callback):
    """The task that a callback of the loop steps or wakes."""
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, asyncio.Task) else None


def is_wakeup(callback):
    return "wakeup" in f"{getattr(callback, '__name__', '')} {type(callback).__name__}".lower()


def code_of(function):
    """The code of a function, a method or a partial; None for what is not written in Python."""
    while isinstance(function, functools.partial):
        function = function.func
    return getattr(function, "__code__", None)


def is_cleanup(coroutine):
    """asyncio's own work at the end of asyncio.run(); what it does to the program's generators is told by them."""
    name = getattr(getattr(coroutine, "cr_code", None), "co_name", None)
    return name in ("shutdown_asyncgens", "shutdown_default_executor")


def name_of(function):
    while isinstance(function, functools.partial):
        function = function.func
    return getattr(function, "__name__", type(function).__name__)


def task_name(task):
    """The name that the program gave, else that of its coroutine."""
    name = task.get_name()
    return name_of(task.get_coro()) if re.fullmatch(r"Task-\d+", name) else name


def first_line(coroutine, program):
    """Where the function begins whose call this is; 0 if it is not the program's."""
    code = next((code for kind in ("cr", "gi", "ag") if (code := getattr(coroutine, f"{kind}_code", None))), None)
    return code.co_firstlineno if code and code.co_filename == program else 0


def suspended_line(task, program):
    """The innermost line of the program at which a task waits."""
    own = [frame.f_lineno for frame, _ in _chain(task.get_coro()) if frame.f_code.co_filename == program]
    return own[-1] if own else 0


def waits_for(task, program, strand_of):
    """In words: "sleep(0.1)", "wait_for", "task#2", "future", "yield"."""
    future = task._fut_waiter
    library = None
    for frame, awaitable in _chain(task.get_coro()):
        if frame.f_code.co_filename == program:
            library = None
        elif library is None:
            library = frame, awaitable
    if library is not None:
        frame, awaitable = library
        if frame.f_code is tasks.sleep.__code__:
            return f"sleep({local_variables(frame).get('delay')})"
        return awaitable.__qualname__
    if future is None:
        return "yield"
    if isinstance(future, asyncio.Task):
        return f"task#{strand_of(future)}"
    return "gather" if "Gathering" in type(future).__name__ else "future"


def _chain(awaitable):
    """The frames of a suspended coroutine and of what it awaits, outermost first."""
    while awaitable is not None:
        for frame_name, inner in _suspended:
            frame = getattr(awaitable, frame_name, None)
            if frame is not None:
                yield frame, awaitable
                awaitable = getattr(awaitable, inner)
                break
        else:
            return


def is_generator(code, program):
    return bool(code.co_flags & GENERATORS) and code.co_filename == program and code.co_name != "<genexpr>"
