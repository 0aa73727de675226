# Two answers for two questions, with and without a first call.
def barista():
    milk = yield 'milk?'
    print(f'milk is {milk}')
    sugar = yield 'sugar?'
    print(f'sugar is {sugar}')


print('answers from the first call on')
hasty = barista()
try:
    hasty.send('oat')
except TypeError as error:
    print(f'TypeError: {error}')

print('first run to the first question')
patient = barista()
next(patient)
patient.send('oat')
try:
    patient.send('none')
except StopIteration:
    pass
