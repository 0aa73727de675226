"""Runs a program as `python FILE` does, as far as the program can tell, and says its exit code."""

import os
import sys
import traceback
import types

from .clock import Ended

_usual_hook = sys.excepthook
_ours = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def load(file):
    """The compiled program; an error that ends it, for a file that is not Python, is kept for its run."""
    with open(file, "rb") as source:
        text = source.read()
    try:
        return compile(text, file, "exec")
    except SyntaxError as error:
        return error


def run_as_main(file, program):
    """Runs what `load` gave as the main module."""
    main = types.ModuleType("__main__")
    main.__file__ = file
    vars(main)["__builtins__"] = __builtins__
    sys.modules["__main__"] = main
    try:
        if isinstance(program, SyntaxError):
            raise program
        exec(program, main.__dict__)
    except SystemExit as exit:
        return _exit_code(exit.code)
    except Ended:
        raise
    except BaseException as error:
        _show(error)
        return 130 if isinstance(error, KeyboardInterrupt) else 1
    return 0


def _exit_code(code):
    """As Python does: None is success, a number is itself, anything else is printed and a failure."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def _show(error):
    """As Python does, but without the frames that are ours."""
    if sys.excepthook is not _usual_hook:
        sys.excepthook(type(error), error, error.__traceback__)
        return
    report = traceback.TracebackException.from_exception(error, compact=True)
    _leave_ours_out(report)
    print("".join(report.format()), end="", file=sys.stderr)


def _leave_ours_out(report):
    theirs = [frame for frame in report.stack if not frame.filename.startswith(_ours)]
    report.stack = traceback.StackSummary.from_list(theirs) if theirs else None
    for other in (report.__cause__, report.__context__, *(getattr(report, "exceptions", None) or [])):
        if other is not None:
            _leave_ours_out(other)
