# Main waits for the first future, then for all.
# needs: processes
import multiprocessing
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED
from concurrent.futures import ProcessPoolExecutor, wait

context = multiprocessing.get_context('spawn')


def keep(event):
    global gate
    gate = event


def serve(name):
    if name != 'bob':
        gate.wait()
    if name == 'cid':
        raise ValueError('no seat')
    return f'{name} has a seat'


def main():
    event = context.Event()
    options = dict(initializer=keep, initargs=[event])
    with ProcessPoolExecutor(3, context, **options) as pool:
        jobs = [pool.submit(serve, name) for name in ['ann', 'bob', 'cid']]
        done, pending = wait(jobs, return_when=FIRST_COMPLETED)
        for job in done:
            print(f'main: first, {job.result()}')
        event.set()
        wait(jobs, return_when=ALL_COMPLETED)
        for job in jobs:
            print(f'main: {job.exception() or job.result()}')


if __name__ == '__main__':
    main()
