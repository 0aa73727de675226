"""Which steps of a program's frames are events: each statement that a strand comes to, ordinary calls and their ends."""

import ast

from ..frames import LAMBDA, MODULE, OPTIMIZED, SUSPENDABLE, inlined
from ..waits import FUTURE, YIELD

DEEP = 200
"""Calls inside each other. A program that goes on has to find as many left as it would find without a tracer."""


class Mark:
    """What is known of one frame. On a frame it passes for a trace function; nobody traces."""

    strand = None
    """Of a generator, or of an ordinary call that is an event."""

    statement = 0
    is_call = False

    def __call__(self, frame, event, argument):
        return None


class Steps:
    def __init__(self, program, hooks):
        self._program = program
        self._hooks = hooks
        self._statements = _statements(program)
        self._depth = 0
        self.too_deep = lambda: None

    def entered(self, frame, mark):
        """A function of the program that is no generator was called."""
        if not _is_function(frame.f_code):
            return
        mark.is_call = True
        self._depth += 1
        if self._depth > DEEP:
            self.too_deep()
        else:
            mark.strand = self._hooks.called(frame)

    def line(self, frame, mark):
        """A statement of several lines, or with a function inside that only Python sees, is one step."""
        if frame.f_code.co_name in inlined:
            return
        statement = self._statements.get(frame.f_lineno, frame.f_lineno)
        if statement != mark.statement:
            mark.statement = statement
            self._hooks.came_to(statement)

    def left(self, frame, mark):
        """It has ended; a coroutine goes on with whoever awaits it."""
        if mark.is_call:
            self._depth -= 1
        if mark.strand is not None:
            self._hooks.left(mark.strand, frame)
        elif frame.f_code.co_flags & SUSPENDABLE and frame.f_code.co_name not in inlined:
            caller = frame.f_back
            if caller and caller.f_code.co_filename == self._program and caller.f_code.co_flags & SUSPENDABLE:
                self._hooks.came_to(self._statements.get(caller.f_lineno, caller.f_lineno))


def gives_way_for(frame, value):
    """For what a generator gives way. An async one also does where it awaits; what it yields comes wrapped."""
    yields = type(value).__name__ == "async_generator_wrapped_value" or not frame.f_code.co_flags & 0x200
    return YIELD if yields else FUTURE


def name_of_call(code):
    """Nothing for a function without a name."""
    return "" if code.co_name == LAMBDA else code.co_name


def _is_function(code):
    own = code.co_flags & OPTIMIZED and code.co_name != MODULE and code.co_name not in inlined
    return bool(own) and not code.co_flags & SUSPENDABLE


def _statements(program):
    """For each line the first one of the statement that it belongs to."""
    with open(program, "rb") as source:
        try:
            tree = ast.parse(source.read())
        except (SyntaxError, ValueError):
            return {}
    lines = {}
    for node in ast.walk(tree):  # what is inside comes after what is around it
        if isinstance(node, (ast.stmt, ast.ExceptHandler)):
            first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
            lines.update(dict.fromkeys(range(first, (node.end_lineno or first) + 1), first))
    return lines
