# A generator yields once more while it is being closed.
def inner():
    try:
        yield 'paused'
        print('inner: goes on')
    finally:
        yield 'inner: cleanup'


def outer():
    try:
        yield from inner()
        print('outer: goes on')
    finally:
        print('outer: cleanup')


chain = outer()
print(f'main: {next(chain)}')
try:
    chain.close()
    print('main: has closed it')
except RuntimeError as error:
    print(f'main: {error}')
print('main: then', next(chain, 'nothing'))
chain.close()
print('main: has closed it again')
