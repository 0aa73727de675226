"""How a hook for site settings starts what it is the way in for. Whatever fails here, the program still runs."""

import sys


def start(module, hook):
    """Calls `start()` of the module of ours; `hook` is the file of the hook that asks."""
    try:
        __import__(module)
        sys.modules[module].start()
    except Exception:  # a program without an observer, or without a stdout, runs as well
        pass
    _load_shadowed(hook)


def _load_shadowed(hook):
    """The hook shadows a sitecustomize that the machine may have, or another hook of ours."""
    here = hook.rpartition("sitecustomize")[0].rstrip("/\\")
    sys.path[:] = [folder for folder in sys.path if folder.rstrip("/\\") != here]
    own = sys.modules.pop("sitecustomize")
    try:
        __import__("sitecustomize")
    except ImportError:
        sys.modules["sitecustomize"] = own
