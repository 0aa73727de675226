# Main comes to the end of its file while a thread waits for it.
# needs: threads
import threading

gate = threading.Event()


def work():
    gate.wait()
    print('thread: works')


threading.Thread(target=work).start()
print('main: last line of the file')
gate.set()
