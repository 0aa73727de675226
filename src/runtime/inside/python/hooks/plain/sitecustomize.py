"""Python's own hook for site settings: a program prints into our pipe as it does on a terminal. A site's own settings, if it
has any, are loaded as well."""

import sys

sys.path.insert(0, __file__.rpartition("hooks")[0])
try:
    from _interleave.start import start
finally:
    del sys.path[0]
start("_interleave.plain", __file__)
