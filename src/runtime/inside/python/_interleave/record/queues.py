"""Queues of threads: what is put and got, told at the very moment, while the queue's own lock is held anyway."""

from .locations import shown
from .wrap import like, name_when_made, watch, watch_methods, watched_subclass

IDLE = "_worker", "worker", "_process_worker"
"""The loops of pools, in which a thread or process waits for work."""


class Channel:
    """The operations of a queue. `thing` gives its number and its name."""

    def __init__(self, thing):
        self._thing = thing

    def tell(self, moment, queue, how, *item):
        number, name = self._thing(queue)
        if moment.is_direct:
            more = {"item": shown(item[0])} if item else {}
            moment.tell("channel", id=number, name=name, how=how, **more)
        return {"thing": "channel", "id": number}

    def put(self, moment, values, named):
        """Into a queue that has room for everything."""
        self.tell(moment, values[0], "put", *values[1:2])

    def wait_to_put(self, moment, values, named):
        self._hand_on(moment, self.tell(moment, values[0], "wait", *values[1:2]))

    def wait_to_get(self, moment, values, named):
        self._hand_on(moment, self.tell(moment, values[0], "wait"))

    def got(self, moment, values, result):
        moment.go_on()
        if not moment.done:
            self.tell(moment, values[0], "get", result)

    def join(self, moment, values, named):
        moment.wait({"thing": "channel", "id": self._thing(values[0])[0]})

    def _hand_on(self, moment, on):
        moment.wait(on)
        moment.recorder.state.pending = moment


def watch_queue(module, recorder):
    channel = Channel(lambda queue: recorder.named(queue, "queue"))
    name_when_made(recorder, module.Queue, "queue")
    watch_methods(recorder, module.Queue, ["put"], channel.wait_to_put, _over(recorder))
    watch_methods(recorder, module.Queue, ["get"], channel.wait_to_get, _over(recorder))
    watch_methods(recorder, module.Queue, ["join"], channel.join)
    for owner in module.Queue, module.LifoQueue, module.PriorityQueue:
        _watch_exchange(recorder, owner, channel)
    module.SimpleQueue = _simple_queue(module.SimpleQueue, recorder, channel)


def _over(recorder):
    def end(moment, values, result):
        recorder.state.pending = None

    return end


def _watch_exchange(recorder, owner, channel):
    """A queue puts and gets through these, one strand at a time."""
    put, get = owner._put, owner._get

    def exchange(queue, how, item):
        moment = recorder.state.pending
        recorder.state.pending = None
        if moment is not None and not moment.done:
            moment.done = True
            moment.go_on()
            channel.tell(moment, queue, how, item)

    def _put(self, item):
        recorder.safely(exchange, self, "put", item)
        return put(self, item)

    def _get(self):
        item = get(self)
        recorder.safely(exchange, self, "get", item)
        return item

    owner._put, owner._get = like(_put, put), like(_get, get)


def _simple_queue(base, recorder, channel):
    get = watch(recorder, base.get, channel.wait_to_get, channel.got, IDLE)
    return watched_subclass(base, {"put": watch(recorder, base.put, channel.put), "get": get})
