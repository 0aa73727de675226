"""Changes a module right after its import, so that a program that does not import it does not pay for it."""

import sys


class AfterImport:
    """A finder that finds nothing itself. `changes` has a function for each module: change(module, changer)."""

    def __init__(self, changes, changer):
        self._changes = changes
        self._changer = changer

    def install(self):
        for name in list(self._changes):
            if name in sys.modules:
                self._apply(self._changes.pop(name), sys.modules[name])
        sys.meta_path.insert(0, self)

    def find_spec(self, name, path=None, target=None):
        change = self._changes.pop(name, None)
        if change is None:
            return None
        for finder in sys.meta_path:
            spec = None if finder is self else finder.find_spec(name, path, target)
            if spec is not None:
                return self._changing(spec, change)
        return None

    def _changing(self, spec, change):
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            self._apply(change, module)

        try:
            spec.loader.exec_module = exec_module
        except Exception:  # a loader that cannot be changed loads the module as it is
            pass
        return spec

    def _apply(self, change, module):
        try:
            change(module, self._changer)
        except Exception:  # another Python may lack what is changed here
            pass
