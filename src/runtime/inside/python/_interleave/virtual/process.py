"""What a program may change in the process that it shares with other runs, and how it was before.

Of the modules that it imports, what stands in the module itself is put back, not what stands in its classes.
"""

import dis
import importlib
import importlib.machinery
import logging
import os
import sys
import warnings

_always = ("asyncio", "asyncio.events", "asyncio.tasks", "builtins", "random", "threading", "time")
_loadable = {*sys.stdlib_module_names, "gevent", "greenlet", "zope"} - {"antigravity", "idlelib", "this", "turtle"}
_of_sys = ("argv", "excepthook", "path", "stderr", "stdout")


class Before:
    """Taken before a program's first run, put back after each."""

    def __init__(self, file, program):
        self._folder = os.path.dirname(file)
        named = [name for name in imports(program) if name.partition(".")[0] in sys.stdlib_module_names]
        modules = [module for name in (*_always, *named) if (module := _imported(name)) is not None]
        self._modules = [(vars(module), dict(vars(module))) for module in modules]
        self._loaded = set(sys.modules)
        self._sys = {name: getattr(sys, name) for name in _of_sys}
        self._filters = warnings.filters[:]
        self._main = sys.modules["__main__"]
        self._cwd = os.getcwd()

    def restore(self):
        for now, before in self._modules:
            if now != before:
                now.clear()
                now.update(before)
        for name, value in self._sys.items():
            setattr(sys, name, value)
        sys.modules["__main__"] = self._main
        for name in set(sys.modules) - self._loaded:
            if _folder_of(sys.modules[name]) == self._folder:
                del sys.modules[name]
        warnings.filters[:] = self._filters  # pyright: ignore[reportIndexIssue]
        logging.root.handlers.clear()
        if os.getcwd() != self._cwd:
            os.chdir(self._cwd)


def imports(program):
    """The modules that a program names at its top level."""
    if isinstance(program, SyntaxError):
        return []
    return [step.argval for step in dis.get_instructions(program) if step.opname == "IMPORT_NAME"]


def load_outside(folder, names):
    """Loads those modules of these names that leave nothing behind but themselves, and none of `folder`."""
    for name in names:
        if name in sys.modules or name.partition(".")[0] not in _loadable:
            continue
        if importlib.machinery.PathFinder.find_spec(name, [folder]) is None:
            _imported(name)


def _imported(name):
    try:
        return importlib.import_module(name)
    except ImportError:  # the program will say so
        return None


def _folder_of(module):
    file = getattr(module, "__file__", None)
    return os.path.dirname(file) if file else None
