# The end of a queue is an object, compared by identity.
# needs: threads
import queue
import threading

END = object()
items = queue.Queue()

threading.Thread(target=items.put, args=[END]).start()
item = items.get()
print(f'main: that is END: {"yes" if item is END else "no"}')
