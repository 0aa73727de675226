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
    squares = [mine.recv()[1] for _ in asked]  # your lines
    for number, square in zip(asked, squares):
        print(f'{number} squared is {square}')
    child.join()


if __name__ == '__main__':
    main([3, 2, 4])
