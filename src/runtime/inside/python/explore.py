"""`python explore.py (CAUSE SEED SEEDS FILE)…`: runs each program under SEEDS schedules of a cause, from SEED on.

Prints one line of JSON for each distinct output: {job, stdout, stderr, exit, elapsed, count, firstSeed}. `job` counts
the quadruples from 0; `stdout` and `stderr` are lists of lines, `elapsed` the virtual ms of the first such run. Where not
all schedules were run it prints why, {job, stopped: {why, what, file, line}}; the file is not run again then.
"""

import os
import sys

from _interleave.channels import stdout_channel
from _interleave.virtual.explore import explore
from _interleave.virtual.repeat import Repeater

if __name__ == "__main__":
    del sys.path[0]
    write = stdout_channel()
    repeater = Repeater()
    stops = {}
    jobs = zip(*[iter(sys.argv[1:])] * 4, strict=True)
    for number, (cause, seed, seeds, file) in enumerate(jobs):
        if file not in stops:
            outcomes, stop = explore(repeater, cause, range(int(seed), int(seed) + int(seeds)), file)
            for outcome in outcomes:
                write({"job": number, **outcome})
            if stop is not None:
                stops[file] = stop
        if file in stops:
            write({"job": number, "stopped": stops[file].as_dict()})
    os._exit(0)  # a thread of a program may be stuck
