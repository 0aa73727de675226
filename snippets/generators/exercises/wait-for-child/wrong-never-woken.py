# A task that yields another task waits until that one has ended.
from collections import deque

ready = deque()
waiting = {}


def run():
    while ready:
        task = ready.popleft()
        try:
            awaited = next(task)
        except StopIteration:
            continue
        if awaited:
            waiting[awaited] = task
        else:
            ready.append(task)


def job(name, steps):
    for step in range(1, steps + 1):
        print(f'{name}: step {step}')
        yield
    print(f'{name}: done')


def parent():
    child = job('child', 2)
    ready.append(child)
    print('parent: waits')
    yield child
    print('parent: done')


ready.extend([parent(), job('A', 3)])
run()
print('main: queue empty')
