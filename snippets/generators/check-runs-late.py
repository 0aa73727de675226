# The same check in a generator and in an ordinary function.
def lazy(start):
    if start < 0:
        raise ValueError('start is negative')
    while start > 0:
        yield start
        start -= 1


def eager(start):
    if start < 0:
        raise ValueError('start is negative')
    return lazy(start)


try:
    numbers = lazy(-1)
    print('lazy: call accepted')
    next(numbers)
except ValueError:
    print('lazy: refused at next')

try:
    eager(-1)
    print('eager: call accepted')
except ValueError:
    print('eager: refused at the call')
