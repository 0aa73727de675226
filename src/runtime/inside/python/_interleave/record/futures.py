"""Results of pools: a thread that asks for one may have to wait for it."""

from ..waits import FUTURE
from .watch import watch_methods


def watch_base(module, recorder):
    def begin(call, values, named):
        call.wait(FUTURE)

    watch_methods(recorder, module.Future, ["result", "exception"], begin)


FUTURES = {"concurrent.futures._base": watch_base}
