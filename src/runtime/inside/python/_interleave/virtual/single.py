"""Runs one program on the virtual clock, observed, in a process of its own."""

import atexit
import os
import sys

from ..observe import observe
from .clock import Clock
from .install import install_hub, install_loop
from .program import load, run_as_main
from .refusals import refusals
from .time_functions import install_time


def run(file, write, leave):
    """Returns the program's exit code; a deadlock ends the process by `leave(code)`. `write` takes each record."""
    clock = Clock()
    sys.stdout.reconfigure(line_buffering=True)  # pyright: ignore[reportAttributeAccessIssue]
    end_output = observe(write, clock=clock.milliseconds)

    def finish():
        end_output()
        write({"e": "end", "p": str(os.getpid()), "at": clock.milliseconds()})

    def end(report, code):
        sys.stdout.flush()
        print(report, end="", file=sys.stderr, flush=True)
        finish()
        leave(code)

    def refuse(what, _, line):
        end(f"refused: {f'line {line}: ' if line else ''}{what}\n", 1)

    install_time(clock, end)
    install_loop(clock, end)
    install_hub(clock, end)
    refusals.install()
    refusals.begin(os.path.abspath(file), refuse)
    sys.path[:0] = [os.path.dirname(os.path.abspath(file))]
    sys.argv[:] = [file]
    code = run_as_main(file, load(file))
    finish()
    return code


def run_and_end(file, write, leave):
    """Like `run`, where the interpreter lives on and does not do by itself what it does at its end."""
    code = run(file, write, leave)
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    return code
