# Main adds prices until an item counts as false.
# needs: threads
import queue
import threading

END = None
items = queue.Queue()


def produce():
    for item in [3, 0, 5, END]:
        items.put(item)


threading.Thread(target=produce).start()
total = 0
while price := items.get():
    print(f'main: adds {price}')
    total += price
print(f'main: the sum is {total}')
