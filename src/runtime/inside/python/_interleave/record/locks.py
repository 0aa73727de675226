"""What strands do with locks and signals, as moments: a wait before, what came of it after. `thing` gives the number and the
name of a lock or the like."""


class Lock:
    """The operations of a lock, a semaphore or a condition. A release is told before it: nobody can acquire first."""

    def __init__(self, thing):
        self._thing = thing

    def _tell(self, moment, lock, how):
        number, name = self._thing(lock)
        if moment.is_direct:
            moment.tell("lock", id=number, name=name, how=how)
        return {"thing": "lock", "id": number}

    def acquire(self, moment, values, named):
        blocking = named.get("blocking", named.get("block", values[1] if len(values) > 1 else True))
        if blocking:
            moment.wait(self._tell(moment, values[0], "wait"))

    def acquired(self, moment, values, result):
        moment.go_on()
        if result is not False:
            self._tell(moment, values[0], "acquire")

    def release(self, moment, values, named):
        self._tell(moment, values[0], "release")


class Signal:
    """The operations of an event or of a condition."""

    def __init__(self, thing, lock=None):
        self._thing = thing
        self._lock = lock

    def _tell(self, moment, signal, how):
        number, name = self._thing(signal)
        if moment.is_direct:
            moment.tell("signal", id=number, name=name, how=how)
        return {"thing": "signal", "id": number}

    def wait(self, moment, values, named):
        if self._lock:
            self._lock.release(moment, values, named)
        moment.wait(self._tell(moment, values[0], "wait"))

    def waited(self, moment, values, result):
        moment.go_on()
        if self._lock:
            self._lock.acquired(moment, values, None)

    def says(self, how):
        def say(moment, values, named):
            self._tell(moment, values[0], how)

        return say


ACQUIRE = "acquire", "__enter__"
RELEASE = "release", "__exit__"
