# A generator that is paused inside another one is closed.
def inner():
    try:
        yield 'paused'
        print('inner: goes on')
    finally:
        print('inner: cleanup')


def outer():
    try:
        yield from inner()
        print('outer: goes on')
    finally:
        print('outer: cleanup')


chain = outer()
print(f'main: {next(chain)}')
chain.close()
print('main: has closed it')
print('main: then', next(chain, 'nothing'))
chain.close()
print('main: has closed it again')
