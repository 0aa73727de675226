# Two threads need the same two locks, and take them in one order.
# needs: threads
import threading
import time

locks = {"ann": threading.Lock(), "bob": threading.Lock()}
state = {"ann": "not begun", "bob": "not begun"}


def pay(payer, payee):
    first, second = sorted([payer, payee])
    with locks[first]:
        state[payer] = f"holds {first}, waits for {second}"
        time.sleep(0.001)  # stands for some work
        with locks[second]:
            state[payer] = "has paid"


threads = [
    threading.Thread(target=pay, args=("ann", "bob"), daemon=True),
    threading.Thread(target=pay, args=("bob", "ann"), daemon=True),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(timeout=0.4)
for name, what in state.items():
    print(f"{name}: {what}")
