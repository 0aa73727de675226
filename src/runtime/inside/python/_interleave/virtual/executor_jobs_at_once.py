"""What a loop has done by threads, where there are none.

The function runs to its end when it is sent, on a clock of its own, and is delivered when that clock says. What it
prints therefore comes early.
"""

from asyncio import base_events, tasks

from .clock import Ended


class ExecutorJobs:
    def __init__(self, loop):
        self._loop = loop
        self._open = set()

    def send(self, executor, function, arguments):
        clock = self._loop.clock
        future = self._loop.create_future()
        begun = clock.now
        try:
            settle, outcome = future.set_result, function(*arguments)
        except Ended:
            raise
        except BaseException as error:
            settle, outcome = future.set_exception, error
        due, clock.now = clock.now, begun
        base_events.BaseEventLoop.call_at(self._loop, due, lambda: future.cancelled() or settle(outcome))
        self._open.add(future)
        future.add_done_callback(self._open.discard)
        return future

    def wait(self, timeout):
        """Nothing but a timer can wake the loop."""
        return False

    async def all_done(self):
        if self._open:
            await tasks.wait(self._open)

    def wake_loop(self):
        pass
