# The same error, but the inner generator catches it.
def inner():
    try:
        answer = yield 'name?'
        print(f'inner: got {answer}')
        return answer
    except ValueError:
        print('inner: cleanup')


def outer():
    try:
        name = yield from inner()
        print(f'outer: got {name}')
    except ValueError as error:
        print(f'outer: caught {error}')
    yield 'again?'
    print('outer: ends')


dialogue = outer()
print(f'main: hears {next(dialogue)}')
late = ValueError('late')
print('main: hears', dialogue.throw(late))
try:
    dialogue.throw(ValueError('too late'))
except ValueError as error:
    print(f'main: caught {error}')
print('main: hears', next(dialogue, 'nothing'))
