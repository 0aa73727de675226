# Three downloads block in a function that is the original one.
# needs: gevent
# region program
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
