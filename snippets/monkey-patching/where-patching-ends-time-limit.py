# A computation of 150 ms under a time limit of 50 ms.
# needs: gevent
import time

import gevent


def compute(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


other = gevent.spawn(print, 'other: runs')
print('computation: start')
try:
    with gevent.Timeout(0.05):
        compute(0.15)
        print('computation: end')
except gevent.Timeout:
    print('time limit: fired')
other.join()
