"""Python's own hook for site settings, and so the way in for the timed recorder: it stands ready before the program starts,
which then runs exactly as `python3 FILE` does. A site's own settings, if it has any, are loaded as well."""

import sys


def _record():
    import os

    here = os.path.dirname(os.path.abspath(__file__))
    beside = [os.path.join(os.path.dirname(here), name) for name in ("observe", "perturbed")]
    before = sys.path[:]
    sys.path[:0] = beside
    try:
        from interleave_timed import record
    finally:
        sys.path[:] = before
    record(os.environ["INTERLEAVE_TIMED"], os.environ["INTERLEAVE_PROGRAM"])


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
    _record()
except Exception:  # without a recorder the program still runs
    pass
_load_shadowed()
