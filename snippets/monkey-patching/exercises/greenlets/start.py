# Three buyers and two tickets, sold in another order of steps.
# needs: gevent
import gevent

tickets = 2


def pay(name):
    gevent.sleep(0)


def buy(name):
    global tickets
    if tickets > 0:
        print(f'{name}: sees {tickets} left')
        pay(name)
        tickets -= 1
        print(f'{name}: bought, {tickets} left')
    else:
        print(f'{name}: sold out')


gevent.joinall([gevent.spawn(buy, name) for name in ['a', 'b', 'c']])
print(f'tickets: {tickets}')
