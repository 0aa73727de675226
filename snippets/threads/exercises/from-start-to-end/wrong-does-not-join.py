# A thread does something once a minute, until main asks it to stop.
# needs: threads
import sys
import threading
import time

begun, stop = threading.Event(), threading.Event()


def say(line):
    sys.stdout.write(f'{line}\n')


def save():
    pass  # stands for a save that prints nothing


def work():
    say('thread: begins')
    begun.set()
    save()
    while not stop.wait(60):
        save()
    time.sleep(0.3)  # it takes a while to stop
    say('thread: stops')


thread = threading.Thread(target=work)
thread.start()
begun.wait()
say('main: asks it to stop')
stop.set()
say('main: goes on')
