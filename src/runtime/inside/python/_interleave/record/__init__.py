"""Records when threads and processes of a program run, wait, hand over and print, in real time, for src/runtime/real/record.

Never changes what the program does: what fails in here switches the recorder off. The rule for threads: it takes no lock
and never waits. A record is one call of C into memory of its own, which no other thread can interrupt; what a strand lets go
of is emitted before, what it gets is emitted after, so that no record stands before its cause."""

import os
import sys

from ..after_import import AfterImport
from .futures import FUTURES
from .output import watch_output
from .processes import PROCESSES
from .recorder import Recorder
from .tasks import TASKS
from .threads import THREADS, watch_sleep

HELPERS = "multiprocessing.resource_tracker", "multiprocessing.forkserver"
"""Processes that Python itself starts; no part of the program."""


def start():
    import atexit

    folder, program = os.environ["INTERLEAVE_TIMED"], os.environ["INTERLEAVE_PROGRAM"]
    recorder = Recorder(folder, program, helper=any(name in word for word in sys.orig_argv for name in HELPERS))
    end_output = watch_output(recorder)
    watch_sleep(recorder)
    AfterImport({**THREADS, **FUTURES, **PROCESSES, **TASKS}, recorder).install()
    os.register_at_fork(after_in_child=recorder.in_fork)

    def end():
        end_output()
        recorder.process_ends("return")

    atexit.register(end)
