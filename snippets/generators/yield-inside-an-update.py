# Two tasks add to one counter, with a yield inside or before.
from collections import deque

counter = 0


def run(*tasks):
    ready = deque(tasks)
    while ready:
        task = ready.popleft()
        try:
            next(task)
        except StopIteration:
            continue
        ready.append(task)


def torn(name):
    global counter
    seen = counter
    print(f'torn {name}: sees {seen}')
    yield
    counter = seen + 1


def whole(name):
    global counter
    yield
    seen = counter
    print(f'whole {name}: sees {seen}')
    counter = seen + 1


run(torn('A'), torn('B'))
print(f'torn: counter is {counter}')
counter = 0
run(whole('A'), whole('B'))
print(f'whole: counter is {counter}')
