# A lock that is held while a loop takes items, however it ends.
from contextlib import closing


def locked(run, items):
    print(f'{run}: lock taken')
    yield from items
    print(f'{run}: lock released')


with closing(locked('finish', [1, 2])) as items:
    for item in items:
        print(f'finish: item {item}')
print('finish: main goes on')

with closing(locked('break', [1, 2])) as items:
    for item in items:
        print(f'break: item {item}')
        break
print('break: main goes on')

try:
    with closing(locked('error', [1, 2])) as items:
        for item in items:
            print(f'error: item {item}')
            raise ValueError('stop')
except ValueError:
    print('error: main goes on')
