"""The tracer of a program, whichever loop it runs on."""

from .hub_hooks import HubHooks
from .loop_hooks import LoopHooks


class Tracer(LoopHooks, HubHooks):
    pass
