"""`python turns.py FILE`: runs a program of threads under schedules, which it reads from stdin.

Each line of JSON that comes in is {schedules, model, limits, traced}: schedules as src/explore/schedule.ts has them, model
`usual`, `gil` or `any`, limits {places, share}. For each schedule, in order, goes out one line, a run as src/explore/wire.ts
has it, with the outcome {lines, exit, elapsed} and, where no strand could go on, `waiting`; traced also with `records`, as
src/runtime/real/record/records.ts has them. The last line may be {misfit} for a schedule that does not fit the program, or
{stopped} for a program that cannot be run: the rest is not run then.
"""

import json
import os
import sys

from _interleave.channels import requests_of_stdin, stdout_of_lines
from _interleave.turns.install import install

if __name__ == "__main__":
    del sys.path[0]
    write, requests = stdout_of_lines(), requests_of_stdin()
    installed = install()
    from _interleave.turns.serve import Server  # builds on the threads that are installed

    server = Server(installed, sys.argv[1])
    for request in requests:
        for line in server.answers(json.loads(request)):
            write(line)
    os._exit(0)
