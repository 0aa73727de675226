# A thread fails, and main waits for its end.
# needs: threads
import threading


def report(failed):
    print(f'hook: {failed.exc_value}')


def work():
    raise OSError('no disk')


threading.excepthook = report
thread = threading.Thread(target=work)
thread.start()
try:
    thread.join()
    print('main: has waited')
except OSError as error:
    print(f'main: caught {error}')
