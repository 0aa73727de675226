"""What a table cannot say of threads: print and sleep, and what is written in C."""

import builtins
import time

from ..wrap import LOCK, lock_class
from .around import around, perturb_methods, perturbed_subclass


def perturb_builtins(pauses):
    builtins.print = around(pauses, builtins.print)
    time.sleep = around(pauses, time.sleep, before=False)


def perturb_threading(threading, pauses):
    threading.Lock = lock_class(threading.Lock)
    perturb_methods(pauses, threading.Lock, LOCK)
    threading._CRLock = perturbed_subclass(pauses, threading._CRLock, LOCK)
    # Nothing before: a new thread sets an event for the one that started it, and is to pause when that goes on.
    perturb_methods(pauses, threading.Event, ["set"], before=False)


def perturb_queue(queue, pauses):
    queue.SimpleQueue = perturbed_subclass(pauses, queue.SimpleQueue, ["put", "get", "put_nowait", "get_nowait"])


THREADS = {"threading": perturb_threading, "queue": perturb_queue}
