# A draw among five buyers, twice with the same seed.
import random
from contextlib import contextmanager

buyers = ['ann', 'bob', 'cid', 'dee', 'eve']


def draw():
    tickets = [(random.random(), name) for name in buyers]
    return ' '.join(name for _, name in sorted(tickets)[:3])


@contextmanager
def seeded(seed):
    yield  # your lines


before = random.random
with seeded(1):
    print(f'first draw: {draw()}')
with seeded(1):
    print(f'second draw: {draw()}')
restored = random.random is before
print(f'restored: {"yes" if restored else "no"}')
