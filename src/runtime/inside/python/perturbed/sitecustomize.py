"""Python's own hook for site settings, and so the way in for the pauses: they stand ready before the program starts,
which then runs exactly as `python3 FILE` does. A site's own settings, if it has any, are loaded as well."""

import sys


def _perturb():
    import os

    from interleave_perturbed import perturb

    perturb(os.environ["INTERLEAVE_PERTURBED"])


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
    _perturb()
except Exception:  # without pauses the program still runs
    pass
_load_shadowed()
