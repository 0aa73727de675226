"""Python's own hook for site settings: a program prints into our pipe as it does on a terminal, each line at once and whole.
Unbuffered, a print would be two writes, the text and the line end, and another thread could come between them."""

import sys


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
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
except Exception:  # a program without a stdout has nothing to print
    pass
_load_shadowed()
