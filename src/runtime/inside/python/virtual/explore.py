"""`python explore.py (CAUSE SEED SEEDS FILE)…`: runs each program under SEEDS schedules of a cause, from SEED on.

Prints one line of JSON for each distinct output: {job, stdout, stderr, exit, elapsed, count, firstSeed}. `job` counts
the quadruples from 0; `stdout` and `stderr` are lists of lines, `elapsed` the virtual ms of the first such run.
"""

import json
import os
import re
import sys

from interleave_virtual.again import Repeater
from interleave_virtual.capture import split_lines

addresses = re.compile(rb"\b0x[0-9a-f]{6,}")
"""Where an object lies in memory differs from run to run and makes no output another one."""


def explore(repeater, cause, seeds, file):
    """Yields each distinct outcome as a dict."""
    found = {}
    for seed, outcome in zip(seeds, repeater.prepare(file, cause)(seeds), strict=True):
        stdout, stderr = outcome.bytes_of("stdout"), outcome.bytes_of("stderr")
        alike = (addresses.sub(b"", stdout), addresses.sub(b"", stderr), outcome.exit)
        if alike not in found:
            lines = {"stdout": split_lines(stdout), "stderr": split_lines(stderr)}
            found[alike] = {**lines, "exit": outcome.exit, "elapsed": outcome.elapsed, "count": 0, "firstSeed": seed}
        found[alike]["count"] += 1
    yield from found.values()


if __name__ == "__main__":
    from interleave_virtual.channel import own_channel

    sys.path[:1] = []
    write = own_channel()
    repeater = Repeater()
    jobs = zip(*[iter(sys.argv[1:])] * 4, strict=True)
    for number, (cause, seed, seeds, file) in enumerate(jobs):
        for outcome in explore(repeater, cause, range(int(seed), int(seed) + int(seeds)), file):
            write(json.dumps({"job": number, **outcome}))
    os._exit(0)  # a thread of a program may be stuck
