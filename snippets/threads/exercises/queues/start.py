# A worker serves what main puts into a queue, and survives a failure.
# needs: threads
import queue
import sys
import threading

END = None
items = queue.Queue()


def say(line):
    sys.stdout.write(f'{line}\n')


def serve(item):
    if item == 'bob':
        raise OSError('is gone')
    say(f'worker: serves {item}')


def work():
    try:
        while True:
            item = items.get()
            if item is END:
                break
            serve(item)
    except OSError as error:
        say(f'worker: {item} {error}')
    say('worker: ends')


worker = threading.Thread(target=work)
worker.start()
for item in ['ann', 'bob', 'cid', END]:
    items.put(item)
worker.join()
say('main: closes')
