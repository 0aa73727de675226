# Main takes results as they come, and ann waits for the first.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def keep(event):
    global opened
    opened = event


def serve(name):
    if name == 'ann':
        opened.wait()
    print(f'pool: serves {name}', flush=True)
    return name


if __name__ == '__main__':
    event = context.Event()
    with context.Pool(2, keep, [event]) as pool:
        for name in pool.imap_unordered(serve, ['ann', 'bob']):
            print(f'main: gets {name}', flush=True)
            event.set()
