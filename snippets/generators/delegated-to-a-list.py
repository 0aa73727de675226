# Delegation to a list of questions in place of a generator.
def order():
    print('order: starts')
    place = yield from ['street?', 'town?']
    print(f'order: goes to {place}')
    day = yield 'day?'
    print(f'order: comes on {day}')


dialogue = order()
print(f'main: hears {next(dialogue)}')
try:
    print('main: hears', dialogue.send('5 Mill Lane'))
    print('main: hears', dialogue.send('York'))
    dialogue.send('Friday')
except AttributeError:
    print('main: the list takes no answer')
