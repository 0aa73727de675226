"""Runs a program under many schedules and keeps each distinct outcome."""

import re

from .capture import Stopped, split_lines

addresses = re.compile(rb"\b0x[0-9a-f]{6,}")
"""Where an object lies in memory differs from run to run and makes no output another one."""


MOST_CUT = 3
"""Schedules of a program that a limit may end, until it counts as one that does not come to its end."""


def explore(repeater, cause, seeds, file):
    """Each distinct outcome as a dict, and why not all schedules were run, if so."""
    found = {}
    cut = 0
    for seed, outcome in zip(seeds, repeater.prepare(file, cause)(seeds), strict=True):
        if outcome.stopped is not None:
            return list(found.values()), outcome.stopped
        stdout, stderr = outcome.bytes_of("stdout"), outcome.bytes_of("stderr")
        alike = (addresses.sub(b"", stdout), addresses.sub(b"", stderr), outcome.exit)
        if alike not in found:
            lines = {"stdout": split_lines(stdout), "stderr": split_lines(stderr)}
            found[alike] = {**lines, "exit": outcome.exit, "elapsed": outcome.elapsed, "count": 0, "firstSeed": seed}
        found[alike]["count"] += 1
        if outcome.is_spoilt and seed != seeds[-1]:
            what = "it leaves behind what cannot be put back, and this system cannot fork a process for each schedule"
            return list(found.values()), Stopped("refused", what)
        cut += outcome.cut
        if outcome.cut and (seed == seeds[0] or cut == MOST_CUT):
            return list(found.values()), Stopped("endless", split_lines(stderr)[-1])
    return list(found.values()), None
