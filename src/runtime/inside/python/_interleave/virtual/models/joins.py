"""Whether it makes a difference that several waits end in one turn of asyncio's loop, and not in a turn of its own each.

It makes none where each of them is a sleep, whose end makes its task go on, and where after that nothing runs until the
loop is idle again but callbacks of asyncio that count: then the tasks go on in the same order either way, and nobody
sees who was counted when. Of the two ways one is not tried: a turn of its own only where no wait has begun meanwhile,
which could end before the one that had a turn of its own.
"""

from ...asyncio_tasks import is_wakeup, task_of

_counting = {"_done_callback", "_on_completion", "_on_task_done"}
"""Those of gather, wait and TaskGroup. Where one of them is the last, it makes a task go on."""


class Joins:
    def __init__(self, recorder):
        self._recorder = recorder
        self._open = []
        """Decisions of this turn: which, the options that lead to nothing new if all goes so, and whether those are a turn
        of its own for a wait."""
        self._is_quiet = self._has_begun = False
        self._decided = self._turns = 0

    def begin(self):
        """Something ends, after the loop was idle."""
        self._open = []
        self._turns = 0
        self._is_quiet = True
        self._has_begun = False

    def wait_begins(self):
        """It may end before what would have had a turn of its own."""
        self._has_begun = True

    def another(self, ended, waits):
        """The wait that ends in the same turn as `ended`, as `waits` chooses."""
        decisions = self._recorder.decisions
        position = len(decisions)
        wait = waits.another()
        self._decided = len(decisions)
        self._is_quiet = self._is_quiet and ended.due.is_sleep
        if len(decisions) > position and decisions[position]["taken"] == 0:
            self._open += _same(position, waits.asked)
        return wait

    def turn(self, ready):
        """Before each turn, with the handles that are ready."""
        if not self._open:
            return
        self._turns += 1
        is_first = len(self._recorder.decisions) == self._decided
        self._is_quiet = self._is_quiet and is_first and all(map(self._counts, ready))
        if ready:
            return
        if self._is_quiet:
            for position, options, is_own_turn in self._open:
                if not (is_own_turn and self._has_begun):
                    self._recorder.needless(position, options)
        self._open = []

    def _counts(self, handle):
        """Whether a callback is one of those that make no difference."""
        callback = handle._callback
        if self._turns == 1:
            return task_of(callback) is not None and is_wakeup(callback)
        function = getattr(callback, "__func__", callback)
        return f"{getattr(function, '__module__', '')}".startswith("asyncio.") and function.__name__ in _counting


def _same(position, asked):
    """Of a decision for the usual way: where nobody else ends, that others do; else that nobody does, so that who ends has a
    turn of its own."""
    if any(wait is not None and wait.is_exact for wait in asked):
        return []
    options = [way for way, wait in enumerate(asked) if way and (wait is None or asked[0] is None)]
    return [(position, options, asked[0] is not None)]
