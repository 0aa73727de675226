# Three downloads block in a function that has been replaced.
# needs: gevent
# region program
from gevent import monkey

monkey.patch_all()

import time

import gevent


def download(name, seconds):
    print(f'{name}: starts')
    time.sleep(seconds)
    print(f'{name}: ends')


jobs = [
    gevent.spawn(download, 'a', 0.06),
    gevent.spawn(download, 'b', 0.05),
    gevent.spawn(download, 'c', 0.055),
]
print('main: has spawned')
gevent.joinall(jobs)
print('main: ends')
# endregion
