# A thread adds to the total while main adds the result of a call.
# needs: threads
import threading

total = 0


def add_ten():
    global total
    total += 10


def one():
    thread = threading.Thread(target=add_ten)
    thread.start()
    thread.join()
    print(f"inside the line: {total}")
    return 1


total += one()
print(f"after the line: {total}")
