# Main waits 50 ms for a job, and then for the pool.
# needs: threads
import threading
from concurrent.futures import ThreadPoolExecutor, wait

begun, stop = threading.Event(), threading.Event()


def work():
    print('job: begins', flush=True)
    begun.set()
    stop.wait()
    print('job: ends', flush=True)


with ThreadPoolExecutor(1) as pool:
    job = pool.submit(work)
    begun.wait()
    done, pending = wait([job], timeout=0.05)
    print(f'main: {len(pending)} job pending', flush=True)
    stop.set()
print('main: goes on')
