"""`python trace.py CAUSE SEED FILE…`: traces programs on the virtual clock, one after another in one process.

Prints one line of JSON for each: {file, lines: [{at, stream, text}], exit, elapsed, events}, times in virtual ms.
"""

import os
import sys

from _interleave.channels import stdout_channel
from _interleave.trace.traced import TracedRepeater

if __name__ == "__main__":
    del sys.path[0]
    cause, seed, *files = sys.argv[1:]
    write = stdout_channel()
    repeater = TracedRepeater()
    for file in files:
        events, outcome = repeater.trace(file, cause, int(seed))
        report = {"file": file, "lines": outcome.lines(), "exit": outcome.exit, "elapsed": outcome.elapsed}
        write({**report, "events": events})
    os._exit(0)  # a thread of a program may be stuck
