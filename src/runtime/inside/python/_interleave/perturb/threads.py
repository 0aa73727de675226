"""Threads, what they wait for and how they hand over: pauses at start, join, lock, event, queue, sleep and print."""

import builtins
import time

from ..wrap import LOCK, lock_class
from .around import around, perturb_methods, perturbed_subclass


def perturb_builtins(pauses):
    builtins.print = around(pauses, builtins.print)
    time.sleep = around(pauses, time.sleep, before=False)


def perturb_threading(threading, pauses):
    threading.Lock = _lock_class(pauses, threading.Lock)
    threading._CRLock = perturbed_subclass(pauses, threading._CRLock, LOCK)
    perturb_methods(pauses, threading.Thread, ["start", "join"])
    perturb_methods(pauses, threading.Condition, ["wait", "wait_for", "notify", "notify_all"])
    # Nothing before: a new thread sets an event for the one that started it, and is to pause when that goes on.
    perturb_methods(pauses, threading.Event, ["set"], before=False)
    perturb_methods(pauses, threading.Event, ["wait"])
    perturb_methods(pauses, threading.Semaphore, LOCK)
    perturb_methods(pauses, threading.BoundedSemaphore, LOCK)
    perturb_methods(pauses, threading.Barrier, ["wait"])


def _lock_class(pauses, allocate):
    lock = lock_class(allocate)
    perturb_methods(pauses, lock, LOCK)
    return lock


def perturb_queue(queue, pauses):
    perturb_methods(pauses, queue.Queue, ["put", "get", "task_done", "join"])
    queue.SimpleQueue = perturbed_subclass(pauses, queue.SimpleQueue, ["put", "get", "put_nowait", "get_nowait"])


THREADS = {"threading": perturb_threading, "queue": perturb_queue}
