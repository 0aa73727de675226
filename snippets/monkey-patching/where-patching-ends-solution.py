# With a switch point in each round the time limit gets its turn.
# needs: gevent
import time

import gevent


def compute(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
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
