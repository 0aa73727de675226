# One download waits for a minute; two others, one after the other.
# needs: gevent
import time

import gevent
from gevent.event import Event


def download(name, seconds):
    began = time.monotonic()
    print(f'{name}: starts')
    time.sleep(seconds)
    print(f'{name}: ends after {time.monotonic() - began} s')


now = 0
due = []


def virtual_sleep(seconds):
    wake = Event()
    due.append((now + seconds, wake))
    wake.wait()


real = time.sleep, time.monotonic
time.sleep, time.monotonic = virtual_sleep, lambda: now
print('main: has patched the clock')
try:
    gevent.spawn(download, 'a', 60)
    gevent.spawn(lambda: (download('b', 30), download('c', 20)))
    gevent.sleep(0)
    while due:
        due.sort(key=lambda entry: entry[0])
        now, wake = due.pop(0)
        wake.set()
        gevent.sleep(0)
finally:
    time.sleep, time.monotonic = real
print('main: has put it back')
