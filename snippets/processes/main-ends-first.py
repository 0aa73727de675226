# Main ends while its child waits for a message.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def work(messages):
    messages.recv()
    print('child: ends')


if __name__ == '__main__':
    mine, theirs = context.Pipe()
    child = context.Process(target=work, args=[theirs])
    child.start()
    print('main: has nothing left to do', flush=True)
    mine.send('go')
