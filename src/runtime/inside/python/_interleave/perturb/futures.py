"""Pools and the way back from a thread into an event loop: pauses at submit, at the start of a job and at its result."""

from .around import perturb_methods


def perturb_base(module, pauses):
    perturb_methods(pauses, module.Future, ["result", "exception", "set_result", "set_exception"])


def perturb_thread_pool(module, pauses):
    perturb_methods(pauses, module.ThreadPoolExecutor, ["submit"])


def perturb_process_pool(module, pauses):
    perturb_methods(pauses, module.ProcessPoolExecutor, ["submit"])


def perturb_loop(module, pauses):
    perturb_methods(pauses, module.BaseEventLoop, ["call_soon_threadsafe"])


FUTURES = {
    "concurrent.futures._base": perturb_base,
    "concurrent.futures.thread": perturb_thread_pool,
    "concurrent.futures.process": perturb_process_pool,
    "asyncio.base_events": perturb_loop,
}
