# Unchanged blocking code takes turns once its sleep is patched.
# needs: gevent
from gevent import monkey

monkey.patch_all()

import time

import gevent


def download(name, seconds):
    print(f'{name}: start')
    time.sleep(seconds)
    print(f'{name}: end')


print('main: start')
jobs = [
    gevent.spawn(download, 'a', 0.18),
    gevent.spawn(download, 'b', 0.06),
    gevent.spawn(download, 'c', 0.12),
]
print('main: spawned')
gevent.joinall(jobs)
print('main: end')
