"""`python trace.py FILE…`: traces programs on the virtual clock, each in a process of its own.

Prints one line of JSON for each: {file, lines: [{at, stream, text}], exit, elapsed, events}, times in virtual ms, or why
there is no such outcome: {file, stopped: {why, what, file, line}}.
"""

import os
import sys

from _interleave.channels import stdout_channel
from _interleave.trace.traced import TracedRepeater

if __name__ == "__main__":
    del sys.path[0]
    write = stdout_channel()
    repeater = TracedRepeater()
    for file in sys.argv[1:]:
        events, outcome = repeater.trace(file)
        if outcome.stopped is not None:
            write({"file": file, "stopped": outcome.stopped.as_dict()})
            continue
        report = {"file": file, "lines": outcome.lines(), "exit": outcome.exit, "elapsed": outcome.elapsed}
        write({**report, "events": events})
    os._exit(0)  # a thread of a program may be stuck
