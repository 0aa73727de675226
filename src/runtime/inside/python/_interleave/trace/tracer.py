"""The tracer of a program, whichever loop it runs on."""

from .hub_hooks import HubMoments
from .loop_hooks import LoopMoments


class Tracer(LoopMoments, HubMoments):
    pass
