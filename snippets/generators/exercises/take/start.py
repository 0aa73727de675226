# A generator that hands out a part of another one: write take.
def source():
    for n in range(1, 4):
        print(f'source: makes {n}')
        yield n


def take(count, values):
    yield from ()  # your lines


numbers = source()
for n in take(2, numbers):
    print(f'main: got {n}')
print('main: first take ended')
for n in take(2, numbers):
    print(f'main: got {n}')
print('main: second take ended')
