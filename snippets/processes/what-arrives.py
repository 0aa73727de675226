# A child says what has arrived of a date, a number and an object.
# needs: processes
import datetime
import multiprocessing

context = multiprocessing.get_context('spawn')


class Buyer:
    def __init__(self):
        self.name = 'ann'

    def greet(self):
        return f'{self.name} says hello'


def work(messages):
    day, price, buyer = messages.recv()
    is_date = isinstance(day, datetime.date)
    print(f'day: {"a date" if is_date else type(day)}')
    print(f'price: {price}')
    print(f'name: {buyer.name}')
    print(f'greet: {buyer.greet()}')


if __name__ == '__main__':
    mine, theirs = context.Pipe()
    child = context.Process(target=work, args=[theirs])
    child.start()
    day = datetime.date(1970, 1, 1)
    mine.send([day, float('nan'), Buyer()])
    child.join()
