# Two payments take the lock of the payer first.
# needs: threads
import queue
import threading
import time

locks = {'ann': threading.Lock(), 'bob': threading.Lock()}
log = queue.Queue()


def pay(payer, payee):
    first, second = payer, payee
    with locks[first]:
        log.put(f'{payer}: holds {first}')
        time.sleep(0.001)  # stands for some work
        with locks[second]:
            log.put(f'{payer}: has paid')


for pair in [('ann', 'bob'), ('bob', 'ann')]:
    threading.Thread(target=pay, args=pair, daemon=True).start()
lines = [log.get(), log.get()]
if 'holds' in lines[1]:
    lines.append('main: both are stuck')
else:
    lines += [log.get(), log.get()]
print('\n'.join(lines))
