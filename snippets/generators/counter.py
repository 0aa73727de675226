# A generator with two yields, and four calls of next.
def counter():
    print('body: start')
    yield 1
    print('body: middle')
    yield 2
    print('body: end')
    return 'bye'


numbers = counter()
print('main: called')
print(f'main: got {next(numbers)}')
print(f'main: got {next(numbers)}')

try:
    next(numbers)
except StopIteration as stop:
    print(f'main: returned {stop.value}')
print('main: then', next(numbers, 'nothing'))
