"""`python run.py FILE`: runs one program on the virtual clock, in a process of its own, and ends with its exit code."""

import os
import sys

from _interleave.channels import file_channel
from _interleave.virtual.single import run

if __name__ == "__main__":
    del sys.path[0]
    path = os.environ.get("INTERLEAVE_RECORDS")
    write = file_channel(path)[0] if path else lambda record: None
    sys.exit(run(sys.argv[1], write, os._exit))
