"""What a callback of an event loop is for, as src/trace/jobs.ts has it."""

from ..frames import LAMBDA

LOOP_ENDS = "_run_until_complete_cb"

POOL_RESULT = "_set_state"
"""asyncio's callback that delivers what a thread of a pool gave. Whose thread calls for it depends on the machine."""

_own = {
    "_set_result_unless_cancelled": "sleep",
    "_on_timeout": "time limit",
    "_release_waiter": "time limit",
    "_done_callback": "gather",
    "_on_completion": "wait",
    "_on_task_done": "task group",
    "_inner_done_callback": "shielded task",
    "_outer_done_callback": "shield",
    POOL_RESULT: "thread result",
    "_call_check_cancel": "cancellation check",
    "_notify_links": "waiters",
    "_fire": "thread news",
    "_unlock": "queue waiters",
    "Arrival": "message",
    LOOP_ENDS: "end of loop",
}
"""The callbacks of asyncio and gevent themselves, by their names."""

TIMER = {"kind": "callback", "of": "timer"}


def job_of(name):
    """`name` is that of the function."""
    if name in _own:
        return {"kind": "engine", "does": _own[name]}
    return {"kind": "call", **({} if name == LAMBDA else {"name": name})}


def strand_name(name):
    """What the strand is called in which a callback of this name calls the program; nothing for one that is not its own."""
    return "" if name in _own else name
