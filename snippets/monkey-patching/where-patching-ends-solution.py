# A computation of a minute under a time limit of 50 ms.
# needs: gevent
import time

import gevent


def compute(seconds):
    end = time.perf_counter() + seconds
    rounds = 0
    while time.perf_counter() < end:
        rounds += 1
        if rounds % 100 == 0:
            gevent.sleep(0)


other = gevent.spawn(print, 'other: runs')
print('computation: start')
try:
    with gevent.Timeout(0.05):
        compute(60)
        print('computation: end')
except gevent.Timeout:
    print('time limit: fired')
other.join()
