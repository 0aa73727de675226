"""What is said of a program that nothing can wake any more: who waits, and where."""

import asyncio
import linecache
import sys

from ..frames import suspended

DEADLOCK_EXIT = 13
"""The exit code of a deadlock: what Node gives for an await that nothing can settle."""

TURNS_EXIT = 124
"""The exit code where a limit was reached, as timeout(1) gives it."""


def describe_deadlock(loop):
    """One sentence, then a line for each task that waits."""
    tasks = sorted(asyncio.all_tasks(loop), key=lambda task: _location(task)[1])
    waiting = [f"  task {_name(task)} waits at line {_at(*_location(task))}\n" for task in tasks]
    return "nothing left can wake this: nothing is ready, no timer is set, no thread is at work\n" + "".join(waiting)


def _name(task):
    coroutine = task.get_coro()
    own = "" if task.get_name().startswith("Task-") else f' "{task.get_name()}"'
    return getattr(coroutine, "__qualname__", type(coroutine).__name__) + own


def _at(file, line):
    text = linecache.getline(file, line).strip()
    return f"{line}: {text}" if text else str(line)


def _location(task):
    """File and line of the program, not of a library, where a task waits."""
    program = getattr(sys.modules.get("__main__"), "__file__", None)
    locations = [(frame.f_code.co_filename, frame.f_lineno) for frame, _ in suspended(task.get_coro())]
    own = [location for location in locations if location[0] == program]
    return (own or locations or [("", 0)])[-1]
