"""What is said of a program that nothing can wake any more: who waits, and where."""

import asyncio
import linecache
import sys

DEADLOCK_EXIT = 13
"""The exit code of a deadlock: what Node gives for an await that nothing can settle."""

TURNS_EXIT = 124
"""The exit code where a limit was reached, as timeout(1) gives it."""


def describe_deadlock(loop):
    """One sentence, then a line for each task that waits."""
    tasks = sorted(asyncio.all_tasks(loop), key=lambda task: _place(task)[1])
    waiting = [f"  task {_name(task)} waits at line {_at(*_place(task))}\n" for task in tasks]
    return "nothing left can wake this: nothing is ready, no timer is set, no thread is at work\n" + "".join(waiting)


def _name(task):
    coroutine = task.get_coro()
    own = "" if task.get_name().startswith("Task-") else f' "{task.get_name()}"'
    return getattr(coroutine, "__qualname__", type(coroutine).__name__) + own


def _at(file, line):
    text = linecache.getline(file, line).strip()
    return f"{line}: {text}" if text else str(line)


def _place(task):
    """File and line of the program, not of a library, where a task waits."""
    program = getattr(sys.modules.get("__main__"), "__file__", None)
    places = [(frame.f_code.co_filename, frame.f_lineno) for frame in _suspended(task.get_coro())]
    own = [place for place in places if place[0] == program]
    return (own or places or [("", 0)])[-1]


def _suspended(awaitable):
    """The frames of a suspended coroutine and of what it awaits, outermost first."""
    while awaitable is not None:
        for prefix, inner in (("cr", "cr_await"), ("gi", "gi_yieldfrom"), ("ag", "ag_await")):
            frame = getattr(awaitable, prefix + "_frame", None)
            if frame is not None:
                yield frame
                awaitable = getattr(awaitable, inner)
                break
        else:
            return
