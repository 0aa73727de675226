"""Where there are no threads, strands are stacks that are switched: JavaScript Promise Integration of WebAssembly.

Whatever belongs to a thread of the machine has to be changed by hand when the stack changes: asyncio's running loop, which
is Pyodide's own while a stack waits.
"""

from asyncio import events

from js import Promise  # pyright: ignore[reportMissingImports]
from pyodide.code import run_js  # pyright: ignore[reportMissingImports]
from pyodide.ffi import create_proxy, run_sync  # pyright: ignore[reportMissingImports]

_page = events._get_running_loop()
_set_running = events._set_running_loop  # before refusals.py asks whose loop it is
_begin = run_js("(work) => void Promise.resolve().then(() => work.callPromising()).finally(() => work.destroy())")


class Baton:
    """Who waits for it stands still until it is given; only one waits."""

    def __init__(self):
        self._given = Promise.withResolvers()

    def give(self):
        self._given.resolve()

    def wait(self):
        own = events._get_running_loop()
        _set_running(_page)
        run_sync(self._given.promise)
        self._given = Promise.withResolvers()
        _set_running(own)


def leave():
    """The page goes on: its own loop runs again."""
    _set_running(_page)


def start(work):
    def begin():
        _set_running(None)
        work()
        _set_running(_page)

    _begin(create_proxy(begin))
