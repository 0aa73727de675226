# Two downloads call a sleep that returns at once.
# needs: gevent
import time

import gevent


def download(name):
    print(f'{name}: start')
    time.sleep(0.06)
    print(f'{name}: end')


sleeps = []


def returns_at_once(seconds):
    sleep = gevent.spawn_later(seconds, print, 'sleep: over')
    sleeps.append(sleep)
    return sleep


time.sleep = returns_at_once

download('a')
download('b')
print('main: downloaded')
gevent.joinall(sleeps)
