# The process need not wait for the thread.
# needs: threads
import sys
import threading

begun, stop = threading.Event(), threading.Event()


def say(line):
    sys.stdout.write(f'{line}\n')


def work():
    try:
        say('thread: begins')
        begun.set()
        stop.wait()
    finally:
        say('thread: cleans up')


threading.Thread(target=work, daemon=True).start()
begun.wait()
say('main: ends')
