"""Threads that take turns in Pyodide: what turns.py is on CPython."""

import json

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
        for answered in self._server.answers(json.loads(line)):
            self._write(answered.decode())
        leave()
