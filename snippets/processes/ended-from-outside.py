# A child computes for ever, and main ends it.
# needs: processes
import multiprocessing
import signal

context = multiprocessing.get_context('spawn')


def work(messages):
    messages.send('begun')
    while True:
        pass


if __name__ == '__main__':
    mine, theirs = context.Pipe()
    child = context.Process(target=work, args=[theirs])
    child.start()
    mine.recv()
    child.join(0.05)
    print(f'main: is it alive? {"yes" if child.is_alive() else "no"}')
    child.terminate()
    child.join()
    print(f'main: ended by {signal.Signals(-child.exitcode).name}')
