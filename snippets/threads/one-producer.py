# A thread puts four items into a queue, and main takes them.
# needs: threads
import queue
import threading

END = None
items = queue.Queue()


def produce():
    for item in ['ann', 'bob', END, 'cid']:
        items.put(item)


threading.Thread(target=produce).start()
while True:
    item = items.get()
    if item is END:
        break
    print(f'main: serves {item}')
print('main: closes')
