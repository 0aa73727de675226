# A generator that is sent numbers and yields the mean so far.
def running_mean():
    mean = None
    total = 0
    count = 0
    while True:
        value = yield None
        print(f'mean: got {value}')
        total += value
        count += 1
        mean = total / count
        yield mean


mean = running_mean()
print('main: first', next(mean) or 'nothing')
for value in [10, 20, 30]:
    print('main: mean', mean.send(value) or 'undefined')
