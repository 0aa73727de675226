"""Python's own hook for site settings, and so the way in for the observer: it stands ready before the program starts,
which then runs exactly as `python3 FILE` does. A site's own settings, if it has any, are loaded as well."""

import sys


def _observe():
    import os

    from interleave_observe import observe_file

    observe_file(os.environ["INTERLEAVE_RECORDS"])


def _load_shadowed():
    """This file shadows a sitecustomize that the machine may have."""
    here = __file__.rpartition("sitecustomize")[0].rstrip("/\\")
    sys.path[:] = [folder for folder in sys.path if folder.rstrip("/\\") != here]
    own = sys.modules.pop("sitecustomize", None)
    try:
        __import__("sitecustomize")
    except ImportError:
        sys.modules["sitecustomize"] = own


try:
    _observe()
except Exception:  # without an observer the program still runs
    pass
_load_shadowed()
