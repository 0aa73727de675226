# Two downloads count how many have ended.
# needs: gevent
from gevent import monkey

monkey.patch_all()

import time

import gevent

own = 0


def download(name, seconds):
    global own
    time.sleep(seconds)
    own += 1


jobs = [
    gevent.spawn(download, 'a', 0.02),
    gevent.spawn(download, 'b', 0.01),
]
gevent.joinall(jobs)
print(f'main: counted {own} in its own variable')
