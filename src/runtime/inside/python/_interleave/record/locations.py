"""Where a thread stands in the program, and what its parts are called there: found by looking, nothing is kept alive."""

import re
import sys
from collections import namedtuple

from ..frames import locate

Location = namedtuple("Location", "line called")
"""`called` is the function of a library in which the program stands; None where it calls the operation itself."""

HANDED = {
    "Thread.run": "/threading.py",
    "_WorkItem.run": "/concurrent/futures/thread.py",
    "WorkerContext.run": "/concurrent/futures/thread.py",
}
"""Functions of Python that call what a thread was given, and their files."""


class Locations:
    def __init__(self, program):
        self.program = program
        self._text = None

    def is_in_program(self, code):
        return code.co_filename == self.program

    def of(self, frame, owner):
        """The innermost line of the program. What lies in `owner`, the operation's own file, calls for the program.
        What Python does to import a module is nobody's call."""
        called = None
        while frame is not None and frame.f_code not in _ends():
            code = frame.f_code
            if code.co_filename == self.program:
                return Location(frame.f_lineno, called)
            if code.co_filename.startswith("<frozen importlib"):
                return None
            if code.co_filename != owner:
                called = code.co_qualname
            frame = frame.f_back
        return None

    def locate(self, frame):
        """The line on which the strand itself stands, and the lines inside the helpers that it called, innermost first."""
        return locate(frame, self.program, _ends())

    def name_at(self, frame):
        """What the program calls the object that it makes just now: the left side of its line."""
        location = self.of(frame, None)
        found = location and re.match(r"\s*(?:\w+\.)*(\w+)\s*(?::[^=]*)?=[^=]", self._line(location.line))
        return found and found[1]

    def _line(self, number):
        if self._text is None:
            with open(self.program, encoding="utf-8") as file:
                self._text = file.read().split("\n")
        return self._text[number - 1]

    def first_line(self, function):
        """Where a function of the program begins; 0 for any other."""
        code = getattr(getattr(function, "func", function), "__code__", None)
        return code.co_firstlineno if code is not None and self.is_in_program(code) else 0


def handed(frame):
    """The operation itself is what a thread was given to do: `asyncio.to_thread(gate.wait)`."""
    code = frame.f_code
    file = HANDED.get(code.co_qualname)
    return Location(0, None) if file and code.co_filename.replace("\\", "/").endswith(file) else None


def _ends():
    """Below these the stack is that of somebody else: an event loop, or the parent of a forked process."""
    loop, process = sys.modules.get("asyncio.events"), sys.modules.get("multiprocessing.process")
    found = []
    if loop is not None and hasattr(loop, "Handle"):
        found.append(loop.Handle._run.__code__)
    if process is not None and hasattr(process, "BaseProcess"):
        found.append(getattr(process.BaseProcess._bootstrap, "__code__", None))
    return found


def shown(value, depth=2):
    """A value in the program's own words, cut where it is long. Of the program's own classes only the name: no code of
    its runs for us."""
    kind = type(value)
    if kind in (str, int, float, bool, bytes, type(None)):
        text = repr(value[:40] if kind in (str, bytes) else value)
    elif kind in (tuple, list) and depth and len(value) <= 8:
        inner = ", ".join(shown(one, depth - 1) for one in value)
        text = f"[{inner}]" if kind is list else f"({inner}{',' if len(value) == 1 else ''})"
    elif kind is dict and depth and len(value) <= 8:
        text = "{" + ", ".join(f"{shown(key, 0)}: {shown(one, depth - 1)}" for key, one in list(value.items())) + "}"
    else:
        text = value.__name__ if kind.__name__ == "function" else kind.__name__
    return text if len(text) <= 60 else text[:59] + "…"
