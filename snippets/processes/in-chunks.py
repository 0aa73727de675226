# Four jobs in chunks of two; ann waits until main has a result.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def keep(event):
    global opened
    opened = event


def serve(name):
    if name == 'ann':
        opened.wait()
    return name


if __name__ == '__main__':
    event = context.Event()
    jobs = ['ann', 'bob', 'cid', 'dan']
    with context.Pool(2, keep, [event]) as pool:
        for name in pool.imap_unordered(serve, jobs, chunksize=2):
            print(f'main: gets {name}')
            event.set()
