# A child gives a job that never ends to a pool, and leaves it.
# needs: processes, threads
import multiprocessing
import signal
import threading
from concurrent.futures import ThreadPoolExecutor

context = multiprocessing.get_context('spawn')
begun, never = threading.Event(), threading.Event()


def job():
    begun.set()
    never.wait()


def work(messages):
    pool = ThreadPoolExecutor(1)
    pool.submit(job)
    begun.wait()
    pool.shutdown(wait=False, cancel_futures=True)
    messages.send('my last line')


if __name__ == '__main__':
    mine, theirs = context.Pipe()
    child = context.Process(target=work, args=[theirs])
    child.start()
    print(f'child: {mine.recv()}')
    child.join(0.1)
    print(f'main: is it alive? {"yes" if child.is_alive() else "no"}')
    child.kill()
    child.join()
    print(f'main: ended by {signal.Signals(-child.exitcode).name}')
