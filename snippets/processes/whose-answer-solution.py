# Main asks a child three questions, which answers the least first.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def work(messages):
    numbers = [messages.recv() for _ in range(3)]
    for number in sorted(numbers):
        messages.send([number, number**2])


def main(asked):
    mine, theirs = context.Pipe()
    child = context.Process(target=work, args=[theirs])
    child.start()
    for number in asked:
        mine.send(number)
    squares = dict(mine.recv() for _ in asked)
    for number in asked:
        print(f'{number} squared is {squares[number]}')
    child.join()


if __name__ == '__main__':
    main([3, 2, 4])
