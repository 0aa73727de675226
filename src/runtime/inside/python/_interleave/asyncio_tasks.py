"""What is known of asyncio's tasks by looking: whose they are, where they stand and for what they wait."""

import asyncio
import re
from asyncio import tasks

from . import waits
from .frames import suspended, suspended_also_in_generators
from .functions import name_of
from .local_variables import local_variables


def task_of(callback):
    """The task that a callback of the loop steps or wakes."""
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, asyncio.Task) else None


def is_wakeup(callback):
    return "wakeup" in f"{getattr(callback, '__name__', '')} {type(callback).__name__}".lower()


def is_cleanup(coroutine):
    """asyncio's own work at the end of asyncio.run(); what it does to the program's generators is reported by them."""
    name = getattr(getattr(coroutine, "cr_code", None), "co_name", None)
    return name in ("shutdown_asyncgens", "shutdown_default_executor")


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
    own = [frame.f_lineno for frame, _ in suspended(task.get_coro()) if frame.f_code.co_filename == program]
    return own[-1] if own else 0


def waits_for(task, program, strand_of):
    """As src/trace/waits.ts has it; `strand_of` gives the strand of another task. The innermost function counts, also in an
    asynchronous generator that the task goes through."""
    future = task._fut_waiter
    library = None
    for frame, awaitable in suspended_also_in_generators(task.get_coro()):
        if frame.f_code.co_filename == program:
            library = None
        elif library is None:
            library = frame, awaitable
    if library is not None:
        frame, awaitable = library
        if frame.f_code is tasks.sleep.__code__:
            return waits.sleep(local_variables(frame).get("delay"))
        name = awaitable.__qualname__
        return waits.TASK_GROUP if name == "TaskGroup.__aexit__" else waits.inside(name)
    if future is None:
        return waits.YIELD
    if isinstance(future, asyncio.Task):
        return waits.for_strand(strand_of(future), "await")
    return waits.GATHER if "Gathering" in type(future).__name__ else waits.FUTURE


def ending(task):
    """How a task that is done has ended."""
    if task.cancelled():
        return "cancel"
    return "return" if task._exception is None else "throw"


def throws(task, handle):
    """Whether it was cancelled, or what it waited for failed: its coroutine goes on with an exception."""
    waited = handle._args[0] if is_wakeup(handle._callback) and handle._args else None
    return task._must_cancel or waited is not None and (waited.cancelled() or waited._exception is not None)
