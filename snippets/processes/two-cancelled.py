# Main cancels two jobs of a pool with one thread.
# needs: threads
import threading
from concurrent.futures import ThreadPoolExecutor

begun, stop = threading.Event(), threading.Event()


def work(name):
    begun.set()
    stop.wait()
    print(f'job: {name} ends', flush=True)


with ThreadPoolExecutor(1) as pool:
    jobs = {name: pool.submit(work, name) for name in 'ab'}
    begun.wait()
    for name, job in jobs.items():
        end = 'is cancelled' if job.cancel() else 'is not cancelled'
        print(f'main: {name} {end}', flush=True)
    stop.set()
print('main: goes on')
