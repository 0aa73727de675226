"""The tracer of a program, whichever loop it runs on."""

from .hub_moments import HubMoments
from .loop_moments import LoopMoments


class Tracer(LoopMoments, HubMoments):
    pass
