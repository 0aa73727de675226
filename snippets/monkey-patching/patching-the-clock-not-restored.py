# Two tests, of which the first patches the clock and fails.
import time


def at_midnight_1970(test):
    real = time.time
    time.time = lambda: 0
    test()
    time.time = real


def year():
    return time.gmtime(time.time()).tm_year


def broken():
    print(f'broken test: the year is {year()}')
    raise OSError('no such host')


try:
    at_midnight_1970(broken)
except OSError as error:
    print(f'broken test: {error}')
still = 'yes' if year() == 1970 else 'no'
print(f'next test: still 1970: {still}')
