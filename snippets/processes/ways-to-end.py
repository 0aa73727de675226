# Five children end in five ways, one after the other.
# needs: processes
import multiprocessing
import os
import sys
import threading

context = multiprocessing.get_context('spawn')


def returns():
    pass


def exits():
    sys.exit(3)


def throws():
    sys.stderr = open(os.devnull, 'w')  # drops stderr
    raise OSError('no disk')


def waits():
    threading.Event().wait()


def end(way, stop=None):
    child = context.Process(target=way)
    child.start()
    if stop:
        stop(child)
    child.join()
    print(f'{way.__name__}: exit code {child.exitcode}')


if __name__ == '__main__':
    end(returns)
    end(exits)
    end(throws)
    end(waits, context.Process.terminate)
    end(waits, context.Process.kill)
