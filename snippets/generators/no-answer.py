# The guest goes on without an answer to the first question.
def barista():
    print('barista: starts')
    milk = yield 'milk?'
    print(f'barista: milk is {milk}')
    sugar = yield 'sugar?'
    print(f'barista: sugar is {sugar}')
    return f'coffee, {milk}, {sugar}'


order = barista()
print('guest: hears', next(order))
print('guest: hears', next(order))
try:
    order.send('none')
except StopIteration as stop:
    print('guest: takes', stop.value)
