"""`python schedules.py MODEL FILE`: runs a program under schedules of a model, which it reads from stdin.

Each line of JSON that comes in is a list of schedules, as src/explore/schedule.ts has them. For each schedule, in
order, goes out one line: {decisions, outcome, pinned} as src/explore/wire.ts reads it, {misfit} for a schedule that
does not fit the run, or {stopped: {why, what, file, line}} where there is no outcome.
"""

import json
import os
import sys

from _interleave.channels import requests_of_stdin, stdout_channel
from _interleave.virtual.models.answers import Answers
from _interleave.virtual.models.scheduled import ScheduledRepeater

if __name__ == "__main__":
    del sys.path[0]
    write, requests = stdout_channel(), requests_of_stdin()
    model, file = sys.argv[1:]
    answers = Answers(ScheduledRepeater(model).prepare(file))
    for line in requests:
        for answer in answers.of(json.loads(line)):
            write(answer)
    os._exit(0)  # a thread of a program may be stuck
