# A pause ends with a value, an error or a close: from inside out.
def inner(run):
    try:
        return 2 * (yield 'how many?')
    finally:
        print(f'{run}: inner cleanup')


def outer(run):
    try:
        twice = yield from inner(run)
        print(f'{run}: inner returned {twice}')
    finally:
        print(f'{run}: outer cleanup')


sent = outer('value')
next(sent)
try:
    sent.send(21)
except StopIteration:
    print('value: back in main')

thrown = outer('error')
next(thrown)
try:
    thrown.throw(ValueError('stop'))
except ValueError:
    print('error: back in main')

closed = outer('close')
next(closed)
closed.close()
print('close: back in main')
