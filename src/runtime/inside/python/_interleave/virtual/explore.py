"""Runs a program under many schedules and keeps each distinct outcome."""

import re

from .capture import split_lines

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
