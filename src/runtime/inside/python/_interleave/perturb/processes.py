"""What a table cannot say of multiprocessing: a child begins with a pause, and a lock is made of C's methods."""

from .around import around


def perturb_process(module, pauses):
    process = module.BaseProcess
    run_child = process._bootstrap

    def _bootstrap(self, *values, **named):
        pauses.begin(list(self._identity))
        pauses.pause()
        return run_child(self, *values, **named)

    process._bootstrap = _bootstrap


def perturb_locks(module, pauses):
    """A lock of multiprocessing takes its methods from C when it is made or unpickled."""
    lock = module.SemLock
    make_methods = lock._make_methods

    def _make_methods(self):
        make_methods(self)
        self.acquire = around(pauses, self.acquire)
        self.release = around(pauses, self.release)

    lock._make_methods = _make_methods


PROCESSES = {"multiprocessing.process": perturb_process, "multiprocessing.synchronize": perturb_locks}
