# A thread saves once a minute; main asks it to stop after the first.
# needs: threads
import sys
import threading

saved, stop = threading.Event(), threading.Event()


def say(line):
    sys.stdout.write(f'{line}\n')


def work():
    while True:
        say('thread: saves')
        saved.set()
        if stop.wait(60):
            break
    say('thread: stops')


thread = threading.Thread(target=work)
thread.start()
saved.wait()
say('main: asks it to stop')
stop.set()
thread.join()
say('main: goes on')
