# A pool of two processes serves ann, who waits for bob, and bob.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def keep(event):
    global served_bob
    served_bob = event


def serve(name):
    if name == 'ann':
        served_bob.wait()
    print(f'pool: serves {name}', flush=True)
    served_bob.set()
    return name


if __name__ == '__main__':
    event = context.Event()
    with context.Pool(2, keep, [event]) as pool:
        for name in pool.imap(serve, ['ann', 'bob']):
            print(f'main: gets {name}', flush=True)
