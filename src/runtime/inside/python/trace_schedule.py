"""`python trace_schedule.py MODEL SCHEDULE FILE`: traces a program under a schedule of a model, which is JSON as
src/explore/schedule.ts has it.

Prints one line of JSON: {lines: [{at, stream, text}], exit, elapsed, events}, times in virtual ms, or why there is no such
outcome: {stopped: {why, what, file, line}} or {misfit}.
"""

import json
import os
import sys

from _interleave.channels import stdout_channel
from _interleave.trace.traced_schedule import TracedSchedules

if __name__ == "__main__":
    del sys.path[0]
    model, schedule, file = sys.argv[1:]
    write = stdout_channel()
    outcome = TracedSchedules(model).trace_schedule(file, json.loads(schedule))
    beside = outcome.beside or {"fault": None}
    if outcome.stopped is not None and outcome.stopped.why == "misfit":
        write({"misfit": outcome.stopped.what})
    elif outcome.stopped is not None:
        write({"stopped": outcome.stopped.as_dict()})
    elif beside["fault"]:
        write({"misfit": beside["fault"]})
    else:
        report = {"lines": outcome.lines(), "exit": outcome.exit, "elapsed": outcome.elapsed}
        write({**report, "events": beside["events"]})
    os._exit(0)  # a thread of a program may be stuck
