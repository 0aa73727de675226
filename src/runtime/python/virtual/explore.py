"""`python explore.py (CAUSE SEED SEEDS FILE)…`: runs each program under SEEDS schedules of a cause, from SEED on.

Prints one line of JSON for each distinct output: {job, stdout, stderr, exit, elapsed, count, firstSeed}. `job` counts
the quadruples from 0; `stdout` and `stderr` are lists of lines, `elapsed` the virtual ms of the first such run.
"""

import functools
import json
import os
import random
import sys

from interleave_virtual.again import Repeater
from interleave_virtual.capture import split_lines
from interleave_virtual.causes import late, loops


def explore(repeater, cause, seeds, file):
    """Yields each distinct outcome as a dict."""
    run = repeater.prepare(file, loops[cause])
    found = {}
    for seed in seeds:
        draw = random.Random(seed).random
        outcome = run(seed, draw, functools.partial(late, draw) if cause == "latency" else None)
        output = (outcome.capture.bytes_of("stdout"), outcome.capture.bytes_of("stderr"), outcome.exit)
        seen = found.setdefault(output, {"elapsed": outcome.elapsed, "count": 0, "firstSeed": seed})
        seen["count"] += 1
    for (stdout, stderr, code), seen in found.items():
        yield {"stdout": split_lines(stdout), "stderr": split_lines(stderr), "exit": code, **seen}


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
