# Two threads read a number, work, and write it back.
# needs: threads
import threading
import time

total = 0
seen = {}


def count(name):
    global total
    before = total
    time.sleep(0.003)  # stands for some work
    total = before + 1
    seen[name] = before


threads = [threading.Thread(target=count, args=[name]) for name in 'ab']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f'a read {seen["a"]}')
print(f'b read {seen["b"]}')
print(f'total: {total}')
