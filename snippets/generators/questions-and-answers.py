# A barista asks two questions, and a guest answers them.
def barista():
    print('barista: starts')
    milk = yield 'milk?'
    print(f'barista: milk is {milk}')
    sugar = yield 'sugar?'
    print(f'barista: sugar is {sugar}')
    return f'coffee, {milk}, {sugar}'


order = barista()
print('guest: hears', next(order))
print('guest: hears', order.send('oat'))
try:
    order.send('none')
except StopIteration as stop:
    print('guest: takes', stop.value)
