"""Processes of multiprocessing: pauses at start, join, lock, queue and pipe, in the parent and in each child."""

from .around import around, perturb_methods


def perturb_process(module, pauses):
    process = module.BaseProcess
    run_child = process._bootstrap

    def _bootstrap(self, *values, **named):
        pauses.begin(list(self._identity))
        pauses.pause()
        return run_child(self, *values, **named)

    process._bootstrap = _bootstrap
    perturb_methods(pauses, process, ["start", "join"])


def perturb_queues(module, pauses):
    for queue in module.Queue, module.JoinableQueue, module.SimpleQueue:
        perturb_methods(pauses, queue, ["put", "get", "task_done", "join"])


def perturb_connection(module, pauses):
    perturb_methods(pauses, module._ConnectionBase, ["send", "recv", "send_bytes", "recv_bytes"])


def perturb_locks(module, pauses):
    """A lock of multiprocessing takes its methods from C when it is made or unpickled."""
    lock = module.SemLock
    make_methods = lock._make_methods

    def _make_methods(self):
        make_methods(self)
        self.acquire = around(pauses, self.acquire)
        self.release = around(pauses, self.release)

    lock._make_methods = _make_methods
    perturb_methods(pauses, lock, ["__enter__", "__exit__"])


PROCESSES = {
    "multiprocessing.process": perturb_process,
    "multiprocessing.queues": perturb_queues,
    "multiprocessing.connection": perturb_connection,
    "multiprocessing.synchronize": perturb_locks,
}
