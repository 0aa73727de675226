# A payment waits for a lock with a time limit; main holds the lock.
# needs: threads
import threading

lock = threading.Lock()
log = []


def pay():
    lock.acquire(timeout=0.02)
    log.append('payment: is inside')


with lock:
    print('main: is inside')
    thread = threading.Thread(target=pay)
    thread.start()
    thread.join()
    print(*log, sep='\n')
    print('main: leaves')
