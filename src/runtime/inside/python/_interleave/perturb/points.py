"""Where threads, processes and pools meet: the methods that pause, by module and class."""

from ..wrap import LOCK
from .around import perturb_methods

QUEUE = "put", "get", "task_done", "join"

POINTS = {
    "threading": {
        "Thread": ("start", "join"),
        "Condition": ("wait", "wait_for", "notify", "notify_all"),
        "Event": ("wait",),
        "Semaphore": LOCK,
        "BoundedSemaphore": LOCK,
        "Barrier": ("wait",),
    },
    "queue": {"Queue": QUEUE},
    "concurrent.futures._base": {"Future": ("result", "exception", "set_result", "set_exception")},
    "concurrent.futures.thread": {"ThreadPoolExecutor": ("submit",)},
    "concurrent.futures.process": {"ProcessPoolExecutor": ("submit",)},
    "asyncio.base_events": {"BaseEventLoop": ("call_soon_threadsafe",)},
    "multiprocessing.process": {"BaseProcess": ("start", "join")},
    "multiprocessing.queues": {"Queue": QUEUE, "JoinableQueue": QUEUE, "SimpleQueue": QUEUE},
    "multiprocessing.connection": {"_ConnectionBase": ("send", "recv", "send_bytes", "recv_bytes")},
    "multiprocessing.synchronize": {"SemLock": ("__enter__", "__exit__")},
}


def perturb_points(module, pauses):
    """Another Python may lack a class."""
    for name, methods in POINTS[module.__name__].items():
        owner = getattr(module, name, None)
        if owner is not None:
            perturb_methods(pauses, owner, methods)
