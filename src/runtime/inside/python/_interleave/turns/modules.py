"""What a run changes in the modules that its program names, and in `sys`: put back after it, for the next one. Of all that
virtual/process.py looks at this is what is quick enough to be done after each run."""

import logging
import os
import sys
import warnings

from ..virtual.process import fill_caches, imported, imports

_always = ("asyncio", "asyncio.events", "asyncio.tasks", "builtins", "random", "threading", "time")
_of_sys = ("argv", "excepthook", "path", "stderr", "stdout")


class Modules:
    """Taken before a program's first run."""

    def __init__(self, file, program):
        fill_caches()
        self._folder = os.path.dirname(file)
        named = [name for name in imports(program) if name.partition(".")[0] in sys.stdlib_module_names]
        modules = [module for name in (*_always, *named) if (module := imported(name)) is not None]
        self._names = [(vars(module), dict(vars(module))) for module in modules]
        self._loaded = set(sys.modules)
        self._sys = {name: getattr(sys, name) for name in _of_sys}
        self._filters = warnings.filters[:]
        self._main = sys.modules["__main__"]
        self._cwd = os.getcwd()

    def restore(self):
        for now, before in self._names:
            if now != before:
                now.clear()
                now.update(before)
        for name, value in self._sys.items():
            setattr(sys, name, value)
        sys.modules["__main__"] = self._main
        for name in set(sys.modules) - self._loaded:
            file = getattr(sys.modules[name], "__file__", None)
            if file and os.path.dirname(file) == self._folder:
                del sys.modules[name]
        warnings.filters[:] = self._filters  # pyright: ignore[reportIndexIssue]
        logging.root.handlers.clear()
        os.chdir(self._cwd)
