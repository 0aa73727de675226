# Each check prints its label and makes one call that waits.
# needs: gevent
from time import sleep as early

from gevent import monkey

monkey.patch_all()

import os
import time

import gevent
from gevent.os import tp_read
from gevent.threadpool import ThreadPool

threads = ThreadPool(2)


def check(label, wait):
    print(label)
    other = gevent.spawn(print, 'reached')
    wait()
    other.kill()


def through_pipe(read):
    reader, writer = os.pipe()
    threads.spawn(lambda: (early(0.05), os.write(writer, b'x')))
    return lambda: read(reader, 1)


check('looked up at the call', lambda: time.sleep(0.05))
check('taken before the patch', lambda: early(0.05))
check('taken early, in a thread', lambda: threads.apply(early, (0.05,)))
check('os.read', through_pipe(os.read))
check('gevent.os.tp_read', through_pipe(tp_read))
