# Three guests at a round table, and three forks.
# needs: threads
import threading
import time

forks = [threading.Lock() for _ in range(3)]
eaten = [False, False, False]


def eat(seat):
    first, second = seat, (seat + 1) % 3
    with forks[first]:
        time.sleep(0.3)  # a word to the neighbour
        with forks[second]:
            eaten[seat] = True


guests = [threading.Thread(target=eat, args=[n]) for n in range(3)]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()
print(f"guests that have eaten: {sum(eaten)}")
