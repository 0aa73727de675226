# Two threads send two lines each to main, which prints them.
# needs: threads
import queue
import threading

lines = queue.Queue()


def write(name):
    lines.put(f'{name}1')
    lines.put(f'{name}2')


def start(name):
    threading.Thread(target=write, args=[name]).start()


print('main: starts')
start('a')
start('b')
for _ in range(4):
    print(lines.get())
print('main: has all')
