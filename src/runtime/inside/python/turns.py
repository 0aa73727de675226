"""`python turns.py FILE`: runs a program of threads under schedules, which it reads from stdin.

Each line of JSON that comes in is {schedules, model, limits, detailed}: schedules as src/explore/schedule.ts has them, model
`any` or `gil`, limits {places, share}. For each schedule, in order, goes out one line: {decisions, strands, lines, exit,
elapsed} and, where no strand could go on, deadlock; or {error} for a schedule that does not fit. `decisions.py` says what
stands in a decision.
"""

import json
import os
import sys

from _interleave.channels import stdout_channel
from _interleave.turns.install import install

if __name__ == "__main__":
    del sys.path[0]
    write = stdout_channel()
    installed = install()
    from _interleave.turns.serve import Server  # builds on the threads that are installed

    server = Server(installed, sys.argv[1])
    for request in sys.stdin:
        for answer in server.answers(json.loads(request)):
            write(answer)
    os._exit(0)
