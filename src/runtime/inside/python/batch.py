"""`python batch.py FILE…`: runs programs on the virtual clock, one after another in one process.

Prints one line of JSON for each: {file, lines: [{at, stream, text}], exit, elapsed}, times in virtual ms.
"""

import json
import os
import sys

from _interleave.virtual.batch import run_all
from _interleave.virtual.channel import own_channel

if __name__ == "__main__":
    del sys.path[0]
    write = own_channel()
    run_all(sys.argv[1:], lambda record: write(json.dumps(record)))
    os._exit(0)  # a thread of a program may be stuck
