# Two threads put items into a queue, each with an END of its own.
# needs: threads
import queue
import threading

END = None
items = queue.Queue()


def produce(name):
    for item in [f'{name}1', f'{name}2', END]:
        items.put(item)


for name in 'ab':
    threading.Thread(target=produce, args=[name]).start()
ends = 0
while ends < 2:
    item = items.get()
    if item is END:
        ends += 1
    else:
        print(f'main: serves {item}')
print('main: closes')
