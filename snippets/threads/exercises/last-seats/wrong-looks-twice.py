# Two seats, three buyers.
# needs: threads
import threading
import time

seats = 2
sold = 0
lock = threading.Lock()


def buy():
    global seats, sold
    with lock:
        is_free = seats > 0
    if not is_free:
        return
    time.sleep(0.3)  # stands for the payment
    with lock:
        seats -= 1
        sold += 1


buyers = [threading.Thread(target=buy) for _ in range(3)]
for buyer in buyers:
    buyer.start()
for buyer in buyers:
    buyer.join()
print(f"sold: {sold}")
print(f"left: {seats} seats")
