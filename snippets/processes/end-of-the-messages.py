# A child sends two names and ends; main notices the end.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def work(messages):
    messages.send('ann')
    messages.send('bob')


if __name__ == '__main__':
    mine, theirs = context.Pipe()
    child = context.Process(target=work, args=[theirs])
    child.start()
    theirs.close()  # the child has its own
    try:
        while True:
            print(f'main: got {mine.recv()}')
    except EOFError:
        print('main: nothing more will come')
