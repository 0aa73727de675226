# A question that fails is asked again, three times at most.
left = 3


def retry(question):
    global left
    while True:
        try:
            return (yield question)
        except ValueError:
            left -= 1
            print(f'retry: {left} left')
            if left == 0:
                raise


def report():
    title = yield from retry('title?')
    author = yield from retry('author?')
    return f'{title} by {author}'


def fail():
    return dialogue.throw(ValueError('no answer'))


dialogue = report()
print(f'main: hears {next(dialogue)}')
print(f'main: hears {fail()}')
print('main: hears', dialogue.send('Emma'))
print(f'main: hears {fail()}')
print(f'main: hears {fail()}')
try:
    fail()
except ValueError as error:
    print(f'main: caught {error}')
