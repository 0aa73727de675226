"""`python batch.py FILE…`: runs programs on the virtual clock, each in a process of its own.

Prints one line of JSON for each: {file, lines: [{at, stream, text}], exit, elapsed}, times in virtual ms, or why there is
no such outcome: {file, stopped: {why, what, file, line}}. It ends early where a program leaves something behind; the
programs after it want another process.
"""

import os
import sys

from _interleave.channels import stdout_channel
from _interleave.virtual.batch import run_all

if __name__ == "__main__":
    del sys.path[0]
    run_all(sys.argv[1:], stdout_channel())
    os._exit(0)  # a thread of a program may be stuck
