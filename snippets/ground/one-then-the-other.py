# A second thread is started when the first has ended.
# needs: threads
import queue
import threading

lines = queue.Queue()


def write(name):
    lines.put(f'{name}1')
    lines.put(f'{name}2')


def start(name):
    thread = threading.Thread(target=write, args=[name])
    thread.start()
    thread.join()


print('main: starts')
start('a')
start('b')
for _ in range(4):
    print(lines.get())
print('main: has all')
