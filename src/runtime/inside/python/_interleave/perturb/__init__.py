"""Seeded pauses where threads and processes meet. Only time passes: no operation is left out, doubled or moved, so that
each run is one that the machine's scheduler could have given as well."""

import os
import sys

from .. import plain
from ..after_import import AfterImport
from .pauses import Pauses
from .points import POINTS, perturb_points
from .processes import PROCESSES
from .threads import THREADS, perturb_builtins


def start():
    """The setting is "seed:process", the second the number of the process that starts the program. Children inherit it."""
    seed, starter = map(int, os.environ["INTERLEAVE_PERTURBED"].split(":"))
    pauses = Pauses(seed, [] if os.getppid() == starter else [os.getpid()])
    plain.start()
    perturb_builtins(pauses)
    AfterImport(dict.fromkeys(POINTS, perturb), pauses).install()
    sys.setswitchinterval(pauses.switch_interval())
    os.register_at_fork(before=pauses.before_fork, after_in_child=pauses.in_fork)


def perturb(module, pauses):
    perturb_points(module, pauses)
    change = {**THREADS, **PROCESSES}.get(module.__name__)
    if change is not None:
        change(module, pauses)
