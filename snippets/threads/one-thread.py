# Main starts a thread, asks it to stop, and waits for its end.
# needs: threads
import sys
import threading

begun, stop = threading.Event(), threading.Event()


def say(line):
    sys.stdout.write(f'{line}\n')


def work():
    say('thread: begins')
    begun.set()
    stop.wait()
    say('thread: stops')


say('main: starts a thread')
thread = threading.Thread(target=work)
thread.start()
begun.wait()
say('main: asks it to stop')
stop.set()
thread.join()
say('main: goes on')
