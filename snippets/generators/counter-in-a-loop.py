# The same generator in a for loop.
def counter():
    print('body: start')
    yield 1
    print('body: middle')
    yield 2
    print('body: end')
    return 'bye'


for number in counter():
    print(f'main: got {number}')
print('main: after the loop')
