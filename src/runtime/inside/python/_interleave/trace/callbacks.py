"""What the callbacks of asyncio and gevent themselves are for, by their names."""

LOOP_ENDS = "_run_until_complete_cb"

POOL_RESULT = "_set_state"
"""asyncio's callback that delivers what a thread of a pool gave. Whose thread calls for it depends on the machine."""

own_callbacks = {
    "_set_result_unless_cancelled": "end of sleep",
    "_on_timeout": "time limit",
    "_release_waiter": "time limit",
    "_done_callback": "gather: one is done",
    "_on_completion": "wait: one is done",
    "_on_task_done": "task group: one is done",
    "_inner_done_callback": "shield: the task is done",
    "_outer_done_callback": "shield: the future is done",
    POOL_RESULT: "result of a thread",
    "_call_check_cancel": "look whether it was cancelled",
    "_notify_links": "tell those who wait",
    "_fire": "news from a thread",
    "_unlock": "look who waits for the queue",
    LOOP_ENDS: "end of the event loop",
}
