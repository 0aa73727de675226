"""`python harness.py virtual|own TESTS MODULE…`: runs test modules of CPython's asyncio, from the folder TESTS that holds `test/`.

Prints a line for each test: module, class and method, and `passes`, `fails`, `is skipped` or, on the virtual clock, `is refused: why`.
"""

import io
import os
import sys
import unittest

asked = []
"""What the test that runs has asked for and was refused: it fails by that, also where it catches it or fails once more."""


class Refused(BaseException):
    """Ends a test that asks for what no virtual clock rules, whatever it catches."""


class Result(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.said = "passes"
        asked.clear()

    def addError(self, test, err):
        self.said = "fails"

    def addFailure(self, test, err):
        self.said = "fails"

    addUnexpectedSuccess = addSubTestFailure = lambda self, test, *_: setattr(self, "said", "fails")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.addError(test, err)

    def addSkip(self, test, reason):
        self.said = "is skipped"

    def stopTest(self, test):
        super().stopTest(test)
        if self.said == "fails" and asked:
            self.said = f"is refused: {asked[0]}"
        print(test.id().removeprefix("test.test_asyncio."), self.said, file=sys.__stdout__, flush=True)


def on_virtual_clock():
    """Returns what begins to refuse: not while modules are loaded, which look what the machine has."""
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, os.path.join(here, *[".."] * 3, "src", "runtime", "inside", "python"))
    from _interleave.virtual.clock import Clock
    from _interleave.virtual.install import install_loop
    from _interleave.virtual.refusals import refusals
    from _interleave.virtual.time_functions import install_time

    def end(report, code):
        raise AssertionError(report)

    def refuse(what, file, line):
        asked.append(what)
        raise Refused(what)

    from test.support import socket_helper

    socket_helper._bind_nix_socket_error = "there are none in memory"
    clock = Clock()
    install_time(clock, end)
    install_loop(clock, end)
    refusals.install()
    return lambda: refusals.begin(os.path.join(folder, "test", "test_asyncio", "__init__.py"), refuse)


def run_all(suite, result):
    for each in suite:
        if isinstance(each, unittest.TestSuite):
            run_all(each, result)
            continue
        try:
            each.run(result)
        except Refused as refused:
            print(each.id().removeprefix("test.test_asyncio."), f"is refused: {refused}", file=sys.__stdout__, flush=True)


if __name__ == "__main__":
    kind, folder, *modules = sys.argv[1:]
    sys.path.insert(0, folder)
    sys.argv[1:] = []
    begin = on_virtual_clock() if kind == "virtual" else lambda: None
    loaded = [unittest.defaultTestLoader.loadTestsFromName(f"test.test_asyncio.{module}") for module in modules]
    sys.stderr = io.StringIO()
    begin()
    for each in loaded:
        run_all(each, Result())
