"""`python batch.py FILE…`: runs programs on the virtual clock, one after another in one process.

Prints one line of JSON for each: {file, lines: [{at, stream, text}], exit, elapsed}, times in virtual ms.
"""

import json
import os
import sys

from interleave_virtual.again import Repeater


def run_all(files, tell):
    """Calls `tell` with one dict for each file."""
    repeater = Repeater()
    for file in files:
        (outcome,) = repeater.prepare(file)([0])
        tell({"file": file, "lines": outcome.lines(), "exit": outcome.exit, "elapsed": outcome.elapsed})


if __name__ == "__main__":
    from interleave_virtual.channel import own_channel

    sys.path[:1] = []
    write = own_channel()
    run_all(sys.argv[1:], lambda record: write(json.dumps(record)))
    os._exit(0)  # a thread of a program may be stuck
