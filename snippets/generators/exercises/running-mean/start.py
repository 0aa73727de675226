# A generator that is sent numbers and yields the mean so far.
def running_mean():
    while True:
        yield None  # your lines


mean = running_mean()
print('main: first', next(mean) or 'nothing')
for value in [10, 20, 30]:
    print('main: mean', mean.send(value))
