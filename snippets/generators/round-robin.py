# A ready queue, a loop that empties it, and four tasks.
from collections import deque

ready = deque()


def run():
    while ready:
        task = ready.popleft()
        try:
            next(task)
        except StopIteration:
            continue
        ready.append(task)


def job(name, steps):
    for step in range(1, steps + 1):
        print(f'{name}: step {step}')
        yield
    print(f'{name}: done')


def parent():
    ready.append(job('child', 1))
    print('parent: child queued')
    yield
    print('parent: done')


ready.extend([job('A', 2), parent(), job('B', 1)])
print('main: three queued')
run()
print('main: queue empty')
