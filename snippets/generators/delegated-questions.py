# One generator asks some of its questions through another one.
def address():
    print('address: starts')
    street = yield 'street?'
    town = yield 'town?'
    return f'{street}, {town}'


def order():
    print('order: starts')
    place = yield from address()
    print(f'order: goes to {place}')
    day = yield 'day?'
    print(f'order: comes on {day}')


dialogue = order()
print(f'main: hears {next(dialogue)}')
print('main: hears', dialogue.send('5 Mill Lane'))
print('main: hears', dialogue.send('York'))
try:
    dialogue.send('Friday')
except StopIteration:
    print('main: done')
