"""Threads that take turns in Pyodide: what turns.py is on CPython."""

import json

from ..channels import line_of
from .install import install
from .on_stacks import leave


class Page:
    """`write` takes lines of text."""

    def __init__(self, file, write):
        installed = install()
        from .serve import Server  # builds on the threads that are installed

        self._server = Server(installed, file)
        self._write = write
        leave()

    def answer(self, line):
        for answer in self._server.answers(json.loads(line)):
            self._write(line_of(answer).decode())
        leave()
