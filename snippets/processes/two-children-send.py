# Two children send two names each to main.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def work(letter, names):
    names.put(f'{letter}1')
    names.put(f'{letter}2')


def start(letter, names):
    child = context.Process(target=work, args=[letter, names])
    child.start()
    return child


if __name__ == '__main__':
    names = context.Queue()
    children = [start(letter, names) for letter in 'ab']
    for _ in range(4):
        print(f'main: got {names.get()}')
    for child in children:
        child.join()
    print('main: has all')
