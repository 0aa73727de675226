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


def everyone(begins):
    names = ["ann", "bob", "ann"]  # ann still when bob is seen
    return all(state[name].startswith(begins) for name in names)


for pair in ("ann", "bob"), ("bob", "ann"):
    threading.Thread(target=pay, args=pair, daemon=True).start()
while not everyone("has paid") and not everyone("holds"):
    time.sleep(0.01)
for name, what in state.items():
    print(f"{name}: {what}")
