"""Runs one program inside Pyodide as `python FILE` would, on a virtual clock, and returns its exit code."""

import atexit
import json
import os
import random
import sys
import traceback
import types

import virtual_loop
from interleave_observe import observe


def run(file, record):
    """`record` takes each record of the observer, as JSON."""
    _hide_ourselves()
    random.seed()  # Pyodide may come from a picture of its memory, the same each time
    clock = virtual_loop.VirtualClock()
    sys.stdout.reconfigure(line_buffering=True)

    def milliseconds():
        return round(clock.now * 1000, 1)

    def write(event):
        record(json.dumps(event))

    end_output = observe(write, clock=milliseconds)
    virtual_loop.install(clock)
    code = _run_as_main(file)
    _finish()
    end_output()
    write({"e": "end", "p": str(os.getpid()), "at": milliseconds()})
    return code


def _hide_ourselves():
    """The program finds only what a program finds."""
    ours = os.path.dirname(__file__)
    sys.path[:] = [folder for folder in sys.path if not folder.startswith(ours)]


def _run_as_main(file):
    main = types.ModuleType("__main__")
    main.__file__ = file
    main.__builtins__ = __builtins__
    sys.modules["__main__"] = main
    sys.argv[:] = [file]
    sys.path[0:0] = [os.path.dirname(file)]
    try:
        with open(file, "rb") as source:
            program = compile(source.read(), file, "exec")
        exec(program, main.__dict__)
    except SystemExit as exit:
        return _exit_code(exit.code)
    except BaseException as error:
        own = error.__traceback__.tb_next  # the first frame is ours
        traceback.print_exception(type(error), error, own)
        return 1
    return 0


def _exit_code(code):
    """As Python does: None is success, a number is itself, anything else is printed and a failure."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def _finish():
    try:
        atexit._run_exitfuncs()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
