"""Queues of threads: what is put and got, emitted at the very moment, while the queue's own lock is held anyway."""

from ..wrap import like, subclass_of
from .sync_objects import Channel, item_of
from .watch import name_when_made, watch, watch_methods

IDLE = "_worker", "worker", "_process_worker"
"""The loops of pools, in which a thread or process waits for work."""


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
    def end(call, values, result):
        recorder.state.pending = None

    return end


def _watch_exchange(recorder, owner, channel):
    """A queue puts and gets through these, one strand at a time."""
    put, get = owner._put, owner._get

    def exchange(queue, how, item):
        call = recorder.state.pending
        recorder.state.pending = None
        if call is not None and not call.done:
            call.done = True
            call.go_on()
            channel.emit(call, queue, how, **item_of(item))

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
    return subclass_of(base, {"put": watch(recorder, base.put, channel.put), "get": get})
