# Main gives two children a time limit each.
# needs: processes
import multiprocessing
import threading

context = multiprocessing.get_context('spawn')


def work(name):
    if name == 'stuck':
        threading.Event().wait()


def limited(name, seconds):
    child = context.Process(target=work, args=[name])
    child.start()
    child.join(seconds)
    child.terminate()
    child.join()
    end = 'stopped' if child.is_alive() else 'in time'
    print(f'{name}: {end}')


if __name__ == '__main__':
    limited('quick', 60)
    limited('stuck', 0.1)
