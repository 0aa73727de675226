# The reference is taken below the patch.
# needs: gevent
from gevent import monkey

monkey.patch_all()

import time
from time import sleep as late

import gevent


def check(label, wait):
    print(label)
    other = gevent.spawn(print, 'reached')
    wait()
    other.kill()


check('looked up at the call', lambda: time.sleep(0.05))
check('taken after the patch', lambda: late(0.05))
