# Without the patch each download sleeps while it has the turn.
# needs: gevent
import time

import gevent


def download(name, seconds):
    print(f'{name}: start')
    time.sleep(seconds)
    print(f'{name}: end')


# region program
print('main: start')
jobs = [
    gevent.spawn(download, 'a', 0.18),
    gevent.spawn(download, 'b', 0.06),
    gevent.spawn(download, 'c', 0.12),
]
print('main: spawned')
gevent.joinall(jobs)
print('main: end')
# endregion
