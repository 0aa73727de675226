# A child adds to the total while main adds a result to it.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def add_ten(total):
    with total.get_lock():
        total.value += 10


def one(total):
    child = context.Process(target=add_ten, args=[total])
    child.start()
    child.join()
    print(f'inside the line: {total.value}')
    return 1


if __name__ == '__main__':
    total = context.Value('i', 0)
    total.value += one(total)
    print(f'after the line: {total.value}')
