# Main starts two threads, asks both to stop, and waits for their ends.
# needs: threads
import sys
import threading

begun = {'a': threading.Event(), 'b': threading.Event()}
stop = threading.Event()


def say(line):
    sys.stdout.write(f'{line}\n')


def work(name):
    say(f'{name}: begins')
    begun[name].set()
    stop.wait()
    say(f'{name}: stops')


say('main: starts two threads')
threads = [threading.Thread(target=work, args=[name]) for name in 'ab']
for thread in threads:
    thread.start()
for event in begun.values():
    event.wait()
say('main: asks both to stop')
stop.set()
for thread in threads:
    thread.join()
say('main: goes on')
