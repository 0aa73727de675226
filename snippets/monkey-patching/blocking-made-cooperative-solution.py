# Greenlets share one memory: a plain variable counts.
# needs: gevent
from gevent import monkey

monkey.patch_all()

import time

import gevent

own = 0


def download(name, seconds):
    global own
    print(f'{name}: start')
    time.sleep(seconds)
    print(f'{name}: end')
    own += 1


jobs = [
    gevent.spawn(download, 'a', 0.12),
    gevent.spawn(download, 'b', 0.06),
]
gevent.joinall(jobs)
print(f'main: counted {own} in its own variable')
