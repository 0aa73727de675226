# One generator has been run to its yield, the other one has not.
def careful():
    try:
        yield 'ready'
    except ValueError:
        print('careful: caught it')
        yield 'recovered'


started = careful()
next(started)
answer = started.throw(ValueError('stop'))
print(f'started: {answer}')

fresh = careful()
try:
    fresh.throw(ValueError('stop'))
except ValueError:
    print('fresh: the error came back')
print('fresh: then', next(fresh, 'nothing'))
