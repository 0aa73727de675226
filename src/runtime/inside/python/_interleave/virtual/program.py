"""Runs a program as `python FILE` does, as far as the program can tell, and says its exit code."""

import itertools
import os
import sys
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
    """As Python does, in its own words ("Did you mean: …"), but without the frames that are ours."""
    if sys.excepthook is _usual_hook:
        _leave_ours_out(error, set())
    sys.excepthook(type(error), error, error.__traceback__)


def _leave_ours_out(error, seen):
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    error.__traceback__ = _without_ours(error.__traceback__)
    for other in (error.__cause__, error.__context__, *getattr(error, "exceptions", ())):
        _leave_ours_out(other, seen)


def _without_ours(traceback):
    """The same objects, linked past those of our frames."""
    kept = []
    while traceback is not None:
        if not traceback.tb_frame.f_code.co_filename.startswith(_ours):
            kept.append(traceback)
        traceback = traceback.tb_next
    for one, following in itertools.zip_longest(kept, kept[1:]):
        one.tb_next = following
    return kept[0] if kept else None
