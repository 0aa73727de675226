"""What strands do with locks, signals and channels, as hooks around their methods: a wait before, what came of it after.
`describe` gives the number and the name of one of them."""

from ..waits import for_sync_object
from .locations import shown
from .watch import watch_methods

ACQUIRE = "acquire", "__enter__"
RELEASE = "release", "__exit__"


class SyncObject:
    kind = ""

    def __init__(self, describe):
        self._describe = describe

    def emit(self, call, sync_object, how, **more):
        """Returns what a strand waits for that waits for it."""
        number, name = self._describe(sync_object)
        if call.is_direct:
            call.emit(self.kind, id=number, name=name, how=how, **more)
        return for_sync_object(self.kind, number, "put" if "item" in more else "get")


class Lock(SyncObject):
    """The operations of a lock, a semaphore or a condition. A release is emitted before it: nobody can acquire first."""

    kind = "lock"

    def watch(self, recorder, owner, acquire=ACQUIRE, release=RELEASE):
        watch_methods(recorder, owner, acquire, self.acquire, self.acquired)
        watch_methods(recorder, owner, release, self.release)

    def acquire(self, call, values, named):
        blocking = named.get("blocking", named.get("block", values[1] if len(values) > 1 else True))
        if blocking:
            call.wait(self.emit(call, values[0], "wait"))

    def acquired(self, call, values, result):
        call.go_on()
        if result is not False:
            self.emit(call, values[0], "acquire")

    def release(self, call, values, named):
        self.emit(call, values[0], "release")


class Signal(SyncObject):
    """The operations of an event, a barrier or a condition; `lock` is what a condition lets go of while it waits."""

    kind = "signal"

    def __init__(self, describe, lock=None):
        super().__init__(describe)
        self._lock = lock

    def watch(self, recorder, owner):
        watch_methods(recorder, owner, ["wait"], self.wait, self.waited)
        watch_methods(recorder, owner, ["set"], self._says("set"))
        watch_methods(recorder, owner, ["clear"], self._says("clear"))
        watch_methods(recorder, owner, ["notify", "notify_all"], self._says("notify"))

    def wait(self, call, values, named):
        if self._lock:
            self._lock.release(call, values, named)
        call.wait(self.emit(call, values[0], "wait"))

    def waited(self, call, values, result):
        call.go_on()
        if self._lock:
            self._lock.acquired(call, values, None)

    def _says(self, how):
        def say(call, values, named):
            self.emit(call, values[0], how)

        return say


class Channel(SyncObject):
    """The operations of a queue."""

    kind = "channel"

    def put(self, call, values, named):
        """Into a queue that has room for everything."""
        self.emit(call, values[0], "put", **item_of(*values[1:2]))

    def wait_to_put(self, call, values, named):
        self._hand_on(call, self.emit(call, values[0], "wait", **item_of(*values[1:2])))

    def wait_to_get(self, call, values, named):
        self._hand_on(call, self.emit(call, values[0], "wait"))

    def got(self, call, values, result):
        call.go_on()
        if not call.done:
            self.emit(call, values[0], "get", **item_of(result))

    def join(self, call, values, named):
        call.wait(for_sync_object(self.kind, self._describe(values[0])[0], "join"))

    def _hand_on(self, call, on):
        call.wait(on)
        call.recorder.state.pending = call


def item_of(*item):
    return {"item": shown(item[0])} if item else {}
