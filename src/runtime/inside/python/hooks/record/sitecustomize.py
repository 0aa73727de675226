"""Python's own hook for site settings, and so the way in for the recorder of live runs: it stands ready before
the program starts, which then runs exactly as `python3 FILE` does. A site's own settings, if it has any, are loaded as
well."""

import sys

sys.path.insert(0, __file__.rpartition("hooks")[0])
try:
    from _interleave.start import start
finally:
    del sys.path[0]
start("_interleave.record", __file__)
