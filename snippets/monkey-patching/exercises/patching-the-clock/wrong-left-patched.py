# A draw among five buyers, twice with the same seed.
import random
from contextlib import contextmanager

buyers = ['ann', 'bob', 'cid', 'dee', 'eve']


def draw():
    tickets = [(random.random(), name) for name in buyers]
    return ' '.join(name for _, name in sorted(tickets)[:3])


@contextmanager
def seeded(seed):
    def repeatable():
        nonlocal seed
        seed = seed * 16807 % 2147483647
        return seed / 2147483647

    real = random.random
    random.random = repeatable
    try:
        yield
    finally:
        assert real


before = random.random
with seeded(1):
    print(f'first draw: {draw()}')
with seeded(1):
    print(f'second draw: {draw()}')
restored = random.random is before
print(f'restored: {"yes" if restored else "no"}')
