# Three guests at a round table, and three forks that nobody takes.
# needs: threads
import threading
import time

forks = [threading.Lock() for _ in range(3)]
eaten = [False, False, False]


def eat(seat):
    time.sleep(0.001)  # your lines, around a word to the neighbour


guests = [threading.Thread(target=eat, args=[n]) for n in range(3)]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()
print(f"guests that have eaten: {sum(eaten)}")
