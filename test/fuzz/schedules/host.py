"""`python host.py OURS MODEL`: runs one small program after another under schedules of a model, in a process that is warm.

Each line of JSON that comes in is {file, schedules}. For each schedule, in order, goes out one line, as schedules.py and turns.py say.
"""

import json
import os
import sys

sys.path[0] = sys.argv[1]

from _interleave.channels import requests_of_stdin, stdout_of_lines, line_of  # noqa: E402 the tests say where it lies

del sys.path[0]
model = sys.argv[2]
write, requests = stdout_of_lines(), requests_of_stdin()


def on_virtual_clock():
    from _interleave.virtual.models.answers import Answers
    from _interleave.virtual.models.scheduled import ScheduledRepeater

    repeater = ScheduledRepeater(model)
    known, answers = None, None
    for request in map(json.loads, requests):
        if request['file'] != known:
            known = request['file']
            answers = Answers(repeater.prepare(known))
        for answer in answers.of(request['schedules']):
            write(line_of(answer))


def threads_by_turns():
    from _interleave.turns.install import install

    installed = install()
    from _interleave.turns.serve import Server

    for request in map(json.loads, requests):
        child = os.fork()
        if child == 0:  # a server is for one program
            asked = {'schedules': request['schedules'], 'model': model}
            for line in Server(installed, request['file']).answers(asked):
                write(line)
            os._exit(0)
        os.waitpid(child, 0)


if model in ('gil', 'any'):
    threads_by_turns()
else:
    on_virtual_clock()
os._exit(0)
